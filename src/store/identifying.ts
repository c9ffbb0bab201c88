import { sql } from 'kysely';
import type { Db } from './schema.ts';
import { MINUTE } from '../time/units.ts';

/** A turn that is further ahead was written by a process whose clock was wrong; milliseconds. */
const TOO_FAR = 10 * MINUTE;

/**
 * Takes the next free turn to identify in a bucket, of which each is `every` milliseconds after the one before. The turn
 * of a process that ends before its turn stays unused.
 * @param now epoch ms
 * @returns when the turn is, in epoch ms: now, or later
 */
export async function takeTurn(db: Db, bucket: number, every: number, now: number): Promise<number> {
  const last = sql.ref('identifying.free_at');
  const { free_at: free } = await db
    .insertInto('identifying')
    .values({ bucket, free_at: now + every })
    .onConflict((conflict) =>
      conflict.column('bucket').doUpdateSet({
        free_at: sql<number>`CASE WHEN ${last} BETWEEN ${now} AND ${now + TOO_FAR} THEN ${last} ELSE ${now} END + ${every}`,
      }),
    )
    .returning('free_at')
    .executeTakeFirstOrThrow();
  return free - every;
}

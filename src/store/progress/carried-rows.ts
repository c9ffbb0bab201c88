import { inChunks } from '../roadmaps/topics.ts';
import type { Db } from '../schema.ts';
import type { ProgressRow } from './tables.ts';

/** Stores progress that comes from other topics. It replaces what its members had on the same ones. */
export async function writeCarried(trx: Db, rows: readonly ProgressRow[]): Promise<void> {
  for (const some of inChunks(rows)) {
    await trx
      .insertInto('progress')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'topic_id']).doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          since: eb.ref('excluded.since'),
          since_date: eb.ref('excluded.since_date'),
          snoozed_until: eb.ref('excluded.snoozed_until'),
          carried_in: eb.ref('excluded.carried_in'),
          carried_over: eb.ref('excluded.carried_over'),
        })),
      )
      .execute();
  }
}

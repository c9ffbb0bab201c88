import { PostgresAdapter, sql } from 'kysely';
import type { Db } from '../schema.ts';

/**
 * Lets transactions that were begun anew, because they met others, run one after the other in all processes. Without it
 * they meet each other again and again. Call it before anything else in the transaction: unlike any query, a lock of a
 * table is waited for before the transaction takes its view of the data. This kind of lock keeps nobody else from
 * reading or writing the table, which is one that is hardly ever used. It ends with the transaction.
 */
export async function queueUp(trx: Db): Promise<void> {
  if (!(trx.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql`LOCK TABLE identifying IN SHARE UPDATE EXCLUSIVE MODE`.execute(trx);
}

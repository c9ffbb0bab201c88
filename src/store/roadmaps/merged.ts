import type { Carry } from '../../roadmap/matching/carries.ts';
import type { Db } from '../schema.ts';
import type { ReviewRow } from '../review/tables.ts';
import { countFor } from '../skills/even-out.ts';
import { inChunks } from './topics.ts';

/**
 * Counts the proofs on merged topics for the topic that they were merged into, and the proofs that counted for them
 * before. The merged topic is always new, so this stays true after an undo: the topic then leaves the roadmap, and the
 * others return with everything they had. Call it within a transaction.
 */
export async function carryProofs(trx: Db, carries: readonly Carry[]): Promise<void> {
  for (const carry of carries) {
    if (carry.kind !== 'gather' || !carry.begun) continue;
    const own = await trx.selectFrom('proof').select('id').where('topic_id', 'in', carry.from).execute();
    const counted = await trx
      .selectFrom('counted_proof')
      .select('proof_id as id')
      .where('topic_id', 'in', carry.from)
      .execute();
    for (const id of new Set([...own, ...counted].map((row) => row.id))) await countFor(trx, id, [carry.to]);
  }
}

/**
 * Copies review cards from topics to the topics that they became, unless a member has a card there already. If several
 * were merged, the card that is due first is copied, because the whole is remembered no better than its weakest part.
 * Call it within a transaction.
 */
export async function carryMemory(trx: Db, carries: readonly Carry[]): Promise<void> {
  for (const carry of carries) {
    const from = carry.kind === 'gather' ? carry.from : [carry.from];
    const cards: ReviewRow[] = [];
    for (const some of inChunks(from))
      cards.push(...(await trx.selectFrom('review').selectAll().where('topic_id', 'in', some).execute()));
    const first = new Map<string, ReviewRow>();
    for (const card of cards.toSorted((a, b) => (a.due_date < b.due_date ? -1 : 1)))
      if (!first.has(card.user_id)) first.set(card.user_id, card);
    const rows = [carry.to]
      .flat()
      .flatMap((topic_id) => [...first.values()].map((card) => ({ ...card, topic_id })));
    for (const some of inChunks(rows)) {
      await trx
        .insertInto('review')
        .values(some)
        .onConflict((conflict) => conflict.columns(['user_id', 'topic_id']).doNothing())
        .execute();
    }
  }
}

import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import type { Db } from '../schema.ts';
import type { Verdict } from './tables.ts';

/**
 * The work that feedback is about, named by its topic. Its author is left out, because the reader must not export
 * data about them.
 */
interface SaidOf extends NamedTopic {
  readonly guildId: string;
}

/** One member's feedback on others' work, in the order in which they gave it; instants in epoch ms. */
export interface Feedback {
  readonly clear: readonly (SaidOf & { readonly at: number })[];
  readonly questions: readonly (SaidOf & {
    readonly text: string;
    readonly askedAt: number;
    readonly answeredAt: number | null;
  })[];
  readonly readings: readonly (SaidOf & {
    readonly offeredAt: number | null;
    readonly verdict: Verdict | null;
    readonly comment: string | null;
    readonly saidAt: number | null;
    /** When they are to be reminded, and when the reminder was claimed. */
    readonly remindAt: number | null;
    readonly remindedAt: number | null;
  })[];
}

/** A member's feedback on others' work, in all guilds. */
export async function feedbackOf(db: Db, userId: string): Promise<Feedback> {
  const clear = await db
    .selectFrom('proof_clear as said')
    .innerJoin('proof', 'proof.id', 'said.proof_id')
    .innerJoin('topic', 'topic.id', 'proof.topic_id')
    .select([...NAMED_TOPIC, 'said.guild_id as guildId', 'said.at'])
    .where('said.user_id', '=', userId)
    .orderBy('said.at')
    .orderBy('said.proof_id')
    .execute();
  const questions = await db
    .selectFrom('proof_gap as said')
    .innerJoin('proof', 'proof.id', 'said.proof_id')
    .innerJoin('topic', 'topic.id', 'proof.topic_id')
    .select([...NAMED_TOPIC, 'said.guild_id as guildId', 'said.text'])
    .select(['said.asked_at as askedAt', 'said.answered_at as answeredAt'])
    .where('said.user_id', '=', userId)
    .orderBy('said.asked_at')
    .orderBy('said.id')
    .execute();
  const readings = await db
    .selectFrom('proof_reading as said')
    .innerJoin('proof', 'proof.id', 'said.proof_id')
    .innerJoin('topic', 'topic.id', 'proof.topic_id')
    .select([...NAMED_TOPIC, 'said.guild_id as guildId', 'said.verdict', 'said.comment'])
    .select(['said.offered_at as offeredAt', 'said.said_at as saidAt'])
    .select(['said.remind_at as remindAt', 'said.claimed_at as remindedAt'])
    .where('said.user_id', '=', userId)
    .orderBy((eb) => eb.fn.coalesce(eb.ref('said.offered_at'), eb.ref('said.said_at')))
    .orderBy('said.proof_id')
    .execute();
  return { clear, questions, readings };
}

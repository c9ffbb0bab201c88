import { NAMED_TOPIC, type NamedTopic } from '../roadmaps/named-topic.ts';
import type { Db } from '../schema.ts';

/** With whom a member studied in pairs, as far as it is theirs: the weeks, and with whom they do not want to be paired. */
export interface CompanyData {
  /** Hashes of the others' ids. */
  readonly notWith: readonly { readonly guildId: string; readonly notWith: string }[];
  readonly weeks: readonly {
    readonly guildId: string;
    readonly monday: string;
    readonly topicId: string | null;
    /** When the others were told that they proved a topic; epoch ms. */
    readonly provenToldAt: number | null;
  }[];
  /** What they planned for their groups, in epoch ms. */
  readonly plans: readonly (NamedTopic & {
    readonly guildId: string;
    readonly channelId: string | null;
    readonly place: string | null;
    readonly minutes: number;
    readonly said: string;
    readonly rule: string | null;
    readonly askedAt: number;
    readonly nextAt: number | null;
    readonly eventId: string | null;
    readonly step: string;
  })[];
  /** The plans to which they came. */
  readonly visits: readonly { readonly guildId: string; readonly date: string; readonly at: number }[];
  /** What they asked others about, in epoch ms. */
  readonly asked: readonly (NamedTopic & {
    readonly guildId: string;
    readonly question: string;
    readonly locale: string;
    readonly askedAt: number;
    readonly closedAt: number | null;
  })[];
  /** What others asked them, and what they said. The questions are the others'. */
  readonly turns: readonly (NamedTopic & {
    readonly guildId: string;
    readonly said: string | null;
    readonly answer: string | null;
    readonly turnAt: number;
    readonly sentAt: number | null;
    readonly saidAt: number | null;
    readonly toldAt: number | null;
  })[];
}

/** The others of a pair are left out, because the reader must not export data about them. */
export async function companyDataOf(db: Db, userId: string): Promise<CompanyData> {
  const notWith = await db
    .selectFrom('buddy_not')
    .select(['guild_id as guildId', 'not_with as notWith'])
    .where('user_id', '=', userId)
    .orderBy('guild_id')
    .orderBy('not_with')
    .execute();
  const weeks = await db
    .selectFrom('buddy_in')
    .innerJoin('buddy_group', 'buddy_group.id', 'buddy_in.group_id')
    .select(['guild_id as guildId', 'monday', 'topic_id as topicId', 'proven_told_at as provenToldAt'])
    .where('user_id', '=', userId)
    .orderBy('monday')
    .orderBy('buddy_group.id')
    .execute();
  const asked = await db
    .selectFrom('help_ask')
    .innerJoin('topic', 'topic.id', 'help_ask.topic_id')
    .select([...NAMED_TOPIC, 'guild_id as guildId', 'question', 'locale'])
    .select(['asked_at as askedAt', 'closed_at as closedAt'])
    .where('user_id', '=', userId)
    .orderBy('asked_at')
    .orderBy('help_ask.id')
    .execute();
  const turns = await db
    .selectFrom('help_turn')
    .innerJoin('help_ask', 'help_ask.id', 'help_turn.ask_id')
    .innerJoin('topic', 'topic.id', 'help_ask.topic_id')
    .select([...NAMED_TOPIC, 'guild_id as guildId', 'said', 'answer', 'turn_at as turnAt'])
    .select(['sent_at as sentAt', 'said_at as saidAt', 'told_at as toldAt'])
    .where('help_turn.user_id', '=', userId)
    .orderBy('turn_at')
    .orderBy('help_turn.id')
    .execute();
  const plans = await db
    .selectFrom('plan')
    .innerJoin('topic', 'topic.id', 'plan.topic_id')
    .select([...NAMED_TOPIC, 'guild_id as guildId', 'channel_id as channelId', 'place', 'minutes', 'said'])
    .select(['rule', 'asked_at as askedAt', 'next_at as nextAt', 'event_id as eventId', 'step'])
    .where('made_by', '=', userId)
    .orderBy('asked_at')
    .orderBy('plan.id')
    .execute();
  const visits = await db
    .selectFrom('plan_visit')
    .innerJoin('plan', 'plan.id', 'plan_visit.plan_id')
    .select(['guild_id as guildId', 'date', 'at'])
    .where('plan_visit.user_id', '=', userId)
    .orderBy('at')
    .orderBy('plan.id')
    .execute();
  return { notWith, weeks, asked, turns, plans, visits };
}

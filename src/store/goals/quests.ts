import { proposedTarget, type Quest, type QuestProgress } from '../../study/goals/quest.ts';
import { withoutMassTicks } from '../../study/progress/mass-ticks.ts';
import { type Days, newlyFinished, sevenDays } from '../../study/progress/week.ts';
import { dateOf, dayNumber } from '../../time/study-day.ts';
import type { Guild } from '../members/guilds.ts';
import { changesOfGroupIn } from '../progress/group-activities.ts';
import { followedByGuild } from '../roadmaps/followed.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { DAYS_A_WEEK } from '../../time/units.ts';

/** So many weeks before a quest are looked at to propose its target. */
const LOOKED_BACK = 8;

/** The quest of a guild on a study day (`YYYY-MM-DD`); null if it has none. */
export async function questOn(db: Db, guildId: string, date: string): Promise<Quest | null> {
  return (await questRow(db, { guildId, date })).rows[0] ?? null;
}

const questRow = prepared((db: Db, of: { readonly guildId: string; readonly date: string }) =>
  quests(db, of.guildId).where('from_date', '<=', of.date).where('to_date', '>=', of.date),
);

/**
 * The guilds of a share whose quest may have got further, or back, within a span (epoch ms; the start is not in it):
 * a member has finished a topic, or has taken something back.
 */
export async function guildsWithQuestMoved(
  db: Db,
  share: Share,
  after: number,
  until: number,
): Promise<readonly string[]> {
  const { rows } = await questsMoved(db, { share, after, until });
  return rows.map(({ guild_id }) => guild_id);
}

// SQLite keeps the order of a cross join, so it begins with the log of the span.
const questsMoved = prepared(
  (
    db: Db,
    { share, after, until }: { readonly share: Share; readonly after: number; readonly until: number },
  ) =>
    db
      .selectFrom('activity')
      .crossJoin('membership')
      .crossJoin('quest')
      .select('quest.guild_id')
      .distinct()
      .where('activity.at', '>', after)
      .where('activity.at', '<=', until)
      .where('activity.action', 'in', ['done', 'reset', 'undo'])
      .whereRef('membership.user_id', '=', 'activity.user_id')
      .whereRef('quest.guild_id', '=', 'membership.guild_id')
      .whereRef('quest.from_date', '<=', 'activity.study_date')
      .whereRef('quest.to_date', '>=', 'activity.study_date')
      .where(ofShare(share, 'quest.guild_id')),
);

/** The last quest that ended within some days; null if there was none. */
export async function questEndedIn(db: Db, guildId: string, { from, to }: Days): Promise<Quest | null> {
  const row = await quests(db, guildId)
    .where('to_date', '>=', from)
    .where('to_date', '<=', to)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * The quest of a guild on a study day. If the guild wants one each week and has none yet, it begins with the proposed
 * target, which then stays.
 */
export async function currentQuest(db: Db, guild: Guild, date: string): Promise<Quest | null> {
  const there = await questOn(db, guild.id, date);
  if (there !== null || !guild.quests) return there;
  const days = await questDays(db, guild, date);
  const target = proposedTarget(await weeksBefore(db, guild, days.from));
  if (target === null) return null;
  await db
    .insertInto('quest')
    .values({ guild_id: guild.id, from_date: days.from, to_date: days.to, target })
    .onConflict((conflict) => conflict.columns(['guild_id', 'from_date']).doNothing())
    .execute();
  return questOn(db, guild.id, date);
}

/** Sets the target of this week's quest. Call it within a transaction that does more. */
export async function setQuest(trx: Db, guild: Guild, date: string, target: number): Promise<void> {
  const there = await questOn(trx, guild.id, date);
  const { from, to } = there ?? (await questDays(trx, guild, date));
  await trx
    .insertInto('quest')
    .values({ guild_id: guild.id, from_date: from, to_date: to, target })
    .onConflict((conflict) => conflict.columns(['guild_id', 'from_date']).doUpdateSet({ target }))
    .execute();
}

/** Removes the quest of a study day. Call it within a transaction that does more. */
export async function dropQuest(trx: Db, guildId: string, date: string): Promise<void> {
  await trx
    .deleteFrom('quest')
    .where('guild_id', '=', guildId)
    .where('from_date', '<=', date)
    .where('to_date', '>=', date)
    .execute();
}

/**
 * How far a guild is with a quest: the topics that its members finished in these days by studying, and how many of them
 * each one did, by user id.
 */
export async function questProgress(
  db: Db,
  guild: Guild,
  quest: Quest,
): Promise<QuestProgress & { readonly byMember: ReadonlyMap<string, number> }> {
  const roadmapIds = await followedByGuild(db, guild.id, guild.roadmapId);
  const byMember = await finishedByMember(db, guild.id, roadmapIds, quest);
  const done = byMember.values().reduce((sum, each) => sum + each, 0);
  return { ...quest, done, byMember };
}

/**
 * How many topics each member of a guild finished in some days by studying, by user id. The quest and the board count
 * like this.
 */
export async function finishedByMember(
  db: Db,
  guildId: string,
  roadmapIds: readonly string[],
  days: Days,
): Promise<ReadonlyMap<string, number>> {
  const all = new Map<string, number>();
  for await (const activity of changesOfGroupIn(db, guildId, roadmapIds, days)) {
    for (const { userId } of withoutMassTicks(newlyFinished(activity, days)))
      all.set(userId, (all.get(userId) ?? 0) + 1);
  }
  return all;
}

/** What a target would be proposed for a guild on a study day; null as long as there are too few weeks. */
export async function proposedFor(db: Db, guild: Guild, date: string): Promise<number | null> {
  return proposedTarget(await weeksBefore(db, guild, (await questDays(db, guild, date)).from));
}

/** How many topics were finished in each of the weeks before a day, from the first one with any. */
async function weeksBefore(db: Db, guild: Guild, from: string): Promise<readonly number[]> {
  const roadmapIds = await followedByGuild(db, guild.id, guild.roadmapId);
  const starts = Array.from({ length: LOOKED_BACK }, (_, at) =>
    dateOf(dayNumber(from) - DAYS_A_WEEK * (LOOKED_BACK - at)),
  );
  const span = { from: starts[0] ?? from, to: dateOf(dayNumber(from) - 1) };
  const counts = starts.map(() => 0);
  for await (const activity of changesOfGroupIn(db, guild.id, roadmapIds, span)) {
    for (const [at, start] of starts.entries())
      counts[at] = (counts[at] ?? 0) + withoutMassTicks(newlyFinished(activity, sevenDays(start))).length;
  }
  const first = counts.findIndex((count) => count > 0);
  return first === -1 ? [] : counts.slice(first);
}

/**
 * The days of a quest around a study day: a week that begins on the weekday of the weekly post, which then tells how the
 * quest ended. If that weekday was changed, the first one begins after the quest before.
 */
async function questDays(db: Db, { id, weeklyDay }: Guild, date: string): Promise<Days> {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  const start = dateOf(dayNumber(date) - ((dayOfWeek - weeklyDay + DAYS_A_WEEK) % DAYS_A_WEEK));
  const before = await quests(db, id).where('to_date', '<', date).executeTakeFirst();
  const after = before === undefined ? start : dateOf(dayNumber(before.to) + 1);
  return { from: after > start ? after : start, to: sevenDays(start).to };
}

/** The latest first. */
function quests(db: Db, guildId: string) {
  return db
    .selectFrom('quest')
    .select(['from_date as from', 'to_date as to', 'target'])
    .where('guild_id', '=', guildId)
    .orderBy('to_date', 'desc')
    .limit(1);
}

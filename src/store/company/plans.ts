import { type Occurrence, readRule, type Recurrence, ruleText } from '../../time/when/repeat.ts';
import type { Actor } from '../actor.ts';
import { ensureMember } from '../members/members.ts';
import { fromMembersOf } from '../members/memberships.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import { isUnderWay } from './claim.ts';
import type { PlanRow, PlanStep } from './tables.ts';
import { DAY } from '../../time/units.ts';

/** A time to study together. Instants are in epoch ms. */
export interface StudyPlan {
  readonly id: string;
  readonly guildId: string;
  /** Who planned it; null after they have deleted their data. */
  readonly madeBy: string | null;
  readonly topicId: string;
  readonly where: PlanPlace;
  readonly minutes: number;
  /** The time as it was typed, and when. */
  readonly said: string;
  readonly askedAt: number;
  readonly timeZone: string;
  /** Null if it comes once. */
  readonly repeat: Recurrence | null;
  /** Its present or next time; null for a draft. */
  readonly next: Occurrence | null;
  /** When Discord was last asked to make the event. */
  readonly triedAt: number | null;
  /** Discord's event; null if there is none yet. `at`: one of its times as Discord knows it. */
  readonly event: { readonly id: string; readonly at: number } | null;
  readonly step: PlanStep;
}

export type PlanPlace = { readonly channelId: string } | { readonly place: string };

/** So many plans of a server can be open. Discord allows a hundred events, also of others. */
export const MOST_PLANS = 25;

/**
 * Stores what a member plans as a draft.
 * @returns the plan's id
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function draftPlan(
  db: Db,
  { interactionId, userId, at }: Actor,
  asked: Pick<StudyPlan, 'guildId' | 'topicId' | 'where' | 'minutes' | 'said' | 'timeZone'>,
): Promise<string> {
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    await ensureMember(trx, userId, at);
    // Nobody confirms a draft of yesterday.
    await trx
      .deleteFrom('plan')
      .where('step', '=', 'draft')
      .where('asked_at', '<', at - DAY)
      .execute();
    const id = steadyId(interactionId, 'plan');
    await trx
      .insertInto('plan')
      .values({
        id,
        guild_id: asked.guildId,
        made_by: userId,
        topic_id: asked.topicId,
        channel_id: 'channelId' in asked.where ? asked.where.channelId : null,
        place: 'place' in asked.where ? asked.where.place : null,
        minutes: asked.minutes,
        said: asked.said,
        asked_at: at,
        time_zone: asked.timeZone,
        step: 'draft',
      })
      .execute();
    return id;
  });
}

/** The steps of a plan that was confirmed and is not over. */
const UNDER_WAY: readonly PlanStep[] = ['remind', 'start', 'end'];

/** @returns the plan, or null if there is none of this id in the server */
export async function planOf(db: Db, guildId: string, id: string): Promise<StudyPlan | null> {
  const row = await db
    .selectFrom('plan')
    .selectAll()
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .executeTakeFirst();
  return row === undefined ? null : toPlan(row);
}

/**
 * Confirms a draft, and claims the making of its event for the caller.
 * @returns the plan, and whether the claim is the caller's; `full` if the server has too many, `gone` if there is no such
 * draft
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function keepPlan(
  db: Db,
  { interactionId, userId, at }: Actor,
  guildId: string,
  id: string,
  { repeat, next }: Pick<StudyPlan, 'repeat'> & { readonly next: Occurrence },
): Promise<{ readonly plan: StudyPlan; readonly isClaimed: boolean } | 'full' | 'gone'> {
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    const draft = await planOf(trx, guildId, id);
    if (draft === null || draft.madeBy !== userId) return 'gone';
    if (draft.step !== 'draft') return { plan: draft, isClaimed: false };
    const open = await trx
      .selectFrom('plan')
      .select('id')
      .where('guild_id', '=', guildId)
      .where('step', 'in', UNDER_WAY)
      .execute();
    if (open.length >= MOST_PLANS) return 'full';
    const times = { ...repeating(repeat), next_at: next.at, next_date: next.date };
    await notePlan(trx, id, { ...times, step: 'remind', tried_at: at });
    const plan = await planOf(trx, guildId, id);
    return plan === null ? 'gone' : { plan, isClaimed: true };
  });
}

/** The plans of a share whose time comes before an instant (epoch ms), or that have no event yet. */
export async function duePlans(db: Db, share: Share, before: number): Promise<readonly StudyPlan[]> {
  const { rows } = await plansDue(db, { share, before });
  return rows.map(toPlan);
}

const plansDue = prepared((db: Db, { share, before }: { readonly share: Share; readonly before: number }) =>
  db
    .selectFrom('plan')
    .selectAll()
    .where('step', 'in', UNDER_WAY)
    .where((eb) => eb.or([eb('next_at', '<=', before), eb('event_id', 'is', null)]))
    .where(ofShare(share, 'guild_id'))
    .orderBy('next_at')
    .orderBy('id'),
);

/**
 * Claims to make the event of a plan, or to find it, so that nobody else makes a second one meanwhile.
 * @param now epoch ms
 * @returns false if somebody else is at it
 */
export async function claimEvent(
  db: Db,
  { id, triedAt }: Pick<StudyPlan, 'id' | 'triedAt'>,
  now: number,
): Promise<boolean> {
  if (isUnderWay(triedAt, now)) return false;
  const { numUpdatedRows } = await db
    .updateTable('plan')
    .set({ tried_at: now })
    .where('id', '=', id)
    .where('event_id', 'is', null)
    .where('tried_at', triedAt === null ? 'is' : '=', triedAt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Discord's ids of the events of a server's plans. */
export async function plannedEvents(db: Db, guildId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('plan')
    .select('event_id')
    .where('guild_id', '=', guildId)
    .where('event_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ event_id }) => event_id ?? []));
}

/**
 * Takes a member out of the plans that they made. Events to come stay, because others are interested in them.
 */
export async function forgetMakerOf(trx: Db, userId: string): Promise<void> {
  const own = { made_by: null, said: '' };
  await trx.deleteFrom('plan').where('made_by', '=', userId).where('step', '=', 'draft').execute();
  await trx
    .updateTable('plan')
    .set({ ...own, place: null })
    .where('made_by', '=', userId)
    .where('step', '=', 'over')
    .execute();
  await trx.updateTable('plan').set(own).where('made_by', '=', userId).execute();
}

/** Stores what became of a plan. */
export async function notePlan(db: Db, id: string, change: Partial<Omit<PlanRow, 'id'>>): Promise<void> {
  await db.updateTable('plan').set(change).where('id', '=', id).execute();
}

/**
 * Notes that a member came to a time of a plan, or takes that back if they said it before.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function toggleVisit(
  db: Db,
  { interactionId, userId, at }: Actor,
  planId: string,
  date: string,
): Promise<void> {
  await write(db, async (trx) => {
    await once(trx, interactionId, at);
    const { numDeletedRows } = await trx
      .deleteFrom('plan_visit')
      .where('plan_id', '=', planId)
      .where('user_id', '=', userId)
      .where('date', '=', date)
      .executeTakeFirst();
    if (numDeletedRows > 0n) return;
    await trx.insertInto('plan_visit').values({ plan_id: planId, user_id: userId, date, at }).execute();
  });
}

/** Who came to a time of a plan, in the order in which they said so, of those who are in the group. */
export async function visitorsOf(
  db: Db,
  guildId: string,
  planId: string,
  date: string,
): Promise<readonly string[]> {
  const rows = await fromMembersOf(db, guildId)
    .innerJoin('plan_visit', 'plan_visit.user_id', 'membership.user_id')
    .select('plan_visit.user_id')
    .where('plan_id', '=', planId)
    .where('date', '=', date)
    .orderBy('plan_visit.at')
    .orderBy('plan_visit.user_id')
    .execute();
  return rows.map(({ user_id }) => user_id);
}

function repeating(repeat: Recurrence | null) {
  if (repeat === null) return {};
  return { rule: ruleText(repeat.repeat), time: repeat.time, from_date: repeat.from };
}

function toPlan(row: PlanRow): StudyPlan {
  const { rule, time, from_date: from, next_at: at, next_date: date, time_zone: timeZone } = row;
  const isRepeating = rule !== null && time !== null && from !== null;
  return {
    id: row.id,
    guildId: row.guild_id,
    madeBy: row.made_by,
    topicId: row.topic_id,
    where: row.channel_id === null ? { place: row.place ?? '' } : { channelId: row.channel_id },
    minutes: row.minutes,
    said: row.said,
    askedAt: row.asked_at,
    timeZone,
    repeat: isRepeating ? { repeat: readRule(rule), time, from, timeZone } : null,
    next: at === null || date === null ? null : { at, date },
    triedAt: row.tried_at,
    event: row.event_id === null || row.event_at === null ? null : { id: row.event_id, at: row.event_at },
    step: row.step,
  };
}

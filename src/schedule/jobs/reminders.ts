import { DEFAULT_ROADMAP } from '../../app.ts';
import { type Guild, guildOf } from '../../store/members/guilds.ts';
import { type Member, memberOf } from '../../store/members/members.ts';
import { mayPing } from '../../store/members/pings.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { isPausedOn } from '../../store/members/pauses.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { followedBy } from '../../store/roadmaps/followed.ts';
import { type LoadedRoadmap, loadRoadmaps } from '../../store/roadmaps/library.ts';
import { hasStudiedOn } from '../../store/sessions/days.ts';
import type { Db } from '../../store/schema.ts';
import { skillsOf } from '../../store/skills/mates.ts';
import {
  pickDayOf,
  type ShownPick,
  type StudyingDay,
  todaysPicks,
} from '../../store/suggestions/todays-picks.ts';
import {
  claimReminder,
  dueReminders,
  noteRefused,
  planReminder,
  putOffDirectMessages,
  type Reminder,
  stopReminder,
} from '../../store/reminders.ts';
import { cardsOf } from '../../store/review/cards.ts';
import { dueOf, reviewsOf } from '../../study/review/review.ts';
import { reminderBody } from '../../view/reminders.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';
import { isNoMember, isRefused } from '../../discord/discord-error.ts';
import { OutboxError } from '../../discord/outbox-error.ts';
import { decideReminder, nextReminder, type ReminderTime } from '../reminder-time.ts';
import { pauseAfter } from '../pauses.ts';
import { type Sent, sendOnce } from '../send-once.ts';
import { DAY } from '../../time/units.ts';

/**
 * Sends members the reminders that they asked for, at their hour and at most once a date. A member who has already
 * studied today gets none.
 */
export const reminders: Job = {
  name: 'reminders',
  of: 'guilds',
  async run(scheduler, now, signal) {
    let isTooFast = false;
    for (const reminder of await dueReminders(scheduler.app.db, scheduler.app.share, now)) {
      // The list was read before these reminders were put off.
      if (isTooFast && reminder.way === 'dm' && reminder.claim === null) continue;
      if (signal?.aborted === true) return;
      await scheduler.turn(signal);
      try {
        isTooFast = (await remind(scheduler, reminder, now)) === 'too-fast' || isTooFast;
      } catch (error) {
        scheduler.app.log.error({ cause: traceOf(error) }, 'a reminder could not be handled');
      }
    }
  },
};

/**
 * Where a reminder goes: the channel, and the ids of the roadmaps that it is about, the default one first. Or why it
 * cannot be sent: a trouble that may pass, or `left` if the member has left the group for good.
 */
type Way = { readonly channelId: string; readonly roadmapIds: readonly string[] } | Trouble | 'left';
type Trouble = Exclude<Sent, 'sent'>;

/** @returns what kept the reminder from being sent, or nothing */
async function remind(scheduler: Scheduler, reminder: Reminder, now: number): Promise<Trouble | void> {
  const { db } = scheduler.app;
  const { userId, next: planned, lastDate } = reminder;
  const member = await memberOf(db, userId);
  const time: ReminderTime = { timeZone: member.timeZone ?? reminder.timeZone, hour: reminder.hour };
  const moveOn = (after: string | null): Promise<void> =>
    planReminder(db, userId, nextReminder(time, now, after));
  if (planned === null) return;

  const decision = decideReminder(time, planned, now);
  if (decision === 'replan') return moveOn(lastDate);
  if (decision === 'skip' || !(await mayPing(db, 'reminders', userId))) return moveOn(planned.date);

  const way = await wayTo(scheduler, reminder, member);
  if (way === 'left') return stopReminder(db, userId, way);
  if (typeof way === 'string') return notSent(scheduler, reminder, way, now, () => moveOn(planned.date));
  const words = scheduler.app.wordsFor(member.locale ?? reminder.locale);
  const roadmaps = await loadRoadmaps(scheduler.app, way.roadmapIds, words.locale);
  const day = await dayOf(db, roadmaps, { userId, member, timeZone: time.timeZone, now });
  if (day === null) return moveOn(planned.date);

  const claim = reminder.claim ?? (await claimReminder(db, userId, planned, way.channelId, now));
  if (claim === null) return;
  const body = reminderBody(words, {
    claimId: claim.id,
    ...day,
    isOneOfSeveral: roadmaps.length > 1,
    isNamed: reminder.way === 'dm' || member.showTopics,
    userId,
    way: reminder.way,
  });
  const sent = await sendOnce(scheduler.app, claim, body, now);
  if (sent !== 'sent') return notSent(scheduler, reminder, sent, now, () => moveOn(planned.date));
  await moveOn(planned.date);
  await noteRefused(db, userId, null);
}

/** For so long, in ms, a member whose messages are refused for a reason that can pass is tried again once a day. */
const PATIENCE = 5 * DAY;

/**
 * Decides what follows when a reminder was not sent. It stops for good, waits for the next day, or waits longer and
 * longer together with all that need a new conversation. Only if Discord did not answer at all does the next tick try
 * again.
 */
async function notSent(
  { app: { db } }: Scheduler,
  { userId, way, tries, refusedSince }: Reminder,
  trouble: Trouble,
  now: number,
  moveOn: () => Promise<void>,
): Promise<Trouble> {
  switch (trouble) {
    case 'unavailable':
      break;
    case 'too-fast':
      await putOffDirectMessages(db, now, now + pauseAfter(tries));
      break;
    case 'refused':
      await moveOn();
      break;
    case 'no-access':
      if (way === 'mention') await stopReminder(db, userId, 'channel');
      else if (refusedSince !== null && now - refusedSince >= PATIENCE)
        await stopReminder(db, userId, 'refused');
      else {
        await noteRefused(db, userId, refusedSince ?? now);
        await moveOn();
      }
      break;
    case 'gone':
    case 'forbidden':
      await stopReminder(db, userId, way === 'dm' ? 'refused' : 'channel');
  }
  return trouble;
}

async function wayTo(scheduler: Scheduler, reminder: Reminder, member: Member): Promise<Way> {
  const { outbox } = scheduler.app;
  const { app } = scheduler;
  const { userId, guildId } = reminder;
  try {
    if (reminder.way === 'dm') {
      const channelId = reminder.claim?.channelId ?? (await outbox.openDm(userId));
      return { channelId, roadmapIds: await followedIn(app.db, member, null) };
    }
    const guild = guildId === null ? null : await guildOf(app.db, guildId);
    if (guild === null || !(await hasJoined(app.db, guild.id, userId))) return 'left';
    if (!outbox.available(guild.id)) return 'unavailable';
    if (guild.channelId === null || guild.roadmapId === null) return 'gone';
    // Discord does not tell the bot when a person leaves a server, so it has to be asked.
    if (!(await outbox.isMember(guild.id, userId))) return 'left';
    return { channelId: guild.channelId, roadmapIds: await followedIn(app.db, member, guild) };
  } catch (error) {
    if (error instanceof OutboxError) return error.reason === 'lost-sight' ? 'unavailable' : error.reason;
    // Nobody can be written to, because the account no longer exists.
    if (isNoMember(error)) return 'forbidden';
    if (!isRefused(error)) throw error;
    app.log.error({ cause: traceOf(error) }, 'Discord does not take a request for a reminder');
    return 'refused';
  }
}

/** The ids of the roadmaps that a member follows in a guild, or in direct messages, the default one first. */
async function followedIn(db: Db, member: Member, guild: Guild | null): Promise<readonly string[]> {
  const reader = { userId: member.userId, guildId: guild?.id ?? null };
  const defaults = { guild: guild?.roadmapId ?? null, member: member.roadmapId };
  const followed = await followedBy(db, reader, defaults);
  return followed.length > 0 ? followed.map(({ id }) => id) : [DEFAULT_ROADMAP];
}

/** What a reminder says about a member's day. */
interface Day {
  readonly picks: readonly ShownPick[];
  readonly picksOf: LoadedRoadmap | null;
  readonly due: number;
  readonly dueIn: readonly LoadedRoadmap[];
}

/**
 * The member's picks from the first roadmap that has any, and their due reviews in all roadmaps. If several roadmaps
 * share a skill, its review counts once. Null if there is nothing, or if the member has already studied
 * today or planned a pause.
 */
async function dayOf(
  db: Db,
  roadmaps: readonly LoadedRoadmap[],
  day: Omit<StudyingDay, 'roadmap'>,
): Promise<Day | null> {
  const { userId } = day;
  const [usual] = roadmaps;
  if (usual === undefined) return null;
  const { date: today } = pickDayOf({ ...day, roadmap: usual });
  if (await hasStudiedOn(db, userId, today, day.now)) return null;
  if (await isPausedOn(db, userId, today)) return null;
  let picks: readonly ShownPick[] = [];
  let picksOf: LoadedRoadmap | null = null;
  for (const roadmap of roadmaps) {
    picksOf = roadmap;
    picks = (await todaysPicks(db, { ...day, roadmap })).picks;
    if (picks.length > 0) break;
  }
  const due = new Set<string>();
  const dueIn: LoadedRoadmap[] = [];
  for (const roadmap of roadmaps) {
    const { progress } = await studyOf(db, userId, roadmap);
    const cards = await cardsOf(db, userId, roadmap.id);
    const topics = dueOf(reviewsOf(roadmap, progress, cards, today), today).map(({ node }) => node.id);
    if (topics.length === 0) continue;
    dueIn.push(roadmap);
    for (const skill of (await skillsOf(db, userId, topics)).values()) due.add(skill);
  }
  return picks.length + due.size === 0 ? null : { picks, picksOf, due: due.size, dueIn };
}

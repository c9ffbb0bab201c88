import { DEFAULT_ROADMAP } from '../../app.ts';
import { guildOf } from '../../store/members/guilds.ts';
import { type Member, memberOf } from '../../store/members/members.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { progressOf } from '../../store/progress/progress.ts';
import {
  claimReminder,
  dueReminders,
  planReminder,
  type Reminder,
  stopReminder,
} from '../../store/review/reminders.ts';
import { cardsOf } from '../../store/review/reviews.ts';
import type { ReminderStop } from '../../store/schema.ts';
import { dueOf, reviewsOf } from '../../study/review/review.ts';
import { studyDay } from '../../time/study-day.ts';
import { reminderBody } from '../../view/review/reminder.ts';
import { wordsFor } from '../../words/index.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';
import { OutboxError } from '../../discord/outbox.ts';
import { decideReminder, nextReminder, type ReminderTime } from '../reminder-time.ts';
import { sendOnce } from '../send-once.ts';
import { SPACING } from '../spread.ts';

/** Reminds those who asked for it, at their hour, if something is due: at most once a date, and never at night. */
export const reviewReminders: Job = {
  name: 'review reminders',
  async run(scheduler, now, signal) {
    for (const [place, reminder] of (await dueReminders(scheduler.app.db, now)).entries()) {
      if (place > 0) await scheduler.wait(SPACING, signal);
      if (signal?.aborted === true) return;
      try {
        await remind(scheduler, reminder, now);
      } catch (error) {
        scheduler.app.log.error({ cause: traceOf(error) }, 'a reminder of reviews could not be handled');
      }
    }
  },
};

/** Where a reminder goes: a channel; or nowhere now (`later`), or no more. */
type Way = { readonly channelId: string; readonly roadmapId: string } | 'later' | ReminderStop;

async function remind(scheduler: Scheduler, reminder: Reminder, now: number): Promise<void> {
  const { db } = scheduler.app;
  const { userId, next: planned, lastDate } = reminder;
  const member = await memberOf(db, userId);
  const time: ReminderTime = { timeZone: member.timeZone ?? reminder.timeZone, hour: reminder.hour };
  const moveOn = (after: string | null): Promise<void> =>
    planReminder(db, userId, nextReminder(time, now, after));
  if (planned === null) return;

  const decision = decideReminder(time, planned, now);
  if (decision === 'replan') return moveOn(lastDate);
  if (decision === 'skip') return moveOn(planned.date);

  const way = await wayTo(scheduler, reminder, member);
  if (way === 'later') return;
  if (typeof way === 'string') return stopReminder(db, userId, way);
  const due = await countDue(scheduler, way.roadmapId, member, time.timeZone, now);
  if (due === 0) return moveOn(planned.date);

  const claim = reminder.claim ?? (await claimReminder(db, userId, planned, way.channelId, now));
  if (claim === null) return;
  const words = wordsFor(member.locale ?? reminder.locale);
  const body = reminderBody(words, { claimId: claim.id, due, userId, way: reminder.way });
  const sent = await sendOnce(scheduler.app, claim, body, now);
  if (sent === 'sent') await moveOn(planned.date);
  else if (sent !== 'later') await stopReminder(db, userId, reminder.way === 'dm' ? 'refused' : 'channel');
}

async function wayTo(scheduler: Scheduler, reminder: Reminder, member: Member): Promise<Way> {
  const { outbox } = scheduler.app;
  const { app } = scheduler;
  const { userId, guildId } = reminder;
  try {
    if (reminder.way === 'dm') {
      const channelId = reminder.claim?.channelId ?? (await outbox.openDm(userId));
      return { channelId, roadmapId: member.roadmapId ?? DEFAULT_ROADMAP };
    }
    const guild = guildId === null ? null : await guildOf(app.db, guildId);
    if (guild === null || !(await hasJoined(app.db, guild.id, userId))) return 'left';
    if (!outbox.available(guild.id)) return 'later';
    if (guild.channelId === null || guild.roadmapId === null) return 'channel';
    // A person who leaves a server tells Discord, and Discord does not tell the bot.
    if (!(await outbox.isMember(guild.id, userId))) return 'left';
    return { channelId: guild.channelId, roadmapId: guild.roadmapId };
  } catch (error) {
    if (!(error instanceof OutboxError)) throw error;
    if (error.reason === 'unavailable') return 'later';
    return reminder.way === 'dm' ? 'refused' : 'channel';
  }
}

async function countDue(
  { app: { db, library } }: Scheduler,
  roadmapId: string,
  member: Member,
  timeZone: string,
  now: number,
): Promise<number> {
  const roadmap = await library.roadmap(db, roadmapId);
  if (roadmap === null) return 0;
  const progress = await progressOf(db, member.userId, roadmapId);
  const cards = await cardsOf(db, member.userId, roadmapId);
  const today = studyDay(now, timeZone, member.dayStart);
  return dueOf(reviewsOf(roadmap, progress, cards, today), today).length;
}

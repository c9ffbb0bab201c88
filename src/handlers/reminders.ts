import { guildOf } from '../store/members/guilds.ts';
import { zoneAround, NOBODYS_ZONE } from '../store/members/clocks.ts';
import { ensureMember, memberOf } from '../store/members/members.ts';
import { allowPing, mayPing } from '../store/members/pings.ts';
import { hasJoined } from '../store/members/memberships.ts';
import { noteChoice } from '../store/members/last-choice.ts';
import { once } from '../store/once.ts';
import {
  pauseReminder,
  planReminder,
  type Reminder,
  REMINDER_HOURS,
  reminderOf,
  stopReminder,
  USUAL_REMINDER_HOUR,
  writeReminder,
} from '../store/reminders.ts';
import type { Db } from '../store/schema.ts';
import type { ReminderWay } from '../store/reminder-tables.ts';
import { nextReminder } from '../schedule/reminder-time.ts';
import { outdatedView } from '../view/failure.ts';
import { hourText, stoppedView, reminderView } from '../view/reminders.ts';
import { type Answer, show, tell } from '../discord/answer.ts';
import type { Call } from '../discord/command.ts';
import { Refusal } from '../discord/refusal.ts';
import { dateOf, dayNumber } from '../time/study-day.ts';
import { write } from '../store/write.ts';
import { localDate } from '../time/local.ts';

/** The panel that shows how the member is reminded, and the other ways. */
export async function reminderPanel(call: Call, note: string | null = null): Promise<Answer> {
  const { app, guild, guildId, userId } = call;
  const reminder = await reminderOf(app.db, userId);
  const timeZone = await knownZone(call, reminder);
  const panel = {
    reminder,
    timeZone,
    pausedUntil: isOn(reminder) ? pauseOf(reminder, timeZone, call.now) : null,
    channelId: guild?.channelId ?? null,
    hasJoined: guildId !== null && (await hasJoined(app.db, guildId, userId)),
  };
  return show(reminderView(call.words, panel, note));
}

/** Turns reminders on, or changes their way. */
export async function remindBy(call: Call, way: ReminderWay): Promise<Answer> {
  const { app, guildId, userId } = call;
  const here = way === 'mention' ? guildId : null;
  if (way === 'mention') {
    const guild = here === null ? null : await guildOf(app.db, here);
    const joined = here !== null && (await hasJoined(app.db, here, userId));
    if (guild?.channelId === null || guild === null || !joined) return reminderPanel(call);
  }
  const before = await reminderOf(app.db, userId);
  // Without a time zone the hour is unknown, so the panel asks for the zone.
  if ((await knownZone(call, before)) === null) return reminderPanel(call);
  await keepReminder(call, before, { way, guildId: here, hour: before?.hour ?? USUAL_REMINDER_HOUR });
  return reminderPanel(call, call.words.reminder.saved);
}

/** @throws Refusal for an hour that cannot be chosen */
export async function chooseHour(call: Call, hour: number): Promise<Answer> {
  if (hour < REMINDER_HOURS.first || hour > REMINDER_HOURS.last) throw new Refusal(outdatedView);
  const before = await reminderOf(call.app.db, call.userId);
  if (!isOn(before)) return reminderPanel(call);
  await keepReminder(call, before, { way: before.way, guildId: before.guildId, hour });
  return reminderPanel(call, call.words.reminder.saved);
}

/** How many days a pause lasts, today included. */
const PAUSE_DAYS = 7;

/**
 * Pauses the member's reminders for a week with one tap. If somebody else presses under a mention, it is about their
 * own reminders.
 */
export async function pause(call: Call): Promise<Answer> {
  return quietUntil(call, (today) => dateOf(dayNumber(today) + PAUSE_DAYS - 1));
}

/** Ends a pause. The member is here now, so the next reminder comes tomorrow. */
export async function resume(call: Call): Promise<Answer> {
  return quietUntil(call, (today) => today);
}

async function quietUntil(call: Call, until: (today: string) => string): Promise<Answer> {
  const { app, userId, member, now, actor } = call;
  const isDone = await write(app.db, async (trx) => {
    await once(trx, actor.interactionId, now);
    const reminder = await reminderOf(trx, userId);
    if (!isOn(reminder)) return false;
    const time = { timeZone: member.timeZone ?? reminder.timeZone, hour: reminder.hour };
    const date = until(localDate(now, time.timeZone));
    await pauseReminder(trx, userId, date, nextReminder(time, now, date));
    return true;
  });
  return isDone ? reminderPanel(call) : tell(stoppedView(call.words, false));
}

/**
 * Stops the member's reminders with one tap. If somebody else presses under a mention, it is about their own
 * reminders.
 */
export async function stop(call: Call): Promise<Answer> {
  return tell(stoppedView(call.words, await stopReminders(call)));
}

/**
 * @returns whether reminders were on
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function stopReminders({ app, userId, actor }: Call): Promise<boolean> {
  return write(app.db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const wasOn = isOn(await reminderOf(trx, userId));
    await stopReminder(trx, userId, 'muted');
    await noteChoice(trx, actor, 'settings');
    return wasOn;
  });
}

/** How and at which hour a member is reminded. Null if they are not. */
export async function reminderTime({
  app,
  userId,
}: Call): Promise<{ readonly way: ReminderWay; readonly at: string } | null> {
  const reminder = await reminderOf(app.db, userId);
  if (!isOn(reminder) || !(await mayPing(app.db, 'reminders', userId))) return null;
  return { way: reminder.way, at: hourText(reminder.hour) };
}

/** Why reminders have stopped by themselves. The reason is shown once. */
export async function stoppedNote({ app, userId, words }: Call): Promise<string | null> {
  const reminder = await reminderOf(app.db, userId);
  const why = reminder?.stopped ?? 'muted';
  if (why === 'muted') return null;
  await stopReminder(app.db, userId, 'muted');
  return words.reminder.stopped[why];
}

/** Plans the next reminder again after a member has changed their time zone. `now`: epoch ms. */
export async function replanReminder(db: Db, userId: string, now: number): Promise<void> {
  const reminder = await reminderOf(db, userId);
  // A reminder that is being sent is finished first. It then plans the next one itself.
  if (!isOn(reminder) || reminder.claim !== null) return;
  const timeZone = (await memberOf(db, userId)).timeZone ?? reminder.timeZone;
  await planReminder(db, userId, nextReminder({ timeZone, hour: reminder.hour }, now, reminder.lastDate));
}

async function keepReminder(
  call: Call,
  before: Reminder | null,
  asked: Pick<Reminder, 'way' | 'guildId' | 'hour'>,
): Promise<void> {
  const { app, userId, interaction, now, actor } = call;
  const timeZone = (await knownZone(call, before)) ?? call.timeZone;
  await write(app.db, async (trx) => {
    await once(trx, actor.interactionId, now);
    await ensureMember(trx, userId, now);
    await noteChoice(trx, actor, 'settings');
    await allowPing(trx, userId, 'reminders');
    await writeReminder(trx, {
      ...asked,
      userId,
      timeZone,
      locale: interaction.locale,
      next: nextReminder({ timeZone, hour: asked.hour }, now, before?.lastDate ?? null),
    });
  });
}

/** The time zone that a member or one of their groups has set, or the one of the reminder. Null if none is known. */
async function knownZone(
  { app, userId, guildId, member }: Call,
  reminder: Reminder | null,
): Promise<string | null> {
  if (member.timeZone !== null) return member.timeZone;
  return isOn(reminder) ? reminder.timeZone : zoneAround(app.db, userId, guildId);
}

/** The last date of a pause, or null if there is none. If that date is today, today's reminder was simply sent. */
function pauseOf({ lastDate }: Reminder, timeZone: string | null, now: number): string | null {
  const today = localDate(now, timeZone ?? NOBODYS_ZONE);
  return lastDate !== null && lastDate > today ? lastDate : null;
}

function isOn(reminder: Reminder | null): reminder is Reminder {
  return reminder !== null && reminder.stopped === null;
}

import { guildOf } from '../../store/members/guilds.ts';
import { ensureMember, memberOf } from '../../store/members/members.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { once } from '../../store/once.ts';
import {
  planReminder,
  type Reminder,
  REMINDER_HOURS,
  reminderOf,
  stopReminder,
  USUAL_REMINDER_HOUR,
  writeReminder,
} from '../../store/review/reminders.ts';
import type { Db, ReminderWay } from '../../store/schema.ts';
import { nextReminder } from '../../schedule/reminder-time.ts';
import { outdatedView } from '../../view/failure.ts';
import { hourText, mutedView, reminderView } from '../../view/review/reminder.ts';
import { type Answer, show, tell } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';

/** How the member is reminded now, and the other ways. */
export async function reminderPanel(call: Call, note: string | null = null): Promise<Answer> {
  const { app, guild, guildId, userId } = call;
  const reminder = await reminderOf(app.db, userId);
  const panel = {
    reminder,
    timeZone: call.member.timeZone ?? (isOn(reminder) ? reminder.timeZone : call.timeZone),
    isZoneKnown: call.member.timeZone !== null || (guild?.timeZone ?? null) !== null || isOn(reminder),
    channelId: guild?.channelId ?? null,
    hasJoined: guildId !== null && (await hasJoined(app.db, guildId, userId)),
  };
  return show(reminderView(call.words, panel, note));
}

/** Turns reminding on, or turns it over to another way. */
export async function remindBy(call: Call, way: ReminderWay): Promise<Answer> {
  const { app, guildId, userId } = call;
  const here = way === 'mention' ? guildId : null;
  if (way === 'mention') {
    const guild = here === null ? null : await guildOf(app.db, here);
    const joined = here !== null && (await hasJoined(app.db, here, userId));
    if (guild?.channelId === null || guild === null || !joined) return reminderPanel(call);
  }
  const before = await reminderOf(app.db, userId);
  await write(call, before, { way, guildId: here, hour: before?.hour ?? USUAL_REMINDER_HOUR });
  return reminderPanel(call, call.words.reminder.saved);
}

/** @throws Refusal for an hour at which nobody is reminded */
export async function chooseHour(call: Call, hour: number): Promise<Answer> {
  if (hour < REMINDER_HOURS.first || hour > REMINDER_HOURS.last) throw new Refusal(outdatedView);
  const before = await reminderOf(call.app.db, call.userId);
  if (!isOn(before)) return reminderPanel(call);
  await write(call, before, { way: before.way, guildId: before.guildId, hour });
  return reminderPanel(call, call.words.reminder.saved);
}

/** One tap, and it is quiet. Under a mention somebody else may press; then it is about themselves. */
export async function mute(call: Call): Promise<Answer> {
  return tell(mutedView(call.words, await muteReminders(call)));
}

/**
 * @returns whether there was anything to mute
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function muteReminders({ app, userId, actor }: Call): Promise<boolean> {
  return app.db.transaction().execute(async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const wasOn = isOn(await reminderOf(trx, userId));
    await stopReminder(trx, userId, 'muted');
    return wasOn;
  });
}

/** How, and at which hour, a member is reminded; null: not at all. */
export async function reminderTime({
  app,
  userId,
}: Call): Promise<{ readonly way: ReminderWay; readonly at: string } | null> {
  const reminder = await reminderOf(app.db, userId);
  return isOn(reminder) ? { way: reminder.way, at: hourText(reminder.hour) } : null;
}

/** The reason why reminders have stopped by themselves. It is shown once. */
export async function stoppedNote({ app, userId, words }: Call): Promise<string | null> {
  const reminder = await reminderOf(app.db, userId);
  const why = reminder?.stopped ?? 'muted';
  if (why === 'muted') return null;
  await stopReminder(app.db, userId, 'muted');
  return words.reminder.stopped[why];
}

/** Plans anew, when a member has another time zone now. `now`: epoch ms. */
export async function replanReminder(db: Db, userId: string, now: number): Promise<void> {
  const reminder = await reminderOf(db, userId);
  // A reminder under way is finished first, and plans the next one.
  if (!isOn(reminder) || reminder.claim !== null) return;
  const timeZone = (await memberOf(db, userId)).timeZone ?? reminder.timeZone;
  await planReminder(db, userId, nextReminder({ timeZone, hour: reminder.hour }, now, reminder.lastDate));
}

async function write(
  { app, userId, member, timeZone, interaction, now, actor }: Call,
  before: Reminder | null,
  asked: Pick<Reminder, 'way' | 'guildId' | 'hour'>,
): Promise<void> {
  const own = member.timeZone ?? (isOn(before) ? before.timeZone : timeZone);
  await app.db.transaction().execute(async (trx) => {
    await once(trx, actor.interactionId, now);
    await ensureMember(trx, userId, now);
    await writeReminder(trx, {
      ...asked,
      userId,
      timeZone: own,
      locale: interaction.locale,
      next: nextReminder({ timeZone: own, hour: asked.hour }, now, before?.lastDate ?? null),
    });
  });
}

function isOn(reminder: Reminder | null): reminder is Reminder {
  return reminder !== null && reminder.stopped === null;
}

import { z } from 'zod';
import type { Answer } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { changeMember, type MemberSettings } from '../../store/members/members.ts';
import { once } from '../../store/once.ts';
import { LATEST_DAY_START } from '../../time/study-day.ts';
import { AS_DISCORD, FADING_FROM, type SettingsPanel } from '../../view/settings/settings.ts';
import { isLanguage } from '../../words/index.ts';
import { replanMemos } from '../memos.ts';
import { stopReminders, replanReminder } from '../reminders.ts';
import { settingsPanel } from './panel.ts';
import { write } from '../../store/write.ts';

const hour = z.string().min(1).transform(Number).pipe(z.number().int().min(0).max(LATEST_DAY_START));
const language = z.union([z.literal(AS_DISCORD), z.string().refine(isLanguage)]);
const threshold = z.coerce
  .number<string>()
  .refine((percent) => Object.values(FADING_FROM).some((offered) => offered === percent));
const CHANGEABLE = [
  'timeZone',
  'dayStart',
  'locale',
  'showTopics',
  'showProgress',
  'theme',
  'fadingBelow',
  'tellRoles',
  'countsRooms',
  'pingEnd',
] as const satisfies readonly (keyof MemberSettings)[];
const theme = z.enum(['dark', 'light']);
const visibility = z.tuple([z.enum(['topics', 'progress']), z.enum(['yes', 'no'])]);

/** Sets the hour at which the member's day begins. */
export function chooseDayStart(call: PressCall): Promise<Answer> {
  return changeSettings(call, { dayStart: argument(hour, call.values[0]) });
}

/** Sets the member's language, or lets it follow Discord's. */
export function chooseLanguage(call: PressCall): Promise<Answer> {
  const chosen = argument(language, call.values[0]);
  return changeSettings(call, { locale: chosen === AS_DISCORD ? null : chosen });
}

/** Sets whether others see the member's topics, or their progress. */
export function chooseVisibility(call: PressCall): Promise<Answer> {
  const [what, whether] = argument(visibility, call.args);
  const isShown = whether === 'yes';
  return changeSettings(call, what === 'topics' ? { showTopics: isShown } : { showProgress: isShown });
}

/** Sets the chance of remembering below which a topic counts as fading. */
export function chooseFading(call: PressCall): Promise<Answer> {
  return changeSettings(call, { fadingBelow: argument(threshold, call.values[0]) });
}

/** Sets whether the member sees dark or light pictures. */
export function chooseTheme(call: PressCall): Promise<Answer> {
  return changeSettings(call, { theme: argument(theme, call.args[0]) });
}

/** Ends the member's reminders. */
export async function mute(call: Call): Promise<Answer> {
  await stopReminders(call);
  return settingsPanel(call, 'reminder');
}

/**
 * Stores a member's choice, and shows the panel with it.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function changeSettings(call: Call, changed: MemberSettings): Promise<Answer> {
  await storeSettings(call, changed);
  return settingsPanel(call, changedIn(changed));
}

/**
 * Stores a member's choice.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function storeSettings(call: Call, changed: MemberSettings): Promise<void> {
  await write(call.app.db, async (trx) => {
    // Otherwise a delayed second delivery of an older choice could undo a newer one.
    await once(trx, call.actor.interactionId, call.now);
    await changeMember(trx, call.userId, changed, call.now);
    if (changed.timeZone !== undefined) {
      await replanReminder(trx, call.userId, call.now);
      if (changed.timeZone !== null) await replanMemos(trx, call.userId, changed.timeZone, call.now);
    }
  });
}

/** The setting that was changed. Only one is changed at a time. */
function changedIn(changed: MemberSettings): SettingsPanel['saved'] {
  return CHANGEABLE.find((key) => changed[key] !== undefined) ?? null;
}

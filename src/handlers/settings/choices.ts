import { z } from 'zod';
import type { Answer } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { changeMember, type MemberSettings } from '../../store/members/members.ts';
import { noteChoice } from '../../store/members/last-choice.ts';
import { once } from '../../store/once.ts';
import { AS_DISCORD, SEEN, type SettingsPanel } from '../../view/settings/settings.ts';
import { isLanguage } from '../../words/index.ts';
import { replanMemos } from '../memos.ts';
import { stopReminders, replanReminder } from '../reminders.ts';
import { settingsPanel } from './panel.ts';
import { write } from '../../store/write.ts';

const language = z.union([z.literal(AS_DISCORD), z.string().refine(isLanguage)]);
const CHANGEABLE = [
  'timeZone',
  'locale',
  'showTopics',
  'showProgress',
  'theme',
] as const satisfies readonly (keyof MemberSettings)[];
const theme = z.enum(['dark', 'light']);

/** Sets the member's language, or lets it follow Discord's. */
export function chooseLanguage(call: PressCall): Promise<Answer> {
  const chosen = argument(language, call.values[0]);
  return changeSettings(call, { locale: chosen === AS_DISCORD ? null : chosen });
}

/** Sets what others see of the member. */
export function chooseSeen(call: PressCall): Promise<Answer> {
  return changeSettings(
    call,
    SEEN[argument(z.enum(['both', 'topics', 'progress', 'nothing']), call.values[0])],
  );
}

/** Sets whether the member sees dark or light pictures. */
export function chooseTheme(call: PressCall): Promise<Answer> {
  return changeSettings(call, { theme: argument(theme, call.args[0] ?? call.values[0]) });
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
    await noteChoice(trx, call.actor, 'settings');
    if (changed.timeZone !== undefined) {
      await replanReminder(trx, call.userId, call.now);
      if (changed.timeZone !== null) await replanMemos(trx, call.userId, changed.timeZone, call.now);
    }
  });
}

/** The setting that was changed. Where two are changed at a time, they stand in one list. */
function changedIn(changed: MemberSettings): SettingsPanel['saved'] {
  return CHANGEABLE.find((key) => changed[key] !== undefined) ?? null;
}

import { type Answer, ask } from '../../discord/answer.ts';
import type { Call, Choice, FormCall, TypingCall } from '../../discord/command.ts';
import { timeOfDay } from '../../time/time-of-day.ts';
import { timeZoneChoices, timeZoneOf } from '../../time/time-zone.ts';
import { customId } from '../../view/custom-id.ts';
import { CLOCK, clockForm, typedBefore } from '../../view/setup/clock-form.ts';
import { saveSettings, settingsOf } from './guild-settings.ts';
import { setupChoices, setupPanel } from './panel.ts';

/** Time zones that match what an organiser has typed so far. */
export function completeTimeZone({ typed, now, interaction, words }: TypingCall): Promise<readonly Choice[]> {
  return Promise.resolve(timeZoneChoices(typed.text, now, interaction.locale, words.place));
}

/**
 * Shows the panel. A time zone that was typed with the command is stored at once. If it is not clear, the panel
 * offers the zones that may be meant.
 * @throws Refusal for anybody but organisers, and outside of servers
 */
export async function openSetup(call: Call, typed: string | null): Promise<Answer> {
  if (typed === null) return setupPanel(call);
  const timeZone = timeZoneOf(typed);
  if (timeZone === null) {
    const { dailyAt } = (await settingsOf(call)).stored;
    return setupPanel(call, { typed: { at: dailyAt, zone: typed, badAt: false, badZone: true } });
  }
  await saveSettings(call, { timeZone });
  return setupPanel(call);
}

/** The form for the time and the zone of the posts. `carried`: what was typed before, as the button carries it. */
export async function openClock(call: Call, carried: string | undefined): Promise<Answer> {
  const { dailyAt, timeZone } = (await settingsOf(call)).proposed;
  const typed = typedBefore(carried) ?? {
    at: dailyAt,
    zone: timeZone === null ? '' : toType(call, timeZone),
  };
  return ask(clockForm(call.words, customId('setup-clock'), typed));
}

/** A zone as somebody would type it: by its city, if that names no other zone. */
function toType({ words }: Call, zone: string): string {
  const place = words.place(zone);
  return timeZoneOf(place) === zone ? place : zone;
}

/**
 * Stores the time and the zone if they can be read. What cannot be read comes back with the panel, to be corrected.
 */
export async function setClock(call: FormCall): Promise<Answer> {
  const typed = {
    at: call.fields.getTextInputValue(CLOCK.at),
    zone: call.fields.getTextInputValue(CLOCK.zone),
  };
  const [dailyAt, timeZone] = [timeOfDay(typed.at), timeZoneOf(typed.zone)];
  await saveSettings(call, { ...(dailyAt !== null && { dailyAt }), ...(timeZone !== null && { timeZone }) });
  if (dailyAt !== null && timeZone !== null) return setupChoices(call);
  return setupChoices(call, { typed: { ...typed, badAt: dailyAt === null, badZone: timeZone === null } });
}

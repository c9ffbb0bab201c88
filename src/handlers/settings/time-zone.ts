import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, Choice, FormCall, TypingCall } from '../../discord/command.ts';
import { nearZones } from '../../time/likely-zones.ts';
import { timeZoneChoices, timeZoneOf, ZONE_LENGTH } from '../../time/time-zone.ts';
import { carriedText, textCarried } from '../../view/custom-id.ts';
import { clip, plain } from '../../view/escape.ts';
import { SETTINGS_FIELD, whichZoneView, zoneForm } from '../../view/settings/settings.ts';
import { changeSettings } from './choices.ts';
import { settingsPanel } from './panel.ts';

/** Time zones that match what the member has typed so far. */
export function completeTimeZone(call: TypingCall): Promise<readonly Choice[]> {
  return Promise.resolve(timeZoneChoices(call.typed.text, call.now, localeOf(call), call.words.place));
}

/** Shows the settings. A time zone that was typed with the command is stored at once. */
export function openSettings(call: Call, typed: string | null): Promise<Answer> {
  return typed === null ? settingsPanel(call) : setTimeZone(call, typed);
}

/** The form for a time zone. `carried`: what was typed before, as the button carries it. */
export function openZoneForm(call: Call, carried = ''): Promise<Answer> {
  const typed = clip(plain(textCarried(carried)), ZONE_LENGTH);
  return Promise.resolve(ask(zoneForm(call.words, call.words.place(call.timeZone), typed)));
}

/** Takes the form for a time zone. */
export function takeZoneForm(call: FormCall): Promise<Answer> {
  return setTimeZone(call, call.fields.getTextInputValue(SETTINGS_FIELD.zone));
}

/** Stores the time zone that a member means. If it is not clear, offers the zones that may be meant. */
export async function setTimeZone(call: Call, typed: string): Promise<Answer> {
  const timeZone = timeZoneOf(typed);
  if (timeZone !== null) return changeSettings(call, { timeZone });
  const near = nearZones(typed, call.now, localeOf(call), call.words.place);
  return show(whichZoneView(call.words, typed, near, call.member.timeZone, carriedText(plain(typed))));
}

/** The locale for guessing a zone. It says more than the language does: for British English, London comes first. */
function localeOf({ member, interaction }: Call): string {
  return member.locale ?? interaction.locale;
}

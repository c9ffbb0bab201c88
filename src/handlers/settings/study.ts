import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { memberOf, type MemberSettings } from '../../store/members/members.ts';
import { chooseHelps, helps } from '../../store/company/help.ts';
import { allowPing } from '../../store/members/pings.ts';
import { studyRooms } from '../../store/rooms/rooms.ts';
import { LATEST_DAY_START } from '../../time/study-day.ts';
import { FADING_FROM, type SettingsPanel } from '../../view/settings/settings.ts';
import { studySettingsView } from '../../view/settings/study.ts';
import { memberOfGroup } from '../company/member-of-group.ts';
import { storeSettings } from './choices.ts';

const SETTINGS = {
  end: 'pingEnd',
  roles: 'tellRoles',
  rooms: 'countsRooms',
} as const satisfies Readonly<Record<string, keyof MemberSettings>>;
const hour = z.string().min(1).transform(Number).pipe(z.number().int().min(0).max(LATEST_DAY_START));
const threshold = z.coerce
  .number<string>()
  .refine((percent) => Object.values(FADING_FROM).some((offered) => offered === percent));
const choice = z.tuple([z.enum(['end', 'roles', 'rooms', 'help']), z.enum(['on', 'off'])]);

/** The page of the settings about study time and roles. */
export async function studySettings(
  call: Call,
  note: string | null = null,
  saved: SettingsPanel['saved'] = null,
): Promise<Answer> {
  const { app, guildId, userId, words } = call;
  const member = await memberOf(app.db, userId);
  const rooms = app.rooms === null ? null : guildId === null ? [] : await studyRooms(app.db, guildId);
  const answers = guildId !== null && call.asking.hasJoined ? await helps(app.db, guildId, userId) : null;
  return show(studySettingsView(words, { member, rooms, answers, note, saved }));
}

/** Sets the hour at which the member's day begins. */
export async function chooseDayStart(call: PressCall): Promise<Answer> {
  await storeSettings(call, { dayStart: argument(hour, call.values[0]) });
  return studySettings(call, null, 'dayStart');
}

/** Sets the chance of remembering below which a topic counts as fading. */
export async function chooseFading(call: PressCall): Promise<Answer> {
  await storeSettings(call, { fadingBelow: argument(threshold, call.values[0]) });
  return studySettings(call, null, 'fadingBelow');
}

/** Switches one of these settings on or off. Time in study rooms counts from this moment, or until this moment. */
export async function chooseStudySetting(call: PressCall): Promise<Answer> {
  const { app, userId, words } = call;
  const [what, whether] = argument(choice, call.args);
  const isOn = whether === 'on';
  if (what === 'help') return chooseAnswering(call, isOn);
  await storeSettings(call, { [SETTINGS[what]]: isOn });
  // Not before: a sign of the member that is handled meanwhile would begin another stay.
  if (what === 'rooms' && !isOn) await app.rooms?.switchOff(userId);
  if (what === 'end' && isOn) await allowPing(app.db, userId, 'ends');
  if (what === 'rooms' && isOn) await app.rooms?.switchOn(userId);
  return studySettings(call, what === 'roles' && isOn ? words.roles.telling : null);
}

/** Sets whether others of this group may ask the member for help. */
async function chooseAnswering(call: PressCall, isOn: boolean): Promise<Answer> {
  const { app, actor, userId } = call;
  const guildId = await memberOfGroup(call, (words) => words.helping.joinFirst);
  await chooseHelps(app.db, actor, guildId, isOn);
  if (isOn) await allowPing(app.db, userId, 'helping');
  return studySettings(call);
}

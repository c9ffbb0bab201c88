import { z } from 'zod';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument } from '../../discord/refusal.ts';
import { memberOf, type MemberSettings } from '../../store/members/members.ts';
import { allowPing } from '../../store/members/pings.ts';
import { studyRooms } from '../../store/rooms/rooms.ts';
import { studySettingsView } from '../../view/settings/study.ts';
import { storeSettings } from './choices.ts';

const SETTINGS = {
  end: 'pingEnd',
  roles: 'tellRoles',
  rooms: 'countsRooms',
} as const satisfies Readonly<Record<string, keyof MemberSettings>>;
const choice = z.tuple([z.enum(['end', 'roles', 'rooms']), z.enum(['on', 'off'])]);

/** The page of the settings about study time and roles. */
export async function studySettings(call: Call, note: string | null = null): Promise<Answer> {
  const { app, guildId, userId, words } = call;
  const member = await memberOf(app.db, userId);
  const rooms = app.rooms === null ? null : guildId === null ? [] : await studyRooms(app.db, guildId);
  return show(studySettingsView(words, { member, rooms, note }));
}

/** Switches one of these settings on or off. Time in study rooms counts from this moment, or until this moment. */
export async function chooseStudySetting(call: PressCall): Promise<Answer> {
  const { app, userId, words } = call;
  const [what, whether] = argument(choice, call.args);
  const isOn = whether === 'on';
  if (what === 'rooms' && !isOn) await app.rooms?.switchOff(userId);
  await storeSettings(call, { [SETTINGS[what]]: isOn });
  if (what === 'end' && isOn) await allowPing(app.db, userId, 'ends');
  if (what === 'rooms' && isOn) await app.rooms?.switchOn(userId);
  return studySettings(call, what === 'roles' && isOn ? words.roles.telling : null);
}

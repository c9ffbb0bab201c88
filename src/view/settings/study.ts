import type { Member } from '../../store/members/members.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, type Message, row, section, select, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { roomsHere } from '../rooms.ts';
import { onOff } from '../on-off.ts';
import { dayStarts, type SettingsPanel, thresholds, told } from './settings.ts';

/** The page of a member's settings about study time and roles. */
export interface StudySettings {
  readonly member: Member;
  /** The study rooms of this server; null if the operator has not allowed them. */
  readonly rooms: readonly string[] | null;
  /** Whether the member answers questions of this group; null where there is no group of theirs. */
  readonly answers: boolean | null;
  /** The setting that was just changed, or null. */
  readonly saved: SettingsPanel['saved'];
  /** What has just happened. */
  readonly note: string | null;
}

/**
 * When the member's day starts and topics fade, and the choices that are off until they switch them on. Study rooms are
 * left out where there are none, unless the member needs the switch to turn their counting off.
 */
export function studySettingsView(words: Words, page: StudySettings): Message {
  const { settings, roles, focusEnd, helping, rooms: say } = words;
  const { member, rooms, answers, note } = page;
  return card(
    'neutral',
    text(settings.studyTitle),
    text(told(words, page, 'dayStart', settings.dayStart)),
    select(customId('settings-day'), settings.chooseDayStart, dayStarts(words, member.dayStart)),
    text(told(words, page, 'fadingBelow', settings.fading), settings.fadingMeans),
    select(customId('settings-fading'), settings.chooseFading, thresholds(words, member.fadingBelow)),
    separator(),
    section(
      `${words.streak.setting}\n${words.streak.counted[member.streakUnit]}`,
      button(settings.change, customId('streak-settings')),
    ),
    section(onOff(words, focusEnd.setting, member.pingEnd), toggle(words, member.pingEnd, 'end')),
    section(onOff(words, roles.setting, member.tellRoles), toggle(words, member.tellRoles, 'roles')),
    ...(answers === null
      ? []
      : [section(onOff(words, helping.setting, answers), toggle(words, answers, 'help'))]),
    ...(rooms === null || (rooms.length === 0 && !member.countsRooms)
      ? []
      : [
          separator(),
          section(
            [onOff(words, say.setting, member.countsRooms), roomsHere(words, rooms)].join('\n'),
            toggle(words, member.countsRooms, 'rooms'),
          ),
          text(`-# ${say.inShort}`),
        ]),
    ...filled(note),
    row(button(words.act.back, customId('settings'))),
  );
}

function toggle({ settings }: Words, isOn: boolean, id: string) {
  const label = isOn ? settings.turnOff : settings.turnOn;
  return button(label, customId('settings-study-set', id, isOn ? 'off' : 'on'));
}

import type { Member } from '../../store/members/members.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, type Message, row, section, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { roomsHere } from '../rooms.ts';

/** The page of a member's settings about study time and roles. */
export interface StudySettings {
  readonly member: Member;
  /** The study rooms of this server; null if the operator has not allowed them. */
  readonly rooms: readonly string[] | null;
  /** What has just happened. */
  readonly note: string | null;
}

/** The choices about study time and roles, which are all off until the member switches them on. */
export function studySettingsView(words: Words, { member, rooms, note }: StudySettings): Message {
  const { settings, roles, focusEnd, rooms: say } = words;
  return card(
    'neutral',
    text(settings.studyTitle, `-# ${settings.everywhere}`),
    section(
      `${focusEnd.setting}\n${member.pingEnd ? focusEnd.on : focusEnd.off}`,
      toggle(focusEnd.pingMe, focusEnd.pingMeNot, member.pingEnd, 'end'),
    ),
    section(
      `${words.streak.setting}\n${words.streak.counted[member.streakUnit]}`,
      button(words.streak.see, customId('streak-settings')),
    ),
    section(
      `${roles.setting}\n${member.tellRoles ? roles.told : roles.untold}`,
      toggle(settings.show, settings.hide, member.tellRoles, 'roles'),
    ),
    ...(rooms === null
      ? []
      : [
          separator(),
          section(
            [say.setting, member.countsRooms ? say.on : say.off, roomsHere(words, rooms)].join('\n'),
            toggle(say.switchOn, say.switchOff, member.countsRooms, 'rooms'),
          ),
          text(`-# ${say.rules}`),
        ]),
    ...filled(note),
    row(button(words.act.back, customId('settings'))),
  );
}

function toggle(on: string, off: string, isOn: boolean, id: string) {
  return button(isOn ? off : on, customId('settings-study-set', id, isOn ? 'off' : 'on'));
}

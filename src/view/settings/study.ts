import type { Member } from '../../store/members/members.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, type Message, row, section, text } from '../components.ts';
import { customId } from '../custom-id.ts';

/** The page of the settings about study time and roles. `note`: what has just happened. */
export function studySettingsView(words: Words, member: Member, note: string | null = null): Message {
  const { settings, roles } = words;
  return card(
    'neutral',
    text(settings.studyTitle, `-# ${settings.everywhere}`),
    section(
      `${roles.setting}\n${member.tellRoles ? roles.told : roles.untold}`,
      button(
        member.tellRoles ? settings.hide : settings.show,
        customId('settings-roles', member.tellRoles ? 'keep' : 'tell'),
      ),
    ),
    section(
      `${words.streak.setting}\n${words.streak.counted[member.streakUnit]}`,
      button(words.streak.see, customId('streak-settings')),
    ),
    ...filled(note),
    row(button(words.act.back, customId('settings'))),
  );
}

import { customId } from './custom-id.ts';
import type { Words } from '../words/index.ts';
import { button, card, type Message, rows, separator, text } from './components.ts';

/** Who asks for help, and where. */
export interface HelpFor {
  /** `newcomer`: has not joined here, or, in direct messages, has not begun. */
  readonly role: 'newcomer' | 'member' | 'organiser';
  readonly inGuild: boolean;
  readonly hasJoined: boolean;
  /** Whether the server's organisers have chosen where posts go. */
  readonly isSetUp: boolean;
  /** Writes a command so that it can be pressed. */
  readonly to: (command: string) => string;
}

/** What one can do here, in three groups, and the next step. */
export function helpView(words: Words, reader: HelpFor): Message {
  const { help } = words;
  const { role, inGuild, hasJoined, isSetUp, to } = reader;
  const first = role === 'organiser' && !isSetUp ? 'setup' : inGuild && !hasJoined ? 'join' : 'today';
  const step = (action: typeof first, label: string) =>
    button(label, customId(action), action === first ? 'primary' : 'secondary');
  return card(
    'invite',
    text(role === 'newcomer' ? help.hello : help.title, nextStep(words, reader)),
    separator(),
    text(help.study(to)),
    text(help.prove(to)),
    text(help.look(to)),
    text(help.build(to)),
    role === 'organiser'
      ? text(help.organise(to), help.settings(to))
      : text(help.yours(to), inGuild ? help.group(to) : null),
    separator(),
    ...rows([
      ...(first === 'setup' ? [step('setup', help.setUp)] : []),
      ...(inGuild && !hasJoined ? [step('join', words.act.join)] : []),
      step('today', words.roadmap.whatNow),
      ...(role === 'newcomer' ? [] : [button(words.progress.mine, customId('progress'))]),
    ]),
  );
}

function nextStep({ help }: Words, { role, inGuild, isSetUp, to }: HelpFor): string | null {
  if (role === 'organiser' && !isSetUp) return help.setUpFirst(to);
  if (role === 'newcomer') return inGuild ? help.joinFirst : help.beginFirst;
  return null;
}

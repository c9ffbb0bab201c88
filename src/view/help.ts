import { customId } from './custom-id.ts';
import type { Words } from '../words/index.ts';
import { button, card, type Message, row, select, separator, text } from './components.ts';

/** The reader of the help, and the place. */
export interface HelpFor {
  /** `newcomer`: has not joined here, or, in direct messages, follows no roadmap. */
  readonly role: 'newcomer' | 'member' | 'organiser';
  readonly inGuild: boolean;
  readonly hasJoined: boolean;
  /** Whether the server's organisers have chosen where posts go. */
  readonly isSetUp: boolean;
  /** The part that they have opened; null at first. */
  readonly part: HelpPart | null;
}

/** The further parts, in the order of the menu. */
export const HELP_PARTS = ['study', 'prove', 'look', 'build', 'yours', 'organise'] as const;
export type HelpPart = (typeof HELP_PARTS)[number];

/** The next step, and three commands that are enough to begin with. The rest is behind a menu. */
export function helpView(words: Words, reader: HelpFor): Message {
  const { help } = words;
  const { role, inGuild, hasJoined, isSetUp, part } = reader;
  const first = role === 'organiser' && !isSetUp ? 'setup' : inGuild && !hasJoined ? 'join' : 'today';
  const nextSteps = { setup: help.setUpFirst, join: help.joinFirst, today: null };
  const labels = { setup: help.setUp, join: words.act.join, today: words.roadmap.whatNow };
  const parts = HELP_PARTS.filter((each) => each !== 'organise' || role === 'organiser').map((each) => ({
    label: help.partName[each],
    value: each,
    chosen: each === part,
  }));
  return card(
    'invite',
    text(role === 'newcomer' || first === 'setup' ? help.hello : help.title, help.three, nextSteps[first]),
    row(button(labels[first], customId(first), 'primary')),
    separator(),
    ...(part === null ? [] : [text(`**${help.partName[part]}**`, ...partLines(words, reader, part))]),
    select(customId('help'), help.more, parts),
  );
}

function partLines({ help }: Words, { inGuild }: HelpFor, part: HelpPart): readonly string[] {
  return part === 'yours' && inGuild ? [help.part.yours, help.part.group] : [help.part[part]];
}

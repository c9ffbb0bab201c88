import { customId } from '../discord/custom-id.ts';
import type { Place } from '../roadmap/outline.ts';
import type { Words } from '../words/index.ts';
import { button, card, type Message, row, select, text } from './components.ts';
import { label, title } from './topic-text.ts';

/** What can be done to all the topics under another one at once. */
export type WholeAction = keyof Words['confirm']['question'];

/** Before the topics under a parent are changed together: which they are, and whether that is meant. */
export function confirmView(
  words: Words,
  action: WholeAction,
  parent: Place,
  affected: readonly Place[],
): Message {
  const options = affected.map((place) => ({ label: label(place, 100), value: place.id }));
  return card(
    'neutral',
    text(words.confirm.question[action](title(parent), affected.length)),
    row(
      button(words.confirm.yes[action](affected.length), customId('all', action, parent.id), 'primary'),
      button(words.act.cancel, customId('topic', parent.id)),
    ),
    ...(affected.length > 1 ? [select(customId('one', action), words.confirm.chooseOne, options)] : []),
  );
}

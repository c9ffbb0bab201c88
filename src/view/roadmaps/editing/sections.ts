import type { Heading } from '../../../roadmap/headings.ts';
import type { Words } from '../../../words/index.ts';
import { button, card, LIMITS, type Message, row, rows, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { clip, inline, plain } from '../../escape.ts';
import { paged } from './editor.ts';

/** Asks beside which other section a section should go. `others`: the possible ones. */
export function besideView(
  words: Words,
  {
    heading,
    others,
    page,
    number,
  }: {
    readonly heading: Heading;
    readonly others: readonly Heading[];
    readonly page: number;
    readonly number: number;
  },
): Message {
  const options = others.map(({ id, path }) => ({
    label: clip(plain(path.join(' › ')), LIMITS.optionText),
    value: id,
  }));
  return card(
    'neutral',
    text(words.editing.pick.move(named(heading))),
    ...paged(words, options, page, {
      choose: customId('edit-section-beside', heading.id, number),
      placeholder: words.editing.chooseSection,
      turn: (to) => customId('edit-beside', heading.id, to),
    }),
    row(button(words.act.back, customId('edit-section', heading.id, 0))),
  );
}

/** Asks where to move a section: beside another one or into it. */
export function whereSectionView(words: Words, heading: Heading, target: Heading, number: number): Message {
  const to = (how: string) => customId('edit-section-move', heading.id, number, how, target.id);
  return card(
    'neutral',
    text(words.editing.where(named(heading), named(target))),
    ...rows([
      button(words.editing.before, to('before')),
      button(words.editing.behind, to('behind'), 'primary'),
      button(words.editing.inside, to('section')),
      button(words.act.back, customId('edit-beside', heading.id)),
    ]),
  );
}

/** A section's title, escaped for text. */
export function named({ section }: Heading): string {
  return inline(clip(plain(section.title), 100));
}

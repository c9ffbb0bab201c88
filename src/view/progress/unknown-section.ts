import { customId } from '../custom-id.ts';
import type { Heading } from '../../roadmap/headings.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, rows, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';

/**
 * Says that a section does not exist, or that several have the name, and offers sections that may have been meant.
 */
export function unknownSectionView(words: Words, typed: string, near: readonly Heading[]): Message {
  const said = words.progress.unknownSection(inline(clip(plain(typed), 100)));
  const choices = near.map(({ id, path }) => button(plain(path.join(' › ')), customId('progress', id)));
  const whole = button(words.progress.whole, customId('progress'));
  return card('problem', text(said), ...rows([...choices, whole]));
}

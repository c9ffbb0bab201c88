import { customId } from '../custom-id.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, text } from '../components.ts';
import { mention } from '../topics/topic-text.ts';

/** Says that somebody's progress cannot be seen here. It does not reveal whether there is any. */
export function hiddenView(words: Words, userId: string): Message {
  return card(
    'neutral',
    text(words.progress.hidden(mention(userId))),
    row(button(words.progress.mine, customId('progress'))),
  );
}

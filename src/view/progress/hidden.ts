import { customId } from '../custom-id.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, text } from '../components.ts';
import { mention } from '../topics/topic-text.ts';

/** Somebody's progress is not to be seen here; whether there is any is nobody's business. */
export function hiddenView(words: Words, userId: string): Message {
  return card(
    'neutral',
    text(words.progress.hidden(mention(userId))),
    row(button(words.progress.mine, customId('progress'))),
  );
}

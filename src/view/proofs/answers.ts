import type { Words } from '../../words/index.ts';
import { card, link, type Message, row, text } from '../components.ts';
import { peopleLine } from '../people.ts';
import { mention, title } from '../topics/topic-text.ts';
import { type SharedWork, notificationsButton } from './shared-work.ts';

/** Says that one more person finds an explanation clear. */
export function clearMessage(words: Words, { proof, node }: SharedWork, readerId: string): Message {
  return card(
    'done',
    text(
      words.teachBack.isClearTo(mention(readerId)),
      words.teachBack.about(title(node), mention(proof.userId)),
    ),
  );
}

/** Says that others have agreed to a piece of work, so that it counts. `voices`: ids of these users; `url`: of the post. */
export function agreedMessage(
  words: Words,
  { proof, node }: SharedWork,
  voices: readonly string[],
  url: string,
): Message {
  const kind = proof.method === 'tez' ? 'tez' : 'feynman';
  return card(
    'done',
    text(
      words.shared.nowCounts[kind](mention(proof.userId), title(node)),
      voices.length === 0 ? null : words.shared.agreedBy[kind](peopleLine(words, voices.map(mention))),
    ),
    row(link(words.shared.open, url)),
  );
}

/** Says that there were more answers since the author was last told. `id`: by it the message is found again. */
export function moreAnswers(words: Words, { proof, node }: SharedWork, id: string): Message {
  return card(
    'neutral',
    text(words.shared.moreAnswers(mention(proof.userId), title(node))),
    row(notificationsButton(words, proof.id, true, id)),
  );
}

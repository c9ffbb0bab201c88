import type { Words } from '../../words/index.ts';
import { card, link, type Message, row, text } from '../components.ts';
import { peopleLine } from '../people.ts';
import { mention, title } from '../topics/topic-text.ts';
import { type SharedWork, tellingButton } from './shared-work.ts';

/** That an explanation is clear to one more, where it is talked about. */
export function clearMessage(words: Words, { proof, node }: SharedWork, readerId: string): Message {
  return card(
    'done',
    text(
      words.teachBack.isClearTo(mention(readerId)),
      words.teachBack.about(title(node), mention(proof.userId)),
    ),
  );
}

/** That work has been proven by others' word. `voices`: user ids of those others; `url`: of the post. */
export function provenMessage(
  words: Words,
  { proof, node }: SharedWork,
  voices: readonly string[],
  url: string,
): Message {
  return card(
    'done',
    text(
      words.shared.hasProven(mention(proof.userId), title(node)),
      voices.length === 0 ? null : words.shared.provenBy(peopleLine(words, voices.map(mention))),
    ),
    row(link(words.shared.open, url)),
  );
}

/** That there were more answers since the author was last told. `id`: what the message is found by again. */
export function moreAnswers(words: Words, { proof, node }: SharedWork, id: string): Message {
  return card(
    'neutral',
    text(words.shared.moreAnswers(mention(proof.userId), title(node))),
    row(tellingButton(words, proof.id, true, id)),
  );
}

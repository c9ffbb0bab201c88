import type { Words } from '../words/index.ts';
import { card, type Message, text } from './components.ts';

/** Something that the bot should have been able to do went wrong; the reference finds it in the log. */
export function failureView(words: Words, reference: string): Message {
  return card('problem', text(words.failure.unexpected(reference)));
}

/** A button of an older message or version. */
export function outdatedView(words: Words): Message {
  return card('neutral', text(words.failure.outdated));
}

/** Somebody sends more than is answered; said once. */
export function tooFastView(words: Words): Message {
  return card('neutral', text(words.failure.tooFast));
}

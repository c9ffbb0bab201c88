import type { Words } from '../words/index.ts';
import { button, card, type Message, row, text } from './components.ts';

/** The effect of the interaction, as far as it is known. */
export type Effect = 'saved' | 'unchanged' | 'unknown';

/** Something that the bot should have been able to do went wrong; the reference finds it in the log. */
export function failureView(words: Words, effect: Effect, reference: string): Message {
  return card('problem', text(words.failure.unexpected[effect](reference)));
}

/** An earlier answer did not reach the reader. `command`: what they had run; null for a button or a form. */
export function missedView(words: Words, command: string | null): Message {
  return card('neutral', text(words.failure.missed(command)));
}

/** A form could not open by itself, since it took too long to prepare. `again`: the custom id that opens it. */
export function formReadyView(words: Words, again: string | null): Message {
  if (again === null) return card('neutral', text(words.failure.formLate));
  return card(
    'neutral',
    text(words.failure.formReady),
    row(button(words.failure.openForm, again, 'primary')),
  );
}

/** Stands in place of an announcement that only one person saw. The public announcement follows. */
export function belowView(words: Words): Message {
  return card('neutral', text(words.failure.below));
}

/** A button of an older message or version. */
export function outdatedView(words: Words): Message {
  return card('neutral', text(words.failure.outdated));
}

/** It can be done in servers only. */
export function onlyInServerView(words: Words): Message {
  return card('problem', text(words.failure.onlyInServer));
}

/** Only those who manage the server can do it. */
export function onlyOrganisersView(words: Words): Message {
  return card('problem', text(words.failure.onlyOrganisers));
}

/** Somebody sends more than is answered; said once. */
export function tooFastView(words: Words): Message {
  return card('neutral', text(words.failure.tooFast));
}

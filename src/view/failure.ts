import type { Words } from '../words/index.ts';
import { when } from './time.ts';
import { button, card, type Message, row, text } from './components.ts';

/** What the interaction has changed, as far as that is known. */
export type Effect = 'saved' | 'unchanged' | 'unknown';

/** Something went wrong that should have worked. The operator finds it in the log by the reference. */
export function failureView(words: Words, effect: Effect, reference: string): Message {
  return card('problem', text(words.failure.unexpected[effect](reference)));
}

/** The database cannot be reached, and nothing was saved. The operator finds it in the log by the reference. */
export function awayView(words: Words, reference: string): Message {
  return card('problem', text(words.failure.away(reference)));
}

/**
 * An earlier answer did not reach the reader. `command`: the command that it answered; null for a button or a form.
 */
export function missedView(words: Words, command: string | null): Message {
  return card('neutral', text(words.failure.missed(command)));
}

/** The database was restored. `takenAt`: when the copy was made, after which changes are lost; epoch ms. */
export function restoredView(words: Words, takenAt: number): Message {
  return card('neutral', text(words.failure.restored(when(takenAt, 'f'))));
}

/** The form took too long to open by itself. `again`: the custom id that opens it. */
export function formReadyView(words: Words, again: string | null): Message {
  if (again === null) return card('neutral', text(words.failure.formLate));
  return card(
    'neutral',
    text(words.failure.formReady),
    row(button(words.failure.openForm, again, 'primary')),
  );
}

/** Fills the place of a private "thinking" message. The public message follows. */
export function belowView(words: Words): Message {
  return card('neutral', text(words.failure.below));
}

/** The button belongs to an older message or version. */
export function outdatedView(words: Words): Message {
  return card('neutral', text(words.failure.outdated));
}

/** This works in servers only. */
export function onlyInServerView(words: Words): Message {
  return card('problem', text(words.failure.onlyInServer));
}

/** This is only for people who manage the server. */
export function onlyOrganisersView(words: Words): Message {
  return card('problem', text(words.failure.onlyOrganisers));
}

/** The person sends more than the bot answers. They are told once. */
export function tooFastView(words: Words): Message {
  return card('neutral', text(words.failure.tooFast));
}

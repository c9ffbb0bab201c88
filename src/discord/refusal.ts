import type { Message } from '../view/components.ts';
import type { Words } from '../words/index.ts';

/**
 * What was asked for cannot be done, for a reason that the person can do something about. Thrown by handlers, and
 * shown by the one error boundary: what happened, and what to do next, in their language.
 */
export class Refusal extends Error {
  readonly explain: (words: Words) => Message;

  constructor(explain: (words: Words) => Message) {
    super('refused');
    this.name = 'Refusal';
    this.explain = explain;
  }
}

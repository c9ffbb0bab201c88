import type { z } from 'zod';
import type { Message } from '../view/components.ts';
import { outdatedView } from '../view/failure.ts';
import type { Words } from '../words/index.ts';

/**
 * A request cannot be fulfilled, for a reason that the person can change. Handlers throw it. The error boundary shows
 * what happened and what to do next, in their language.
 */
export class Refusal extends Error {
  readonly explain: (words: Words) => Message;

  constructor(explain: (words: Words) => Message) {
    super('refused');
    this.name = 'Refusal';
    this.explain = explain;
  }
}

/**
 * Checks a value from a custom id or a select, because anybody can send anything there.
 * @throws Refusal if the value does not fit, as may be with a button of another version
 */
export function argument<T>(schema: z.ZodType<T>, value: unknown): T {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  throw new Refusal(outdatedView);
}

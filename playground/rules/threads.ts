import { asDescribed } from './body.ts';
import type { Fault } from './refusal.ts';

/** Checks that a thread's name is not blank. Discord's description limits its length and its time until archiving. */
export function* threadFaults(body: unknown): Iterable<Fault> {
  const { name } = asDescribed<{ name?: string | null }>(body);
  if (typeof name !== 'string' || name.trim() !== '') return;
  yield {
    path: ['name'],
    code: 'BASE_TYPE_REQUIRED',
    message: 'This field is required',
    rule: 'A thread has a name',
  };
}

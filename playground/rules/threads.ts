import { asDescribed } from './body.ts';
import type { Fault } from './refusal.ts';

/** A thread's name says something; its length and how long it stays open are in Discord's description. */
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

import { setTimeout as sleep } from 'node:timers/promises';

import { refusals, type Refused } from '../state/refused.ts';
import type { Answer } from './call.ts';
import { tooMany } from './limits.ts';

/** A fault that a test or the page orders for requests of the bot. */
export interface Fault {
  /** Only requests of this method. */
  method?: string;
  /** Only requests whose path (without `/api/v10`) fits. */
  path?: RegExp;
  /** How many fitting requests pass before it; 0 by default. With it a test can harm each request in turn. */
  after?: number;
  /** How many requests it meets; 1 by default. */
  times?: number;
  /**
   * `500`: an error instead of the work. `502-after-commit`: the work is done, and the answer is an error. `reset` and
   * `reset-after-commit`: the connection breaks before or after the work, which clients try again. `close` and
   * `close-after-commit`: it ends without an answer, as in the middle of a deployment of Discord's, which clients do
   * not try again. `slow`: the work is done at once, the answer comes `ms` later. `429`: refused, to be tried again
   * after `ms`. `refused`: as `refusal` says.
   */
  kind:
    | '500'
    | '502-after-commit'
    | 'reset'
    | 'reset-after-commit'
    | 'close'
    | 'close-after-commit'
    | 'slow'
    | '429'
    | 'refused';
  /** For `refused`: Discord's answer; by default, that the token is not valid. */
  refusal?: Refused;
  /** Real milliseconds; 100 by default. */
  ms?: number;
  /** A status in place of the kind's own. */
  status?: number;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** How many requests the remaining faults will still meet. */
  readonly pending: number;
  /** The fault that meets this request, if any. Taking it uses it up. */
  take(method: string, path: string): Fault | undefined;
}

/** Makes an empty list of faults. */
export function makeFaults(): Faults {
  let waiting: (Fault & { left: number; passing: number })[] = [];
  return {
    add(fault) {
      waiting.push({ ...fault, left: fault.times ?? 1, passing: fault.after ?? 0 });
    },
    clear() {
      waiting = [];
    },
    get pending() {
      return waiting.reduce((sum, fault) => sum + fault.left, 0);
    },
    take(method, path) {
      const met = waiting
        .filter((fault) => (fault.method ?? method) === method && (fault.path?.test(path) ?? true))
        .find((fault) => {
          fault.passing -= 1;
          return fault.passing < 0;
        });
      if (!met) return undefined;
      met.left -= 1;
      if (met.left <= 0) waiting = waiting.filter((fault) => fault !== met);
      return met;
    },
  };
}

/** How long `slow` and `429` last by default. */
const USUAL_MS = 100;

/** Does the work, unless the fault comes in its place. Null means that the connection ends without an answer. */
export async function beforeWork(fault: Fault | undefined, work: () => Answer): Promise<Answer | null> {
  const ms = fault?.ms ?? USUAL_MS;
  if (fault?.kind === 'reset' || fault?.kind === 'close') return null;
  if (fault?.kind === 'refused') {
    const { status, code, message } = fault.refusal ?? refusals.unauthorized();
    return { status, headers: {}, body: { message, code } };
  }
  if (fault?.kind === '429') {
    const seconds = ms / 1000;
    return {
      ...tooMany(seconds, false),
      headers: { 'Retry-After': String(seconds), 'X-RateLimit-Scope': 'shared' },
    };
  }
  if (fault?.kind !== '500') return work();
  if (fault.ms !== undefined) await sleep(ms);
  return { status: fault.status ?? 500, headers: {}, body: { message: 'Internal Server Error', code: 0 } };
}

/**
 * The answer after the work is done, if the fault comes then. Null means that the connection ends without an answer.
 * @param gone aborted when the client has closed the connection
 */
export async function afterWork(
  fault: Fault | undefined,
  answer: Answer | null,
  gone: AbortSignal,
): Promise<Answer | null> {
  if (fault?.kind === 'reset-after-commit' || fault?.kind === 'close-after-commit') return null;
  if (fault?.kind === '502-after-commit') {
    return { status: fault.status ?? 502, headers: {}, body: { message: 'Bad Gateway', code: 0 } };
  }
  // After the client has closed the connection, nobody waits for the answer.
  if (fault?.kind === 'slow')
    await sleep(fault.ms ?? USUAL_MS, undefined, { signal: gone }).catch(() => undefined);
  return answer;
}

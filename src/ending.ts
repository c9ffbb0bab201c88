import { ConnectionEnded } from './discord/connection.ts';
import { loggable, TokenRefused } from './discord/discord-error.ts';
import { EnvError } from './env.ts';
import { PortError } from './operate/watch/http-server.ts';
import { SeedError } from './seed.ts';
import { StoreError } from './store/store-error.ts';

/**
 * Exit codes from sysexits.h. After a wrong configuration starting again does not help; after an unavailable
 * service it may.
 */
export const EXIT_CONFIG = 78;
export const EXIT_UNAVAILABLE = 69;

/** How the bot ends: what the operator reads, a line or an object each, and the exit code. */
export interface Ending {
  readonly code: number;
  readonly told: readonly unknown[];
}

/** Explains to the operator why the bot does not run, or cannot run on. */
export function endingOf(error: unknown): Ending {
  if (error instanceof EnvError) return { code: EXIT_CONFIG, told: error.problems };
  if (error instanceof StoreError || error instanceof SeedError || error instanceof TokenRefused) {
    const told = error.cause === undefined ? [error.message] : [error.message, error.cause];
    const code = error instanceof StoreError && mayPass(error) ? EXIT_UNAVAILABLE : EXIT_CONFIG;
    return { code, told };
  }
  if (error instanceof PortError) return { code: EXIT_CONFIG, told: [error.message] };
  if (error instanceof ConnectionEnded)
    return { code: error.isLasting ? EXIT_CONFIG : EXIT_UNAVAILABLE, told: [error.message] };
  const told = ['Roadmate could not start. Is Discord reachable from here?', loggable(error)];
  return { code: EXIT_UNAVAILABLE, told };
}

/** Whether the next start may succeed: the data was written to the same path again, or the server may answer by then. */
function mayPass({ problem }: StoreError): boolean {
  return problem === 'gone' || problem === 'unreachable';
}

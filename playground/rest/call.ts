import type { RefusalRecord } from '../feed.ts';
import type { Upload } from '../state/files.ts';
import type { World } from '../state/world.ts';

/** A request of the bot, read and found to be in form, on its way to the route's handler. */
export interface Call {
  readonly world: World;
  readonly query: URLSearchParams;
  /** The JSON of the body: an object, or a list for the routes that take one. */
  readonly body: unknown;
  readonly files: readonly Upload[];
}

/** What is answered: a status, and JSON unless there is nothing to say (204). */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** A reply as it goes out: with its headers, and the refusal that it says, if it is one. */
export interface Answer extends Reply {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: RefusalRecord;
}

/** Handles a route; the ids in its path follow in their order. Throws `Refused` where Discord refuses. */
export type Handler = (call: Call, ...ids: string[]) => Reply;

export const ok = (body: unknown, status = 200): Reply => ({ status, body });
export const nothing: Reply = { status: 204 };

/**
 * The body as the type that its route takes: the one place where the routes take a type on trust. The rules (playground/rules)
 * have held it against Discord's description before a handler sees it.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each route names what it takes
export function bodyOf<Body>(call: Call): Body {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the description has been checked before
  return (call.body ?? {}) as Body;
}

import type { RefusalRecord } from '../feed.ts';
import type { Upload } from '../state/files.ts';
import type { World } from '../state/world.ts';

/** A valid request of the bot, on its way to the route's handler. */
export interface Call {
  readonly world: World;
  readonly query: URLSearchParams;
  /** The JSON of the body: an object, or a list for the routes that take one. */
  readonly body: unknown;
  readonly files: readonly Upload[];
}

/** The answer: a status, and JSON unless it is empty (204). */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

/** A reply with its headers, and its refusal if it is one. */
export interface Answer extends Reply {
  readonly headers: Readonly<Record<string, string>>;
  readonly refusal?: RefusalRecord;
}

/**
 * Handles a route. It gets the ids of the path in their order.
 * @throws Refused if Discord refuses
 */
export type Handler = (call: Call, ...ids: string[]) => Reply;

export const ok = (body: unknown, status = 200): Reply => ({ status, body });
export const nothing: Reply = { status: 204 };

/**
 * The body as the type of its route. This is the only place where a route trusts a type. The rules (playground/rules)
 * have checked it against Discord's description before.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each route names its type
export function bodyOf<Body>(call: Call): Body {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the description has been checked before
  return (call.body ?? {}) as Body;
}

import type { RefusalRecord, RequestRecord } from '../feed.ts';
import { checkAnswer, checkRequest } from '../rules/index.ts';
import { tell } from '../state/interactions.ts';
import { Refused, refusals } from '../state/refused.ts';
import type { World } from '../state/world.ts';
import type { ReadBody } from './body.ts';
import type { Answer } from './call.ts';
import { contextOf } from './context.ts';
import type { Faults } from './faults.ts';
import { tooMany, type Limits } from './limits.ts';
import { findRoute } from './routes.ts';

/** Handles the bot's requests, and keeps what the REST side needs beside the world. */
export interface Desk {
  readonly world: World;
  readonly faults: Faults;
  readonly limits: Limits;
  readonly requests: RequestRecord[];
  /** Refusals that no test has taken yet. */
  readonly refused: RefusalRecord[];
  /** Answers of this server that break Discord's description. */
  readonly ownFaults: string[];
  /** How many requests are being worked on. */
  underWay: number;
  /** Keeps an answered request, and announces it. */
  record(request: RequestRecord): void;
}

/** A request as it was read. */
export interface Incoming extends ReadBody {
  readonly method: string;
  /** Without the API's prefix and version. */
  readonly path: string;
  readonly version: string | undefined;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
}

/** Makes the desk of a local Discord. */
export function makeDesk(world: World, faults: Faults, limits: Limits): Desk {
  const requests: RequestRecord[] = [];
  return {
    world,
    faults,
    limits,
    requests,
    refused: [],
    ownFaults: [],
    underWay: 0,
    record(request) {
      requests.push(request);
      world.feed.emit({ kind: 'request', request });
    },
  };
}

/** Does what a request asks, or refuses it as Discord does. Both answers are checked against Discord's description. */
export function work(desk: Desk, incoming: Incoming): Answer {
  const { method, path } = incoming;
  const answer = decide(desk, incoming);
  if (answer.refusal) {
    desk.refused.push(answer.refusal);
    noteOnInteraction(desk.world, path);
  }
  // An unknown route is not in the description either, so its answer is not checked.
  const isUnknown = answer.status === 404 && answer.refusal?.code === 0;
  const wrong = isUnknown ? null : checkAnswer({ method, path, ...answer });
  if (wrong !== null) desk.ownFaults.push(`${method} ${path} ${answer.status}: ${wrong}`);
  return answer;
}

function decide(desk: Desk, incoming: Incoming): Answer {
  const { method, path, query, body, files } = incoming;
  const { world } = desk;
  let headers: Record<string, string> = {};
  try {
    if (incoming.problem) throw incoming.problem;
    const found = incoming.version === '10' ? findRoute(method, path) : undefined;
    if (!found) throw refusals.unknownRoute();
    const { route, ids } = found;
    if (!route.isOpen && incoming.authorization !== `Bot ${world.token}`) throw refusals.unauthorized();
    const standing = desk.limits.count(route, ids);
    headers = standing.headers;
    if (standing.retryAfter !== undefined)
      return { ...tooMany(standing.retryAfter, standing.isGlobal), headers };

    const broken = checkRequest({
      method,
      path,
      query: Object.fromEntries(query),
      body,
      files: files.map((file) => ({ ...file, size: file.content.byteLength })),
      context: contextOf(world, method, path, ids),
    });
    if (broken) throw new Refused(broken.status, broken.code, broken.message, broken.rule, broken.errors);
    return { ...route.handler({ world, query, body, files }, ...ids), headers };
  } catch (error) {
    if (error instanceof Refused) return { ...refusal(error, method, path), headers };
    desk.ownFaults.push(`${method} ${path}: ${error instanceof Error ? error.stack : String(error)}`);
    return { status: 500, headers, body: { message: '500: Internal Server Error', code: 0 } };
  }
}

function refusal(refused: Refused, method: string, path: string): Omit<Answer, 'headers'> {
  const { status, code, message, errors, rule, retryAfter } = refused;
  const body = {
    message,
    code,
    ...(errors === undefined ? {} : { errors }),
    ...(retryAfter === null ? {} : { retry_after: retryAfter, global: false }),
  };
  return { status, body, refusal: { method, path, rule, ...body, status } };
}

/** Tells the person who waits for an answer that it was refused. */
function noteOnInteraction(world: World, path: string): void {
  const token = /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1] ?? '';
  const interaction = world.interactionsByToken.get(token);
  if (!interaction) return;
  interaction.refused += 1;
  tell(world, interaction, 'refused');
}

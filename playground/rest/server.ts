import type { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import type { RefusalRecord, RequestRecord } from '../feed.ts';
import { checkAnswer, checkRequest } from '../rules/index.ts';
import { tell } from '../state/interactions.ts';
import { Refused, refusals } from '../state/refused.ts';
import type { World } from '../state/world.ts';
import { readBody, type ReadBody } from './body.ts';
import type { Reply } from './call.ts';
import type { Fault, Faults } from './faults.ts';
import type { Limits } from './limits.ts';
import { contextOf } from './context.ts';
import { findRoute } from './routes.ts';

/** Everything that the REST side keeps beside the world. */
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
}

interface Answer extends Reply {
  headers: Record<string, string>;
  refusal?: RefusalRecord;
}

const PREFIX = /^\/api\/v(\d+)(\/.*)$/;

/** Answers one request of the bot: reads, meets its fault, checks, does, checks the answer, and writes it down. */
export async function answerRequest(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = performance.now();
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', desk.world.origin);
  const path = decoded(PREFIX.exec(url.pathname)?.[2] ?? url.pathname);
  desk.underWay += 1;
  let read: ReadBody = { body: undefined, files: [] };
  let answer: Answer = { status: 0, headers: {} };
  let fault: Fault | undefined;
  try {
    let problem: unknown;
    try {
      read = await readBody(request);
    } catch (error) {
      problem = error;
    }
    fault = desk.faults.take(method, path);
    if (fault && isBefore(fault)) {
      answer = await meet(fault, response);
    } else {
      answer =
        problem === undefined
          ? work(desk, { method, path, url, request, read })
          : refusal(problem, method, path);
      if (fault) answer = await afterwards(fault, response, answer);
    }
  } finally {
    desk.underWay -= 1;
    const record: RequestRecord = {
      method,
      path,
      query: url.search,
      body: read.body,
      files: read.files.map((file) => ({
        name: file.name,
        size: file.content.byteLength,
        contentType: file.contentType,
      })),
      status: answer.status,
      ms: performance.now() - began,
      ...(answer.refusal ? { refusal: answer.refusal } : {}),
      ...(fault ? { fault: fault.kind } : {}),
    };
    desk.requests.push(record);
    desk.world.feed.emit({ kind: 'request', request: record });
  }
  if (answer.status === 0) return;
  const text = answer.body === undefined ? undefined : JSON.stringify(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(text === undefined ? {} : { 'Content-Type': 'application/json' }),
  });
  response.end(text);
}

/** The path with its ids as they are: clients write `@original` as `%40original`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

interface Incoming {
  method: string;
  path: string;
  url: URL;
  request: IncomingMessage;
  read: ReadBody;
}

/** Does what a request asks, or refuses it as Discord does; either answer is held against Discord's description. */
function work(desk: Desk, incoming: Incoming): Answer {
  const { method, path } = incoming;
  const answer = decide(desk, incoming);
  if (answer.refusal) {
    desk.refused.push(answer.refusal);
    noteOnInteraction(desk.world, path);
  }
  // A route that is not spoken here is not in the description either.
  const wrong =
    answer.status === 404 && answer.refusal?.code === 0 ? null : checkAnswer({ method, path, ...answer });
  if (wrong !== null) desk.ownFaults.push(`${method} ${path} ${answer.status}: ${wrong}`);
  return answer;
}

function decide(desk: Desk, { method, path, url, request, read }: Incoming): Answer {
  const { world } = desk;
  let headers: Record<string, string> = {};
  try {
    const found = PREFIX.exec(url.pathname)?.[1] === '10' ? findRoute(method, path) : undefined;
    if (!found) throw refusals.unknownRoute();
    const { route, ids } = found;
    if (!route.isOpen && request.headers.authorization !== `Bot ${world.token}`)
      throw refusals.unauthorized();
    const standing = desk.limits.count(route, ids);
    headers = standing.headers;
    if (standing.retryAfter !== undefined) return limited(standing.retryAfter, standing.isGlobal, headers);

    const broken = checkRequest({
      method,
      path,
      query: Object.fromEntries(url.searchParams),
      body: read.body,
      files: read.files.map((file) => ({ ...file, size: file.content.byteLength })),
      context: contextOf(world, method, path, ids),
    });
    if (broken) throw new Refused(broken.status, broken.code, broken.message, broken.rule, broken.errors);
    const call = { world, query: url.searchParams, body: read.body, files: read.files };
    return { ...route.handler(call, ...ids), headers };
  } catch (error) {
    if (!(error instanceof Refused)) {
      desk.ownFaults.push(`${method} ${path}: ${error instanceof Error ? error.stack : String(error)}`);
    }
    return { ...refusal(error, method, path), headers };
  }
}

function refusal(error: unknown, method: string, path: string): Answer {
  if (!(error instanceof Refused)) {
    return { status: 500, headers: {}, body: { message: '500: Internal Server Error', code: 0 } };
  }
  const { status, code, message, errors, rule } = error;
  const body = { message, code, ...(errors === undefined ? {} : { errors }) };
  return { status, headers: {}, body, refusal: { method, path, rule, ...body, status } };
}

/** Lets the person who waits for an answer know that one was refused. */
function noteOnInteraction(world: World, path: string): void {
  const token = /^\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1] ?? '';
  const interaction = world.interactionsByToken.get(token);
  if (!interaction) return;
  interaction.refused += 1;
  tell(world, interaction, 'refused');
}

function limited(retryAfter: number, isGlobal: boolean, headers: Record<string, string>): Answer {
  return {
    status: 429,
    headers,
    body: {
      message: 'You are being rate limited.',
      retry_after: Number(retryAfter.toFixed(3)),
      global: isGlobal,
    },
  };
}

function isBefore(fault: Fault): boolean {
  return fault.kind === '500' || fault.kind === 'reset' || fault.kind === '429';
}

/** Breaks the connection as a failing network does (RST): the client sees ECONNRESET. */
const cut = (response: ServerResponse): Answer => {
  if (response.socket instanceof Socket) response.socket.resetAndDestroy();
  return { status: 0, headers: {} };
};

/** A fault that comes instead of the work. */
async function meet(fault: Fault, response: ServerResponse): Promise<Answer> {
  const ms = fault.ms ?? 100;
  if (fault.kind === 'reset') return cut(response);
  if (fault.kind === '429') {
    const seconds = ms / 1000;
    return limited(seconds, false, { 'Retry-After': String(seconds), 'X-RateLimit-Scope': 'shared' });
  }
  if (fault.ms !== undefined) await sleep(ms);
  return { status: fault.status ?? 500, headers: {}, body: { message: 'Internal Server Error', code: 0 } };
}

/** A fault that comes once the work is done. */
async function afterwards(fault: Fault, response: ServerResponse, answer: Answer): Promise<Answer> {
  if (fault.kind === 'reset-after-commit') return cut(response);
  if (fault.kind === '502-after-commit') {
    return { status: fault.status ?? 502, headers: {}, body: { message: 'Bad Gateway', code: 0 } };
  }
  await sleep(fault.ms ?? 100);
  return answer;
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { DefaultRestOptions, DiscordAPIError, HTTPError, REST, RequestMethod } from '@discordjs/rest';
import { z } from 'zod';
import { errorCode, OLD_EDITS } from '../../src/discord/error-code.ts';
import { withinGlobalLimit } from '../../src/discord/global-limit.ts';

export interface Proxy {
  readonly port: number;
  stop(): Promise<void>;
}

/** A request and its waiting may take so many milliseconds. The bot itself waits for 15 s, and then tries again. */
const PATIENCE = 30_000;
/** The headers of a request that are Discord's business. */
const PASSED = ['authorization', 'content-type', 'x-audit-log-reason'] as const;

/**
 * Starts a proxy through which all processes of a bot reach Discord, so that together they keep to its limits. Limits
 * belong to a bot, and a process knows only its own requests. It needs no token: each request brings its own. It has no
 * protection either, so only the bot may reach it.
 * @param api Discord's address, without a version
 */
export async function startProxy({
  api,
  host,
  port,
}: {
  readonly api: string;
  readonly host: string;
  readonly port: number;
}): Promise<Proxy> {
  const rest = new REST({
    api,
    // The bot tries again itself, because it knows what may be sent twice.
    retries: 0,
    timeout: PATIENCE,
    globalRequestsPerSecond: Number.MAX_SAFE_INTEGER,
    makeRequest: withinGlobalLimit(async (url, init) => {
      const response = await DefaultRestOptions.makeRequest(url, init);
      return response.status === TOO_MANY ? limited(response) : response;
    }),
  });
  const server = createServer((request, response) => {
    passOn(rest, request, response).catch((error: unknown) => fail(response, error));
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      rest.clearHandlerSweeper();
      rest.clearHashSweeper();
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
    },
  };
}

/** An answer of Discord that waiting does not improve. */
class Refused extends Error {
  readonly status: number;
  readonly body: string;

  constructor(status: number, body: string) {
    super(`refused with ${status}`);
    this.name = 'Refused';
    this.status = status;
    this.body = body;
  }
}

const TOO_MANY = 429;

type ResponseLike = Awaited<ReturnType<typeof DefaultRestOptions.makeRequest>>;

async function limited(response: ResponseLike): Promise<ResponseLike> {
  const text = await response.text();
  if (errorCode(text) === OLD_EDITS) throw new Refused(TOO_MANY, text);
  const { status, statusText, headers } = response;
  return {
    status,
    statusText,
    headers,
    ok: false,
    body: null,
    bodyUsed: true,
    text: () => Promise.resolve(text),
    json: () => Promise.resolve<unknown>(JSON.parse(text)),
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  };
}

const METHOD = z.enum(RequestMethod);
const PATH = /^\/api\/v10\/([^?]*)(?:\?(.*))?$/;

async function passOn(rest: REST, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, path, query = ''] = PATH.exec(request.url ?? '') ?? [];
  const method = METHOD.safeParse(request.method);
  if (path === undefined || !method.success)
    return answer(response, 404, null, 'Only /api/v10 is passed on.\n');
  // After a 429 the request is sent again, so its body has to be here completely. A stream would be empty by then.
  const body = await buffer(request);
  const given = PASSED.flatMap((name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const answered = await rest.queueRequest({
    method: method.data,
    fullRoute: `/${path}`,
    query: new URLSearchParams(query),
    headers: Object.fromEntries(given),
    ...(body.length > 0 ? { body } : {}),
    passThroughBody: true,
    auth: false,
    signal: gone.signal,
  });
  answer(
    response,
    answered.status,
    answered.headers.get('content-type'),
    Buffer.from(await answered.arrayBuffer()),
  );
}

const JSON_TYPE = 'application/json';

/** Answers as Discord has answered. Without an answer of Discord, the bot is told that it may try again. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.destroyed || response.headersSent) return;
  if (error instanceof Refused) answer(response, error.status, JSON_TYPE, error.body);
  else if (error instanceof DiscordAPIError)
    answer(response, error.status, JSON_TYPE, JSON.stringify(error.rawError));
  else
    answer(
      response,
      error instanceof HTTPError ? error.status : 502,
      null,
      'Discord could not be reached.\n',
    );
}

/** The limits are kept here, so none of Discord's headers about them is passed on. */
function answer(response: ServerResponse, status: number, type: string | null, body: string | Buffer): void {
  response.writeHead(status, type === null ? {} : { 'content-type': type }).end(body);
}

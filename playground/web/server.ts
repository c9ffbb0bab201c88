import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { perform, type Stage } from './act.ts';
import type { Audience } from './audience.ts';
import type { Assets } from './bundle.ts';
import type { Cast } from './cast.ts';
import type { Act, Outcome } from './protocol.ts';

export interface PageOptions {
  readonly assets: Assets;
  readonly audience: Audience;
  readonly cast: Cast;
  readonly stage: Stage;
  /** The first port to try. If it is taken, the next ones are tried. */
  readonly port: number;
}

const HOST = '127.0.0.1';
/** The largest upload of a person, 25 MiB, in base64. */
const LARGEST_ACT = 36 * 1024 * 1024;
const PORTS_TRIED = 20;

/** Serves the page on loopback. Resolves when it listens, with the port that was free. */
export async function servePage(options: PageOptions): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    answer(options, portOf(server), request, response).catch((error: unknown) => {
      reply(response, 500, { kind: 'refused', reason: String(error) });
    });
  });
  for (let tried = 0; ; tried += 1) {
    const free = await listen(server, options.port + tried);
    if (free) return { server, port: portOf(server) };
    if (tried === PORTS_TRIED)
      throw new Error(`The ports ${options.port} to ${options.port + tried} are all taken.`);
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The page is not served.');
  return address.port;
}

async function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', onError).listen(port, HOST, () => {
      server.off('error', onError);
      resolve(true);
    });
  });
}

async function answer(
  options: PageOptions,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOurs(request, port)) {
    response
      .writeHead(403, { 'content-type': 'text/plain' })
      .end('Only for the page of the playground itself.');
    return;
  }
  const url = new URL(request.url ?? '/', `http://${HOST}:${port}`);
  const as = url.searchParams.get('as');
  const you = options.cast.find((person) => person.id === as) ?? options.cast[0];
  if (you === undefined) throw new Error('Nobody plays.');
  if (request.method === 'POST' && url.pathname === '/act') {
    reply(response, 200, await act(options.stage, you.id, await readJson(request)));
    return;
  }
  if (request.method !== 'GET') {
    response.writeHead(405).end();
    return;
  }
  if (url.pathname === '/events') {
    response.writeHead(200, { ...SAFE, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    options.audience.welcome(you, response);
    return;
  }
  const asset = options.assets.get(url.pathname);
  if (asset === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is nothing here.');
    return;
  }
  const policy = policyFor(new URL(options.stage.discord.cdn).origin);
  response
    .writeHead(200, {
      ...SAFE,
      'content-type': asset.type,
      'content-security-policy': policy,
      'cache-control': 'no-store',
    })
    .end(asset.content);
}

const SAFE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
};

const policyFor = (cdn: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    `img-src 'self' ${cdn}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/**
 * Whether a request comes from our own page. Another site's page must not read or act here, even by a host name that
 * leads to loopback.
 */
function isOurs({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`${HOST}:${port}`, `localhost:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
}

async function act(stage: Stage, personId: string, asked: Act): Promise<Outcome> {
  try {
    return await perform(stage, personId, asked);
  } catch (error) {
    return { kind: 'refused', reason: error instanceof Error ? error.message : String(error) };
  }
}

async function readJson(request: IncomingMessage): Promise<Act> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Node gives a stream's chunks no type. They are buffers, because nothing has set an encoding on the request.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_ACT) throw new Error('That is too large.');
    chunks.push(chunk);
  }
  const asked: Act = JSON.parse(Buffer.concat(chunks).toString());
  return asked;
}

function reply(response: ServerResponse, status: number, outcome: Outcome): void {
  response.writeHead(status, { ...SAFE, 'content-type': 'application/json' }).end(JSON.stringify(outcome));
}

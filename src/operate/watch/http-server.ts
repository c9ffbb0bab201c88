import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';

/** The answer to a request. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** The pages of the server, by their path. */
export type Pages = Readonly<Record<string, () => Promise<Reply>>>;

export interface HttpServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** The bot cannot listen on the port. The message tells the operator what to do. */
export class PortError extends Error {
  constructor(host: string, port: number, options: ErrorOptions) {
    super(
      `HTTP_PORT ${port} cannot be listened on at ${host}: another program may have it. Choose another one, or leave it out.`,
      options,
    );
    this.name = 'PortError';
  }
}

/** A request has to arrive completely within so many milliseconds. */
const PATIENCE = 5000;

/**
 * Serves some pages over HTTP. They can only be read.
 * @param failed receives the error if a page cannot be made
 * @throws PortError
 */
export async function serve(
  host: string,
  port: number,
  pages: Pages,
  failed: (error: unknown) => void,
): Promise<HttpServer> {
  const server = createServer({ requestTimeout: PATIENCE, headersTimeout: PATIENCE }, (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, METHOD);
    if (page === undefined) return send(response, UNKNOWN);
    page().then(
      (reply) => send(response, reply),
      (error: unknown) => {
        failed(error);
        send(response, BROKEN);
      },
    );
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new PortError(host, port, { cause });
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      server.close();
      server.closeAllConnections();
      if (server.listening) await once(server, 'close');
    },
  };
}

const plain = (status: number, body: string): Reply => ({ status, type: 'text/plain; charset=utf-8', body });
const METHOD = plain(405, 'Only GET is answered here.\n');
const UNKNOWN = plain(404, 'There are /healthz, /readyz and /metrics.\n');
const BROKEN = plain(500, 'This could not be told; the log says why.\n');

function send(response: ServerResponse, { status, type, body }: Reply): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

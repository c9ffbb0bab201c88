import type { IncomingMessage, ServerResponse } from 'node:http';

import { readBody, type ReadBody } from './body.ts';
import type { Answer } from './call.ts';
import { work, type Desk } from './desk.ts';
import { afterWork, beforeWork, type Fault } from './faults.ts';

const PREFIX = /^\/api\/v(\d+)(\/.*)$/;

/** Answers a request of the bot: reads it, applies a fault, does the work, and records it. */
export async function answerRequest(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const began = performance.now();
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', desk.world.origin);
  const [, version, pathname = url.pathname] = PREFIX.exec(url.pathname) ?? [];
  const path = decoded(pathname);
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  desk.underWay += 1;
  let read: ReadBody = { body: undefined, files: [] };
  let answer: Answer | null = null;
  let fault: Fault | undefined;
  try {
    read = await readBody(request);
    fault = desk.faults.take(method, path);
    const { authorization } = request.headers;
    answer = await beforeWork(fault, () =>
      work(desk, { method, path, version, query: url.searchParams, authorization, ...read }),
    );
    answer = await afterWork(fault, answer, gone.signal);
  } finally {
    desk.underWay -= 1;
    desk.record({
      method,
      path,
      query: url.search,
      body: read.body,
      files: read.files.map(({ name, content, contentType }) => ({
        name,
        size: content.byteLength,
        contentType,
      })),
      status: answer?.status ?? 0,
      ms: performance.now() - began,
      ...(answer?.refusal ? { refusal: answer.refusal } : {}),
      ...(fault ? { fault: fault.kind } : {}),
    });
  }
  if (answer) write(response, answer);
  else if (fault?.kind.startsWith('close')) response.socket?.end();
  else breakOff(response);
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const type = text === undefined ? {} : { 'Content-Type': 'application/json' };
  response.writeHead(status, { ...headers, ...type }).end(text);
}

/** Breaks the connection like a failing network: the client sees ECONNRESET. */
function breakOff(response: ServerResponse): void {
  if (response.socket && 'resetAndDestroy' in response.socket) response.socket.resetAndDestroy();
}

/** The path with plain characters. Clients write `@original` as `%40original`. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

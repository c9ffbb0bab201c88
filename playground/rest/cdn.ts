import type { ServerResponse } from 'node:http';

import type { World } from '../state/world.ts';

/**
 * Uploaded files must not run: a page or an SVG may have scripts. A PDF is left out, because browsers could not show it
 * then.
 */
const inert = (contentType: string): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  ...(contentType !== 'application/pdf' && {
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  }),
});

/** Serves the files of messages and of people, as Discord's CDN does: by address, without a token. */
export async function answerFile(world: World, path: string, response: ServerResponse): Promise<void> {
  const file = world.files.get(path);
  if (!file) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('This content is no longer available.');
    return;
  }
  if (file.redirect !== undefined) {
    response.writeHead(302, { Location: file.redirect }).end();
    return;
  }
  const { content } = file;
  const headers = { 'Content-Type': file.contentType, 'X-Robots-Tag': 'noindex', ...inert(file.contentType) };
  if (content instanceof Uint8Array) {
    response.writeHead(200, { ...headers, 'Content-Length': content.byteLength }).end(content);
    return;
  }
  response.writeHead(200, headers);
  for await (const chunk of content()) {
    if (response.destroyed) return;
    if (!response.write(chunk)) await drained(response);
  }
  response.end();
}

/** Resolves when more may be written, or when the reader has gone. */
async function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}

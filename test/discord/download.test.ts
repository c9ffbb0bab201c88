import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { download, DownloadError, type DownloadFault } from '../../src/discord/download.ts';

const KB = 1024;
const servers: Server[] = [];

/** Serves the same answer at every address under `/cdn`; returns the address of that folder. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on TCP
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/cdn`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
});

async function faultOf(work: Promise<unknown>): Promise<DownloadFault | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DownloadError) return error.fault;
    throw error;
  }
}

test('a file is fetched from the configured CDN as it is', async () => {
  const content = Buffer.from([0, 255, 37, 80, 68, 70]);
  const cdn = await serve((_, response) => response.end(content));
  const bytes = await download({ url: `${cdn}/attachments/1/a.pdf?ex=1`, size: 6 }, { limit: KB, cdn });
  expect(Buffer.from(bytes)).toEqual(content);
});

describe('nothing is fetched from anywhere else', () => {
  const cdn = 'http://127.0.0.1:9/cdn';
  test.each([
    'https://cdn.discordapp.com.evil.test/a.md',
    'https://evil.test/cdn.discordapp.com/a.md',
    'https://cdn.discordapp.com@evil.test/a.md',
    'https://user@cdn.discordapp.com/a.md',
    'https://user:secret@media.discordapp.net/a.md',
    'https://cdn.discordapp.com./a.md',
    'https://cdn.discordapp.com:8443/a.md',
    'https://sub.cdn.discordapp.com/a.md',
    'http://cdn.discordapp.com/a.md',
    'https://сdn.discordapp.com/a.md',
    'http://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:10/cdn/a.md',
    'https://127.0.0.1:9/cdn/a.md',
    'http://127.0.0.1:9/api/v10/users/@me',
    'http://127.0.0.1:9/cdn/../api/a.md',
    'http://127.0.0.1:9/cdn/%2e%2e/api/a.md',
    'http://127.0.0.1:9/cdn-of-others/a.md',
    'http://x@127.0.0.1:9/cdn/a.md',
    'file:///etc/passwd',
    'data:text/plain,hello',
    'ftp://cdn.discordapp.com/a.md',
    '//cdn.discordapp.com/a.md',
    'not an address',
    '',
  ])('%s', async (url) => {
    expect(await faultOf(download({ url, size: 1 }, { limit: KB, cdn }))).toBe('elsewhere');
  });
});

test('a redirect is not followed', async () => {
  let followed = 0;
  const target = await serve((_, response) => {
    followed += 1;
    response.end('secret');
  });
  const cdn = await serve((_, response) => response.writeHead(302, { Location: `${target}/x` }).end());
  expect(await faultOf(download({ url: `${cdn}/a.md`, size: 1 }, { limit: KB, cdn }))).toBe('not-there');
  expect(followed).toBe(0);
});

test('a file that claims to be too large is not requested', async () => {
  let asked = 0;
  const cdn = await serve((_, response) => {
    asked += 1;
    response.end('x');
  });
  expect(await faultOf(download({ url: `${cdn}/a.md`, size: KB + 1 }, { limit: KB, cdn }))).toBe('too-large');
  expect(asked).toBe(0);
});

test('the download of a file that is larger than it claimed stops at the limit', async () => {
  let sent = 0;
  const cdn = await serve((_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(64 * KB))) sent += 64;
    };
    response.on('drain', more);
    more();
  });
  expect(await faultOf(download({ url: `${cdn}/a.md`, size: 1 }, { limit: KB, cdn }))).toBe('too-large');
  // Some kilobytes have filled the connection's buffers, but not the endless rest.
  expect(sent).toBeLessThan(64 * KB);
});

test('a file of exactly the limit is accepted, but not one more byte', async () => {
  const cdn = await serve((request, response) =>
    response.end(Buffer.alloc(request.url?.endsWith('fits') === true ? KB : KB + 1)),
  );
  expect((await download({ url: `${cdn}/fits`, size: KB }, { limit: KB, cdn })).byteLength).toBe(KB);
  expect(await faultOf(download({ url: `${cdn}/over`, size: KB }, { limit: KB, cdn }))).toBe('too-large');
});

test('a file that comes too slowly is given up', async () => {
  const cdn = await serve((_, response) => {
    const drip = setInterval(() => response.write('x'), 10);
    response.on('close', () => clearInterval(drip));
  });
  const fault = await faultOf(download({ url: `${cdn}/a.md`, size: 9 }, { limit: KB, cdn, within: 60 }));
  expect(fault).toBe('too-slow');
});

test.each([404, 403, 500, 206])('with status %i there is no file', async (status) => {
  const cdn = await serve((_, response) => response.writeHead(status).end('gone'));
  expect(await faultOf(download({ url: `${cdn}/a.md`, size: 1 }, { limit: KB, cdn }))).toBe('not-there');
});

test('after a broken connection there is no half of a file', async () => {
  const cdn = await serve((_, response) => {
    response.writeHead(200, { 'Content-Length': 100 }).write('half');
    setImmediate(() => response.destroy());
  });
  expect(await faultOf(download({ url: `${cdn}/a.md`, size: 100 }, { limit: KB, cdn }))).toBe('not-there');
});

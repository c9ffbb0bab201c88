import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { isPublic, lookupPublic } from '../../src/links/public-address.ts';
import { LinkError, type LinkFault, readLink } from '../../src/links/read-link.ts';

const KB = 1024;
const servers: Server[] = [];

/** Serves the same answer at every address. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it listens on TCP
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => {
      server.close(resolve);
    });
  }
});

async function faultOf(work: Promise<unknown>): Promise<LinkFault | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof LinkError) return error.fault;
    throw error;
  }
}

test('a file is read as it is, with its name and address', async () => {
  const host = await serve((_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('- [ ] Çay'),
  );
  const { bytes, name, base } = await readLink(`${host}/docs/My%20list.md`, { hosts: [host], limit: KB });
  expect({ text: Buffer.from(bytes).toString(), name, base }).toEqual({
    text: '- [ ] Çay',
    name: 'My list.md',
    base: `${host}/docs/My%20list.md`,
  });
});

test('if the operator has turned links off, none is read', async () => {
  expect(await faultOf(readLink('github.com/ada/app', { hosts: null, limit: KB }))).toBe('off');
});

describe('a redirect', () => {
  test('is followed to a host on the list', async () => {
    const host = await serve((request, response) => {
      if (request.url === '/new.md') response.end('- [ ] Found');
      else response.writeHead(301, { location: '/new.md' }).end();
    });
    const { bytes } = await readLink(`${host}/old.md`, { hosts: [host], limit: KB });
    expect(Buffer.from(bytes).toString()).toBe('- [ ] Found');
  });

  test.each(['http://169.254.169.254/latest', 'http://localhost/', 'file:///etc/passwd', '//evil.test/', ''])(
    'is not followed to %j',
    async (location) => {
      const asked: (string | undefined)[] = [];
      const host = await serve((request, response) => {
        asked.push(request.url);
        response.writeHead(302, location === '' ? {} : { location }).end();
      });
      const fault = await faultOf(readLink(`${host}/a.md`, { hosts: [host], limit: KB }));
      expect(fault).toBe(location === '' ? 'not-there' : 'elsewhere');
      expect(new Set(asked)).toEqual(new Set(['/a.md']));
    },
  );

  test('is not followed to another machine in the operator’s own network', async () => {
    let isReached = false;
    const inside = await serve((_, response) => {
      isReached = true;
      response.end('secret');
    });
    const host = await serve((_, response) => response.writeHead(302, { location: `${inside}/x` }).end());
    expect(await faultOf(readLink(`${host}/a.md`, { hosts: [host], limit: KB }))).toBe('elsewhere');
    expect(isReached).toBe(false);
  });

  test('that goes in circles ends', async () => {
    let asked = 0;
    const host = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: '/a.md' }).end();
    });
    expect(await faultOf(readLink(`${host}/a.md`, { hosts: [host], limit: KB }))).toBe('not-there');
    expect(asked).toBe(4);
  });
});

describe('a file', () => {
  test('that claims to be too large is not downloaded', async () => {
    const host = await serve((_, response) => response.writeHead(200, { 'content-length': 10 * KB }).end());
    expect(await faultOf(readLink(`${host}/a.md`, { hosts: [host], limit: KB }))).toBe('too-large');
  });

  test('without an end is read up to the limit', async () => {
    let sent = 0;
    const host = await serve((_, response) => {
      const more = (): void => {
        sent += KB;
        if (!response.destroyed) response.write(Buffer.alloc(KB, 'a'), () => setImmediate(more));
      };
      more();
    });
    expect(await faultOf(readLink(`${host}/a.md`, { hosts: [host], limit: 10 * KB }))).toBe('too-large');
    expect(sent).toBeLessThan(10_000 * KB);
  });

  test.each([
    ['never begun', () => undefined],
    ['never ended', (response: { write(text: string): void }) => response.write('- [ ] One')],
  ] as const)('%s is too slow', async (_, begin) => {
    const host = await serve((__, response) => {
      begin(response);
    });
    const terms = { hosts: [host], limit: KB, within: 100 };
    expect(await faultOf(readLink(`${host}/a.md`, terms))).toBe('too-slow');
  });

  test.each(['text/html; charset=utf-8', 'image/png', 'application/pdf'])(
    '%s is no Markdown',
    async (type) => {
      const host = await serve((_, response) => response.writeHead(200, { 'content-type': type }).end('x'));
      expect(await faultOf(readLink(`${host}/a.md`, { hosts: [host], limit: KB }))).toBe('no-text');
    },
  );

  test('that is compressed is not decompressed', async () => {
    const host = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
    );
    expect(await faultOf(readLink(`${host}/a.md`, { hosts: [host], limit: KB }))).toBe('no-text');
  });

  test.each([403, 404, 410, 500])('answered with %i does not exist', async (status) => {
    const host = await serve((_, response) => response.writeHead(status).end('no'));
    expect(await faultOf(readLink(`${host}/a.md`, { hosts: [host], limit: KB }))).toBe('not-there');
  });
});

describe('a host name that leads to a private network', () => {
  test('is refused when it is looked up', async () => {
    const error = await new Promise((resolve) => {
      lookupPublic('localhost', {}, resolve);
    });
    expect(error).toMatchObject({ name: 'NotPublic' });
  });

  test('is not connected to, even if it is on the list', async () => {
    let isReached = false;
    const host = await serve((_, response) => {
      isReached = true;
      response.end();
    });
    // The same machine by its name, which is on the list without a scheme, and by its address.
    expect(await faultOf(readLink('https://localhost/a.md', { hosts: ['localhost', host], limit: KB }))).toBe(
      'elsewhere',
    );
    expect(await faultOf(readLink('https://127.0.0.1/a.md', { hosts: ['127.0.0.1', host], limit: KB }))).toBe(
      'elsewhere',
    );
    expect(isReached).toBe(false);
  });

  test.each([
    ['140.82.121.4', true],
    ['2606:50c0:8000::154', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.16.0.1', false],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::ffff:127.0.0.1', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['2002:7f00:1::', false],
    ['64:ff9b::7f00:1', false],
  ])('%s is public: %s', (address, expected) => {
    expect(isPublic(address)).toBe(expected);
  });
});

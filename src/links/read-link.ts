import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getSafely } from 'node:https';
import { isIP } from 'node:net';
import { type Address, addressOf, linkOf } from './address.ts';
import { isPublic, lookupPublic, NotPublic } from './public-address.ts';

/** The hosts that links may lead to, or null if the operator has turned links off. See `linkOf`. */
export type ImportHosts = readonly string[] | null;

/** How a link may be read. */
export interface LinkTerms {
  readonly hosts: ImportHosts;
  /** The largest file, in bytes. */
  readonly limit: number;
  /** The time for the whole request, in milliseconds. */
  readonly within?: number;
}

/** A file that was read by its link. */
export interface LinkedFile {
  readonly bytes: Uint8Array;
  /** The last part of its path. */
  readonly name: string;
  /** The base for relative links in the file. */
  readonly base: string;
}

/**
 * Why a link was not read: `off` the operator has turned links off, `elsewhere` its host is not allowed,
 * `too-large` and `too-slow` it is over a limit, `not-there` there is no such file, `no-text` it is not a
 * text.
 */
export type LinkFault = 'off' | 'elsewhere' | 'too-large' | 'too-slow' | 'not-there' | 'no-text';

export class LinkError extends Error {
  readonly fault: LinkFault;

  constructor(fault: LinkFault, options?: ErrorOptions) {
    super(`a link could not be read: ${fault}`, options);
    this.name = 'LinkError';
    this.fault = fault;
  }
}

const WITHIN = 15_000;
const MOST_REDIRECTS = 3;
const STATUS = { ok: 200, notFound: 404 } as const;
const REDIRECTS: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);
/**
 * The content types of a Markdown file. A web page is refused: somebody who gives its address means the file
 * that it shows.
 */
const TEXT = /^(?:text\/(?!html)[\w.+-]+|application\/(?:octet-stream|json))$/;

/**
 * Reads the public file that a link leads to. Redirects are followed only to allowed hosts, and reading stops
 * at the limits of size and time.
 * @throws LinkError
 */
export async function readLink(
  typed: string,
  { hosts, limit, within = WITHIN }: LinkTerms,
): Promise<LinkedFile> {
  if (hosts === null) throw new LinkError('off');
  const link = linkOf(typed, hosts);
  if (link === null) throw new LinkError('elsewhere');
  const signal = AbortSignal.timeout(within);
  try {
    for (const address of link.addresses) {
      const found = await follow(address, { hosts, limit, signal });
      if (found === null) continue;
      const name = decodeURIComponent(found.url.pathname.split('/').at(-1) ?? '');
      return { bytes: found.bytes, name, base: link.base(found.url) };
    }
    throw new LinkError('not-there');
  } catch (error) {
    if (error instanceof LinkError) throw error;
    if (error instanceof NotPublic) throw new LinkError('elsewhere', { cause: error });
    throw new LinkError(signal.aborted ? 'too-slow' : 'not-there', { cause: error });
  }
}

interface Way {
  readonly hosts: readonly string[];
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** @returns null if there is no such file */
async function follow(from: Address, way: Way): Promise<{ url: URL; bytes: Uint8Array } | null> {
  let address = from;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await request(address, way.signal);
    try {
      const { statusCode, headers } = response;
      if (statusCode === STATUS.notFound) return null;
      if (statusCode === STATUS.ok) return { url: address.url, bytes: await readText(response, way.limit) };
      if (!REDIRECTS.has(statusCode)) throw new LinkError('not-there');
      const to = URL.parse(headers.location ?? '', address.url);
      const next = to === null ? null : addressOf(to, way.hosts);
      if (next === null) throw new LinkError('elsewhere');
      address = next;
    } finally {
      // Closes the connection, so that the rest of the answer is not downloaded.
      response.destroy();
    }
  }
  throw new LinkError('not-there');
}

function request({ url, asItStands }: Address, signal: AbortSignal): Promise<IncomingMessage> {
  // An IP address in the link is not looked up, so it has to be checked here.
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (!asItStands && isIP(literal) !== 0 && !isPublic(literal)) throw new LinkError('elsewhere');
  const get = url.protocol === 'https:' ? getSafely : getPlain;
  const headers = { accept: 'text/markdown, text/plain, */*;q=0.5', 'accept-encoding': 'identity' };
  return new Promise((resolve, reject) => {
    get(url, { signal, headers, agent: false, ...(asItStands ? {} : { lookup: lookupPublic }) }, resolve).on(
      'error',
      reject,
    );
  });
}

async function readText(response: IncomingMessage, limit: number): Promise<Uint8Array> {
  const { 'content-type': type = 'text/plain', 'content-encoding': coding = 'identity' } = response.headers;
  const kind = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!TEXT.test(kind) || coding !== 'identity') throw new LinkError('no-text');
  if (Number(response.headers['content-length'] ?? 0) > limit) throw new LinkError('too-large');
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes: Uint8Array = chunk;
    length += bytes.byteLength;
    if (length > limit) throw new LinkError('too-large');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks, length);
}

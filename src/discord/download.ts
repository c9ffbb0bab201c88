/**
 * A file that a person sent, as Discord describes it. The description is not trusted, because anybody can send anything
 * here.
 */
export interface RemoteFile {
  readonly url: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** How a file may be fetched. */
export interface Terms {
  /** Bytes. */
  readonly limit: number;
  /** The address, perhaps with a path, at which the configured Discord keeps files. */
  readonly cdn: string;
  /** The time for the whole download, in milliseconds. */
  readonly within?: number;
}

/**
 * Why a file was not fetched: `elsewhere` it is not on Discord's servers, `too-large` and `too-slow` it is over a
 * limit, `not-there` Discord does not give it (any more).
 */
export type DownloadFault = 'elsewhere' | 'too-large' | 'too-slow' | 'not-there';

export class DownloadError extends Error {
  readonly fault: DownloadFault;

  constructor(fault: DownloadFault, options?: ErrorOptions) {
    super(`a file could not be fetched: ${fault}`, options);
    this.name = 'DownloadError';
    this.fault = fault;
  }
}

/**
 * The hosts at which Discord keeps uploads. The names must match exactly, because anybody can own
 * `cdn.discordapp.com.example.org`.
 */
const DISCORD_HOSTS: ReadonlySet<string> = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
const OK = 200;
const WITHIN = 20_000;

/**
 * Fetches a file that a person uploaded. It only fetches from Discord, follows no redirect, and stops at the allowed
 * size, whatever size was claimed.
 * @throws DownloadError
 */
export async function download(
  { url, size }: Pick<RemoteFile, 'url' | 'size'>,
  { limit, cdn, within = WITHIN }: Terms,
): Promise<Uint8Array> {
  const address = addressAtDiscord(url, cdn);
  if (address === null) throw new DownloadError('elsewhere');
  if (size > limit) throw new DownloadError('too-large');
  try {
    const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(within) });
    if (response.status !== OK || response.body === null) {
      await response.body?.cancel();
      throw new DownloadError('not-there');
    }
    return await readAtMost(response.body, limit);
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    const isSlow = error instanceof Error && error.name === 'TimeoutError';
    throw new DownloadError(isSlow ? 'too-slow' : 'not-there', { cause: error });
  }
}

/** @returns the parsed address if it is one of Discord's files or of the configured CDN's, or else null */
function addressAtDiscord(url: string, cdn: string): URL | null {
  const address = URL.parse(url);
  if (address === null || address.username !== '' || address.password !== '') return null;
  const { protocol, hostname, port, origin, pathname } = address;
  if (protocol === 'https:' && port === '' && DISCORD_HOSTS.has(hostname)) return address;
  const own = new URL(cdn);
  const folder = own.pathname.replace(/\/*$/, '/');
  return origin === own.origin && pathname.startsWith(folder) ? address : null;
}

/** Leaving the loop closes the connection, so nothing beyond the limit is downloaded. */
async function readAtMost(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > limit) throw new DownloadError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

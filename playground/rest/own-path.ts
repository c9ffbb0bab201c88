import type { IncomingMessage } from 'node:http';

/**
 * The path of a request that reached this server by its own name, or null. Requests of pages in a browser are refused,
 * so that neither another site nor a host name that leads to loopback can reach what runs here.
 */
export function ownPath({ url, headers }: IncomingMessage, origin: string): string | null {
  const address = URL.parse(url ?? '/', origin);
  const isOwn = headers.host === new URL(origin).host && headers.origin === undefined;
  return isOwn && address !== null ? address.pathname : null;
}

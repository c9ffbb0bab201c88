import type { IncomingMessage } from 'node:http';

/**
 * The path of a request that came to this server by its own name; null for any other, and for what a page in a browser
 * sends: neither another site's page nor a name that leads to loopback shall reach what runs here.
 */
export function ownPath({ url, headers }: IncomingMessage, origin: string): string | null {
  const address = URL.parse(url ?? '/', origin);
  const isOwn = headers.host === new URL(origin).host && headers.origin === undefined;
  return isOwn && address !== null ? address.pathname : null;
}

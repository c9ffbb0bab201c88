import { LIMITS } from '../roadmap-error.ts';

/** What links are resolved against. */
export interface Addresses {
  /** Where the file came from, as a whole address; null where nothing is known of that. */
  readonly base: string | null;
}

/** A link that is left out, as it is written. */
export interface UnusableLink {
  readonly code: 'relative-link' | 'unusable-link';
  readonly address: string;
}

/**
 * The address that a link leads to: only such of the open web, short enough for a link button, that carry no name and
 * password. A link to a file beside this one is resolved as GitHub does it where it is known where this one stands.
 * @returns null for a place in the same file, an address of mail, and other things that nobody misses
 */
export function toAddress(link: string, { base }: Addresses): string | UnusableLink | null {
  if (link === '' || link.startsWith('#') || /^(?:mailto|tel):/iu.test(link)) return null;
  const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(link);
  if (isRelative && base === null) return { code: 'relative-link', address: link };
  const address = isRelative && base !== null ? resolve(link, base) : link.replace(/^\/\//u, 'https://');
  return address !== null && isOpenable(address) ? address : { code: 'unusable-link', address: link };
}

/** A path that begins with `/` stands under the top of the repository, not of the site. */
function resolve(link: string, base: string): string | null {
  const top =
    /^https:\/\/(?:github\.com\/[^/]+\/[^/]+\/blob\/[^/]+|raw\.githubusercontent\.com\/[^/]+\/[^/]+\/[^/]+)\//u.exec(
      base,
    )?.[0];
  const path = top !== undefined && link.startsWith('/') ? top + link.slice(1) : link;
  return URL.parse(path, base)?.href ?? null;
}

function isOpenable(address: string): boolean {
  const url = address.length > LIMITS.url ? null : URL.parse(address);
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || url.protocol === 'http:';
}

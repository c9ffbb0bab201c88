import { LIMITS } from '../roadmap-error.ts';

/** The place that relative links are resolved against. */
export interface Addresses {
  /** The whole address that the file came from, or null if it is unknown. */
  readonly base: string | null;
}

/** A link that is left out, as the file has it. */
export interface UnusableLink {
  readonly code: 'relative-link' | 'unusable-link';
  readonly address: string;
}

/**
 * The address that a link leads to. It must lie on the open web, fit into a link button, and have no name and password.
 * A link to a neighbouring file is resolved as GitHub does it, if the file's own address is known.
 * @returns null for a place in the same file, a mail address, and other links that nobody misses
 */
export function toAddress(link: string, { base }: Addresses): string | UnusableLink | null {
  if (link === '' || link.startsWith('#') || /^(?:mailto|tel):/iu.test(link)) return null;
  const isRelative = !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(link);
  if (isRelative && base === null) return { code: 'relative-link', address: link };
  const address = isRelative && base !== null ? resolve(link, base) : link.replace(/^\/\//u, 'https://');
  return address !== null && isOpenable(address) ? address : { code: 'unusable-link', address: link };
}

/** Resolves a link. A path that begins with `/` starts at the top of the repository, not of the site. */
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

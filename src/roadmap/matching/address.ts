/** Parameters that say where a reader came from, not what is read. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|si)$/u;

/**
 * An address as it is compared: without protocol, `www.`, tracking parameters and a slash at the end. The fragment
 * stays, for many topics link to chapters of one page.
 */
export function foldAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address.trim();
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  const path = url.pathname.replace(/\/+$/u, '');
  return `${url.host.replace(/^www\./u, '')}${path}${query === '' ? '' : `?${query}`}${url.hash}`;
}

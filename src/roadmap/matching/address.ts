/** Parameters of an address that track the reader, and do not change the page. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|ref_src|si)$/u;

/**
 * Folds an address for comparison. It drops the protocol, `www.`, tracking parameters and a closing slash. The fragment
 * stays, because many topics link to chapters of the same page.
 */
export function foldAddress(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address.trim();
  const parameters = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = parameters.map(([name, value]) => `${name}=${value}`).join('&');
  const path = url.pathname.replace(/\/+$/u, '');
  return `${url.host.replace(/^www\./u, '')}${path}${query === '' ? '' : `?${query}`}${url.hash}`;
}

import type { Fault, Path } from './refusal.ts';

/**
 * The fault of an address of a link, a picture or a file; null if Discord accepts it. It must have one of the schemes,
 * and the host of a web address needs a dot: `localhost` is refused.
 * @param what the thing with the address, for the sentence: `A link button`
 */
export function addressFault(
  url: string,
  path: Path,
  schemes: readonly string[],
  what: string,
): Fault | null {
  const [scheme = ''] = url.split(':');
  if (!schemes.some((each) => url.startsWith(`${each}://`) && url.length > each.length + 3)) {
    return {
      path,
      code: 'URL_TYPE_INVALID_SCHEME',
      message: `Scheme "${scheme}" is not supported. Scheme must be one of (${schemes.map((each) => `'${each}'`).join(', ')}).`,
      rule: `${what} is named by ${schemes.join(', ')}`,
    };
  }
  const isOfTheWeb = scheme === 'http' || scheme === 'https';
  if (!isOfTheWeb || (URL.parse(url)?.hostname ?? '').includes('.')) return null;
  return {
    path,
    code: 'URL_TYPE_INVALID_URL',
    message: 'Not a well formed URL.',
    rule: `The host of a web address has a dot; ${what.toLowerCase()} leads to ${url}`,
  };
}

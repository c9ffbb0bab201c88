/** Discord's limit for the address of a button, in characters. */
const LENGTH = 512;
/** `github.com/ada/app`, as people copy it: no scheme, and a name with a dot in it before the first slash. */
const BARE = /^[\w-]+(\.[\w-]+)+([/?#]|$)/;

/**
 * @param typed with or without its `https://`
 * @returns an address of the open web, as a button can open it, or null: none of another scheme, and none that carries a
 * name and password
 */
export function webAddress(typed: string): string | null {
  const trimmed = typed.trim();
  const url = URL.parse(BARE.test(trimmed) ? `https://${trimmed}` : trimmed);
  if (url === null || url.username !== '' || url.password !== '') return null;
  // Discord refuses a message whole for a host without a dot, such as localhost.
  if (!url.hostname.replace(/\.$/, '').includes('.')) return null;
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.href.length <= LENGTH ? url.href : null;
}

/** The first address of the open web that a text names, or null. */
export function firstWebAddress(text: string): string | null {
  for (const [found] of text.matchAll(/https?:\/\/[^\s<>()]+/gi)) {
    const address = webAddress(found.replace(/[.,;:!?'"*_~`|\]]+$/, ''));
    if (address !== null) return address;
  }
  return null;
}

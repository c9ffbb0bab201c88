/** Discord's limit for the address of a button, in characters. */
const LENGTH = 512;
/** `github.com/ada/app`, as people copy it: it has no scheme, and its name has a dot before the first slash. */
const BARE = /^[\w-]+(\.[\w-]+)+([/?#]|$)/;

/**
 * @param typed an address with or without `https://`
 * @returns the address as a button can open it, or null if it has another scheme or carries a name and password
 */
export function webAddress(typed: string): string | null {
  const address = anyWebAddress(typed);
  return address === null || address.length > LENGTH ? null : address;
}

/** Whether a text is a web address that is too long for a button. Letters other than ASCII take up to nine characters. */
export function isTooLongAddress(typed: string): boolean {
  return (anyWebAddress(typed)?.length ?? 0) > LENGTH;
}

function anyWebAddress(typed: string): string | null {
  const trimmed = typed.trim();
  const url = URL.parse(BARE.test(trimmed) ? `https://${trimmed}` : trimmed);
  if (url === null || url.username !== '' || url.password !== '') return null;
  // Discord refuses the whole message for a host without a dot, such as localhost.
  if (!url.hostname.replace(/\.$/, '').includes('.')) return null;
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** The first web address in a text, or null if it has none. */
export function firstWebAddress(text: string): string | null {
  for (const [found] of text.matchAll(/https?:\/\/[^\s<>()]+/gi)) {
    const address = webAddress(found.replace(/[.,;:!?'"*_~`|\]]+$/, ''));
    if (address !== null) return address;
  }
  return null;
}

import { useEffect, useState } from 'preact/hooks';

/** The same width as in layout.css: from here on, the members have a column beside the messages. */
export const WIDE = '(min-width: 1001px)';
/** The same width as in layout.css: up to here, servers, channels and the person are in a drawer. */
export const NARROW = '(max-width: 720px)';

/** Whether a media query holds at present. */
export function useMedia(query: string): boolean {
  const [holds, setHolds] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = (): void => setHolds(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return holds;
}

import { useEffect, useState } from 'preact/hooks';

/** As in layout.css: the members have a place of their own beside the messages. */
export const WIDE = '(min-width: 1001px)';
/** As in layout.css: servers, channels and who one is stand in a drawer. */
export const NARROW = '(max-width: 720px)';

/** Whether a media query holds, as it stands now. */
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

import { useEffect, useState } from 'preact/hooks';

/** As in layout.css. */
const WIDE = '(min-width: 1001px)';

/** Whether the members have a place of their own beside the messages. */
export function useWide(): boolean {
  const [isWide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const follow = (): void => setWide(query.matches);
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, []);
  return isWide;
}

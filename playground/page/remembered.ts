import { useState } from 'preact/hooks';

/** A choice that the browser remembers. Without storage (private windows) it lasts as long as the page. */
export function useRemembered(key: string, first: string): [string, (value: string) => void] {
  const [value, setValue] = useState(() => read(key) ?? first);
  const keep = (next: string): void => {
    setValue(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // The choice still holds for this page, so there is nothing to do.
    }
  };
  return [value, keep];
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

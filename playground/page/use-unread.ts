import { useEffect, useState } from 'preact/hooks';
import type { PageState } from './state.ts';

/** The channels with messages that came after the person last looked. */
export function useUnread(state: PageState, open: string, you: string): ReadonlySet<string> {
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const [who, setWho] = useState('');
  const newest = Object.fromEntries(
    Object.entries(state.messages).map(([id, messages]) => [id, messages.at(-1)?.json.id ?? '']),
  );
  const key = JSON.stringify(newest);
  useEffect(() => {
    // A person who has just come counts all present messages as seen.
    if (who !== you) setSeen({ ...newest });
    else setSeen((before) => ({ ...newest, ...before, [open]: newest[open] ?? '' }));
    setWho(you);
  }, [key, open, you]);
  return new Set(
    Object.keys(newest).filter((id) => id !== open && seen[id] !== undefined && seen[id] !== newest[id]),
  );
}

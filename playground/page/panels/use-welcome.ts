import { useEffect, useState } from 'preact/hooks';
import { useRemembered } from '../remembered.ts';

/** The welcome of a first visit, and what the person has done with it. */
export interface WelcomeState {
  readonly size: 'full' | 'slim' | 'closed';
  /** The full names of the commands that this person has used. */
  readonly tried: ReadonlySet<string>;
  readonly open: () => void;
  readonly close: () => void;
  /** A command was used. The welcome then becomes a single line. */
  readonly note: (command: string) => void;
}

/** The browser remembers whether the welcome was read. Each person tries the commands anew. */
export function useWelcome(you: string): WelcomeState {
  const [visited, setVisited] = useRemembered('playground.visited', 'no');
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setTried(new Set()), [you]);
  return {
    size: visited === 'yes' ? 'closed' : visited === 'slim' ? 'slim' : 'full',
    tried,
    open: () => setVisited('no'),
    close: () => setVisited('yes'),
    note: (command) => {
      if (visited === 'no') setVisited('slim');
      setTried((before) => new Set([...before, command]));
    },
  };
}

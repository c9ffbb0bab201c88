import { useEffect, useReducer } from 'preact/hooks';
import type { Act, Outcome, Push } from '../web/protocol.ts';
import { NOTHING, receive, type PageState } from './state.ts';

/**
 * What the server tells a person, kept up to date. Null stands for the person that the server puts first. The old state
 * stays until the new one comes.
 */
export function useServer(as: string | null): PageState {
  const [state, change] = useReducer(receive, NOTHING);
  useEffect(() => {
    const source = new EventSource(as === null ? '/events' : `/events?as=${encodeURIComponent(as)}`);
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const push: Push = JSON.parse(event.data);
      change(push);
    });
    // The browser connects again by itself, and the server then tells everything anew.
    source.addEventListener('error', () => change({ kind: 'bot', state: 'gone' }));
    return () => source.close();
  }, [as]);
  return state;
}

/** Acts as a person. If the server is gone, the result is a failure that the page can show. */
export async function send(as: string, act: Act): Promise<Outcome> {
  try {
    const response = await fetch(`/act?as=${encodeURIComponent(as)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    const outcome: Outcome = await response.json();
    return outcome;
  } catch {
    return { kind: 'failed' };
  }
}

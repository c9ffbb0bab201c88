import { useEffect, useReducer } from 'preact/hooks';
import type { Act, Outcome, Push } from '../web/protocol.ts';
import { NOTHING, receive, type PageState } from './state.ts';

/** What the server tells somebody (null: whoever it puts first), kept up to date; the old stands until the new comes. */
export function useServer(as: string | null): PageState {
  const [state, change] = useReducer(receive, NOTHING);
  useEffect(() => {
    const source = new EventSource(as === null ? '/events' : `/events?as=${encodeURIComponent(as)}`);
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const push: Push = JSON.parse(event.data);
      change(push);
    });
    // The browser tries again by itself, and is told everything anew then.
    source.addEventListener('error', () => change({ kind: 'bot', state: 'gone' }));
    return () => source.close();
  }, [as]);
  return state;
}

/** Acts as somebody. A server that is gone counts as a failure, which the page can show. */
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

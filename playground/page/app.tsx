import type { VNode } from 'preact';
import { useServer } from './connection.ts';
import { useRemembered } from './remembered.ts';
import { Room } from './room.tsx';

/** The whole page. */
export function App(): VNode {
  const [as, become] = useRemembered('playground.as', '');
  const state = useServer(as === '' ? null : as);
  if (state.world === null) {
    return (
      <main class="starting" aria-busy="true">
        <h1>Roadmate playground</h1>
        <p role="status">Starting…</p>
      </main>
    );
  }
  return <Room state={state} world={state.world} onBecome={become} />;
}

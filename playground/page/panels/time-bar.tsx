import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ClockView } from '../../web/protocol.ts';
import { Icon } from '../icons.tsx';
import { dateFormat } from '../date-format.ts';
import { useViewer } from '../viewer.ts';

const DAY = 86_400_000;

/**
 * The playground's clock, in the time zone of the person who looks, like all times in messages. Its buttons move to the
 * next post.
 */
export function TimeBar({ clock }: { readonly clock: ClockView }): VNode {
  const { act, world } = useViewer();
  const { timeZone } = world.you;
  const now = useTicking(clock.now);
  const [busy, setBusy] = useState(false);
  const go = async (to: number): Promise<void> => {
    setBusy(true);
    await act({ do: 'clock', to });
    setBusy(false);
  };
  const format = (instant: number): string =>
    dateFormat('en-GB', {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }).format(instant);
  const jump = (label: string, to: number | null): VNode => (
    <button
      key={label}
      type="button"
      class="time-jump"
      disabled={busy || to === null}
      title={
        to === null ? 'None is due: choose a channel and a time with /setup first' : `Goes to ${format(to)}`
      }
      onClick={() => to !== null && void go(to)}
    >
      {label}
    </button>
  );
  return (
    <section class="time-bar" aria-label="Time in the playground">
      <p>
        <Icon name="clock" size={18} />
        <time dateTime={new Date(now).toISOString()}>{format(now)}</time>{' '}
        <span class="time-zone">
          {timeZone.split('/').at(-1)?.replace('_', ' ')}
          <span class="visually-hidden">, the time of {world.you.name}</span>
        </span>
      </p>
      <div class="time-jumps">
        {Object.entries(clock.posts).map(([kind, at]) => jump(`Next ${kind} post`, at))}
        {jump('+1 day', now + DAY)}
      </div>
    </section>
  );
}

/** An instant from the server that goes on ticking. */
export function useTicking(told: number, every = 1_000): number {
  const [now, setNow] = useState(told);
  useEffect(() => {
    const since = performance.now();
    setNow(told);
    const timer = setInterval(() => setNow(told + Math.floor(performance.now() - since)), every);
    return () => clearInterval(timer);
  }, [told, every]);
  return now;
}

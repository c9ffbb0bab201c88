import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageView } from '../../web/protocol.ts';
import { dateFormat } from '../date-format.ts';
import { Avatar, Icon } from '../icons.tsx';
import { useViewer } from '../viewer.ts';
import { Message } from './message.tsx';

/** A command without an answer, as Discord shows it to the person who used it. */
export interface Failure {
  readonly key: number;
  readonly command: string;
}

interface Props {
  readonly messages: readonly MessageView[];
  /** The message on which the open thread stands, if there is one. */
  readonly starter: MessageView | undefined;
  readonly failures: readonly Failure[];
  readonly place: string;
  readonly onDismiss: (id: string) => void;
  readonly onDismissFailure: (key: number) => void;
}

const TOGETHER = 7 * 60_000;
/** The history follows new messages within this distance from its end, in pixels. */
const NEAR = 120;

/**
 * The messages of a channel, oldest first, with a line between days. It stays at its end while a person reads there.
 */
export function History({ messages, starter, failures, place, onDismiss, onDismissFailure }: Props): VNode {
  const viewer = useViewer();
  const { world, words, channel, now } = viewer;
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    atEnd.current = true;
  }, [channel.id, world.you.id]);
  const newest = messages.at(-1)?.json.id;
  useLayoutEffect(() => {
    // New messages here answer what the person has just done, so they are scrolled into view.
    atEnd.current = true;
  }, [newest]);
  useLayoutEffect(() => {
    const box = scroller.current;
    if (box !== null && atEnd.current) box.scrollTop = box.scrollHeight;
  });
  useLayoutEffect(() => {
    const box = scroller.current;
    const inner = box?.firstElementChild;
    if (box === null || inner === null || inner === undefined) return undefined;
    // Pictures load after their message, and make it taller.
    const watch = new ResizeObserver(() => {
      if (atEnd.current) box.scrollTop = box.scrollHeight;
    });
    watch.observe(inner);
    watch.observe(box);
    return () => watch.disconnect();
  }, []);

  const day = dateFormat(world.you.locale, { timeZone: world.you.timeZone, dateStyle: 'long' });
  const today = day.format(now);
  const yesterday = day.format(now - 86_400_000);
  const titleOf = (text: string): string =>
    ({ [today]: words.today, [yesterday]: words.yesterday })[text] ?? text;
  const rows: VNode[] = [];
  let last: MessageView | null = null;
  let lastDay = '';
  for (const view of messages) {
    const text = day.format(Date.parse(view.json.timestamp));
    if (text !== lastDay) {
      rows.push(
        <li class="day" key={`day ${text}`}>
          <span>{titleOf(text)}</span>
        </li>,
      );
      last = null;
    }
    lastDay = text;
    rows.push(
      <Message key={view.json.id} view={view} follows={continues(last, view)} onDismiss={onDismiss} />,
    );
    last = view;
  }
  return (
    <div
      class="history"
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label="Messages"
      onScroll={(event) => {
        const box = event.currentTarget;
        atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
      }}
    >
      <div class="history-inner">
        <div class="beginning">
          <span class="beginning-mark">
            <Icon
              name={channel.kind === 'dm' ? 'at' : channel.kind === 'thread' ? 'thread' : 'hash'}
              size={36}
            />
          </span>
          <h3>{words.beginning(place)}</h3>
          {channel.topic !== null && <p class="quiet">{channel.topic}</p>}
        </div>
        <div role="log" aria-live="polite" aria-relevant="additions">
          <ol class="messages">
            {starter !== undefined && (
              <Message key="starter" view={starter} follows={false} isStarter onDismiss={onDismiss} />
            )}
            {rows}
            {failures.map((failure) => (
              <li class="message ephemeral" key={failure.key}>
                <article aria-label={words.noResponse}>
                  <div class="used">
                    <Icon name="reply" size={16} />
                    <span class="author">{world.you.name}</span> {words.used}{' '}
                    <span class="mention">/{failure.command}</span>
                  </div>
                  <header>
                    <Avatar id={world.bot.id} name={world.bot.username} bot />
                    <span class="author of-bot">{world.bot.username}</span>
                    <span class="tag">{words.app}</span>
                  </header>
                  <p class="failed">{words.noResponse}</p>
                  <p class="only-you">
                    <Icon name="eye" size={16} /> {words.onlyYou} •{' '}
                    <button type="button" class="as-link" onClick={() => onDismissFailure(failure.key)}>
                      {words.dismiss}
                    </button>
                  </p>
                </article>
              </li>
            ))}
          </ol>
        </div>
      </div>
    </div>
  );
}

function continues(last: MessageView | null, view: MessageView): boolean {
  if (last === null || last.json.author.id !== view.json.author.id || last.ephemeral !== view.ephemeral)
    return false;
  return Date.parse(view.json.timestamp) - Date.parse(last.json.timestamp) < TOGETHER;
}

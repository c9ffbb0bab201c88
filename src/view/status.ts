import type { Words } from '../words/index.ts';
import { card, type Message, text } from './components.ts';
import { when } from './time.ts';
import { HOUR, MINUTE } from '../time/units.ts';

/** The state of the bot. Instants are in epoch ms, durations in ms. */
export interface Status {
  readonly version: string;
  readonly startedAt: number;
  /** How many servers the bot is in, and how many of them Discord cannot reach now. */
  readonly guilds: { readonly all: number; readonly away: number };
  /** The shards of the process that answers, if there are other processes. Null if it has all. */
  readonly share: { readonly shards: readonly number[]; readonly count: number } | null;
  /** How many servers have chosen a channel for posts. */
  readonly posting: number;
  /** The posts of the last day. */
  readonly posts: readonly { readonly state: string; readonly late: number | null }[];
  readonly waiting: { readonly count: number; readonly since: number | null };
  /** How many servers have posts that a fault has paused. */
  readonly stopped: number;
  /** The answers that failed. */
  readonly failures: { readonly count: number; readonly since: number };
  readonly backup:
    | { readonly kind: 'file'; readonly newest: number | null }
    | { readonly kind: 'none' | 'server' };
  readonly restored: { readonly takenAt: number } | null;
  readonly now: number;
}

/** A larger delay is shown as a problem. */
const LATE = 10 * MINUTE;
const OLD_BACKUP = 26 * HOUR;

/** The state of the bot for the operator. If something needs them, the message has the colour of a problem. */
export function statusView(words: Words, status: Status): Message {
  const say = words.status;
  const { guilds, share, posts, waiting, backup, restored, failures } = status;
  const count = (state: string): number => posts.filter((post) => post.state === state).length;
  return card(
    needsHelp(status) ? 'problem' : 'neutral',
    text(
      say.heading(status.version),
      say.since(when(status.startedAt, 'R')),
      share === null ? null : say.share(share.shards.join(', '), share.count),
    ),
    text(
      say.servers(guilds.all, status.posting),
      guilds.away === 0 ? null : say.away(guilds.away),
      say.posts(count('sent'), count('skipped'), count('failed')),
      latenessLine(words, posts),
      waiting.since === null ? null : say.waiting(waiting.count, when(waiting.since, 'R')),
      status.stopped === 0 ? null : say.stopped(status.stopped),
      say.failures(failures.count, when(failures.since, 'R')),
      backup.kind !== 'file'
        ? say.backup[backup.kind]
        : backup.newest === null
          ? say.backup.notYet
          : say.backup.newest(when(backup.newest, 'R')),
      restored === null ? null : say.restored(when(restored.takenAt, 'f')),
    ),
  );
}

/** Says that the command is only for people who manage the operator's server. */
export function onlyOperatorsView(words: Words): Message {
  return card('problem', text(words.status.onlyOperators));
}

function needsHelp({ posts, waiting, failures, backup, guilds, now }: Status): boolean {
  return (
    guilds.away > 0 ||
    failures.count > 0 ||
    posts.some(({ state }) => state === 'failed') ||
    (waiting.since !== null && now - waiting.since > LATE) ||
    (backup.kind === 'file' && (backup.newest === null || now - backup.newest > OLD_BACKUP))
  );
}

/** The median and the longest delay of posts. Nothing if no post was sent. */
function latenessLine(words: Words, posts: Status['posts']): string | null {
  const late = posts.flatMap((post) => (post.late === null ? [] : [post.late])).toSorted((a, b) => a - b);
  const [middle, longest] = [late[Math.floor(late.length / 2)], late.at(-1)];
  if (middle === undefined || longest === undefined) return null;
  return words.status.lateness(duration(words, middle), duration(words, longest));
}

/** `4 secs`, `12 mins`, `3 hrs`, in the words of the language. */
function duration({ locale }: Words, milliseconds: number): string {
  const [value, unit] =
    milliseconds < MINUTE
      ? [milliseconds / 1000, 'second']
      : milliseconds < HOUR
        ? [milliseconds / MINUTE, 'minute']
        : [milliseconds / HOUR, 'hour'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.round(value),
  );
}

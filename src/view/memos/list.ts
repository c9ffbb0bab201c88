import type { Memo } from '../../store/memos/memo.ts';
import type { Words } from '../../words/index.ts';
import { card, fitting, LIMITS, type Message, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { when } from '../time.ts';
import { repeatText } from './repeats.ts';
import { capital, type Clock, dated } from './times.ts';

/** A message of one line. */
export function memoNote(line: string): Message {
  return card('neutral', text(line));
}

/**
 * Shows a member's reminders, with a list to remove one.
 * @param own the member's own zone, which wins over the zone in which they asked; null if they have set none
 * @param hasDraft whether one was understood, and waits for the member to confirm it
 */
export function memoList(
  words: Words,
  memos: readonly Memo[],
  own: { readonly timeZone: string | null; readonly now: number },
  note: string | null,
  hasDraft = false,
): Message {
  const { memo: say } = words;
  const lines = memos.map(
    (memo) =>
      `**${inline(clip(memo.what, SHOWN))}**\n-# ${timeText(words, memo, { timeZone: own.timeZone ?? memo.timeZone, now: own.now })}`,
  );
  const room = LIMITS.messageText - RESERVED - (note?.length ?? 0);
  const all = fitting(lines, room, words.andMore);
  return card(
    'neutral',
    text(note, say.heading, memos.length > 0 ? all : hasDraft ? say.draft : say.none),
    ...(memos.length === 0
      ? []
      : [
          select(
            customId('memo-remove'),
            say.choose,
            memos.map((memo) => ({ label: memoLabel(memo), value: memo.id })),
          ),
        ]),
  );
}

/** How many characters of a text the list shows, and how many the rest of its message needs. */
const SHOWN = 100;
const RESERVED = 400;

function timeText(words: Words, memo: Memo, clock: Clock): string {
  if (memo.next === null) return words.memo.unreachable;
  if (memo.repeat === null) return capital(dated(words, memo.next.at, clock), words.locale);
  return `${capital(repeatText(words, memo.repeat), words.locale)} · ${when(memo.next.at, 'R')}`;
}

/** A memo in a list of choices. */
export function memoLabel({ what }: Pick<Memo, 'what'>): string {
  return clip(plain(what), LIMITS.optionText);
}

import type { APIButtonComponentWithCustomId } from 'discord.js';
import { endOf, type Session } from '../../study/sessions/session.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, rows, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { near, when } from '../time.ts';

/** A title in a list is cut after so many characters. */
const TITLE_LENGTH = 80;

/** A topic's title within text. */
export function sessionTitle(title: string): string {
  return inline(clip(plain(title), TITLE_LENGTH));
}

/** A session that is going on. Its countdown is a timestamp, which Discord updates itself. */
export function runningView(
  words: Words,
  session: Session,
  {
    title,
    isSeen,
    note = null,
  }: {
    /** The topic's title; null without a topic. */
    readonly title: string | null;
    /** Whether the member's group can see that they study. */
    readonly isSeen: boolean;
    /** What has just happened. */
    readonly note?: string | null;
  },
): Message {
  const { focus: say } = words;
  return card(
    'doing',
    text(
      note,
      title === null ? say.heading : `## ${sessionTitle(title)}`,
      // On a phone the countdown may not move, so the time of the end is beside it.
      say.ends(when(session.endsAt, 't'), when(session.endsAt, 'R')),
      isSeen ? say.seen : say.onlyYou,
    ),
    ...rows([
      button(say.finish, customId('focus-end', session.id), 'success'),
      button(say.goOn, customId('focus-on', session.id)),
    ]),
  );
}

/** A session that has ended, with buttons for what to do next. */
export function endedView(
  words: Words,
  session: Session,
  {
    title,
    minutes,
    today,
    now,
    next,
  }: {
    readonly title: string | null;
    /** The minutes of the session, and of the whole day. */
    readonly minutes: number;
    readonly today: number;
    /** Epoch ms. */
    readonly now: number;
    /** Buttons for the next steps. The first one is emphasised. */
    readonly next: readonly APIButtonComponentWithCustomId[];
  },
): Message {
  const { focus: say } = words;
  return card(
    'done',
    text(
      minutes === 0
        ? say.tooShort
        : say.studied(say.duration(minutes), title === null ? null : sessionTitle(title)),
      today > minutes ? say.today(say.duration(today)) : null,
      say.ended(near(endOf(session), now)),
    ),
    ...rows([...next.slice(0, 1), button(say.goOn, customId('focus-on', session.id)), ...next.slice(1)]),
  );
}

/** Says that the button's session is not the member's. */
export function noSessionView({ focus: say }: Words): Message {
  return card('neutral', text(say.gone));
}

/** A button that begins a session on a topic. */
export function focusButton(words: Words, topicId: string, label: string = words.focus.focus) {
  return button(label, customId('focus', topicId));
}

import type { APIButtonComponentWithCustomId } from 'discord.js';
import { endOf, type Session } from '../../study/sessions/session.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, rows, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { near, when } from '../time.ts';

/** A title beside others is cut to so many characters. */
const TITLE_LENGTH = 80;

/** A topic's title within text. */
export function sessionTitle(title: string): string {
  return inline(clip(plain(title), TITLE_LENGTH));
}

/** A session that goes on. Its countdown is a timestamp, which Discord counts by itself. */
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
    /** Whether the member's group sees that they study. */
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
      // A countdown can stand still on a phone, so the end stands beside it.
      say.ends(when(session.endsAt, 't'), when(session.endsAt, 'R')),
      isSeen ? say.seen : say.onlyYou,
    ),
    ...rows([
      button(say.finish, customId('focus-end', session.id), 'success'),
      button(say.goOn, customId('focus-on', session.id)),
    ]),
  );
}

/** A session that has ended, and what to do next. */
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
    /** How long it was, and all of that day, in minutes. */
    readonly minutes: number;
    readonly today: number;
    /** Epoch ms. */
    readonly now: number;
    /** The steps that fit the topic, the first of which stands out. */
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

/** The session of a button is not the member's. */
export function noSessionView({ focus: say }: Words): Message {
  return card('neutral', text(say.gone));
}

/** Opens a session on a topic. */
export function focusButton(words: Words, topicId: string, label: string = words.focus.focus) {
  return button(label, customId('focus', topicId));
}

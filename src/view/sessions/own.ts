import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { TopicNode } from '../../roadmap/outline.ts';
import { endOf, type Session } from '../../study/sessions/session.ts';
import type { Streak } from '../../study/progress/streak.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, type Option, rows, select, text } from '../components.ts';
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
    topics,
    more,
    note = null,
    switchTo = null,
  }: {
    /** The topic's title; null without a topic. */
    readonly title: string | null;
    /** The topics to choose from; none once there is a topic. */
    readonly topics: readonly Option[];
    /** By how many minutes it can be prolonged. */
    readonly more: number;
    /** Whether the member's group can see that they study. */
    readonly isSeen: boolean;
    /** What has just happened. */
    readonly note?: string | null;
    /** Another topic that they asked for meanwhile. */
    readonly switchTo?: TopicNode | null;
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
      isSeen ? say.seen : null,
    ),
    ...aboutSelect(session, words.together.whatOn, topics),
    ...rows([
      ...switchButtons(words, session, switchTo),
      button(say.finish, customId('focus-end', session.id), 'success'),
      button(say.more(say.duration(more)), customId('focus-on', session.id, more)),
      button(
        session.calls ? words.focusEnd.pingMeNot : words.focusEnd.pingMe,
        customId('focus-ping', session.id, session.calls ? 0 : 1),
      ),
    ]),
  );
}

/** A title on a button is cut after so many characters, because the button has to fit a phone. */
const TITLE_ON_BUTTON = 24;

/** Offers to go on with another topic in the same session. */
export function switchButtons({ focus: say }: Words, { id }: Session, to: TopicNode | null) {
  if (to === null) return [];
  const name = clip(plain(to.topic.title), TITLE_ON_BUTTON);
  return [button(say.switchTo(name), customId('focus-switch', id, to.id), 'primary')];
}

/** Tells a member that a session of theirs is over. `minutes`: how long it was planned. */
export function overMessage(words: Words, session: Session, minutes: number, title: string | null): Message {
  const shown = title === null ? null : sessionTitle(title);
  return card(
    'done',
    text(words.focusEnd.over(words.focus.duration(minutes), shown)),
    ...rows([
      button(
        words.focus.more(words.focus.duration(minutes)),
        customId('focus-on', session.id, minutes),
        'primary',
      ),
      button(words.focus.finish, customId('focus-end', session.id)),
    ]),
  );
}

/** A session that has ended, with buttons for what to do next. */
export function endedView(
  words: Words,
  session: Session,
  {
    title,
    topics,
    more,
    minutes,
    today,
    streak,
    now,
    started,
    next,
  }: {
    readonly title: string | null;
    /** The topics to choose from; none once there is a topic. */
    readonly topics: readonly Option[];
    /** How long another session would be, in minutes. */
    readonly more: number;
    /** The minutes of the session, and of the whole day. */
    readonly minutes: number;
    readonly today: number;
    /** How many days in a row the member has studied. */
    readonly streak: Pick<Streak, 'unit' | 'length'>;
    /** Epoch ms. */
    readonly now: number;
    /** The title of the topic that the session started, if that is all that came of it; null otherwise. */
    readonly started: string | null;
    /** Buttons for the next steps. The first one is emphasised, unless no time was counted. */
    readonly next: readonly APIButtonComponentWithCustomId[];
  },
): Message {
  const { focus: say } = words;
  const isTooShort = minutes === 0;
  // Whoever stopped at once most likely wants to begin again, or did not mean to begin.
  const again = button(
    say.another(say.duration(more)),
    customId('focus-on', session.id, more),
    isTooShort ? 'primary' : 'secondary',
  );
  return card(
    isTooShort ? 'neutral' : 'done',
    text(
      isTooShort
        ? say.tooShort
        : say.studied(say.duration(minutes), title === null ? null : sessionTitle(title)),
      started === null ? null : say.startedAnyway(sessionTitle(started)),
      isTooShort ? null : dayLine(words, { minutes, today, streak }),
      say.ended(near(endOf(session), now)),
    ),
    ...aboutSelect(session, say.whatWasIt, isTooShort ? [] : topics),
    ...rows(isTooShort ? [again, ...next] : [...next.slice(0, 1), again, ...next.slice(1)]),
  );
}

/** `50 min today · 5-day streak`, without what says nothing new. */
function dayLine(
  words: Words,
  day: { minutes: number; today: number; streak: Pick<Streak, 'unit' | 'length'> },
): string {
  const parts = [
    day.today > day.minutes ? words.focus.today(words.focus.duration(day.today)) : null,
    day.streak.length > 1 ? words.progress.inARow[day.streak.unit](day.streak.length) : null,
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Asks what a session without a topic is about. Its whole time then belongs to the topic. */
function aboutSelect(session: Session, question: string, topics: readonly Option[]) {
  return topics.length === 0 ? [] : [select(customId('focus-about', session.id), question, topics)];
}

/** Says that the button's session is not the member's. */
export function noSessionView({ focus: say }: Words): Message {
  return card('neutral', text(say.gone));
}

/** A button that begins a session on a topic. */
export function focusButton(words: Words, topicId: string, label: string = words.focus.focus) {
  return button(label, customId('focus', topicId));
}

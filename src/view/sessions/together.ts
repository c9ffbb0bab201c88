import type { TopicNode } from '../../roadmap/outline.ts';
import type { GroupSession } from '../../store/sessions/groups.ts';
import { endOfPlan, type Phase } from '../../study/sessions/plan.ts';
import type { Session } from '../../study/sessions/session.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  filled,
  fitting,
  type Message,
  type Option,
  row,
  select,
  separator,
  text,
} from '../components.ts';
import { customId } from '../custom-id.ts';
import { when } from '../time.ts';
import { peopleLine } from '../people.ts';
import { mention } from '../topics/topic-text.ts';
import { sessionTitle, switchButtons } from './own.ts';

/** Somebody in a session together, as far as they let the group see it. */
export interface Companion {
  readonly userId: string;
  /** The titles of their topics, the latest first; none if they hide them. */
  readonly titles: readonly string[];
  /** For how long they studied, in minutes; null if they hide it. */
  readonly minutes: number | null;
}

/** While it goes on, so many people are listed, because the message has to fit a phone; the others are counted. */
const LISTED = 10;
/** The room for the lines about people, in characters; and how many topics a line names. */
const PEOPLE = 2800;
const TITLES = 2;

/** The message of a session together while it goes on. It changes with each phase, and Discord counts down. */
export function groupView(
  words: Words,
  { id, plan }: GroupSession,
  phase: Phase,
  people: readonly Companion[],
): Message {
  const { together: say, focus } = words;
  const lines = people
    .slice(0, LISTED)
    .map(({ userId, titles: [title] }) =>
      title === undefined ? `- ${mention(userId)}` : `- ${mention(userId)} · ${sessionTitle(title)}`,
    );
  return card(
    phase.kind === 'work' ? 'doing' : 'invite',
    text(
      say.heading,
      phase.kind === 'work' ? say.work(phase.round, plan.rounds) : say.pause,
      say.until(when(phase.to, 't'), when(phase.to, 'R')),
    ),
    text(
      people.length === 0 ? say.nobody : people.length === 1 ? null : say.people(people.length),
      ...lines,
      people.length > LISTED ? words.andMore(people.length - LISTED) : null,
    ),
    separator(),
    text(
      say.plan(focus.duration(plan.workMinutes), focus.duration(plan.breakMinutes), plan.rounds),
      say.end(when(endOfPlan(plan), 't')),
    ),
    row(button(say.join, customId('focus-join', id), 'primary')),
  );
}

/** The same message when the session is over: who was there, for how long, on what. */
export function groupOverView(words: Words, { id }: GroupSession, people: readonly Companion[]): Message {
  const { together: say, focus } = words;
  const lines = people.map(({ userId, titles, minutes }) => {
    const parts = [
      mention(userId),
      minutes === null ? null : focus.duration(minutes),
      titles.length === 0 ? null : titles.slice(0, TITLES).map(sessionTitle).join(', '),
    ];
    return `- ${parts.filter((part) => part !== null).join(' · ')}`;
  });
  return card(
    'done',
    text(say.overHeading, lines.length === 0 ? say.overNobody : fitting(lines, PEOPLE, words.andMore)),
    // The id at the end lets the bot find the message after a crash.
    row(button(words.progress.mine, customId('focus-mine', id))),
  );
}

/** Calls people at the start of a phase. */
export function callView(
  words: Words,
  { plan }: GroupSession,
  phase: Phase,
  userIds: readonly string[],
): Message {
  const { calls, until } = words.together;
  return card(
    phase.kind === 'work' ? 'doing' : 'invite',
    text(
      phase.kind === 'work' ? calls.work(phase.round, plan.rounds) : calls[phase.kind](),
      phase.kind === 'over' ? null : until(when(phase.to, 't'), when(phase.to, 'R')),
      userIds.slice(0, CALLED).map(mention).join(' '),
    ),
  );
}

/** A message can mention so many people by name. */
export const CALLED = 100;

/** A member's own card of a session together. */
export function inGroupView(
  words: Words,
  session: Session,
  {
    topics,
    title,
    visible,
    note = null,
    switchTo = null,
  }: {
    /** The topics to choose from. */
    readonly topics: readonly Option[];
    /** The title of the topic that they study. */
    readonly title: string | null;
    /** What others see of them there. */
    readonly visible: { readonly topics: boolean; readonly progress: boolean };
    readonly note?: string | null;
    /** Another topic that they asked for meanwhile. */
    readonly switchTo?: TopicNode | null;
  },
): Message {
  const { together: say } = words;
  const seen = !visible.topics ? say.hidden : visible.progress ? say.shown : say.noTime;
  return card(
    'doing',
    text(
      title === null ? say.heading : `## ${sessionTitle(title)}`,
      note,
      say.ownEnd(when(session.endsAt, 't'), when(session.endsAt, 'R')),
    ),
    ...filled(session.calls ? say.called : null, seen),
    ...(topics.length === 0
      ? []
      : [select(customId('focus-topic', session.id), title === null ? say.whatOn : say.whatElse, topics)]),
    row(
      ...switchButtons(words, session, switchTo),
      button(say.leave, customId('focus-leave', session.id)),
      button(
        session.calls ? say.callMeNot : say.callMe,
        customId('focus-call', session.id, session.calls ? 0 : 1),
      ),
    ),
  );
}

/** Says that there is a session in this channel already, until when, and who is in it. */
export function groupHereView(words: Words, { id, plan }: GroupSession, userIds: readonly string[]): Message {
  const { together: say } = words;
  const there = userIds.map(mention);
  return card(
    'invite',
    text(
      say.runsHere(when(endOfPlan(plan), 't')),
      there.length === 0 ? null : say.joinedBy(peopleLine(words, there)),
    ),
    row(button(say.join, customId('focus-join', id), 'primary')),
  );
}

/** A line about a session together, such as why there is none. */
export function togetherNote(line: string, meaning: 'neutral' | 'problem' = 'neutral'): Message {
  return card(meaning, text(line));
}

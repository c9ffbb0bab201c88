import type { APIButtonComponent, APIComponentInContainer } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Progress } from '../../study/progress/progress.ts';
import type { GoalProgress } from '../../study/goals/goal.ts';
import type { Reason } from '../../study/suggestions/suggest.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, menu, type Message, row, section, separator, text } from '../components.ts';
import { goalLine } from '../goals/goal.ts';
import { focusButton } from '../sessions/own.ts';
import { reasonTexts } from './reason.ts';
import { breadcrumb, MARKS, title, toRead } from '../topics/topic-text.ts';

/** What a member has just done to picks, said once: on the line of the pick that it finished, or else above the picks. */
export interface PickDeed {
  readonly said: string;
  /** The topic that was finished; null if none was. */
  readonly topicId: string | null;
  /** The interaction that did it. */
  readonly undo: string;
}

/** What a member's day is made of. */
export interface PicksDay {
  readonly picks: readonly { readonly node: TopicNode; readonly reason: Reason | null }[];
  readonly progress: Progress;
  /** How many are due in the present set, and how many can be done ahead if nothing is left to learn. */
  readonly reviews: { readonly due: number; readonly ahead: number };
  /** Whether they come back from a break, and have not studied since. */
  readonly isBack: boolean;
  /** What has just happened. */
  readonly note: string | null;
  /** How far they are with their goal this week; null without a goal. */
  readonly goal: GoalProgress | null;
  /** What they have just done to a pick; null for nothing. */
  readonly deed: PickDeed | null;
}

/**
 * A member's day: the due reviews, and today's topics, each with its reason and its next step. Somebody who comes back
 * from a break is welcomed, and begins with a small topic before the reviews, if there is one.
 */
export function picksView(
  words: Words,
  { picks, progress, reviews, isBack, note, goal, deed }: PicksDay,
): Message {
  const isSmall = picks.some(({ reason }) => reason?.kind === 'small-start');
  const isReviewFirst = reviews.due > 0 && !isSmall;
  const review = reviewSection(words, reviews, isReviewFirst);
  const goalBar = goal === null ? null : `-# ${goalLine(words, goal)}`;
  if (picks.length === 0) {
    return card(
      'done',
      text(words.today.nothingLeft, goalBar, note),
      ...review,
      ...deedParts(words, deed),
      row(button(words.roadmap.lookThrough, customId('map'))),
    );
  }
  const stateOf = (node: TopicNode) => progress.get(node.id)?.state ?? 'todo';
  const open = picks.filter(({ node }) => stateOf(node) !== 'done');
  // One thing is to be done first: the due reviews, or else the first open pick.
  const first = isReviewFirst ? undefined : open[0]?.node;

  const whys = reasonTexts(
    words,
    picks.map(({ reason }) => reason),
  );

  return card(
    open.length === 0 ? 'done' : 'doing',
    text(
      open.length === 0 ? words.today.allDone : words.today.heading(open.length, picks.length),
      isSmall ? words.today.startSmall : isBack ? words.today.welcomeBack : null,
      goalBar,
    ),
    ...(isReviewFirst ? review : []),
    ...(picks.some(({ node }) => node.id === deed?.topicId) ? [] : deedParts(words, deed)),
    separator(),
    ...picks.flatMap(({ node, reason }, at) =>
      stateOf(node) === 'done' && node.id === deed?.topicId
        ? deedParts(words, { ...deed, said: `${MARKS.done} ${deed.said}` })
        : pickParts(words, { node, reason, why: whys[at] ?? '' }, stateOf(node), node === first),
    ),
    separator(),
    ...(isReviewFirst ? [] : review),
    ...filled(note),
    ...(open.length === 0
      ? [afterwards(words, deed === null)]
      : [
          row(button(words.today.swap, customId('swap')), focusOn(words, open)),
          ...menu(words.act.more, others(words)),
        ]),
  );
}

function deedParts(words: Words, deed: PickDeed | null) {
  return deed === null ? [] : [section(deed.said, button(words.act.undo, customId('undo', deed.undo)))];
}

/** What a member may do once all of today's picks are done. `canUndo`: whether nothing else on the card undoes it. */
function afterwards(words: Words, canUndo: boolean) {
  return row(
    button(words.today.more, customId('more-picks'), 'primary'),
    ...(canUndo ? [button(words.act.undo, customId('undo'))] : []),
    button(words.review.remindMe, customId('remind')),
  );
}

/** Begins a session on the only open pick, or asks on which of them. */
function focusOn(words: Words, [first, ...rest]: readonly { readonly node: TopicNode }[]) {
  return first !== undefined && rest.length === 0
    ? focusButton(words, first.node.id)
    : button(words.today.focus, customId('picks-focus'));
}

/** What else a member may do with the open picks. */
function others(words: Words) {
  return [
    button(words.today.putOff, customId('picks-later')),
    button(words.today.iKnow, customId('picks-known')),
    button(words.review.remindMe, customId('remind')),
  ];
}

/** Due reviews come first, except after a break. Those that can be done ahead are only offered. */
function reviewSection(
  words: Words,
  { due, ahead }: { readonly due: number; readonly ahead: number },
  isFirst: boolean,
) {
  if (due + ahead === 0) return [];
  const { review: say } = words;
  const said = due === 0 ? say.ahead(ahead) : isFirst ? say.today(due) : say.afterwards(due);
  return [section(said, button(say.begin, customId('review'), isFirst ? 'primary' : 'secondary'))];
}

/** A topic in progress can be paused as well as finished, but a text has room for only one button. */
function pickParts(
  words: Words,
  { node, reason, why: reasoned }: PicksDay['picks'][number] & { readonly why: string },
  state: keyof typeof MARKS,
  isFirst: boolean,
): readonly APIComponentInContainer[] {
  if (state === 'done') {
    const done = `${MARKS.done} **${title(node)}** · ${words.state.done}`;
    return [section(done, button(words.act.openTopic, customId('topic', node.id)))];
  }
  // That a topic was started does not say where it belongs, as the other reasons do.
  const place = reason === null || reason.kind === 'in-progress' ? breadcrumb(node) : '';
  const why = [place, reasoned].filter((line) => line !== '');
  const said = [`${MARKS[state]} **${title(node)}**`, toRead(words, node), ...why.map((line) => `-# ${line}`)]
    .filter((line) => line !== '')
    .join('\n');
  const main = pickButton(words, node, state, isFirst ? 'primary' : 'secondary');
  if (state !== 'doing' || node.topic.stage !== null) return [section(said, main)];
  return [text(said), row(main, button(words.act.pause, customId('pick', 'pause', node.id)))];
}

function pickButton(
  words: Words,
  { id, topic }: TopicNode,
  state: keyof typeof MARKS,
  style: 'primary' | 'secondary',
): APIButtonComponent {
  if (topic.stage?.kind === 'tez') {
    return state === 'doing'
      ? button(words.proof.see.tez, customId('tez', 'show', id, 0), style)
      : button(words.proof.write.tez, customId('tez', 'write', id), style);
  }
  if (topic.stage?.kind === 'free') return button(words.career.declare, customId('declare', id), style);
  return state === 'doing'
    ? button(words.act.done, customId('pick', 'done', id), style)
    : button(words.act.start, customId('pick', 'start', id), style);
}

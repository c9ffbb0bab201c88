import type { APIButtonComponent, APIComponentInContainer } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { State } from '../../study/progress/progress.ts';
import type { Streak } from '../../study/progress/streak.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  filled,
  joined,
  type Meaning,
  type Message,
  row,
  section,
  text,
} from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { near } from '../time.ts';
import { skillOffer, type TopicPlace } from '../skills.ts';
import { MARKS, marked, PROVEN_MARK, title, toRead } from './topic-text.ts';
import { percent, type Standings } from '../../study/topics/status.ts';
import { bar } from '../bar.ts';

/** The result of a member's action on a topic. */
export interface TopicResult {
  readonly node: TopicNode;
  /** Its present state. */
  readonly state: State;
  /** What happened, as a sentence. */
  readonly said: string;
  /** Until when it is put off, epoch ms; null if it is not put off. */
  readonly snoozedUntil: number | null;
  /** Epoch ms. */
  readonly now: number;
  readonly isProven: boolean;
  /** The interaction that did it, if it can be undone. */
  readonly undo: string | null;
  /** The parent of which it was the last open topic. */
  readonly completed: TopicNode | null;
  /** How far the member is now; null if the action was no step forward. */
  readonly reached: Reached | null;
  /** The topics that come before it and are not done, if it was just begun. */
  readonly needs: readonly TopicNode[];
  readonly standings: Standings;
  /** The topic to do next; null while this topic is the one to do. */
  readonly next: TopicNode | null;
  /** The topics of other roadmaps that are offered as the same as a topic that was done; null if there are none. */
  readonly same: { readonly node: TopicNode; readonly places: readonly TopicPlace[] } | null;
  /** Whether to ask for a note, which becomes a cheat code. */
  readonly asksForNote: boolean;
}

interface Reached {
  readonly done: number;
  readonly total: number;
  readonly section: string;
  readonly streak: Pick<Streak, 'unit' | 'length'>;
  /** How many others of the group have done it. */
  readonly others: number;
}

const MEANINGS = {
  todo: 'neutral',
  doing: 'doing',
  done: 'done',
  skipped: 'neutral',
} as const satisfies Record<State, Meaning>;
/** The most characters that the needed topics may take. */
const NEEDS = 300;
/** From so many days or weeks on, a streak is mentioned. */
const STREAK = 2;

/** A short answer: what happened, the next step, and a button to the topic's card. */
export function resultView(words: Words, result: TopicResult): Message {
  const { node, state, said, next, asksForNote } = result;
  return card(
    MEANINGS[state],
    text(
      // To finish a topic is the best moment, so it is said large.
      `${result.reached === null ? '' : '## '}${result.isProven ? PROVEN_MARK : MARKS[state]} ${said}`,
      snoozeLine(words, result),
      completedLine(words, result),
      ...reachedLines(words, result),
    ),
    ...(state === 'doing' ? filled(toRead(words, node), needsLine(words, result)) : []),
    ...(asksForNote
      ? [section(words.topic.halfMinute, button(words.act.jot, customId('cheatcode', 'write', node.id)))]
      : []),
    ...(result.same === null ? [] : skillOffer(words, result.same.node, result.same.places)),
    ...(next === null ? [] : [nextPart(words, next, result.standings)]),
    row(...buttons(words, result)),
  );
}

/** Says that a stage that follows from a track or a thesis is not ticked off by itself. */
export function followsView(words: Words, node: TopicNode, from: 'track' | 'tez' | 'free'): Message {
  return card(
    'neutral',
    text(`**${title(node)}**`, from === 'tez' ? words.career.followsThesis : words.topic.followsTrack),
    row(button(words.act.openTopic, customId('topic', node.id), 'primary')),
  );
}

function snoozeLine(words: Words, { snoozedUntil, now }: TopicResult): string | null {
  return snoozedUntil === null || snoozedUntil <= now ? null : words.topic.snoozed(near(snoozedUntil, now));
}

function completedLine(words: Words, { completed }: TopicResult): string | null {
  return completed === null ? null : words.topic.wholeDone(title(completed));
}

/** `12 of 37 in Main Roadmap`, the same as a bar, and `🔥 5-day streak · 3 others have done this`. */
function reachedLines(words: Words, { reached }: TopicResult): readonly string[] {
  if (reached === null) return [];
  const { done, total, section: name, streak, others } = reached;
  const company = [
    streak.length < STREAK ? '' : `🔥 ${words.progress.inARow[streak.unit](streak.length)}`,
    others === 0 ? '' : words.topic.othersDid(others),
  ];
  return [
    words.topic.doneIn(done, total, inline(clip(plain(name), 60))),
    bar(percent(done, total)),
    company.filter((part) => part !== '').join(' · '),
  ];
}

function needsLine(words: Words, { needs, standings }: TopicResult): string | null {
  if (needs.length === 0) return null;
  return words.topic.first(
    joined(
      needs.map((need) => marked(need, standings)),
      NEEDS,
    ),
  );
}

function nextPart(
  words: Words,
  next: TopicNode,
  standings: TopicResult['standings'],
): APIComponentInContainer {
  // A topic that the member is on already cannot be started again.
  const isOn = standings.get(next.id)?.state === 'doing';
  const canStart = next.topic.stage === null && !isOn;
  const { minutes } = next.topic;
  const time = minutes === null ? '' : ` · ${words.focus.about(words.focus.duration(minutes))}`;
  const said = `${words.topic.upNext} **${title(next)}**${time}`;
  return canStart
    ? section(said, button(words.act.start, customId('do', 'start', next.id), 'primary'))
    : section(
        said,
        button(isOn ? words.today.goOn : words.today.open, customId('topic', next.id), 'primary'),
      );
}

function buttons(words: Words, { node, state, undo, next }: TopicResult): APIButtonComponent[] {
  return [
    ...(state === 'doing'
      ? [
          button(words.act.done, customId('do', 'done', node.id), 'success'),
          button(words.act.pause, customId('do', 'pause', node.id)),
        ]
      : []),
    button(words.act.openTopic, customId('topic', node.id)),
    ...(undo === null ? [] : [button(words.act.undo, customId('undo', undo))]),
    ...(state !== 'doing' && next === null
      ? [button(words.roadmap.whatNow, customId('today'), 'primary')]
      : []),
  ];
}

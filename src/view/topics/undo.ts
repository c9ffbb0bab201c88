import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { PastAct } from '../../store/progress/history.ts';
import type { PastKind, StayingAct, UndoableAct } from '../../study/progress/progress.ts';
import type { Standings } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { aboutRoadmap } from '../about-roadmap.ts';
import { button, card, fitting, type Message, row, rows, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { when } from '../time.ts';
import { marked, MARKS, title } from './topic-text.ts';
import { roadmapTitle } from '../roadmaps/title.ts';

/** An act, and the roadmaps of its topics: the one in which the member acted, and those that count the same topics. */
export interface Told<Kind extends PastKind> extends PastAct<Kind> {
  readonly outline: Outline;
  readonly others: readonly Outline[];
}

/** Says that there is nothing to undo. */
export function nothingToUndoView(words: Words): Message {
  return card('neutral', text(words.undo.nothing));
}

/**
 * What was undone, and the present state of each topic.
 * @param by the interaction that undid it
 */
export function undoneView(
  words: Words,
  undone: Told<UndoableAct>,
  standings: Standings,
  by: string,
): Message {
  const { act } = undone;
  const at = when(undone.at, 'R');
  const took = act === 'swap' ? words.undo.tookSwap(at) : words.undo.took(...named(words, undone), at);
  const [about] = nodesOf(undone);
  return card(
    'neutral',
    changedText(words, undone, standings, took),
    ...rows([
      ...(act === 'swap'
        ? [button(words.roadmap.whatNow, customId('today'))]
        : [button(words.undo.redo, customId('redo', by))]),
      ...(about === undefined ? [] : [button(words.act.openTopic, customId('topic', about.id))]),
      button(words.act.undoMore, customId('undo')),
    ]),
  );
}

/** What is done again after it was undone, and the present state of each topic. */
export function redoneView(words: Words, redone: Told<UndoableAct>, standings: Standings): Message {
  const [about] = nodesOf(redone);
  const again = words.undo.redone(...named(words, redone), when(redone.at, 'R'));
  return card(
    'done',
    changedText(words, redone, standings, again),
    ...rows([
      button(words.act.undo, customId('undo', redone.batch)),
      ...(about === undefined ? [] : [button(words.act.openTopic, customId('topic', about.id))]),
    ]),
  );
}

/** Says that an undo stays, because the member has done something else since. */
export function notRedoneView(words: Words): Message {
  return card('neutral', text(words.undo.notRedone), row(button(words.roadmap.whatNow, customId('today'))));
}

/** A sentence about an act, and the present state of its topics: above it of one topic, below it of several. */
function changedText(words: Words, told: Told<UndoableAct>, standings: Standings, said: string) {
  const { act, others } = told;
  const nodes = nodesOf(told);
  const [only, ...more] = nodes;
  const one = more.length === 0 && changesState(act) ? only : undefined;
  return text(
    ...(one === undefined ? [said] : [isBack(words, one, standings), `-# ${said}`]),
    more.length > 0 ? statesOf(words, nodes, standings) : null,
    others.length === 0 || act === 'swap' ? null : words.undo.alsoIn(words.list(others.map(nameOf))),
  );
}

/** Shows an act of days ago, and asks before it is undone. */
export function oldUndoView(words: Words, next: Told<UndoableAct>): Message {
  const [about] = nodesOf(next);
  return card(
    'neutral',
    text(words.undo.old(...named(words, next), when(next.at, 'R'))),
    ...rows([
      button(words.undo.takeThat, customId('undo', next.batch), 'primary'),
      ...(about === undefined ? [] : [button(words.act.openTopic, customId('topic', about.id))]),
    ]),
  );
}

/**
 * Says why nothing was undone, and offers to undo the named act.
 * @param stays the last act, which cannot be undone; null: the last act was another one than the button's
 */
export function wouldUndoView(
  words: Words,
  stays: Told<StayingAct> | null,
  next: Told<UndoableAct> | null,
): Message {
  const say = words.undo;
  const before = next === null ? null : say.before(...named(words, next), when(next.at, 'R'), stays === null);
  const [about] = stays === null ? [] : nodesOf(stays);
  return card(
    'neutral',
    text(stays === null ? say.another : lasting(words, stays)),
    ...rows([
      ...(about === undefined ? [] : [button(words.act.openTopic, customId('topic', about.id))]),
      ...(stays === null ? [] : wayTo(words, stays)),
    ]),
    // Below a line of its own, the button cannot be taken for the act that stays.
    ...(before === null || next === null
      ? []
      : [separator(), text(before), row(button(say.takeThat, customId('undo', next.batch)))]),
  );
}

function lasting(words: Words, stays: Told<StayingAct>): string {
  const what = stays.act === 'follow' ? `**${nameOf(stays.outline)}**` : whatOf(words, stays);
  return words.undo.stays[stays.act](what, when(stays.at, 'R'));
}

/** The button that leads to where something that undo leaves can be changed. */
function wayTo(words: Words, { act, outline }: Told<StayingAct>) {
  switch (act) {
    case 'follow':
      return aboutRoadmap([button(words.roadmaps.unfollow, customId('roadmap-do', 'unfollow'))], outline.id);
    case 'roadmaps':
      return [button(words.roadmaps.all, customId('roadmaps'))];
    case 'leave':
      return [button(words.act.join, customId('join'))];
    case 'settings':
      return [button(words.undo.toSettings, customId('settings'))];
    case 'pause':
      return [button(words.settings.study, customId('settings-study'))];
    default:
      return [];
  }
}

/** The topics of the roadmap in which the member acted. */
function nodesOf({ outline, topicIds }: Told<PastKind>) {
  return topicIds.flatMap((id) => outline.byId.get(id) ?? []);
}

/** What an act was about, what the member did, and with how many topics, as its sentences take them. */
function named(words: Words, told: Told<UndoableAct>): [what: string, deed: UndoableAct, n: number] {
  return [whatOf(words, told), told.act, numberOf(told)];
}

function whatOf(words: Words, told: Told<PastKind>): string {
  const [only] = nodesOf(told);
  return numberOf(told) === 1 && only !== undefined ? `**${title(only)}**` : words.topics(numberOf(told));
}

/** A topic that counts in several roadmaps is one topic. If none is in the roadmap any more, all are counted. */
function numberOf(told: Told<PastKind>): number {
  return nodesOf(told).length || told.topicIds.length;
}

function statesOf(words: Words, nodes: ReturnType<typeof nodesOf>, standings: Standings): string {
  const lines = nodes.map(
    (node) => `${marked(node, standings)} · ${words.state[standings.get(node.id)?.state ?? 'todo']}`,
  );
  return fitting(lines, 1500, words.andMore);
}

function isBack({ undo }: Words, node: TopicNode, standings: Standings): string {
  const state = standings.get(node.id)?.state ?? 'todo';
  return `${MARKS[state]} ${undo.isBack[state](title(node))}`;
}

/** Whether undoing the act changed where the topic stands. */
const changesState = (act: UndoableAct): boolean => !['review', 'later', 'swap', 'log'].includes(act);

const nameOf = ({ tree }: Outline): string => roadmapTitle(tree.title, 60);

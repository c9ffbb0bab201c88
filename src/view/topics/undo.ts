import type { Outline, TopicNode } from '../../roadmap/outline.ts';
import type { PastAct } from '../../store/progress/history.ts';
import type { Act, LastingAct, UndoableAct } from '../../study/progress/progress.ts';
import type { Standings } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { button, card, fitting, type Message, rows, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { when } from '../time.ts';
import { marked, MARKS, title } from './topic-text.ts';
import { roadmapTitle } from '../roadmaps/title.ts';

/** An act, and the roadmaps of its topics: the one in which the member acted, and those that count the same topics. */
export interface Told<Kind extends Act | 'join' | 'follow' | 'log'> extends PastAct<Kind> {
  readonly outline: Outline;
  readonly others: readonly Outline[];
}

/** Says that there is nothing to undo. */
export function nothingToUndoView(words: Words): Message {
  return card('neutral', text(words.undo.nothing));
}

/** What was undone, and the present state of each topic. */
export function undoneView(words: Words, undone: Told<UndoableAct>, standings: Standings): Message {
  const { act, others } = undone;
  const nodes = nodesOf(undone);
  const [only, ...more] = nodes;
  const at = when(undone.at, 'R');
  const took = act === 'swap' ? words.undo.tookSwap(at) : words.undo.took(...named(words, undone), at);
  const one = more.length === 0 && changesState(act) ? only : undefined;
  return card(
    'neutral',
    text(
      ...(one === undefined ? [took] : [isBack(words, one, standings), `-# ${took}`]),
      more.length > 0 ? statesOf(words, nodes, standings) : null,
      others.length === 0 || act === 'swap' ? null : words.undo.alsoIn(words.list(others.map(nameOf))),
    ),
    ...rows([
      ...(act === 'swap' ? [button(words.roadmap.whatNow, customId('today'))] : []),
      ...(only === undefined ? [] : [button(words.act.openTopic, customId('topic', only.id))]),
      button(words.act.undoMore, customId('undo')),
    ]),
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
  stays: Told<LastingAct | 'join' | 'follow'> | null,
  next: Told<UndoableAct> | null,
): Message {
  const say = words.undo;
  const before = next === null ? null : say.before(...named(words, next), when(next.at, 'R'), stays === null);
  const [about] = stays === null ? [] : nodesOf(stays);
  return card(
    'neutral',
    text(stays === null ? say.another : lasting(words, stays), before),
    ...rows([
      ...(about === undefined ? [] : [button(words.act.openTopic, customId('topic', about.id))]),
      ...(next === null ? [] : [button(say.takeThat, customId('undo', next.batch))]),
    ]),
  );
}

function lasting(words: Words, stays: Told<LastingAct | 'join' | 'follow'>): string {
  const at = when(stays.at, 'R');
  if (stays.act === 'join') return words.undo.joined(at);
  if (stays.act === 'follow') return words.undo.followed(at);
  return words.undo.stays[stays.act](whatOf(words, stays), at);
}

/** The topics of the roadmap in which the member acted. */
function nodesOf({ outline, topicIds }: Told<Act | 'join' | 'follow' | 'log'>) {
  return topicIds.flatMap((id) => outline.byId.get(id) ?? []);
}

/** What an act was about, what the member did, and with how many topics, as its sentences take them. */
function named(words: Words, told: Told<UndoableAct>): [what: string, deed: UndoableAct, n: number] {
  return [whatOf(words, told), told.act, numberOf(told)];
}

function whatOf(words: Words, told: Told<Act | 'join' | 'follow' | 'log'>): string {
  const [only] = nodesOf(told);
  return numberOf(told) === 1 && only !== undefined ? `**${title(only)}**` : words.topics(numberOf(told));
}

/** A topic that counts in several roadmaps is one topic. If none is in the roadmap any more, all are counted. */
function numberOf(told: Told<Act | 'join' | 'follow' | 'log'>): number {
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

import type { Outline } from '../../roadmap/outline.ts';
import type { PastAct } from '../../store/progress/history.ts';
import type { Act, LastingAct, UndoableAct } from '../../study/progress/progress.ts';
import type { Standing } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { button, card, fitting, type Message, rows, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { when } from '../time.ts';
import { marked, title } from './topic-text.ts';

/** An act, and the roadmap of its topics. */
export interface Told<Kind extends Act | 'join' | 'log'> extends PastAct<Kind> {
  readonly outline: Outline;
}

/** Says that there is nothing to undo. */
export function nothingToUndoView(words: Words): Message {
  return card('neutral', text(words.undo.nothing));
}

/** What was undone, and the present state of each topic. */
export function undoneView(
  words: Words,
  undone: Told<UndoableAct>,
  standings: ReadonlyMap<string, Standing>,
): Message {
  const nodes = nodesOf(undone);
  const [only] = nodes;
  const now = nodes.map(
    (node) => `${marked(node, standings)} · ${words.state[standings.get(node.id)?.state ?? 'todo']}`,
  );
  return card(
    'neutral',
    text(
      words.undo.took(nameOf(words, undone), undone.act, when(undone.at, 'R')),
      fitting(now, 1500, words.andMore),
    ),
    ...rows([
      ...(undone.act === 'swap' ? [button(words.roadmap.whatNow, customId('today'))] : []),
      ...(only === undefined ? [] : [button(words.act.openTopic, customId('topic', only.id))]),
      button(words.act.undoMore, customId('undo')),
    ]),
  );
}

/**
 * Says why nothing was undone, and offers to undo the named act.
 * @param stays the last act, which cannot be undone; null: the last act was another one than the button's
 */
export function wouldUndoView(
  words: Words,
  stays: Told<LastingAct | 'join'> | null,
  next: Told<UndoableAct> | null,
): Message {
  const say = words.undo;
  const before =
    next === null ? null : say.before(nameOf(words, next), next.act, when(next.at, 'R'), stays === null);
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

function lasting(words: Words, stays: Told<LastingAct | 'join'>): string {
  const at = when(stays.at, 'R');
  return stays.act === 'join' ? words.undo.joined(at) : words.undo.stays[stays.act](nameOf(words, stays), at);
}

function nodesOf({ outline, topicIds }: Told<Act | 'join' | 'log'>) {
  return topicIds.flatMap((id) => outline.byId.get(id) ?? []);
}

function nameOf(words: Words, told: Told<Act | 'join' | 'log'>): string {
  const [only] = nodesOf(told);
  const isOne = told.topicIds.length === 1 && only !== undefined;
  return isOne ? `**${title(only)}**` : words.topics(told.topicIds.length);
}

import { customId } from '../custom-id.ts';
import type { Outline } from '../../roadmap/outline.ts';
import type { Undone } from '../../store/progress/progress.ts';
import type { Standing } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { button, card, fitting, type Message, rows, text } from '../components.ts';
import { when } from '../time.ts';
import { marked, title } from './topic-text.ts';

/** What was taken back, and how each topic stands now; null: there was nothing. */
export function undoView(
  words: Words,
  outline: Outline,
  standings: ReadonlyMap<string, Standing>,
  undone: Undone | null,
): Message {
  if (undone === null) return card('neutral', text(words.undo.nothing));
  const nodes = undone.topicIds.flatMap((id) => outline.byId.get(id) ?? []);
  const ago = when(undone.at, 'R');
  const [only] = nodes;
  const said =
    nodes.length === 1 && only !== undefined
      ? words.undo.took(title(only), undone.action, ago)
      : words.undo.tookMany(words.topics(undone.topicIds.length), undone.action, ago);
  const now = nodes.map(
    (node) => `${marked(node, standings)} · ${words.state[standings.get(node.id)?.state ?? 'todo']}`,
  );
  return card(
    'neutral',
    text(said, fitting(now, 1500, words.andMore)),
    ...rows([
      ...(only === undefined ? [] : [button(words.act.openTopic, customId('topic', only.id))]),
      button(words.act.undoMore, customId('undo')),
    ]),
  );
}

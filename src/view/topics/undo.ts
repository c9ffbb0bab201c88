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
  const places = undone.topicIds.flatMap((id) => outline.byId.get(id) ?? []);
  const ago = when(undone.at, 'R');
  const [only] = places;
  const said =
    places.length === 1 && only !== undefined
      ? words.undo.took(title(only), undone.action, ago)
      : words.undo.tookMany(words.topics(undone.topicIds.length), undone.action, ago);
  const now = places.map(
    (place) => `${marked(place, standings)} · ${words.state[standings.get(place.id)?.state ?? 'todo']}`,
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

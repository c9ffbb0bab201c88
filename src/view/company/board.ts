import {
  BOARD_METRICS,
  BOARD_PERIODS,
  type BoardMetric,
  type BoardPeriod,
  type Place,
} from '../../study/company/board.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, select, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { mention } from '../topics/topic-text.ts';

/** A board as one member sees it. */
export interface Board {
  readonly period: BoardPeriod;
  readonly metric: BoardMetric;
  readonly top: readonly Place[];
  readonly own: {
    readonly userId: string;
    readonly place: number;
    readonly score: number;
    readonly isShared: boolean;
  };
  /** Whether the others see the member on it. `hidden`: they chose it, but their settings hide their progress. */
  readonly seen: 'yes' | 'no' | 'hidden';
}

/** So many members who share a place are named, because the board has to fit a phone; the others are counted. */
const NAMED = 3;

/** A board, with the member's own place, which is told to nobody else. */
export function boardView(words: Words, { period, metric, top, own, seen }: Board): Message {
  const { board: say } = words;
  const score = (value: number): string =>
    metric === 'minutes' ? words.focus.duration(value) : say.score[metric](value);
  const places = top.map(({ place, score: value, userIds }) =>
    (userIds.length > 1 ? say.placeShared : say.place)(place, peopleOn(words, userIds), score(value)),
  );
  const line =
    own.score === 0 ? say.ownNothing : (own.isShared ? say.ownShared : say.own)(own.place, score(own.score));
  const isNamed = top.some(({ userIds }) => userIds.slice(0, NAMED).includes(own.userId));
  const notes = { yes: isNamed ? say.onIt : say.onItIfAhead, no: say.notOnIt, hidden: say.hidden };
  return card(
    'neutral',
    text(`${say.heading[period]} · ${say.metric[metric]}`, `-# ${say.counts[metric]}`),
    ...(places.length === 0
      ? [text(emptyLine(words, seen, own.score === 0 ? null : score(own.score)), notes[seen])]
      : [text(...places), separator(), text(line, notes[seen])]),
    // The present one is in the heading. In the list it would stand without a label.
    select(
      customId('board', period),
      say.choose,
      BOARD_METRICS.filter((each) => each !== metric).map((each) => ({
        label: say.metric[each],
        value: each,
      })),
    ),
    row(
      ...BOARD_PERIODS.filter((each) => each !== period).map((each) =>
        button(say[each], customId('board', each, metric)),
      ),
      seen === 'no'
        ? button(say.join, customId('board-on', period, metric), 'primary')
        : button(say.leave, customId('board-off', period, metric)),
    ),
  );
}

/** What a board says that names nobody. `score`: the member's own, null if there is none. */
function emptyLine({ board: say }: Words, seen: Board['seen'], score: string | null): string {
  if (seen === 'yes') return say.nothing;
  return seen === 'no' && score !== null ? say.wouldLead(score) : say.nobody;
}

function peopleOn(words: Words, userIds: readonly string[]): string {
  const names = userIds.slice(0, NAMED).map(mention);
  const more = userIds.length - NAMED;
  return more > 0 ? words.board.andOthers(names.join(', '), more) : words.list(names);
}

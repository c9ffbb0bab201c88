import { describe, expect, test } from 'vitest';
import { arrange, type Island, LANE } from '../../../src/view/pictures/map-islands.ts';
import { type } from './boxes.ts';

const island = (title: string, topics: number): Island => ({
  title,
  spare: 'Section',
  count: `0/${topics}`,
  nodes: Array.from({ length: topics }, (_, at) => ({
    topic: `${title} ${at}`,
    mark: 'todo',
    isLinked: false,
  })),
});

const at = (islands: readonly Island[], room: number, here: string | null = null) =>
  arrange(islands, here === null ? null : { topic: here, label: 'You are here', title: 'ACID' }, room, type);

/** The islands of each band of each page, as "title rows count". */
const bandsOf = (islands: readonly Island[], room: number) =>
  at(islands, room).pages.map((bands) =>
    bands.map((band) =>
      band.map(({ title, rows, count }) => `${title.join(' ')} ${rows.length} ${count}`).join(' | '),
    ),
  );

describe('the islands of a map', () => {
  test('a small island stands beside the next small one, and a large one alone', () => {
    expect(bandsOf([island('A', 5), island('B', 200), island('C', 6), island('D', 0)], 400)).toEqual([
      ['A 1 0/5 | C 1 0/6', 'B 12 0/200'],
    ]);
  });

  test('only a near island comes before its turn', () => {
    const large = [1, 2, 3].map((each) => island(`L${each}`, 100));
    expect(bandsOf([island('A', 5), ...large, island('B', 5)], 1000)[0]?.[0]).toBe('A 1 0/5');
  });

  test('what does not fit begins a new page, and only an island higher than a page is cut', () => {
    expect(bandsOf([island('A', 100), island('B', 100)], 150)).toEqual([['A 6 0/100'], ['B 6 0/100']]);
    expect(bandsOf([island('A', 300)], 150)).toEqual([
      ['A 4 0/300 · 1/4'],
      ['A 4 0/300 · 2/4'],
      ['A 4 0/300 · 3/4'],
      ['A 3 0/300 · 4/4'],
    ]);
  });

  test('marks are as large as they can be without a further page', () => {
    expect([400, 230].map((room) => at([island('A', 200)], room).size.d)).toEqual([15, 12]);
  });

  test('the row of the reader’s place has a lane for its label', () => {
    const [without, elsewhere, here] = [null, 'B 50', 'A 50'].map(
      (topic) => at([island('A', 100)], 500, topic).pages[0]?.[0]?.[0]?.height ?? 0,
    );
    expect(elsewhere).toBe(without);
    expect(here).toBe((without ?? 0) + LANE);
  });
});

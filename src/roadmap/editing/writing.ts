import { readInSteps, type ReadingWithMarks, type ReadOptions } from '../read.ts';
import { RoadmapError } from '../roadmap-error.ts';
import { pairUp, type Pairs } from './compare.ts';
import { withDirective } from './directive.ts';
import { EditError } from './edit.ts';
import { bare, type EditedFile, openForEditing } from './open.ts';
import type { Planned } from './planned.ts';
import type { Ways } from './splice.ts';

/** A file that reads as planned, apart from the topics' needs. */
export interface Tried {
  readonly text: string;
  readonly reading: ReadingWithMarks;
  readonly pairs: Pairs;
}

/**
 * Takes the first way that reads as planned.
 * @throws EditError if none does; RoadmapError if the file would be over the limits
 */
export function* tried(
  file: EditedFile,
  planned: Planned,
  ways: Ways,
  options: ReadOptions,
): Generator<void, Tried> {
  const seen = new Set<string>();
  let refusal: RoadmapError | null = null;
  for (const lines of ways) {
    const text = lines.join('');
    if (seen.has(text)) continue;
    seen.add(text);
    yield;
    if (seen.size > MOST_TRIES) break;
    try {
      const reading = yield* readInSteps(text, options);
      yield;
      const pairs = pairUp(planned, reading.roadmap);
      if (pairs !== null) return { text, reading, pairs };
    } catch (error) {
      if (!(error instanceof RoadmapError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new EditError({ code: 'not-here' });
}

/** The limit is needed because reading a file of the largest size takes up to a third of a second. */
const MOST_TRIES = 40;

/**
 * Writes the needs of topics, with the keys that the topics have now.
 * @throws EditError if they would form a circle
 */
export function* withNeeds(planned: Planned, written: Tried, options: ReadOptions): Generator<void, Tried> {
  const pairs = written.pairs.topics;
  const wanted = [...pairs].flatMap(([one, topic]) => {
    const needs = one.needs.flatMap((need) => pairs.get(need)?.key ?? []);
    const isMoved = one.was?.needs.some((key, at) => needs[at] !== key) ?? false;
    return isMoved || needs.join(' ') !== topic.needs.join(' ') ? [{ topic, needs }] : [];
  });
  if (wanted.length === 0) return written;
  const file = openForEditing(written.text, written.reading);
  const places = wanted.map(({ topic, needs }) => {
    const first = topic.line - 1;
    const end = file.items.get(first)?.ownEnd ?? first + 1;
    const own = file.lines.slice(first, end).map(bare);
    return {
      first,
      end,
      ways: [...withDirective(own, 'needs', needs.length === 0 ? null : needs.join(' '))],
    };
  });
  let circle: readonly string[] | null = null;
  for (let way = 0; way < Math.max(1, ...places.map(({ ways }) => ways.length)); way += 1) {
    const lines = [...file.lines];
    for (const { first, end, ways } of places.toSorted((a, b) => b.first - a.first)) {
      const own = ways[Math.min(way, ways.length - 1)];
      if (own === undefined) continue;
      const ends = file.lines.slice(first, end).map((line) => line.slice(bare(line).length));
      lines.splice(first, end - first, ...own.map((line, at) => line + (ends[at] ?? file.lineEnd)));
    }
    const text = lines.join('');
    const reading = yield* readInSteps(text, options);
    const again = pairUp(planned, reading.roadmap);
    if (again === null) continue;
    const topics = again.topics;
    const cycle = reading.remarks.find(({ code }) => code === 'needs-cycle');
    if (cycle?.code === 'needs-cycle') circle ??= cycle.keys;
    const isSo = [...topics].every(
      ([one, topic]) =>
        one.needs.flatMap((need) => topics.get(need)?.key ?? []).join(' ') === topic.needs.join(' '),
    );
    if (isSo) return { text, reading, pairs: again };
    if (circle !== null) {
      throw new EditError({ code: 'cycle', keys: waitingIn(circle, topics) });
    }
  }
  throw new EditError({ code: 'not-here' });
}

/** The topics of a circle that declare needs themselves. The others only inherit them from the topic around them. */
function waitingIn(circle: readonly string[], pairs: Pairs['topics']): readonly string[] {
  const inIt = [...pairs].flatMap(([one, { key }]) => (circle.includes(key) ? [one] : []));
  const needed = new Set(inIt.flatMap(({ needs }) => needs));
  return inIt
    .filter((one) => needed.has(one) || one.needs.some((need) => inIt.includes(need)))
    .flatMap(({ was }) => was?.key ?? []);
}

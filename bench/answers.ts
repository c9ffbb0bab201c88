import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../playground/people/person.ts';
import { BotProcess } from './bot-process.ts';
import { type Line, median, quantile } from './figures.ts';
import { inTurn, type Pair, topics } from './pair.ts';
import type { Subject } from './subject.ts';
import { timeAnswer } from './stopwatch.ts';

interface Act {
  readonly what: string;
  readonly aim: number;
  /** Does it for the n-th time. */
  readonly act: (members: readonly Person[], n: number) => Promise<unknown>;
}

const ROUNDS = 6;
const PER_ROUND = 100;
/** The rounds before measuring, so that Node has compiled both bots. */
const WARM_UP = 600;
/**
 * The pause between two interactions, in milliseconds. People do not act back to back, and a bot that has waited is a
 * little slower.
 */
const PAUSE = 10;

const TYPED = ['ac', 'acid', 'index', 'docker', 'transction', 'k', 'test', 'normal', 'veri', 'queue'];

const acts: readonly Act[] = [
  {
    what: '/topic',
    aim: 1.3,
    act: async (members, n) => of(members, n).slash('topic', { topic: of(topics, n).id }),
  },
  {
    what: '/done',
    aim: 1.5,
    // No member does a topic twice, so that each command writes a change. All topics are done about equally often.
    act: async (members, n) =>
      of(members, n).slash('done', { topic: of(topics, n + Math.floor(n / members.length)).id }),
  },
  {
    what: 'autocomplete',
    aim: 1.3,
    act: async (members, n) => of(members, n).type('topic', { topic: of(TYPED, n) }),
  },
];

/** Measures how long the two bots take for an answer: the median, over the rounds, of each round's p50 and p99. */
export async function measureAnswers(pair: Pair): Promise<readonly Line[]> {
  await using ours = new BotProcess(pair.ours);
  await using bare = new BotProcess(pair.bare);
  await Promise.all([ours.connected(), bare.connected()]);
  const lines: Line[] = [];
  for (const each of acts) {
    for (const subject of [pair.ours, pair.bare]) await times(each, subject, { from: 0, count: WARM_UP });
    const p99 = { ours: Array<number>(), bare: Array<number>() };
    const p50 = await inTurn(pair, ROUNDS, async (subject, round) => {
      const taken = await times(each, subject, {
        from: WARM_UP + round * PER_ROUND,
        count: PER_ROUND,
        pause: PAUSE,
      });
      p99[subject === pair.ours ? 'ours' : 'bare'].push(quantile(taken, 0.99));
      return quantile(taken, 0.5);
    });
    for (const [share, { ours: a, bare: b }] of [
      ['p50', p50],
      ['p99', p99],
    ] as const) {
      lines.push({
        what: `${each.what} ${share}`,
        unit: 'ms',
        ours: median(a),
        bare: median(b),
        aim: each.aim,
      });
    }
  }
  return lines;
}

async function times(
  { act }: Act,
  subject: Subject,
  { from, count, pause = 0 }: { from: number; count: number; pause?: number },
): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let n = from; n < from + count; n += 1) {
    if (pause > 0) await sleep(pause);
    const { sent, arrived } = await timeAnswer(subject.discord, () => act(subject.members, n));
    taken.push(arrived - sent);
  }
  return taken;
}

function of<T>(items: readonly T[], n: number): T {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('there is none to choose from');
  return item;
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../playground/people/person.ts';
import { BotProcess } from './bot-process.ts';
import { type Contestants, inTurn, type Name, topics } from './contestants.ts';
import { type Line, median, quantile } from './figures.ts';
import type { Subject } from './subject.ts';
import { timeAnswer } from './stopwatch.ts';

interface Act {
  readonly what: string;
  /** The most that the median may be, in medians of the fair bot. */
  readonly ratio: number;
  /** The most CPU time of an answer while many are under way, in milliseconds; null if it is not measured. */
  readonly cpu: number | null;
  /** Does it for the n-th time. */
  readonly act: (members: readonly Person[], n: number) => Promise<unknown>;
}

const NAMES = ['ours', 'fair', 'empty'] as const;
const ROUNDS = 6;
const PER_ROUND = 100;
/** The rounds before measuring, so that Node has compiled all bots. */
const WARM_UP = 600;
/**
 * The pause between two interactions, in milliseconds. People do not act back to back, and a bot that has waited is a
 * little slower.
 */
const PAUSE = 10;
/** How many interactions are under way while the CPU time is measured, how many in a round, and in how many rounds. */
const [IN_FLIGHT, MANY, CPU_ROUNDS] = [64, 800, 4];

const TYPED = ['ac', 'acid', 'index', 'docker', 'transction', 'k', 'test', 'normal', 'veri', 'queue'];

const acts: readonly Act[] = [
  {
    what: '/topic',
    ratio: 1.3,
    cpu: 1.2,
    act: async (members, n) => of(members, n).slash('topic', { topic: of(topics, n).id }),
  },
  {
    what: '/done',
    ratio: 1.6,
    cpu: 1.6,
    // No member does a topic twice, so that each command writes a change. All topics are done about equally often.
    act: async (members, n) =>
      of(members, n).slash('done', { topic: of(topics, n + Math.floor(n / members.length)).id }),
  },
  {
    what: 'autocomplete',
    ratio: 1.3,
    cpu: null,
    act: async (members, n) => of(members, n).type('topic', { topic: of(TYPED, n) }),
  },
];

/**
 * Measures how long the bots take for an answer: the median, over the rounds, of each round's p50 and p99; and the CPU
 * time of an answer while 64 are under way.
 */
export async function measureAnswers(bots: Contestants): Promise<readonly Line[]> {
  await using ours = new BotProcess(bots.ours, { withProbe: true });
  await using fair = new BotProcess(bots.fair, { withProbe: true });
  await using empty = new BotProcess(bots.empty, { withProbe: true });
  const processes = { ours, fair, empty };
  for (const name of NAMES) await processes[name].connected();
  const lines: Line[] = [];
  for (const each of acts) {
    let done = 0;
    for (const name of NAMES) await times(each, bots[name], { from: 0, count: WARM_UP });
    done += WARM_UP;
    const p99 = { ours: Array<number>(), fair: Array<number>(), empty: Array<number>() };
    const p50 = await inTurn(NAMES, ROUNDS, async (name, round) => {
      const from = done + round * PER_ROUND;
      const taken = await times(each, bots[name], { from, count: PER_ROUND, pause: PAUSE });
      p99[name].push(quantile(taken, 0.99));
      return quantile(taken, 0.5);
    });
    done += ROUNDS * PER_ROUND;
    lines.push({
      what: `${each.what} p50`,
      unit: 'ms',
      ...medians(p50),
      aim: { of: 'fair', ratio: each.ratio },
    });
    lines.push({ what: `${each.what} p99`, unit: 'ms', ...medians(p99), aim: null });
    const { cpu } = each;
    if (cpu === null) continue;
    const used = await inTurn(NAMES, CPU_ROUNDS, async (name, round) =>
      cpuOfMany(each, bots[name], processes[name], done + round * MANY),
    );
    const what = `CPU of ${each.what}, ${IN_FLIGHT} in flight`;
    lines.push({ what, unit: 'ms', ...medians(used), aim: { atMost: cpu } });
  }
  return lines;
}

const medians = (samples: Readonly<Record<Name, readonly number[]>>) => ({
  ours: median(samples.ours),
  fair: median(samples.fair),
  empty: median(samples.empty),
});

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

/** The CPU time of an answer, in milliseconds, while many interactions are under way. */
async function cpuOfMany({ act }: Act, { members }: Subject, bot: BotProcess, from: number): Promise<number> {
  const before = await bot.ask('cpu');
  let next = from;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async () => {
      while (next < from + MANY) {
        next += 1;
        await act(members, next - 1);
      }
    }),
  );
  return ((await bot.ask('cpu')) - before) / MANY;
}

function of<T>(items: readonly T[], n: number): T {
  const item = items[n % items.length];
  if (item === undefined) throw new Error('there is none to choose from');
  return item;
}

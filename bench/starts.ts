import { BotProcess } from './bot-process.ts';
import { type Line, median } from './figures.ts';
import { inTurn, type Pair, topics } from './pair.ts';
import type { Subject } from './subject.ts';
import { timeAnswer } from './stopwatch.ts';

const STARTS = 9;
const MEGABYTE = 2 ** 20;

/** Measures the time from the start of the process to its first answer. */
export async function measureStarts(pair: Pair): Promise<Line> {
  const taken = await inTurn(pair, STARTS, async (subject) => {
    await using bot = new BotProcess(subject);
    await bot.connected();
    const { arrived } = await firstAnswer(subject);
    return arrived - bot.startedAt;
  });
  return { what: 'cold start', unit: 'ms', ours: median(taken.ours), bare: median(taken.bare), aim: 1.2 };
}

/** Measures the memory of both bots after they have read all their servers and given one answer. */
export async function measureMemory(pair: Pair, runs: number): Promise<Line> {
  const held = await inTurn(pair, runs, async (subject) => {
    await using bot = new BotProcess(subject, { withProbe: true });
    await bot.connected();
    await firstAnswer(subject);
    return (await bot.ask('memory')) / MEGABYTE;
  });
  const servers = pair.ours.discord.guilds.length;
  return {
    what: `memory, ${servers.toLocaleString('en')} ${servers === 1 ? 'server' : 'servers'}`,
    unit: 'MB',
    ours: median(held.ours),
    bare: median(held.bare),
    aim: 1,
  };
}

async function firstAnswer({ discord, members }: Subject) {
  return timeAnswer(discord, async () => members[0]?.slash('topic', { topic: topics[0]?.id ?? '' }));
}

import { BotProcess } from './bot-process.ts';
import { type Contestants, inTurn, topics } from './contestants.ts';
import { type Line, median } from './figures.ts';
import type { Subject } from './subject.ts';
import { timeAnswer } from './stopwatch.ts';

const NAMES = ['ours', 'empty'] as const;
const STARTS = 9;
const MEGABYTE = 2 ** 20;

/** Measures the time from the start of the process to its first answer. */
export async function measureStarts(bots: Contestants): Promise<Line> {
  const taken = await inTurn(NAMES, STARTS, async (name) => {
    await using bot = new BotProcess(bots[name]);
    await bot.connected();
    const { arrived } = await firstAnswer(bots[name]);
    return arrived - bot.startedAt;
  });
  return {
    what: 'start until the first answer',
    unit: 'ms',
    ours: median(taken.ours),
    empty: median(taken.empty),
    aim: { of: 'empty', ratio: 1.6 },
  };
}

/** Measures the memory after a bot has read all its servers and given one answer, before any picture. */
export async function measureMemory(bots: Contestants, runs: number, ratio: number): Promise<Line> {
  const held = await inTurn(NAMES, runs, async (name) => {
    await using bot = new BotProcess(bots[name], { withProbe: true });
    await bot.connected();
    await firstAnswer(bots[name]);
    return (await bot.ask('memory')) / MEGABYTE;
  });
  const servers = bots.ours.discord.guilds.length;
  return {
    what: `memory, ${servers.toLocaleString('en')} ${servers === 1 ? 'server' : 'servers'}`,
    unit: 'MB',
    ours: median(held.ours),
    empty: median(held.empty),
    aim: { of: 'empty', ratio },
  };
}

async function firstAnswer({ discord, members }: Subject) {
  return timeAnswer(discord, async () => members[0]?.slash('topic', { topic: topics[0]?.id ?? '' }));
}

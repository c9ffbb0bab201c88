import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { BotProcess } from '../bot-process.ts';
import { topics } from '../contestants.ts';
import { type Figure, median } from '../figures.ts';
import { type Size, SIZE_NAMES, SIZES } from './sizes.ts';
import { makeGrown } from './stores.ts';

/** In how many rounds each command is measured, how often in each, and how often before. */
const [ROUNDS, PER_ROUND, WARM_UP] = [3, 10, 15];
/** How often a bot answers before all of it: the first command would pay for compiling what every answer needs. */
const FIRST = 60;
/** A bot rests if it uses less CPU time than this in half a second, in ms. */
const REST = 25;
/** The most that a command may take in a larger store, in times of what it takes in the smallest. */
const AT_MOST = 1.5;

const topicAt = (n: number): string => topics[n % topics.length]?.id ?? '';

/** What members do for the n-th time. It is the same on every store, so the group stays the same in all of them. */
const acts: readonly (readonly [what: string, act: (member: Person, n: number) => Promise<unknown>])[] = [
  ['today', async (member) => member.slash('today')],
  ['topic', async (member, n) => member.slash('topic', { topic: topicAt(n) })],
  ['typing a topic', async (member) => member.type('topic', { topic: 'tra' })],
  ['start', async (member, n) => member.slash('start', { topic: topicAt(n) })],
  ['done', async (member, n) => member.slash('done', { topic: topicAt(n) })],
  ['skip', async (member, n) => member.slash('skip', { topic: topicAt(n) })],
  ['undo', async (member) => member.slash('undo')],
  ['cheatcode list', async (member) => member.slash('cheatcode list')],
  ['cheatcode write', writeCheatCode],
  ['review', async (member) => member.slash('review')],
  ['search', async (member, n) => member.slash('search', { words: n % 2 === 0 ? 'index' : 'wo lock' })],
  ['notebook export', async (member) => member.slash('notebook export')],
  ['progress', async (member) => member.slash('progress')],
  ['career', async (member) => member.slash('career')],
  ['toolset', async (member) => member.slash('toolset')],
  ['roadmap list', async (member) => member.slash('roadmap list')],
  ['roadmap view', async (member) => member.slash('roadmap view')],
  ['roadmap join', async (member) => member.slash('roadmap join')],
  ['roadmap map', async (member) => member.slash('roadmap map')],
  ['showcase list', async (member) => member.slash('showcase list')],
  ['showcase gallery', async (member) => member.slash('showcase gallery')],
  ['group board', async (member) => member.slash('group board', { by: 'Topics' })],
  ['group buddies', async (member) => member.slash('group buddies')],
  ['focus log', async (member, n) => member.slash('focus log', { topic: topicAt(n), minutes: 5 })],
  ['focus start', async (member, n) => member.slash('focus start', { topic: topicAt(n) })],
  ['remind list', async (member) => member.slash('remind list')],
  ['settings', async (member) => member.slash('settings')],
  ['help', async (member) => member.slash('help')],
];

async function writeCheatCode(member: Person, n: number): Promise<void> {
  const form = await member.slash('cheatcode write', { topic: topicAt(n) });
  await member.fill(form, { text: `What I know of it, for the ${n}th time, in some more words.` });
}

/**
 * Measures every command that a member uses from day to day in a group of 20, with 1,000, 100,000 and a million acts in
 * the store (10,000 and 100,000 other people, 5,000 and 50,000 other proofs): the CPU time of an answer.
 */
export async function measureGrowth(folder: string): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const bots = [];
  // Filling takes long, and would break the connections of bots that run.
  const stores = [];
  for (const size of SIZE_NAMES)
    stores.push({ size, store: await makeGrown(folder, `acts-${size}`, SIZES[size]) });
  for (const { size, store } of stores) {
    const bot = new BotProcess(store, { withProbe: true });
    await bot.connected();
    await restful(bot);
    for (let n = 0; n < FIRST; n += 1) await store.members[n % store.members.length]?.slash('today');
    bots.push({ size, store, bot });
  }
  for (const [what, act] of acts) {
    const cost: Record<Size, number[]> = { '1k': [], '100k': [], '1M': [] };
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const { size, store, bot } of round % 2 === 0 ? bots : bots.toReversed()) {
        const times = round < 0 ? WARM_UP : PER_ROUND;
        const before = await bot.ask('cpu');
        for (let n = 0; n < times; n += 1) {
          const member = store.members[n % store.members.length];
          if (member === undefined) throw new Error('nobody is there');
          check(what, await act(member, (round + 1) * PER_ROUND + n));
        }
        if (round >= 0) cost[size].push(((await bot.ask('cpu')) - before) / times);
      }
    }
    const [small, middle, large] = [median(cost['1k']), median(cost['100k']), median(cost['1M'])];
    figures.push({
      what: `${what}: ${small.toFixed(2)} ms of CPU at 1k acts, ${middle.toFixed(2)} at 100k, ${large.toFixed(2)} at 1M`,
      unit: 'x',
      figure: Math.max(middle, large) / small,
      aim: AT_MOST,
    });
  }
  for (const { bot, store } of bots) {
    await bot[Symbol.asyncDispose]();
    await store.discord.stop();
  }
  return figures;
}

/** Waits until a bot has done the work of its start: it looks through all proofs once, for the words that are searched. */
async function restful(bot: BotProcess): Promise<void> {
  for (let used = Infinity, before = await bot.ask('cpu'); used > REST;) {
    await sleep(500);
    const now = await bot.ask('cpu');
    [used, before] = [now - before, now];
  }
}

/** A command that fails is quick, so it must not count. */
function check(what: string, answer: unknown): void {
  const { failed } = (answer ?? { failed: null }) as Partial<Answer>;
  if (failed !== undefined && failed !== null) throw new Error(`/${what}: ${failed}`);
}

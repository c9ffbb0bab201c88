import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startLocalDiscord } from '../playground/discord.ts';
import { outline } from '../src/roadmap/outline.ts';
import { readRoadmap } from '../src/roadmap/read.ts';
import { BotProcess } from './bot-process.ts';
import type { Subject } from './subject.ts';

export interface Pair {
  readonly ours: Subject;
  readonly bare: Subject;
}

/** The samples of both bots. */
export type Samples = Readonly<Record<keyof Pair, readonly number[]>>;

/** The channels of each server. */
const CHANNELS = 30;
const ROLES = 20;
/** So many members take part that the flood gate holds none of them back. */
const MEMBERS = 400;
/** In real milliseconds. A bot with thousands of servers needs long for its first answer. */
const ANSWER_WITHIN = 60_000;

const ROOT = join(import.meta.dirname, '..');
/** Reads the flags of `npm start`, so that our bot starts with the same ones. */
const START = z
  .object({ scripts: z.object({ start: z.string() }) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).scripts.start;

/**
 * Topics of the bundled roadmap that `/done` changes at once, because they have no topics under them and follow from
 * no track.
 */
export const topics = outline(
  'backend',
  readRoadmap(readFileSync(join(ROOT, 'data/roadmaps/backend.md'), 'utf8')).roadmap,
).nodes.filter((node) => node.children.length === 0 && node.topic.stage === null);

/**
 * Makes both bots, in the same number of servers, each with a Discord of its own. Our bot has run before, like a bot at
 * any start but its first: it has its database, Discord has its commands, and the members have joined.
 */
export async function makePair(folder: string, servers: number): Promise<Pair> {
  const ours: Subject = {
    main: join(ROOT, 'src/main.ts'),
    flags: START.split(' ').filter((word) => /^--(?!env-file)/.test(word)),
    // The launcher and the container turn the compile cache on. It gets its own folder, so that the bare bot does not
    // share it.
    env: { DATABASE_PATH: join(folder, `${servers}.sqlite`), NODE_COMPILE_CACHE: join(folder, 'compiled') },
    ...(await makeScene(servers)),
  };
  const bare: Subject = {
    main: join(ROOT, 'bench/bare-bot.ts'),
    flags: [],
    env: {},
    ...(await makeScene(servers)),
  };
  await using bot = new BotProcess(ours);
  await bot.connected();
  for (const member of ours.members) await member.slash('roadmap join');
  for (const [id, command] of ours.discord.world.commands) bare.discord.world.commands.set(id, command);
  return { ours, bare };
}

async function makeScene(servers: number): Promise<Pick<Subject, 'discord' | 'members'>> {
  const discord = await startLocalDiscord({ answerWithin: ANSWER_WITHIN, finishWithin: ANSWER_WITHIN });
  const channels = Array.from({ length: CHANNELS }, (_, index) => `channel-${index}`);
  for (let server = 0; server < servers; server += 1) {
    const guild = discord.addGuild({ name: `Server ${server}`, channels });
    for (let role = 0; role < ROLES; role += 1) guild.addRole({ name: `Role ${role}` });
  }
  const [first] = discord.guilds;
  if (first === undefined) throw new Error('there is no server');
  const members = Array.from({ length: MEMBERS }, (_, index) => first.addMember({ name: `Member ${index}` }));
  return { discord, members };
}

/** Ends both Discords. */
export async function endPair({ ours, bare }: Pair): Promise<void> {
  await ours.discord.stop();
  await bare.discord.stop();
}

/** Measures both bots in turn, so that other work on the machine slows both. The order changes every round. */
export async function inTurn(
  pair: Pair,
  rounds: number,
  measure: (subject: Subject, round: number) => Promise<number>,
): Promise<Samples> {
  const samples = { ours: Array<number>(), bare: Array<number>() };
  for (let round = 0; round < rounds; round += 1) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const name of order) samples[name].push(await measure(pair[name], round));
  }
  return samples;
}

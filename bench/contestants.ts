import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { startLocalDiscord } from '../playground/discord.ts';
import { outline } from '../src/roadmap/outline.ts';
import { readRoadmap } from '../src/roadmap/read.ts';
import { BotProcess } from './bot-process.ts';
import type { Subject } from './subject.ts';

/** The bots that are compared: Roadmate, a plain bot with the same answers, and one that only answers. */
export type Name = 'ours' | 'fair' | 'empty';

export type Contestants = Readonly<Record<Name, Subject>>;

/** The samples of each bot; none of a bot that was not measured. */
export type Samples = Readonly<Record<Name, readonly number[]>>;

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
 * Makes the bots, in the same number of servers, each with a Discord of its own. Our bot has run before, like a bot at
 * any start but its first: it has its database, Discord has its commands, and the members have joined.
 */
export async function makeContestants(folder: string, servers: number): Promise<Contestants> {
  const how = ways(folder, servers);
  const ours: Subject = { ...how.ours, ...(await makeScene(servers)) };
  const fair: Subject = { ...how.fair, ...(await makeScene(servers)) };
  const empty: Subject = { ...how.empty, ...(await makeScene(servers)) };
  await using bot = new BotProcess(ours);
  await bot.connected();
  for (const member of ours.members) await member.slash('roadmap join');
  for (const { discord } of [fair, empty]) {
    for (const [id, command] of ours.discord.world.commands) discord.world.commands.set(id, command);
  }
  return { ours, fair, empty };
}

/** How each bot starts: ours as `npm start` starts it, the others as their writer would. */
function ways(
  folder: string,
  servers: number,
): Readonly<Record<Name, Pick<Subject, 'main' | 'flags' | 'env'>>> {
  const list = join(folder, 'topics.json');
  writeFileSync(list, JSON.stringify(topics.map(({ id, topic: { title } }) => ({ id, title }))));
  return {
    ours: oursOn(folder, `${servers}.sqlite`),
    fair: {
      main: join(ROOT, 'bench/bots/fair.ts'),
      flags: [],
      env: { DATABASE_PATH: join(folder, `fair-${servers}.sqlite`), TOPICS: list },
    },
    empty: { main: join(ROOT, 'bench/bots/empty.ts'), flags: [], env: {} },
  };
}

/** Our bot as `npm start` starts it, with a database of this name. */
export function oursOn(folder: string, database: string): Pick<Subject, 'main' | 'flags' | 'env'> {
  return {
    main: join(ROOT, 'src/main.ts'),
    flags: START.split(' ').filter((word) => /^--(?!env-file)/.test(word)),
    // The launcher and the container turn the compile cache on. It gets its own folder, so that no other bot shares it.
    env: { DATABASE_PATH: join(folder, database), NODE_COMPILE_CACHE: join(folder, 'compiled') },
  };
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

/** Ends their Discords. */
export async function endAll(contestants: Contestants): Promise<void> {
  for (const { discord } of Object.values(contestants)) await discord.stop();
}

/** Measures bots in turn, so that other work on the machine slows all of them. The order changes every round. */
export async function inTurn(
  names: readonly Name[],
  rounds: number,
  measure: (name: Name, round: number) => Promise<number>,
): Promise<Samples> {
  const samples = { ours: Array<number>(), fair: Array<number>(), empty: Array<number>() };
  for (let round = 0; round < rounds; round += 1) {
    const order = [...names.slice(round % names.length), ...names.slice(0, round % names.length)];
    for (const name of order) samples[name].push(await measure(name, round));
  }
  return samples;
}

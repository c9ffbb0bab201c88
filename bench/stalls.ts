import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Answer } from '../playground/people/answer.ts';
import type { Person } from '../playground/people/person.ts';
import type { GuildHandle } from '../playground/people/place.ts';
import { wordsFor } from '../src/words/index.ts';
import { BotProcess } from './bot-process.ts';
import type { Figure } from './figures.ts';
import { SIZE_NAMES, SIZES } from './growth/sizes.ts';
import { type GrownStore, makeGrown } from './growth/stores.ts';
import { writeMuch } from './growth/writer.ts';
import { largeRoadmap } from './large-roadmap.ts';
import { MINUTE } from '../src/time/units.ts';

/** How often each action is done. The longest step of all times counts. */
const TIMES = 5;
/** How many ask for a picture at once. */
const AT_ONCE = 20;
/** The most that a step may take, in milliseconds. */
const AT_MOST = 50;
const say = wordsFor('en-US');
const largest = SIZE_NAMES.map((size) => SIZES[size]);
/** The members of the large server as the store grows. All their work is shared there. */
const LARGE = `${largest.map(({ large }) => large).join(', ')} members with ${largest.at(-1)?.proofs} proofs each`;

/** Who acts: a member who has written much, on a roadmap of 5,000 topics of their own server, and the group. */
interface Scene {
  readonly store: GrownStore;
  readonly writer: Person;
}

/** What takes long, done for the n-th time. */
type Act = (scene: Scene, n: number) => Promise<Answer | readonly Answer[]>;

const acts: readonly { readonly what: string; readonly times?: number; readonly act: Act }[] = [
  { what: 'an import of 5,000 topics', act: ({ writer }, n) => importLarge(writer, n) },
  {
    what: 'a search in 3,000 own proofs',
    act: async ({ writer }, n) => writer.slash('search', { words: searched(n) }),
  },
  {
    what: 'a search in a group of 20',
    act: async ({ store }, n) =>
      Promise.all(store.members.slice(0, 1).map((member) => member.slash('search', { words: searched(n) }))),
  },
  {
    what: 'a notebook of 3,000 cheat codes',
    act: async ({ writer }) => writer.slash('notebook export'),
  },
  { what: 'a list of 3,000 cheat codes', act: async ({ writer }) => writer.slash('cheatcode list') },
  {
    what: 'an export of all data',
    act: async ({ writer }) =>
      writer.press(await writer.slash('settings'), { customId: 'v1:settings-export' }),
  },
  {
    what: '20 pictures at once',
    act: async ({ store }) =>
      Promise.all(store.members.slice(0, AT_ONCE).map((member) => member.slash('progress'))),
  },
  {
    what: 'daily and weekly post of a group of 20',
    times: 1,
    act: ({ store }) => postBoth(store, store.guild),
  },
  {
    what: `daily and weekly post of a server of ${LARGE}`,
    times: 1,
    act: ({ store }) => postBoth(store, store.large),
  },
  {
    what: `the map, the board and the pace of a server of ${LARGE}`,
    act: async ({ store }) => {
      const [one] = store.others;
      if (one === undefined) return [];
      const map = await one.slash('roadmap map');
      const group = await one.press(map, say.map.ofGroup);
      const board = await one.slash('group board', { by: 'Topics' });
      return [map, group, board, await one.slash('progress')];
    },
  },
];

const searched = (n: number): string => (n % 2 === 0 ? 'index' : 'wo lock');

/** Imports a file, and then its next version, in turns. */
async function importLarge(organiser: Person, n: number): Promise<readonly Answer[]> {
  const file = { name: 'large.md', content: largeRoadmap(n % 2 === 0 ? 'first' : 'second') };
  const preview = await organiser.slash('roadmap import', { file, scope: 'server' });
  return [preview, await organiser.press(preview, say.importing.apply)];
}

/** Makes both posts of a server due, and waits for them. Each comes once a day. */
async function postBoth({ file }: GrownStore, server: GuildHandle): Promise<readonly Answer[]> {
  const posted = (): number => server.channel().messages.length;
  const before = posted();
  const now = Math.floor(Date.now() / MINUTE) * MINUTE;
  const db = new Database(file);
  db.prepare('DELETE FROM delivery').run();
  const { changes } = db
    .prepare(
      `INSERT INTO post (guild_id, kind, next_at, next_date)
      SELECT id, kind, ?, ? FROM guild, (SELECT 'daily' AS kind UNION SELECT 'weekly') WHERE id = ?
      ON CONFLICT DO UPDATE SET next_at = excluded.next_at, next_date = excluded.next_date`,
    )
    .run(now, new Date(now).toISOString().slice(0, 10), server.id);
  db.close();
  while (posted() < before + changes) {
    if (Date.now() > now + 3 * MINUTE) throw new Error('the posts did not come');
    await sleep(100);
  }
  return [];
}

/**
 * Measures for how long the bot lets everybody wait while somebody does what takes long: the longest step of its event
 * loop, in CPU time. The stores are those of the growth, and in each a member has written 3,000 cheat codes.
 */
export async function measureStalls(folder: string): Promise<readonly Figure[]> {
  const longest = new Map(acts.map(({ what }) => [what, Array<Step>()]));
  for (const size of SIZE_NAMES) {
    const store = await makeGrown(folder, `stalls-${size}`, SIZES[size]);
    for (const [what, step] of await stepsIn(store)) longest.get(what)?.push(step);
    await store.discord.stop();
  }
  return [...longest].map(([what, steps]) => ({
    what: `${what}: ${steps.map(told).join(', ')}`,
    unit: 'ms',
    figure: Math.max(...steps.map(({ step }) => step)),
    aim: AT_MOST,
  }));
}

/** The longest step, the longest wait beside other work of the machine, and all CPU time of an act, in milliseconds. */
interface Step {
  readonly step: number;
  readonly stall: number;
  readonly cpu: number;
}

function told({ step, stall, cpu }: Step, at: number): string {
  return `${step.toFixed(0)} ms at ${SIZE_NAMES[at]} (waited ${stall.toFixed(0)}, CPU ${cpu.toFixed(0)})`;
}

async function stepsIn(store: GrownStore): Promise<readonly (readonly [what: string, step: Step])[]> {
  const own = store.discord.addGuild({ name: 'Own' });
  const writer = own.addMember({ name: 'Writer', permissions: ['ManageGuild'] });
  await using bot = new BotProcess(store, { withProbe: true });
  await bot.connected();
  // The first ones compile the code that all of them need.
  for (const member of store.members) await member.slash('today');
  await importLarge(writer, 1);
  await writer.slash('roadmap join');
  writeMuch(store.file, writer.id, own.id);
  const steps: (readonly [string, Step])[] = [];
  for (const { what, times = TIMES, act } of acts) {
    let [step, stall, cpu] = [0, 0, 0];
    for (let time = 0; time < times; time += 1) {
      const before = await bot.ask('cpu');
      await bot.ask('watch');
      const answers = [await act({ store, writer }, time)].flat();
      for (const { failed } of answers) if (failed !== null) throw new Error(`${what}: ${failed}`);
      stall = Math.max(stall, await bot.ask('stall'));
      step = Math.max(step, await bot.ask('step'));
      cpu = Math.max(cpu, (await bot.ask('cpu')) - before);
    }
    steps.push([what, { step, stall, cpu }]);
  }
  return steps;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAnswers } from './answers.ts';
import { measureBackup } from './backup.ts';
import { type Figure, figureTable, type Table, table } from './figures.ts';
import { measureIdleServers } from './idle-servers.ts';
import { measureGrowth } from './growth/commands.ts';
import { measureLargeRoadmap } from './large-roadmap.ts';
import { endAll, makeContestants } from './contestants.ts';
import { measurePictures } from './pictures.ts';
import { measurePosts, SERVERS } from './posts.ts';
import { inFile, onServer } from './posts-store.ts';
import { measureStalls } from './stalls.ts';
import { measureMemory, measureStarts } from './starts.ts';
import { INTERACTIONS, measureSoak } from './soak/soak.ts';
import { measureStore } from './store.ts';

const MANY_SERVERS = 2500;

const began = performance.now();
const [processor] = cpus();
console.log(`Roadmate, a fair bot and an empty one, on a local Discord.
Node ${process.versions.node}, ${process.platform}, ${cpus().length} x ${processor?.model.trim() ?? 'unknown'}.
The fair bot gives the same answers, written as plainly as can be on better-sqlite3; the empty one reads and keeps nothing.
Each bot is a process of its own, and they take turns, with a short pause between two interactions. An answer is timed
from the sending of the interaction to the arrival of the answer, so the local Discord's checks of it are in no figure.
Ours starts as "npm start" starts it, the others as their writer would. About an hour; the names of parts behind the command
choose some of them, "soak=5000" a smaller soak, "posts=800" fewer servers. With --strict the exit code is 1 if an aim was missed.
Without, it is 0, because a busy machine misses aims that a quiet one meets.
`);

/** What was measured, with a line above it. */
interface Report extends Table {
  readonly heading: string;
}

/** What can be measured, by the name that chooses it: `npm run bench -- posts`. `size` is given behind it: `soak=5000`. */
const parts: Readonly<Record<string, (folder: string, size: number | null) => Promise<Report>>> = {
  async answers(folder) {
    const one = await makeContestants(folder, 1);
    const lines = [
      ...(await measureAnswers(one)),
      await measureStarts(one),
      await measureMemory(one, 5, 1.15),
    ];
    await endAll(one);
    return { heading: 'In one server:', ...table(lines) };
  },
  async pictures(folder) {
    const one = await makeContestants(folder, 1);
    const figures = await measurePictures(one.ours);
    await endAll(one);
    return alone('while it draws', figures);
  },
  async 'large-roadmap'(folder) {
    const one = await makeContestants(folder, 1);
    const figures = await measureLargeRoadmap(one.ours);
    await endAll(one);
    return alone('on a roadmap of 5,000 topics', figures);
  },
  async servers(folder) {
    const many = await makeContestants(folder, MANY_SERVERS);
    const lines = [await measureMemory(many, 2, 0.75)];
    await endAll(many);
    return { heading: 'In many servers:', ...table(lines) };
  },
  store: async (folder) =>
    alone('on a store with a million acts of 10,000 people', await measureStore(folder)),
  idle: async (folder) => alone('in 25,000 servers with 100,000 members', await measureIdleServers(folder)),
  growth: async (folder) =>
    alone('in a group of 20, as the store grows around it', await measureGrowth(folder)),
  stalls: async (folder) =>
    alone('while somebody does what takes long, as the store grows', await measureStalls(folder)),
  posts: async (folder, size) =>
    alone('in servers with posts at the same hour', await measurePosts(folder, inFile, size ?? SERVERS)),
  'posts-on-postgres': async (folder, size) =>
    alone(
      'on PostgreSQL, in servers with posts at the same hour',
      await measurePosts(folder, onServer, size ?? SERVERS),
    ),
  backup: async (folder) => alone('while it is backed up', await measureBackup(folder)),
  soak: async (folder, size) =>
    alone('answering one new member after the other', await measureSoak(folder, size ?? INTERACTIONS)),
};

function alone(when: string, figures: readonly Figure[]): Report {
  return { heading: `Ours alone, ${when}:`, ...figureTable(figures) };
}

const { values: options, positionals } = parseArgs({
  options: { strict: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const asked = new Map(
  positionals.map((given) => {
    const [name = '', size] = given.split('=');
    return [name, size === undefined ? null : Number(size)] as const;
  }),
);
const unknown = [...asked].find(([name, size]) => !(name in parts) || Number.isNaN(size))?.[0];
if (unknown !== undefined) {
  console.error(
    `There is no part "${unknown}" of that size. The parts are: ${Object.keys(parts).join(', ')}.`,
  );
  process.exit(1);
}
const missed: string[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.size > 0 && !asked.has(name)) continue;
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-bench-'));
  try {
    const report = await measure(folder, asked.get(name) ?? null);
    console.log(`\n${report.heading}\n${report.text}`);
    missed.push(...report.missed);
  } finally {
    await rm(folder, { recursive: true });
  }
}
console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all. ${verdictOn(missed)}`);
if (options.strict && missed.length > 0) process.exitCode = 1;

function verdictOn(all: readonly string[]): string {
  if (all.length === 0) return 'Every aim was met.';
  return `Missed ${all.length === 1 ? 'one aim' : `${all.length} aims`}:\n${all.map((what) => `- ${what}`).join('\n')}`;
}

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAnswers } from './answers.ts';
import { measureBackup } from './backup.ts';
import { figureTable, table } from './figures.ts';
import { measureIdleServers } from './idle-servers.ts';
import { measureGrowth } from './growth/commands.ts';
import { measureLargeRoadmap } from './large-roadmap.ts';
import { endAll, makeContestants } from './contestants.ts';
import { measurePictures } from './pictures.ts';
import { measurePosts } from './posts.ts';
import { measureMemory, measureStarts } from './starts.ts';
import { measureStore } from './store.ts';

const MANY_SERVERS = 2500;

const began = performance.now();
const [processor] = cpus();
console.log(`Roadmate, a fair bot and an empty one, on a local Discord.
Node ${process.versions.node}, ${process.platform}, ${cpus().length} x ${processor?.model.trim() ?? 'unknown'}.
The fair bot gives the same answers, written as plainly as can be on better-sqlite3; the empty one reads and keeps nothing.
Each bot is a process of its own, and they take turns, with a short pause between two interactions. An answer is timed
from the sending of the interaction to the arrival of the answer, so the local Discord's checks of it are in no figure.
Ours starts as "npm start" starts it, the others as their writer would. About a quarter of an hour; the names
of parts behind the command choose some of them.
`);

/** What can be measured, by the name that chooses it: `npm run bench -- posts`. */
const parts: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  async answers(folder) {
    const one = await makeContestants(folder, 1);
    const lines = [
      ...(await measureAnswers(one)),
      await measureStarts(one),
      await measureMemory(one, 5, 1.15),
    ];
    console.log(table(lines));
    await endAll(one);
  },
  async pictures(folder) {
    const one = await makeContestants(folder, 1);
    console.log(`\nOurs alone, while it draws:\n${figureTable(await measurePictures(one.ours))}`);
    await endAll(one);
  },
  async 'large-roadmap'(folder) {
    const one = await makeContestants(folder, 1);
    const figures = await measureLargeRoadmap(one.ours);
    console.log(`\nOurs alone, on a roadmap of 5,000 topics:\n${figureTable(figures)}`);
    await endAll(one);
  },
  async servers(folder) {
    const many = await makeContestants(folder, MANY_SERVERS);
    console.log(`\n${table([await measureMemory(many, 2, 0.75)])}`);
    await endAll(many);
  },
  async store(folder) {
    const figures = await measureStore(folder);
    console.log(`\nOurs alone, on a store with a million acts of 10,000 people:\n${figureTable(figures)}`);
  },
  async idle(folder) {
    const figures = await measureIdleServers(folder);
    console.log(`\nOurs alone, in 25,000 servers with 100,000 members:\n${figureTable(figures)}`);
  },
  async growth(folder) {
    const figures = await measureGrowth(folder);
    console.log(`\nOurs alone, in a group of 20, as the store grows around it:\n${figureTable(figures)}`);
  },
  async posts(folder) {
    const figures = await measurePosts(folder);
    console.log(`\nOurs alone, in 2,500 servers with posts at the same hour:\n${figureTable(figures)}`);
  },
  async backup(folder) {
    console.log(`\nOurs alone, while it is backed up:\n${figureTable(await measureBackup(folder))}`);
  },
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in parts));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". The parts are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-bench-'));
  try {
    await measure(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all.`);

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAnswers } from './answers.ts';
import { figureTable, table } from './figures.ts';
import { measureLargeRoadmap } from './large-roadmap.ts';
import { endPair, makePair } from './pair.ts';
import { measurePictures } from './pictures.ts';
import { measureMemory, measureStarts } from './starts.ts';
import { measureStore } from './store.ts';

const MANY_SERVERS = 2500;

const began = performance.now();
const [processor] = cpus();
console.log(`Roadmate against a bare discord.js bot, on a local Discord.
Node ${process.versions.node}, ${process.platform}, ${cpus().length} x ${processor?.model.trim() ?? 'unknown'}.
Each bot is a process of its own, and the two take turns, with a short pause between two interactions. An answer is
timed from the sending of the interaction to the arrival of the answer, so the local Discord's checks of it are in no
figure. Ours starts as "npm start" starts it, the bare one as its writer would. About five minutes.
`);

const folder = await mkdtemp(join(tmpdir(), 'roadmate-bench-'));
try {
  const one = await makePair(folder, 1);
  const lines = [...(await measureAnswers(one)), await measureStarts(one), await measureMemory(one, 5)];
  const pictures = await measurePictures(one.ours);
  const largeRoadmap = await measureLargeRoadmap(one.ours);
  await endPair(one);
  const many = await makePair(folder, MANY_SERVERS);
  lines.push(await measureMemory(many, 2));
  await endPair(many);
  console.log(table(lines));
  console.log(`\nOurs alone, while it draws:\n${figureTable(pictures)}`);
  console.log(`\nOurs alone, on a roadmap of 5,000 topics:\n${figureTable(largeRoadmap)}`);
  console.log(
    `\nOurs alone, on a store with a million acts of 10,000 people:\n${figureTable(await measureStore(folder))}`,
  );
  console.log(`\n${Math.round((performance.now() - began) / 1000)} s in all.`);
} finally {
  await rm(folder, { recursive: true });
}

import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { readRoadmap } from './roadmap/read.ts';
import { RoadmapError } from './roadmap/roadmap-error.ts';
import { type Seeding, seedRoadmap } from './store/roadmaps/roadmaps.ts';
import type { Db } from './store/schema.ts';

/** A bundled roadmap cannot be read. `message` names the file and the line. */
export class SeedError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'SeedError';
  }
}

/**
 * Brings the roadmaps of a folder into the store: each Markdown file is one, known by its file name. Nothing is
 * written if one of them cannot be read, and nothing changes if none of them changed.
 * @param now epoch ms
 * @returns what changed, by roadmap id
 * @throws SeedError
 */
export async function seedRoadmaps(
  db: Db,
  folder: string,
  now: number,
): Promise<ReadonlyMap<string, Seeding>> {
  const files = (await readdir(folder)).filter((file) => extname(file) === '.md').toSorted();
  const read = [];
  for (const file of files) {
    const source = await readFile(join(folder, file), 'utf8');
    read.push({ id: basename(file, '.md'), source, roadmap: parse(join(folder, file), source) });
  }
  const seeded = new Map<string, Seeding>();
  for (const { id, source, roadmap } of read) seeded.set(id, await seedRoadmap(db, id, roadmap, source, now));
  return seeded;
}

function parse(file: string, source: string) {
  try {
    return readRoadmap(source);
  } catch (error) {
    if (error instanceof RoadmapError) throw new SeedError(file, error.line, error.message);
    throw error;
  }
}

import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { decodeText } from './roadmap/encoding.ts';
import { outline } from './roadmap/outline.ts';
import { type Reading, readRoadmap } from './roadmap/read.ts';
import type { Remark } from './roadmap/remark.ts';
import type { Roadmap } from './roadmap/roadmap.ts';
import { RoadmapError } from './roadmap/roadmap-error.ts';
import { titleOfFile } from './roadmap/titles.ts';
import { engineOf } from './store/engine.ts';
import { isSeeded, type Seeding, seedRoadmap, UNCHANGED } from './store/roadmaps/seeding.ts';
import type { Db } from './store/schema.ts';

/** A bundled roadmap cannot be read. `message` names the file and the line. */
export class SeedError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = 'SeedError';
  }
}

/** What changed in a bundled roadmap. */
interface Seeded extends Seeding {
  readonly file: string;
  /**
   * The parts of its file that cannot be used. They are reported once, when the file is new or has changed.
   */
  readonly remarks: readonly Remark[];
}

/**
 * Stores the roadmaps of a folder. Each Markdown file is a roadmap, and its file name is the id. If a file cannot be
 * read, nothing is written. Files that have not changed since they were seeded are skipped. If several processes
 * start together, only one seeds, and the others wait for it.
 * @param now epoch ms
 * @returns the changes and remarks, by roadmap id
 * @throws SeedError
 */
export function seedRoadmaps(db: Db, folder: string, now: number): Promise<ReadonlyMap<string, Seeded>> {
  return engineOf(db).alone(db, 'seeding', () => seedFolder(db, folder, now));
}

async function seedFolder(db: Db, folder: string, now: number): Promise<ReadonlyMap<string, Seeded>> {
  const files = (await readdir(folder)).filter((file) => extname(file) === '.md').toSorted();
  const read = [];
  for (const file of files) {
    const path = join(folder, file);
    const id = basename(file, '.md');
    const source = decode(path, await readFile(path));
    if (!(await isSeeded(db, id, source))) read.push({ id, file: path, source, ...parse(path, source) });
  }
  const seeded = new Map<string, Seeded>();
  for (const { id, file, source, roadmap, remarks } of afterWhatTheyName(read)) {
    // A file without any topics is a mistake, and no reason to archive what members study.
    const seeding = roadmap.sections.length > 0 ? await seedRoadmap(db, id, roadmap, source, now) : UNCHANGED;
    seeded.set(id, { ...seeding, file, remarks });
  }
  return seeded;
}

function decode(file: string, bytes: Uint8Array): string {
  return named(file, () => decodeText(bytes).text);
}

/**
 * Orders files so that a roadmap comes after those that it names in `same:`. In a circle, the first file
 * comes first.
 */
function afterWhatTheyName<T extends { readonly id: string; readonly roadmap: Roadmap }>(
  files: readonly T[],
): readonly T[] {
  const left = [...files];
  const ordered: T[] = [];
  while (left.length > 0) {
    const isFree = ({ id, roadmap }: T): boolean => {
      const same = outline(id, roadmap).nodes.flatMap(({ topic }) => topic.same);
      return left.every((other) => other.id === id || !same.some((name) => name.startsWith(`${other.id}/`)));
    };
    ordered.push(...left.splice(Math.max(0, left.findIndex(isFree)), 1));
  }
  return ordered;
}

function parse(file: string, source: string): Reading {
  return named(file, () => readRoadmap(source, { untitled: titleOfFile(file) }));
}

/**
 * Runs `read`, and adds the file's name to its error.
 * @throws SeedError
 */
function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RoadmapError) throw new SeedError(file, error.line, error.message);
    throw error;
  }
}

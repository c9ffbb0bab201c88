import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Reading, type ReadOptions, readRoadmap } from '../src/roadmap/read.ts';
import { seedRoadmaps } from '../src/seed.ts';
import { openStore } from '../src/store/open.ts';
import type { Store } from '../src/store/store.ts';

const ROOT = join(import.meta.dirname, '..');

/** The folder of all bundled roadmaps. */
const ROADMAPS = join(ROOT, 'data', 'roadmaps');

/** The files from which a bot starts. */
interface Prepared {
  /**
   * A folder with only the backend roadmap. A start reads every file of its folder, and most tests need no other
   * roadmap.
   */
  readonly roadmaps: string;
  /** The file of a database that was migrated and seeded with this roadmap. */
  readonly database: Uint8Array;
  /** The file of a migrated, empty database. */
  readonly empty: Uint8Array;
}

let made: Promise<Prepared> | undefined;

/** Prepares the files once in each process, so that not every test waits for migrations and seeding. */
export function prepared(): Promise<Prepared> {
  made ??= prepare();
  return made;
}

const readings = new Map<string, Reading>();

/** Parses a source once in each process, because most worlds have the same roadmap. */
export function readOnce(source: string, options: ReadOptions = {}): Reading {
  const key = JSON.stringify([source, options]);
  const reading = readings.get(key) ?? readRoadmap(source, options);
  readings.set(key, reading);
  return reading;
}

async function prepare(): Promise<Prepared> {
  const roadmaps = join(ROOT, 'node_modules', '.cache', 'roadmate', 'roadmaps');
  await mkdir(roadmaps, { recursive: true });
  // Other processes may be reading the file.
  const copy = join(roadmaps, `${process.pid}.copy`);
  await copyFile(join(ROADMAPS, 'backend.md'), copy);
  await rename(copy, join(roadmaps, 'backend.md'));

  return { roadmaps, database: await seeded(roadmaps), empty: await migrated() };
}

let madeWhole: Promise<Uint8Array> | undefined;

/**
 * The file of a database that was migrated and seeded with all bundled roadmaps, as after an earlier start of the
 * program.
 */
export function preparedWhole(): Promise<Uint8Array> {
  madeWhole ??= seeded(ROADMAPS);
  return madeWhole;
}

function seeded(roadmaps: string): Promise<Uint8Array> {
  return madeBy(async ({ db }) => void (await seedRoadmaps(db, roadmaps, 0)), migrated());
}

let madeEmpty: Promise<Uint8Array> | undefined;

function migrated(): Promise<Uint8Array> {
  madeEmpty ??= madeBy(() => Promise.resolve());
  return madeEmpty;
}

/** Makes a database, or takes one that was made, does some work in it, and gives its file. */
async function madeBy(
  work: (store: Store) => Promise<void>,
  from?: Promise<Uint8Array>,
): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-'));
  const path = join(folder, 'roadmate.sqlite');
  if (from !== undefined) await writeFile(path, await from);
  const store = await openStore(path);
  await work(store);
  await store.close();
  const database = await readFile(path);
  await rm(folder, { recursive: true });
  return database;
}

import { type Outline, outline } from '../../roadmap/outline.ts';
import { readInTurns, type Reading, type ReadOptions } from '../../roadmap/read.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Db } from '../schema.ts';
import type { ReadAs } from './read-as.ts';
import { type StoredRoadmap, storedRoadmap } from './roadmaps.ts';
import { addTopics } from './new-topics.ts';
import { liveTopics } from './topics.ts';
import { idsByKeysOfNow, keptVersion, writeVersion } from './version.ts';
import { write } from '../write.ts';

/** Reads the source of a roadmap. */
export type ReadSource = (source: string, options: ReadOptions) => Reading | Promise<Reading>;

/** The version of a roadmap that is in use. */
export interface CurrentVersion {
  readonly number: number;
  readonly source: string;
  readonly readAs: ReadAs;
  readonly outline: Outline;
}

/**
 * @param read reads the source
 * @returns the version in use, or null if there is no such roadmap
 */
export async function currentVersion(
  db: Db,
  roadmapId: string,
  read: ReadSource = readInTurns,
): Promise<CurrentVersion | null> {
  const stored = await storedRoadmap(db, roadmapId);
  if (stored === null) return null;
  const { revision: number, source, readAs } = stored;
  const ids = await liveTopics(db, roadmapId);
  const { roadmap } = await read(source, { untitled: stored.title, ...readAs });
  const laidOut = outline(roadmapId, roadmap, ids);
  const isAsStored =
    laidOut.nodes.length === ids.size && laidOut.nodes.every(({ topic }) => ids.has(topic.key));
  if (isAsStored) return { number, source, readAs, outline: laidOut };
  return write(db, (trx) => readAnew(trx, stored, roadmap));
}

/** Stores a version again if a newer Roadmate reads its source differently. */
async function readAnew(
  trx: Db,
  { id, source, readAs, revision, updatedAt }: StoredRoadmap,
  roadmap: Roadmap,
): Promise<CurrentVersion> {
  const keys = outline(id, roadmap).nodes.map(({ topic }) => topic.key);
  const ids = idsByKeysOfNow(await liveTopics(trx, id), keys);
  const number = revision + 1;
  const laidOut = await addTopics(trx, id, roadmap, ids, number);
  const before = await keptVersion(trx, id, revision);
  await writeVersion(trx, {
    number,
    source,
    readAs,
    outline: laidOut,
    carries: [],
    inForce: before?.inForce ?? [],
    questions: before?.questions ?? [],
    restores: null,
    madeBy: null,
    at: updatedAt,
  });
  return { number, source, readAs, outline: laidOut };
}

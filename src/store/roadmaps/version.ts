import { alignKeys } from '../../roadmap/matching/align.ts';
import type { Carry } from '../../roadmap/matching/carries.ts';
import { turn } from '../../roadmap/in-turns.ts';
import type { Outline } from '../../roadmap/outline.ts';
import type { Db } from '../schema.ts';
import { evenOutForAll } from '../skills/even-out.ts';
import { markOf } from './mark.ts';
import { type ReadAs, toReadAs } from './read-as.ts';
import type { Question } from './questions.ts';
import { nameSkills } from '../skills/named-in-files.ts';
import { placeTopics } from './topics.ts';

/** How many versions of a roadmap are stored. */
const KEPT = 20;

/** A version of a roadmap that is about to be put into use. */
export interface Version {
  readonly number: number;
  readonly source: string;
  readonly readAs: ReadAs;
  /** What the source reads as, with the ids of all topics. */
  readonly outline: Outline;
  /** The progress that it carries to other topics. */
  readonly carries: readonly Carry[];
  /** The numbers of the versions whose carries are in force in it, which may include itself. */
  readonly inForce: readonly number[];
  readonly questions: readonly Question[];
  /** The number of the version that it brings back; null if it is new. */
  readonly restores: number | null;
  /** Null if the program made it. */
  readonly madeBy: string | null;
  /** Epoch ms. */
  readonly at: number;
}

/** Puts a version into use, stores it, and drops the oldest ones. Call it within a transaction. */
export async function writeVersion(trx: Db, version: Version): Promise<void> {
  const { number, source, outline, at } = version;
  const read_as = JSON.stringify(version.readAs);
  await trx
    .updateTable('roadmap')
    .set({ title: outline.tree.title, source, read_as, revision: number, updated_at: at })
    .where('id', '=', outline.id)
    .execute();
  await placeTopics(trx, outline, number, at);
  await turn();
  const renamed = await nameSkills(trx, outline);
  await turn();
  // The progress that is copied here is removed again when the version is undone.
  const inForce =
    renamed.length > 0 ? [...version.inForce.filter((each) => each !== number), number] : version.inForce;
  await evenOutForAll(trx, renamed, markOf(outline.id, number));
  await trx
    .insertInto('roadmap_version')
    .values({
      roadmap_id: outline.id,
      number,
      source,
      read_as,
      topics: JSON.stringify(outline.nodes.map(({ topic, id }) => [topic.key, id])),
      carries: JSON.stringify(version.carries),
      in_force: JSON.stringify(inForce),
      questions: JSON.stringify(version.questions),
      restores: version.restores,
      made_by: version.madeBy,
      at,
    })
    .execute();
  await trx
    .deleteFrom('roadmap_version')
    .where('roadmap_id', '=', outline.id)
    .where('number', '<=', number - KEPT)
    .execute();
}

/** A stored version. Its source is parsed only by callers who need it. */
export interface KeptVersion {
  readonly number: number;
  readonly source: string;
  readonly readAs: ReadAs;
  /** Ids by key, in file order. */
  readonly topics: ReadonlyMap<string, string>;
  readonly carries: readonly Carry[];
  readonly inForce: readonly number[];
  readonly questions: readonly Question[];
  readonly at: number;
}

/** @returns the version, or null if it is no longer stored */
export async function keptVersion(db: Db, roadmapId: string, number: number): Promise<KeptVersion | null> {
  const row = await db
    .selectFrom('roadmap_version')
    .selectAll()
    .where('roadmap_id', '=', roadmapId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row === undefined) return null;
  // Only `writeVersion` above writes this JSON.
  const topics: readonly (readonly [string, string])[] = JSON.parse(row.topics);
  return {
    number,
    source: row.source,
    readAs: toReadAs(row.read_as),
    topics: new Map(topics),
    carries: JSON.parse(row.carries),
    inForce: JSON.parse(row.in_force),
    questions: JSON.parse(row.questions),
    at: row.at,
  };
}

/** A time from an instant up to another; epoch ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The times in which a version's carries were in force, oldest first. Each goes from the change to a version to the
 * next change.
 */
export async function timesInForce(db: Db, roadmapId: string, version: number): Promise<readonly Stretch[]> {
  const rows = await db
    .selectFrom('roadmap_version')
    .select(['at', 'in_force'])
    .where('roadmap_id', '=', roadmapId)
    .where('number', '>=', version)
    .orderBy('number')
    .execute();
  return rows.flatMap(({ at, in_force }, index) => {
    // Only `writeVersion` above writes it.
    const inForce: readonly number[] = JSON.parse(in_force);
    return inForce.includes(version) ? [{ from: at, to: rows[index + 1]?.at ?? Infinity }] : [];
  });
}

/**
 * Gives ids the keys that their source has when it is parsed now, because a newer Roadmate may make other keys.
 * @param kept ids by their old keys, in file order
 * @param keys the present keys, in file order
 */
export function idsByKeysOfNow(
  kept: ReadonlyMap<string, string>,
  keys: readonly string[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [key, then] of alignKeys([...kept.keys()], keys)) {
    const id = kept.get(then);
    if (id !== undefined) ids.set(key, id);
  }
  return ids;
}

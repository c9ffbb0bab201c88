import { outline } from '../../roadmap/outline.ts';
import type { Sides } from '../../roadmap/merging/wish.ts';
import { readInTurns } from '../../roadmap/read.ts';
import type { Db } from '../schema.ts';
import type { Library } from './library.ts';
import { baseOf } from './owners.ts';
import { idsByKeysOfNow, keptVersion } from './version.ts';

/** The versions of the bundled roadmap of a copy, and the number of the newer one. */
export interface NumberedSides extends Sides {
  readonly number: number;
}

/**
 * Reads the version of a bundled roadmap that a copy was last brought up to, and the one in use.
 * @returns null if the roadmap is no copy, or if so many versions have come since that the older one is not stored any
 *   more
 */
export async function sidesOf(
  { db, library }: { readonly db: Db; readonly library: Library },
  copyId: string,
): Promise<NumberedSides | null> {
  const base = await baseOf(db, copyId);
  const theirs = base === null ? null : await library.version(db, base.id);
  const kept = base === null ? null : await keptVersion(db, base.id, base.revision);
  if (base === null || theirs === null || kept === null) return null;
  const untitled = theirs.outline.tree.title;
  const { roadmap } = await readInTurns(kept.source, { untitled, ...kept.readAs });
  const keys = outline(base.id, roadmap).nodes.map(({ topic }) => topic.key);
  return {
    base: outline(base.id, roadmap, idsByKeysOfNow(kept.topics, keys)),
    theirs: theirs.outline,
    number: theirs.number,
  };
}

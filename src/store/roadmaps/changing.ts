import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import type { Actor } from '../actor.ts';
import type { Db } from '../schema.ts';
import { roadmapRevision } from './roadmaps.ts';
import { write } from '../write.ts';

/** The result of a change to a roadmap. */
export type Outcome =
  | { readonly kind: 'applied'; readonly number: number }
  /**
   * Somebody else was faster: the version in use, given by its number, is not the one that was shown. Nothing was
   * changed.
   */
  | { readonly kind: 'conflict'; readonly number: number }
  /** The version to go back to is no longer stored. Nothing was changed. */
  | { readonly kind: 'not-kept' };

/** Who changes a roadmap; `userId` is null for the program itself. `at`: epoch ms. */
export type Doer = Actor | { readonly userId: null; readonly at: number };

/**
 * Changes a roadmap in one transaction, if the version in use is still the one that was shown. If `db` is a
 * transaction, that one is used.
 * @param change gets the number of the version that it makes
 * @throws AlreadyHandled if the interaction has had its effect
 */
export function changing(
  db: Db,
  roadmapId: string,
  shown: number,
  doer: Doer,
  change: (trx: Db, number: number) => Promise<Outcome>,
): Promise<Outcome> {
  return write(db, async (trx) => {
    if (doer.userId !== null) {
      await once(trx, doer.interactionId, doer.at);
      await ensureMember(trx, doer.userId, doer.at);
    }
    const current = await roadmapRevision(trx, roadmapId);
    if (current !== shown) return { kind: 'conflict', number: current ?? 0 };
    return change(trx, shown + 1);
  });
}

import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Actor } from '../actor.ts';
import { ensureMember } from '../members/members.ts';
import { notYet, once } from '../once.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import type { Outcome } from './changing.ts';
import { applyToCopy } from './copying.ts';
import { dropImport, type WaitingImport } from './imports.ts';
import { noteTaken } from './links.ts';
import { createRoadmap, isOwnedBy, noteBase, type Owner, ownRoadmaps } from './owners.ts';
import type { VersionPlan } from './plan.ts';
import { applyVersion } from './versions.ts';

/** A list of Discord's suggestions has room for so many own roadmaps beside the bundled ones. */
export const MOST_ROADMAPS = 20;

/** The result of an import. */
export type Accepted =
  /** `isNew`: the import made a new roadmap, perhaps a copy. `number`: that of its version. */
  | {
      readonly kind: 'applied';
      readonly roadmapId: string;
      readonly number: number;
      readonly isNew: boolean;
    }
  | Exclude<Outcome, { readonly kind: 'applied' }>
  /** The owner has as many roadmaps as allowed. Nothing was changed. */
  | { readonly kind: 'too-many' };

/**
 * Applies an import and deletes the waiting one. Call it within a transaction. A roadmap that is not the owner's is
 * copied first, so that it does not change for others. The copy has the same topics.
 * @param roadmap what the import reads as
 * @param plan the comparison with its target; null for a new roadmap
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function acceptImport(
  trx: Db,
  waiting: WaitingImport,
  { roadmap, plan, owner }: { roadmap: Roadmap; plan: VersionPlan | null; owner: Owner },
  actor: Actor,
): Promise<Accepted> {
  await notYet(trx, actor.interactionId);
  const { source, readAs } = waiting;
  const isOwn = plan !== null && (await isOwnedBy(trx, owner, plan.roadmapId));
  if (!isOwn && (await ownRoadmaps(trx, owner)).length >= MOST_ROADMAPS) return { kind: 'too-many' };
  const id = steadyId('roadmap', waiting.id);
  const by = { id, owner, madeBy: actor.userId, at: actor.at };
  if (plan === null) {
    await once(trx, actor.interactionId, actor.at);
    await ensureMember(trx, actor.userId, actor.at);
    const number = await createRoadmap(trx, { ...by, source, roadmap, readAs });
    await settleWaiting(trx, waiting, id, actor.at);
    return { kind: 'applied', roadmapId: id, number, isNew: true };
  }
  const outcome = isOwn
    ? await applyVersion(trx, plan, waiting.answers, actor)
    : await applyToCopy(trx, plan, waiting.answers, by, actor);
  if (outcome.kind !== 'applied') return outcome;
  const roadmapId = isOwn ? plan.roadmapId : id;
  if (waiting.baseRevision !== null) await noteBase(trx, roadmapId, waiting.baseRevision);
  await settleWaiting(trx, waiting, roadmapId, actor.at);
  return { kind: 'applied', roadmapId, number: outcome.number, isNew: !isOwn };
}

/** Deletes the waiting import, and stores the link that it was read from, so that it can be read again. */
async function settleWaiting(trx: Db, waiting: WaitingImport, roadmapId: string, at: number): Promise<void> {
  const { link, source } = waiting;
  if (link !== null) await noteTaken(trx, { roadmapId, link, source }, at);
  await dropImport(trx, waiting);
}

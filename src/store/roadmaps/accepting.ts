import type { Answers } from '../../roadmap/matching/settle.ts';
import type { Roadmap } from '../../roadmap/roadmap.ts';
import type { Actor } from '../actor.ts';
import { ensureMember } from '../members/members.ts';
import { notYet, once } from '../once.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import type { Outcome } from './changing.ts';
import { dropImport, type WaitingImport } from './imports.ts';
import { noteTaken } from './links.ts';
import { copyRoadmap, createRoadmap, isOwnedBy, noteBase, type Owner, ownRoadmaps } from './owners.ts';
import type { MatchedVersion, VersionPlan } from './plan.ts';
import { storedRoadmap } from './roadmaps.ts';
import { applyVersion } from './versions.ts';

/** A list of Discord's suggestions has room for so many own roadmaps beside the bundled ones. */
export const MOST_ROADMAPS = 20;

/** The result of an import. */
export type Accepted =
  /** `isNew`: the import made a new roadmap, perhaps a copy. */
  | { readonly kind: 'applied'; readonly roadmapId: string; readonly isNew: boolean }
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
    await createRoadmap(trx, { ...by, source, roadmap, readAs });
    await settleWaiting(trx, waiting, id, actor.at);
    return { kind: 'applied', roadmapId: id, isNew: true };
  }
  const outcome = isOwn
    ? await applyVersion(trx, plan, waiting.answers, actor)
    : await applyToCopy(trx, plan, waiting.answers, by, actor);
  if (outcome.kind !== 'applied') return outcome;
  const roadmapId = isOwn ? plan.roadmapId : id;
  if (waiting.baseRevision !== null) await noteBase(trx, roadmapId, waiting.baseRevision);
  await settleWaiting(trx, waiting, roadmapId, actor.at);
  return { kind: 'applied', roadmapId, isNew: !isOwn };
}

/** Deletes the waiting import, and stores the link that it was read from, so that it can be read again. */
async function settleWaiting(trx: Db, waiting: WaitingImport, roadmapId: string, at: number): Promise<void> {
  const { link, source } = waiting;
  if (link !== null) await noteTaken(trx, { roadmapId, link, source }, at);
  await dropImport(trx, waiting);
}

/**
 * Makes an owner's copy of a roadmap, and applies a version to the copy. Call it within a transaction.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function applyToCopy(
  trx: Db,
  plan: MatchedVersion,
  answers: Answers,
  copy: Parameters<typeof copyRoadmap>[2],
  actor: Actor,
): Promise<Outcome> {
  // `applyVersion` checks this too, but only after the copy was made.
  await notYet(trx, actor.interactionId);
  const base = await storedRoadmap(trx, plan.roadmapId);
  if (base?.revision !== plan.shown) return { kind: 'conflict', number: base?.revision ?? 0 };
  const { source, readAs } = base;
  await ensureMember(trx, actor.userId, actor.at);
  await copyRoadmap(trx, { number: plan.shown, source, readAs, outline: plan.before }, copy);
  // The copy has the same topics under the same keys, so the comparison holds for it too.
  const before = { ...plan.before, id: copy.id };
  return applyVersion(trx, { ...plan, roadmapId: copy.id, shown: 1, before }, answers, actor);
}

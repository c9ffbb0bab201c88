import type { Answers } from '../../roadmap/matching/settle.ts';
import type { Outline } from '../../roadmap/outline.ts';
import type { Actor } from '../actor.ts';
import { ensureMember } from '../members/members.ts';
import { notYet } from '../once.ts';
import type { Db } from '../schema.ts';
import type { Outcome } from './changing.ts';
import { copyRoadmap } from './owners.ts';
import type { MatchedVersion } from './plan.ts';
import { storedRoadmap } from './roadmaps.ts';
import { type Settlement, settleQuestion } from './settling.ts';
import { applyVersion } from './versions.ts';

/** The copy that an owner gets before the first change to a roadmap that is not theirs. */
type NewCopy = Parameters<typeof copyRoadmap>[2];

/**
 * Makes an owner's copy of a roadmap, and applies a version to the copy. Call it within a transaction.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function applyToCopy(
  trx: Db,
  plan: MatchedVersion,
  answers: Answers,
  copy: NewCopy,
  actor: Actor,
): Promise<Outcome> {
  const conflict = await copyAsShown(trx, plan.before, plan.shown, copy, actor);
  if (conflict !== null) return conflict;
  // The copy has the same topics under the same keys, so the comparison holds for it too.
  const before = { ...plan.before, id: copy.id };
  return applyVersion(trx, { ...plan, roadmapId: copy.id, shown: 1, before }, answers, actor);
}

/**
 * Makes an owner's copy of a roadmap, and answers an open question in the copy. Call it within a transaction.
 * @param shown the version in use
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function settleInCopy(
  trx: Db,
  shown: Outline,
  settlement: Settlement,
  copy: NewCopy,
  actor: Actor,
): Promise<Outcome> {
  const conflict = await copyAsShown(trx, shown, settlement.shown, copy, actor);
  if (conflict !== null) return conflict;
  return settleQuestion(trx, { ...settlement, roadmapId: copy.id, shown: 1 }, actor);
}

/** @returns null if it was made, else the conflict: another version is in use than the one that was shown */
async function copyAsShown(
  trx: Db,
  outline: Outline,
  number: number,
  copy: NewCopy,
  actor: Actor,
): Promise<Outcome | null> {
  // The change that follows checks this too, but only after the copy was made.
  await notYet(trx, actor.interactionId);
  const base = await storedRoadmap(trx, outline.id);
  if (base?.revision !== number) return { kind: 'conflict', number: base?.revision ?? 0 };
  const { source, readAs } = base;
  await ensureMember(trx, actor.userId, actor.at);
  await copyRoadmap(trx, { number, source, readAs, outline }, copy);
  return null;
}

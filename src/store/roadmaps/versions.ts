import { type Carry, carriesBetween } from '../../roadmap/matching/carries.ts';
import { type Answers, settle } from '../../roadmap/matching/settle.ts';
import { outline } from '../../roadmap/outline.ts';
import { readRoadmap } from '../../roadmap/read.ts';
import { copyCards } from '../review/reviews.ts';
import type { Db } from '../schema.ts';
import { carryProgress, dropCarried } from './carried.ts';
import { noteMerged } from './merged.ts';
import type { MatchedVersion } from './plan.ts';
import { questionsOf, stillOpen } from './questions.ts';
import { joiningTopics } from './same.ts';
import { addTopics } from './new-topics.ts';
import { storedRoadmap } from './roadmaps.ts';
import { changing, type Doer, type Outcome } from './changing.ts';
import { idsByKeysOfNow, keptVersion, timesInForce, writeVersion } from './version.ts';

/**
 * Puts a planned version into use, with the answers that people gave, in one transaction: topics that are the same keep
 * everything that hangs on them, what is gone is archived with its history, and progress goes along to parts.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function applyVersion(db: Db, plan: MatchedVersion, answers: Answers, doer: Doer): Promise<Outcome> {
  const { roadmapId, before, match, source, readAs } = plan;
  return changing(db, roadmapId, plan.shown, doer, async (trx, number) => {
    const settled = settle(match, answers);
    const ids = new Map([...settled.returning, ...plan.known]);
    for (const [next, old] of settled.same) {
      const node = before.byKey.get(old);
      if (node !== undefined) ids.set(next, node.id);
    }
    const joined = await joiningTopics(trx, plan.after, ids);
    for (const { key, to } of joined) ids.set(key, to);
    const after = await addTopics(trx, roadmapId, plan.after, ids, number);
    const carries: readonly Carry[] = [
      ...carriesBetween(before, after, settled),
      ...joined.map(({ from, to }) => ({ kind: 'copy', from, to: [to], begun: true }) as const),
    ];
    const last = await keptVersion(trx, roadmapId, plan.shown);
    const fresh = questionsOf(match, answers, before, after);
    const questions = stillOpen([...(last?.questions ?? []), ...fresh], after);
    const inForce = last?.inForce ?? [];
    await writeVersion(trx, {
      number,
      source,
      readAs,
      outline: after,
      carries,
      inForce: carries.length > 0 ? [...inForce, number] : inForce,
      questions,
      restores: null,
      madeBy: doer.userId,
      at: doer.at,
    });
    await carryProgress(trx, { roadmapId, version: number, carries, inForce: [] });
    for (const { from, to } of joined) await copyCards(trx, from, to);
    await noteMerged(trx, carries);
    return { kind: 'applied', number };
  });
}

/**
 * Brings a version back, as a version of its own: its topics stand where they stood, what later versions carried is
 * taken back, what members said in between stays. What they said of topics that are not in it rests, and returns with
 * them.
 * @param to the version to bring back; the one before the one in use undoes that
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function restoreVersion(
  db: Db,
  { roadmapId, shown, to }: { readonly roadmapId: string; readonly shown: number; readonly to: number },
  doer: Doer,
): Promise<Outcome> {
  return changing(db, roadmapId, shown, doer, async (trx, number) => {
    const wanted = await keptVersion(trx, roadmapId, to);
    const current = await keptVersion(trx, roadmapId, shown);
    if (wanted === null || current === null) return { kind: 'not-kept' };

    const stored = await storedRoadmap(trx, roadmapId);
    const { roadmap } = readRoadmap(wanted.source, { untitled: stored?.title ?? '', ...wanted.readAs });
    const keys = outline(roadmapId, roadmap).nodes.map(({ topic }) => topic.key);
    const after = await addTopics(trx, roadmapId, roadmap, idsByKeysOfNow(wanted.topics, keys), number);
    const [was, is] = [new Set(current.inForce), new Set(wanted.inForce)];
    for (const version of current.inForce.toReversed()) {
      if (!is.has(version)) await dropCarried(trx, roadmapId, version);
    }
    await writeVersion(trx, {
      number,
      source: wanted.source,
      readAs: wanted.readAs,
      outline: after,
      carries: [],
      inForce: wanted.inForce,
      questions: wanted.questions,
      restores: to,
      madeBy: doer.userId,
      at: doer.at,
    });
    for (const version of wanted.inForce) {
      const kept = was.has(version) ? null : await keptVersion(trx, roadmapId, version);
      if (kept === null) continue;
      const inForce = await timesInForce(trx, roadmapId, version);
      await carryProgress(trx, { roadmapId, version, carries: kept.carries, inForce });
    }
    return { kind: 'applied', number };
  });
}

/** One version of a roadmap in the list of those that are kept. */
export interface VersionEntry {
  readonly number: number;
  /** Null: the program itself, or somebody who is gone. */
  readonly madeBy: string | null;
  /** Epoch ms. */
  readonly at: number;
  /** The version that it brought back. */
  readonly restores: number | null;
}

/** The versions of a roadmap that are kept, the one in use first. */
export function versionsOf(db: Db, roadmapId: string): Promise<readonly VersionEntry[]> {
  return db
    .selectFrom('roadmap_version')
    .select(['number', 'made_by as madeBy', 'at', 'restores'])
    .where('roadmap_id', '=', roadmapId)
    .orderBy('number', 'desc')
    .execute();
}

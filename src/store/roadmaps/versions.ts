import { type Carry, carriesBetween } from '../../roadmap/matching/carries.ts';
import { type Answers, settle } from '../../roadmap/matching/settle.ts';
import { turn } from '../../roadmap/in-turns.ts';
import { outline } from '../../roadmap/outline.ts';
import { readInTurns } from '../../roadmap/read.ts';
import type { Db } from '../schema.ts';
import { carryProgress, dropCarried } from './carried.ts';
import { carryMemory, carryProofs } from './merged.ts';
import type { MatchedVersion } from './plan.ts';
import { questionsOf, stillOpen } from './questions.ts';
import { strayTopics } from '../skills/named-in-files.ts';
import { addTopics } from './new-topics.ts';
import { storedRoadmap } from './roadmaps.ts';
import { changing, type Doer, type Outcome } from './changing.ts';
import { idsByKeysOfNow, keptVersion, timesInForce, writeVersion } from './version.ts';

/**
 * Applies a planned version, with the answers that people gave, in one transaction. Topics that are the same keep
 * everything, removed ones are archived with their history, and progress is carried to the parts of a topic that was
 * split.
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
    await turn();
    const strays = await strayTopics(trx, roadmapId, plan.after, ids);
    const left = strays.map((key) => [key, ids.get(key) ?? ''] as const);
    for (const key of strays) ids.delete(key);
    const after = await addTopics(trx, roadmapId, plan.after, ids, number);
    await turn();
    const carries: readonly Carry[] = [
      ...carriesBetween(before, after, settled),
      ...left.map(([key, from]): Carry => {
        const to = [after.byKey.get(key)?.id ?? ''];
        return { kind: 'copy', from, to, begun: true };
      }),
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
    await carryMemory(trx, carries);
    await carryProofs(trx, carries);
    return { kind: 'applied', number };
  });
}

/**
 * Brings a version back as a new version. Its topics are in their old places, and what later versions carried is
 * undone. What members said in between stays; for topics that are not in this version it is kept, and comes back with
 * them.
 * @param to the version to bring back. The one before the version in use undoes that
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
    const { roadmap } = await readInTurns(wanted.source, { untitled: stored?.title ?? '', ...wanted.readAs });
    await turn();
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
      await carryMemory(trx, kept.carries);
      await carryProofs(trx, kept.carries);
    }
    return { kind: 'applied', number };
  });
}

/** A stored version in the list of versions. */
export interface VersionEntry {
  readonly number: number;
  /** Null if the program made it, or somebody who has deleted their data. */
  readonly madeBy: string | null;
  /** Epoch ms. */
  readonly at: number;
  /** The number of the version that it brought back; null if it is new. */
  readonly restores: number | null;
}

/** The stored versions of a roadmap, the one in use first. */
export function versionsOf(db: Db, roadmapId: string): Promise<readonly VersionEntry[]> {
  return db
    .selectFrom('roadmap_version')
    .select(['number', 'made_by as madeBy', 'at', 'restores'])
    .where('roadmap_id', '=', roadmapId)
    .orderBy('number', 'desc')
    .execute();
}

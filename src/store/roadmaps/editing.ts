import type { Edit } from '../../roadmap/editing/edit.ts';
import { type Edited, editInSteps } from '../../roadmap/editing/edit-roadmap.ts';
import { inTurns } from '../../roadmap/in-turns.ts';
import { type Match, matchRoadmaps } from '../../roadmap/matching/match.ts';
import type { Answers } from '../../roadmap/matching/settle.ts';
import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import { MOST_ROADMAPS } from './accepting.ts';
import type { Outcome } from './changing.ts';
import type { CurrentVersion } from './current.ts';
import { applyToCopy } from './copying.ts';
import { isOwnedBy, type Owner, ownRoadmaps } from './owners.ts';
import type { MatchedVersion } from './plan.ts';
import { archivedTopics } from './topics.ts';
import { applyVersion } from './versions.ts';

/** A wanted change to a roadmap. */
export interface RoadmapChange {
  /** The version in use. */
  readonly current: CurrentVersion;
  /** The owner after the change. A roadmap that is not theirs yet is copied. */
  readonly owner: Owner;
  /** The number of the version that the edits were made on. */
  readonly shown: number;
  readonly edits: readonly Edit[];
}

/** The result. `roadmapId`: the roadmap that was changed, which may be a new copy. */
export type EditOutcome =
  | { readonly kind: 'applied'; readonly roadmapId: string; readonly number: number }
  | Exclude<Outcome, { readonly kind: 'applied' }>
  | { readonly kind: 'too-many' };

/** A change that was worked out, and can be written in one transaction. */
export interface PlannedChange extends RoadmapChange {
  readonly plan: MatchedVersion;
  readonly answers: Answers;
  /** The old key of each section by its new one; a section that is new is not in it. */
  readonly sections: ReadonlyMap<string, string>;
}

/**
 * Works out a change to the version in use. Nothing is written, and other work can run in between.
 * @returns null if the version in use is not the one that was shown
 * @throws EditError, RoadmapError if the change cannot be made
 */
export async function planChange(db: Db, change: RoadmapChange): Promise<PlannedChange | null> {
  const { current, edits, shown } = change;
  if (current.number !== shown) return null;
  const { outline, readAs } = current;
  const options = { ...readAs, untitled: outline.tree.title };
  const edited = await inTurns(editInSteps(current.source, edits, options));
  const { source, roadmap, was, merged } = edited;
  const match = await matchOf(db, current, edited);
  // The edits say what became of each topic, so nothing has to be guessed.
  const kept = new Set(was.values());
  const answers = new Map<string, readonly string[]>(
    outline.nodes.flatMap(({ topic: { key } }) => (kept.has(key) ? [] : [[key, []] as const])),
  );
  for (const [key, olds] of merged) for (const old of olds) answers.set(old, [key]);
  const plan: MatchedVersion = {
    roadmapId: outline.id,
    shown,
    before: outline,
    source,
    readAs,
    after: roadmap,
    known: new Map(),
    match,
  };
  return { ...change, plan, answers, sections: edited.sections };
}

/** New topics are compared with topics that had left the roadmap. Without new topics there is nothing to compare. */
async function matchOf(db: Db, { outline }: CurrentVersion, { roadmap, was, added }: Edited): Promise<Match> {
  if (added.length > 0) {
    const archived = await archivedTopics(db, outline.id);
    return inTurns(matchRoadmaps(outline.tree, roadmap, { archived, given: was }));
  }
  const sure = new Map([...was].map(([key, old]) => [old, key]));
  const gone = [...outline.byKey.keys()].filter((key) => !sure.has(key));
  const none = new Map<string, never>();
  return { sure, gone, added: [], returning: none, likely: none, replaced: none };
}

/**
 * Writes a planned change as a new version. Call it within a transaction. A roadmap that is not the owner's is copied
 * first; the copy has the same topics.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function writeChange(trx: Db, change: PlannedChange, actor: Actor): Promise<EditOutcome> {
  const { plan, answers, owner } = change;
  const { roadmapId } = plan;
  if (await isOwnedBy(trx, owner, roadmapId)) {
    const outcome = await applyVersion(trx, plan, answers, actor);
    return outcome.kind === 'applied' ? { ...outcome, roadmapId } : outcome;
  }
  if ((await ownRoadmaps(trx, owner)).length >= MOST_ROADMAPS) {
    await once(trx, actor.interactionId, actor.at);
    return { kind: 'too-many' };
  }
  const id = steadyId('roadmap', actor.interactionId);
  const copy = { id, owner, madeBy: actor.userId, at: actor.at };
  const outcome = await applyToCopy(trx, plan, answers, copy, actor);
  return outcome.kind === 'applied' ? { ...outcome, roadmapId: id } : outcome;
}

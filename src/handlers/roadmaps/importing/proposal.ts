import { DEFAULT_ROADMAP } from '../../../app.ts';
import type { Call } from '../../../discord/command.ts';
import { differenceOf, type Difference } from '../../../roadmap/matching/difference.ts';
import { compareSides } from '../../../roadmap/merging/compare.ts';
import { unmade } from '../../../roadmap/merging/merge.ts';
import type { Conflict } from '../../../roadmap/merging/wish.ts';
import { type Outline, outline } from '../../../roadmap/outline.ts';
import { inTurns, turn } from '../../../roadmap/in-turns.ts';
import { type Preview, previewInSteps } from '../../../roadmap/preview.ts';
import type { Reading } from '../../../roadmap/read.ts';
import { progressOf } from '../../../store/progress/progress.ts';
import type { WaitingImport } from '../../../store/roadmaps/imports.ts';
import { baseOf, type NamedRoadmap, ownRoadmaps } from '../../../store/roadmaps/owners.ts';
import { sidesOf } from '../../../store/roadmaps/sides.ts';
import { planVersion, type VersionPlan } from '../../../store/roadmaps/plan.ts';
import { storedRoadmap } from '../../../store/roadmaps/roadmaps.ts';
import { ownerOf } from './waiting.ts';

/** What an import would do if it were applied now. */
export interface Proposal {
  readonly waiting: WaitingImport;
  /** The roadmap that the import is now read as. */
  readonly after: Outline;
  readonly reading: Reading;
  /** The other way to read it. Null if that makes no difference. */
  readonly other: Reading | null;
  /** The roadmaps of which it could become a new version. */
  readonly targets: readonly NamedRoadmap[];
  /** Null if it becomes a new roadmap. */
  readonly version: {
    readonly plan: VersionPlan;
    readonly difference: Difference;
    /**
     * How many members have progress on each topic of the version in use. If the roadmap is a member's own, only that
     * member counts.
     */
    readonly members: ReadonlyMap<string, number>;
  } | null;
  /** For a copy that was merged with a newer version of the bundled roadmap: what is left to decide. */
  readonly merge: {
    readonly conflicts: readonly Conflict[];
    /** How many of the new version's changes could not be written into the copy's file. */
    readonly unmade: number;
  } | null;
}

/**
 * Reads an import and compares it with the version that it would replace. Nothing is written.
 * @param preview both readings, if the caller has them; reading a long file takes half a second
 */
export async function proposalFor(
  call: Call,
  waiting: WaitingImport,
  preview: Preview | null = null,
): Promise<Proposal> {
  const { db } = call.app;
  const { source, readAs, target, answers, guildId } = waiting;
  const { boxes, bullets } = preview ?? (await inTurns(previewInSteps(source, readAs)));
  const isBullets = readAs.bullets === true && bullets !== null;
  const reading = isBullets ? bullets : boxes;
  const other = isBullets ? boxes : bullets;
  await turn();
  const after = outline(target ?? waiting.id, reading.roadmap, waiting.known ?? new Map());
  await turn();
  const plan =
    target === null
      ? null
      : await planVersion(db, {
          roadmapId: target,
          source,
          roadmap: reading.roadmap,
          readAs,
          guildId,
          known: waiting.known ?? (await topicsOfBase(call, waiting)),
          current: await call.app.library.version(db, target),
        });
  await turn();
  const difference = plan && differenceOf(plan.before, after, plan.match, answers);
  await turn();
  return {
    waiting,
    after,
    reading,
    other: boxes.counts.bullets > 0 ? other : null,
    targets: await targetsFor(call, waiting),
    merge: await mergeOf(call, waiting, after),
    version: plan &&
      difference && {
        plan,
        difference,
        members: guildId === null ? await ownProgress(call, plan) : plan.members,
      },
  };
}

/** The owner's roadmaps and the one in use. If that one is bundled, its new version becomes the owner's copy. */
export async function targetsFor(
  call: Call,
  waiting: Pick<WaitingImport, 'guildId' | 'userId'>,
): Promise<readonly NamedRoadmap[]> {
  const { app, guild, member } = call;
  const own = await ownRoadmaps(app.db, ownerOf(waiting));
  const inUse = (waiting.guildId === null ? member.roadmapId : guild?.roadmapId) ?? DEFAULT_ROADMAP;
  if (own.some(({ id }) => id === inUse)) return own;
  const stored = await storedRoadmap(app.db, inUse);
  return stored === null ? own : [...own, { id: inUse, title: stored.title }];
}

async function mergeOf(
  { app }: Call,
  { target, known, baseRevision }: WaitingImport,
  after: Outline,
): Promise<Proposal['merge']> {
  const sides = target === null || known === null ? null : await sidesOf(app, target);
  // A version that came after the merge is offered by itself.
  if (sides === null || sides.number !== baseRevision) return null;
  return { conflicts: compareSides(after, sides).conflicts, unmade: unmade(after, sides) };
}

/** A member who changes their own roadmap must not learn about others' progress. */
async function ownProgress(call: Call, { roadmapId }: VersionPlan): Promise<ReadonlyMap<string, number>> {
  const progress = await progressOf(call.app.db, call.userId, roadmapId);
  return new Map([...progress].filter(([, { state }]) => state !== 'todo').map(([topicId]) => [topicId, 1]));
}

/** The topics of the bundled original. A copy that is updated from its original keeps the original's topic ids. */
async function topicsOfBase(
  { app }: Call,
  { target, baseRevision }: WaitingImport,
): Promise<ReadonlyMap<string, string>> {
  const base = target === null || baseRevision === null ? null : await baseOf(app.db, target);
  const current = base === null ? null : await app.library.version(app.db, base.id);
  if (current?.number !== baseRevision) return new Map();
  return new Map(current.outline.nodes.map(({ topic, id }) => [topic.key, id]));
}

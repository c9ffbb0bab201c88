import { DEFAULT_ROADMAP } from '../../../app.ts';
import type { Call } from '../../../discord/command.ts';
import { differenceOf, type Difference } from '../../../roadmap/matching/difference.ts';
import { type Outline, outline } from '../../../roadmap/outline.ts';
import { type Preview, previewRoadmap } from '../../../roadmap/preview.ts';
import type { Reading } from '../../../roadmap/read.ts';
import { progressOf } from '../../../store/progress/progress.ts';
import type { WaitingImport } from '../../../store/roadmaps/imports.ts';
import { currentVersion } from '../../../store/roadmaps/current.ts';
import { baseOf, type NamedRoadmap, ownRoadmaps } from '../../../store/roadmaps/owners.ts';
import { planVersion, type VersionPlan } from '../../../store/roadmaps/plan.ts';
import { storedRoadmap } from '../../../store/roadmaps/roadmaps.ts';
import { ownerOf } from './waiting.ts';

/** What would become of an import if it were applied now. */
export interface Proposal {
  readonly waiting: WaitingImport;
  /** As it is read by now, laid out. */
  readonly after: Outline;
  readonly reading: Reading;
  /** The other way to read it; null if that makes no difference. */
  readonly other: Reading | null;
  /** The roadmaps that it could become a version of. */
  readonly targets: readonly NamedRoadmap[];
  /** Null: it becomes a new roadmap. */
  readonly version: {
    readonly plan: VersionPlan;
    readonly difference: Difference;
    /** How many members have progress on a topic of the version in use; their own alone where nobody else is concerned. */
    readonly members: ReadonlyMap<string, number>;
  } | null;
}

/**
 * Reads an import and compares it with what it is to become a version of. Nothing is written.
 * @param preview both readings of it, where they are at hand: a long file takes half a second to read
 */
export async function proposalFor(
  call: Call,
  waiting: WaitingImport,
  preview: Preview = previewRoadmap(waiting.source, waiting.readAs),
): Promise<Proposal> {
  const { db } = call.app;
  const { source, readAs, target, answers, guildId } = waiting;
  const { boxes, bullets } = preview;
  const isBullets = readAs.bullets === true && bullets !== null;
  const reading = isBullets ? bullets : boxes;
  const other = isBullets ? boxes : bullets;
  const after = outline(target ?? waiting.id, reading.roadmap);
  const plan =
    target === null
      ? null
      : await planVersion(db, {
          roadmapId: target,
          source,
          roadmap: reading.roadmap,
          readAs,
          guildId,
          known: await topicsOfBase(call, waiting),
        });
  return {
    waiting,
    after,
    reading,
    other: boxes.counts.bullets > 0 ? other : null,
    targets: await targetsFor(call, waiting),
    version: plan && {
      plan,
      difference: differenceOf(plan.before, after, plan.match, answers),
      members: guildId === null ? await ownProgress(call, plan) : plan.members,
    },
  };
}

/**
 * Their own roadmaps, and the one in use: if that is bundled, a version of it becomes a copy of their own.
 */
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

/** Others' progress is nobody's business where somebody changes a roadmap of their own. */
async function ownProgress(call: Call, { roadmapId }: VersionPlan): Promise<ReadonlyMap<string, number>> {
  const progress = await progressOf(call.app.db, call.userId, roadmapId);
  return new Map([...progress].filter(([, { state }]) => state !== 'todo').map(([topicId]) => [topicId, 1]));
}

/** A version of a bundled roadmap has the topics that stand in that, for a copy of it as well. */
async function topicsOfBase(
  { app: { db } }: Call,
  { target, baseRevision }: WaitingImport,
): Promise<ReadonlyMap<string, string>> {
  const base = target === null || baseRevision === null ? null : await baseOf(db, target);
  const current = base === null ? null : await currentVersion(db, base.id);
  if (current?.number !== baseRevision) return new Map();
  return new Map(current.outline.nodes.map(({ topic, id }) => [topic.key, id]));
}

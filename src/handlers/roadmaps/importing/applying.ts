import { DEFAULT_ROADMAP } from '../../../app.ts';
import { type Answer, show } from '../../../discord/answer.ts';
import type { Call, PressCall } from '../../../discord/command.ts';
import { organiserGuild } from '../../../discord/permissions.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import { reschedule } from '../../../schedule/reschedule.ts';
import type { Outline } from '../../../roadmap/outline.ts';
import { changeGuild, guildOf } from '../../../store/members/guilds.ts';
import { changeMember, ensureMember, memberOf } from '../../../store/members/members.ts';
import { once } from '../../../store/once.ts';
import { importDone, progressOf } from '../../../store/progress/progress.ts';
import { type Accepted, acceptImport, MOST_ROADMAPS } from '../../../store/roadmaps/accepting.ts';
import { follow as keepFollowing } from '../../../store/roadmaps/followed.ts';
import { baseOf, isOwnedBy, type Owner } from '../../../store/roadmaps/owners.ts';
import { linkOfRoadmap } from '../../../store/roadmaps/links.ts';
import { membersByTopic } from '../../../store/roadmaps/plan.ts';
import type { LoadedRoadmap } from '../../../store/roadmaps/library.ts';
import type { Db } from '../../../store/schema.ts';
import { tickedInFile } from '../../../study/topics/actions.ts';
import { carriedNumber } from '../../../view/custom-id.ts';
import { outdatedView } from '../../../view/failure.ts';
import {
  followedView,
  importAppliedView,
  ticksTakenView,
  tooManyRoadmapsView,
} from '../../../view/roadmaps/importing/answers.ts';
import { isAsShown, meanwhile, showImport, showProposal } from './preview.ts';
import { type Proposal, proposalFor } from './proposal.ts';
import { ownerOf, waitingImport } from './waiting.ts';
import { write } from '../../../store/write.ts';
import { roadmapTitle } from '../../../view/roadmaps/title.ts';

/**
 * Applies an import if neither it nor the version that it was compared with has changed since it was shown. Otherwise
 * the present comparison is shown, and nothing is changed.
 */
export async function applyImport(call: PressCall): Promise<Answer> {
  const [id, step, shown] = call.args;
  const waiting = await waitingImport(call, id);
  const proposal = await proposalFor(call, waiting);
  const { version, after } = proposal;
  const isSame = isAsShown(waiting, step) && argument(carriedNumber, shown) === (version?.plan.shown ?? 0);
  if (!isSame || after.nodes.length === 0) return showProposal(call, proposal, meanwhile);
  return applyWaiting(call, proposal);
}

/** Applies an import as it was shown. */
export async function applyWaiting(call: Call, proposal: Proposal): Promise<Answer> {
  const { waiting, reading, version } = proposal;
  const { accepted, isInUse } = await write(call.app.db, async (trx) => {
    const owner = ownerOf(waiting);
    const what = { roadmap: reading.roadmap, plan: version?.plan ?? null, owner };
    const outcome = await acceptImport(trx, waiting, what, call.actor);
    return {
      accepted: outcome,
      isInUse: outcome.kind === 'applied' && (await use(trx, call, owner, outcome)),
    };
  });
  if (accepted.kind === 'too-many') {
    throw new Refusal((words) => tooManyRoadmapsView(words, MOST_ROADMAPS));
  }
  if (accepted.kind !== 'applied') return showImport(call, await waitingImport(call, waiting.id), meanwhile);
  const { roadmapId, number } = accepted;
  await call.app.library.shelve(call.app.db, roadmapId, { number, tree: reading.roadmap });
  const roadmap = await loaded(call, roadmapId);
  const open = version?.difference.open.length ?? 0;
  // The ticks of a link that is read again and again were asked about when they came.
  const isAskedOfTicks = waiting.link === null || hasNewTicks(roadmap, version?.plan.before);
  return show(
    importAppliedView(call.words, {
      roadmapId: accepted.roadmapId,
      title: nameOf(roadmap),
      topics: roadmap.nodes.length,
      isInUse,
      isForServer: waiting.guildId !== null,
      isNew: accepted.isNew,
      ticked: isAskedOfTicks ? (await ticksToTake(call, roadmap)).length : 0,
      open,
      mayWatch:
        waiting.link !== null && (await linkOfRoadmap(call.app.db, accepted.roadmapId))?.watched === false,
    }),
  );
}

/** Makes the ticks in a roadmap's file the member's own progress. */
export async function takeTicks(call: PressCall): Promise<Answer> {
  const roadmap = await reachable(call, call.args[0]);
  const ticked = await ticksToTake(call, roadmap);
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    await ensureMember(trx, call.userId, call.now);
    await importDone(trx, call.userId, ticked, call.now);
  });
  return show(ticksTakenView(call.words, ticked.length));
}

/** Makes the group or the member follow a roadmap of their own. */
export async function followImported(call: PressCall): Promise<Answer> {
  const roadmap = await reachable(call, call.args[0]);
  const isForServer = !(await isOwnedBy(call.app.db, { userId: call.userId }, roadmap.id));
  const owner: Owner = isForServer ? { guildId: organiserGuild(call) } : { userId: call.userId };
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    // The roadmap before stays among those that are followed.
    await keepFollowing(trx, owner, await followedBy(trx, owner), call.now);
    await follow(trx, owner, roadmap.id, call.now);
  });
  return show(followedView(call.words, nameOf(roadmap), isForServer));
}

/**
 * Makes the owner follow a new roadmap at once, if that takes nothing away. A copy replaces its original. A new
 * roadmap replaces one on which nobody has begun. In other cases the answer has a button to follow it.
 * @returns whether it is followed now
 */
async function use(
  trx: Db,
  { now }: Call,
  owner: Owner,
  { roadmapId, isNew }: Extract<Accepted, { kind: 'applied' }>,
): Promise<boolean> {
  const inUse = await followedBy(trx, owner);
  if (!isNew) return inUse === roadmapId;
  if (await isOwnedBy(trx, owner, inUse)) return false;
  const isCopy = (await baseOf(trx, roadmapId))?.id === inUse;
  if (!isCopy && (await isStudied(trx, owner, inUse))) return false;
  await follow(trx, owner, roadmapId, now);
  return true;
}

/** Whether the member, or anybody in the guild, has begun something on a roadmap. */
async function isStudied(db: Db, owner: Owner, roadmapId: string): Promise<boolean> {
  if ('userId' in owner) return (await progressOf(db, owner.userId, roadmapId)).size > 0;
  return (await membersByTopic(db, roadmapId, owner.guildId)).size > 0;
}

async function followedBy(db: Db, owner: Owner): Promise<string> {
  const follower = 'guildId' in owner ? await guildOf(db, owner.guildId) : await memberOf(db, owner.userId);
  return follower?.roadmapId ?? DEFAULT_ROADMAP;
}

/** Makes the owner of a roadmap follow it. Call it within a transaction. */
export async function follow(trx: Db, owner: Owner, roadmapId: string, now: number): Promise<void> {
  if ('userId' in owner) return changeMember(trx, owner.userId, { roadmapId }, now);
  await changeGuild(trx, owner.guildId, { roadmapId });
  const guild = await guildOf(trx, owner.guildId);
  if (guild !== null) await reschedule(trx, guild, now);
}

/** Whether the file has a tick that it did not have in the version before. */
function hasNewTicks(roadmap: LoadedRoadmap, before: Outline | undefined): boolean {
  return tickedInFile(roadmap).some(({ id }) => before?.byId.get(id)?.topic.ticked !== true);
}

async function ticksToTake({ app, userId }: Call, roadmap: LoadedRoadmap): Promise<readonly string[]> {
  const progress = await progressOf(app.db, userId, roadmap.id);
  return tickedInFile(roadmap)
    .map(({ id }) => id)
    .filter((id) => !progress.has(id));
}

/**
 * The roadmap that a button names, if the person may reach it: their own, their server's, or one that they follow
 * here.
 * @throws Refusal for any other
 */
async function reachable(call: Call, id = ''): Promise<LoadedRoadmap> {
  const { guildId, userId, app } = call;
  const isTheirs =
    id === call.roadmap.id ||
    (await isOwnedBy(app.db, { userId }, id)) ||
    (guildId !== null && (await isOwnedBy(app.db, { guildId }, id)));
  if (!isTheirs) throw new Refusal(outdatedView);
  return loaded(call, id);
}

async function loaded({ app }: Call, id: string): Promise<LoadedRoadmap> {
  const roadmap = await app.library.roadmap(app.db, id);
  if (roadmap === null) throw new Refusal(outdatedView);
  return roadmap;
}

function nameOf(roadmap: LoadedRoadmap): string {
  return roadmapTitle(roadmap.tree.title, 100);
}

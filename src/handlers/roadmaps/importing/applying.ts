import { DEFAULT_ROADMAP } from '../../../app.ts';
import { type Answer, show } from '../../../discord/answer.ts';
import type { Call, PressCall } from '../../../discord/command.ts';
import { organiserGuild } from '../../../discord/permissions.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import { claimFollowing, type News, tellGroup } from '../../../schedule/following.ts';
import { reschedule } from '../../../schedule/reschedule.ts';
import type { Outline, TopicNode } from '../../../roadmap/outline.ts';
import { changeGuild, guildOf, isSetUp } from '../../../store/members/guilds.ts';
import { changeMember, memberOf } from '../../../store/members/members.ts';
import { once } from '../../../store/once.ts';
import { importDone, progressOf } from '../../../store/progress/progress.ts';
import { type Accepted, acceptImport, MOST_ROADMAPS } from '../../../store/roadmaps/accepting.ts';
import { follow as keepFollowing, followedBy as followedHere } from '../../../store/roadmaps/followed.ts';
import { baseOf, isOwnedBy, type Owner } from '../../../store/roadmaps/owners.ts';
import { linkOfRoadmap } from '../../../store/roadmaps/links.ts';
import { membersByTopic } from '../../../store/roadmaps/plan.ts';
import type { LoadedRoadmap } from '../../../store/roadmaps/library.ts';
import type { Db } from '../../../store/schema.ts';
import { tickedInFile } from '../../../study/topics/actions.ts';
import { tally } from '../../../study/topics/status.ts';
import { carriedNumber } from '../../../view/custom-id.ts';
import { outdatedView } from '../../../view/failure.ts';
import { importAppliedView, tooManyRoadmapsView } from '../../../view/roadmaps/importing/answers.ts';
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
  const owner = ownerOf(waiting);
  const { accepted, inUse } = await write(call.app.db, async (trx) => {
    const what = { roadmap: reading.roadmap, plan: version?.plan ?? null, owner };
    const outcome = await acceptImport(trx, waiting, what, call.actor);
    return {
      accepted: outcome,
      inUse: outcome.kind === 'applied' ? await use(trx, call, owner, outcome) : NOT_USED,
    };
  });
  if (accepted.kind === 'too-many') {
    throw new Refusal((words) => tooManyRoadmapsView(words, MOST_ROADMAPS));
  }
  if (accepted.kind !== 'applied') return showImport(call, await waitingImport(call, waiting.id), meanwhile);
  const { roadmapId, number, isNew } = accepted;
  await call.app.library.shelve(call.app.db, roadmapId, { number, tree: reading.roadmap });
  const roadmap = await loaded(call, roadmapId);
  const open = version?.difference.open.length ?? 0;
  // The ticks of a link that is read again and again were asked about when they came.
  const isAskedOfTicks = waiting.link === null || hasNewTicks(roadmap, version?.plan.before);
  const say = call.words.importing;
  const size = call.words.topics(tally(roadmap, new Map()).total);
  const made = (isNew ? say.madeNew : say.madeVersion)(nameOf(roadmap), size);
  const told = await tellOf(call, inUse.news);
  const follows = inUse.is && isNew ? [...saidToFollow(call, owner), ...told] : [];
  return applied(call, roadmap, {
    said: [made, ...follows, ...(isNew ? [] : [say.undoHint])],
    owner,
    open,
    isAskedOfTicks,
    mayWatch: waiting.link !== null && (await linkOfRoadmap(call.app.db, roadmapId))?.watched === false,
  });
}

/** The result of a step of an import, with the steps that are left. */
async function applied(
  call: Call,
  roadmap: LoadedRoadmap,
  of: {
    readonly said: readonly string[];
    readonly owner: Owner;
    readonly open?: number;
    readonly isAskedOfTicks?: boolean;
    readonly mayWatch?: boolean;
    /** The interaction whose effect *Undo* takes back; null if there is none. */
    readonly undo?: string | null;
  },
): Promise<Answer> {
  const { said, owner, open = 0, isAskedOfTicks = true, mayWatch = false, undo = null } = of;
  const guild = 'guildId' in owner ? await guildOf(call.app.db, owner.guildId) : null;
  const inUse = await followedBy(call.app.db, owner);
  const isInUse = inUse === roadmap.id;
  const other = isInUse ? null : await call.app.library.roadmap(call.app.db, inUse, call.words.locale);
  const groups = isInUse ? await groupsInstead(call, owner, roadmap.id) : null;
  return show(
    importAppliedView(call.words, {
      roadmapId: roadmap.id,
      said,
      isInUse,
      still: other && nameOf(other),
      picks: groups === null ? null : { own: nameOf(roadmap), groups },
      isForServer: 'guildId' in owner,
      isUnset: 'guildId' in owner && isInUse && (guild === null || !isSetUp(guild)),
      ticked: isAskedOfTicks ? await ticksToTake(call, roadmap) : [],
      open,
      mayWatch,
      undo,
    }),
  );
}

/** The group's roadmap that comes first here, although the member has another main roadmap; null if theirs does. */
async function groupsInstead(
  { app, guild, guildId, userId, words }: Call,
  owner: Owner,
  ownId: string,
): Promise<string | null> {
  if (guildId === null || 'guildId' in owner) return null;
  const defaults = { guild: guild?.roadmapId ?? null, member: ownId };
  const [usual] = await followedHere(app.db, { userId, guildId }, defaults);
  if (usual === undefined || usual.id === ownId) return null;
  const first = await app.library.roadmap(app.db, usual.id, words.locale, usual.revision);
  return first && nameOf(first);
}

function saidToFollow({ words: { importing } }: Call, owner: Owner): readonly string[] {
  return ['guildId' in owner ? importing.groupFollows : importing.youFollow];
}

/** Makes the ticks in a roadmap's file the member's own progress. */
export async function takeTicks(call: PressCall): Promise<Answer> {
  const roadmap = await reachable(call, call.args[0]);
  const ticked = await ticksToTake(call, roadmap);
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    await importDone(
      trx,
      call.actor,
      ticked.map(({ id }) => id),
    );
  });
  const { importing: say, topics } = call.words;
  return applied(call, roadmap, {
    said: [ticked.length > 0 ? say.tookTicks(topics(ticked.length)) : say.noTicksLeft],
    owner: await ownerOfImported(call, roadmap),
    undo: ticked.length > 0 ? call.actor.interactionId : null,
  });
}

/** Makes the group or the member follow a roadmap of their own. If they do already, nothing changes. */
export async function followImported(call: PressCall): Promise<Answer> {
  const roadmap = await reachable(call, call.args[0]);
  const owner = await ownerOfImported(call, roadmap);
  if ('guildId' in owner) organiserGuild(call);
  const news = await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    const before = await followedBy(trx, owner);
    if (before === roadmap.id) return null;
    // The roadmap before stays among those that are followed.
    await keepFollowing(trx, owner, before, call.now);
    await follow(trx, owner, roadmap.id, call.now);
    return 'guildId' in owner ? claimFollowing(trx, owner.guildId, call.now) : null;
  });
  const told = await tellOf(call, news);
  return applied(call, roadmap, { said: [...saidToFollow(call, owner), ...told], owner });
}

async function ownerOfImported({ app, userId, guildId }: Call, { id }: LoadedRoadmap): Promise<Owner> {
  const isServers = guildId !== null && (await isOwnedBy(app.db, { guildId }, id));
  return isServers ? { guildId } : { userId };
}

/**
 * Makes the owner follow a new roadmap at once, if that takes nothing away. A copy replaces its original. A new
 * roadmap replaces one on which nobody has begun. In other cases the answer has a button to follow it.
 * @returns whether it is followed now, and the news for a group
 */
async function use(
  trx: Db,
  { now }: Call,
  owner: Owner,
  { roadmapId, isNew }: Extract<Accepted, { kind: 'applied' }>,
): Promise<Use> {
  const inUse = await followedBy(trx, owner);
  if (!isNew) return { is: inUse === roadmapId, news: null };
  if (await isOwnedBy(trx, owner, inUse)) return NOT_USED;
  const isCopy = (await baseOf(trx, roadmapId))?.id === inUse;
  if (!isCopy && (await isStudied(trx, owner, inUse))) return NOT_USED;
  await follow(trx, owner, roadmapId, now);
  // For the group, a copy is the same roadmap.
  const isNews = 'guildId' in owner && !isCopy;
  return { is: true, news: isNews ? await claimFollowing(trx, owner.guildId, now) : null };
}

/** Whether an imported roadmap is in use, and the news of it that its group has not been sent yet. */
interface Use {
  readonly is: boolean;
  readonly news: News | null;
}

const NOT_USED: Use = { is: false, news: null };

/** Sends the news to the group, if there are any. It says so only if they arrived, because the channel may be closed. */
async function tellOf({ app, words, now }: Call, news: News | null): Promise<readonly string[]> {
  if (news === null) return [];
  const isTold = await tellGroup(app, news.guild, news, now);
  return !isTold ? [] : [words.importing.told(`<#${news.delivery.channelId}>`)];
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

async function ticksToTake({ app, userId }: Call, roadmap: LoadedRoadmap): Promise<readonly TopicNode[]> {
  const progress = await progressOf(app.db, userId, roadmap.id);
  return tickedInFile(roadmap).filter(({ id }) => !progress.has(id));
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

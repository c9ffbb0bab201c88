import { OutboxError } from '../../discord/outbox.ts';
import { guildOf } from '../../store/members/guilds.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { logAct } from '../../store/progress/activities.ts';
import { type Proof, removeProof } from '../../store/proofs/proofs.ts';
import { storedTopic } from '../../store/roadmaps/roadmaps.ts';
import { topicFor } from '../../store/roadmaps/topic-for.ts';
import { takedownOf } from '../../store/moderation/takedowns.ts';
import { inline } from '../../view/escape.ts';
import {
  beginShare,
  endShare,
  placeShare,
  shareOf,
  sharesOf,
  withdrawShare,
} from '../../store/proofs/shares.ts';
import { type ShownWork, shownWork } from '../../store/proofs/shown-work.ts';
import { tellsAuthor } from '../../store/proofs/telling.ts';
import { steadyId } from '../../store/steady-id.ts';
import { provesByItself } from '../../study/proofs/proof.ts';
import { postBody } from '../../view/post-body.ts';
import {
  joinFirstView,
  refusedView,
  sharedBeforeView,
  sharedView,
  type TellingChoice,
  withdrawnView,
} from '../../view/proofs/shared-work.ts';
import type { Words } from '../../words/index.ts';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { openTalk, refreshPost } from './group-posts.ts';
import { withNames } from '../../discord/names.ts';
import { editPost, messageUrl, type Posted } from '../../discord/posts.ts';
import { lackingForThreads } from '../../discord/threads.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { channelProblem, type NeededPermission } from '../../discord/channel-access.ts';
import { Refusal } from '../../discord/refusal.ts';
import { noLongerShared, postOf } from './shared-work.ts';

/** Who shares or takes back their work, and where; however they asked for it. */
export type Sharer = Omit<Call, 'interaction'>;

/**
 * Shows one's own work to the group, in its study channel or else where one is, and opens a thread if others have a say
 * in it. Work that is shown already is brought up to date; a post that was deleted is made anew, and what was said of it
 * stays.
 * @throws Refusal with what is missing; nothing is shared then
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function shareWork(call: Sharer, proof: Proof): Promise<Answer> {
  const { app, words, userId } = call;
  const guildId = memberGuild(call);
  if (proof.userId !== userId) throw noLongerShared();
  if (!(await hasJoined(app.db, guildId, userId))) {
    throw new Refusal((own) => joinFirstView(own, own.shared.joinToShare));
  }
  await demandChanged(call, guildId, proof);
  const stored = await shareOf(app.db, proof.id, guildId);
  const before = await shownWork(app, proof.id, guildId);
  if (before?.share.post && (await refreshPost(app, proof.id, guildId)) !== 'gone') {
    return show(
      sharedBeforeView(words, messageUrl(guildId, before.share.post), await tellingOf(app, before)),
    );
  }
  const channelId = call.guild?.channelId ?? call.channelId;
  demandChannel(call, guildId, channelId);
  const isNew = await beginShare(app.db, call.actor, proof.id, guildId);
  const shown = await shownWork(app, proof.id, guildId);
  if (shown === null) throw noLongerShared();
  let post: Posted;
  try {
    const body = postBody(await withNames(app, guildId, await postOf(app, shown)));
    const nonce = postNonce(proof.id, guildId, stored?.post ?? null);
    post = { channelId, ...(await app.outbox.send(channelId, body, nonce)) };
  } catch (error) {
    if (isNew && stored === null) await endShare(app.db, proof.id, guildId);
    else if (isNew) await withdrawShare(app.db, proof.id, guildId, call.now);
    throw error instanceof OutboxError ? refusalFor(error, channelId) : error;
  }
  // Others have nothing to say of what counts by itself: there is no talk to open a thread for.
  const isTalkedAbout = !provesByItself(proof.method);
  const threadId = isTalkedAbout ? await openTalk(app, guildId, post, shown.node.topic.title) : null;
  await placeShare(app.db, shown.share, { post, threadId });
  await logAct(app.db, call.actor, 'share', proof.topicId);
  const trouble = isTalkedAbout ? threadTrouble(call, guildId, channelId) : null;
  const needed = isTalkedAbout ? shown.needed : null;
  return show(
    sharedView(words, messageUrl(guildId, post), { needed, trouble, telling: await tellingOf(app, shown) }),
  );
}

/** Whether the author is told of answers; null where others have none to give. */
async function tellingOf({ db }: Sharer['app'], { proof, guild }: ShownWork): Promise<TellingChoice | null> {
  if (provesByItself(proof.method)) return null;
  return { proofId: proof.id, isOn: await tellsAuthor(db, proof.id, guild.id) };
}

/** @throws Refusal for what organisers took down, as long as its author has not changed it since */
async function demandChanged({ app }: Sharer, guildId: string, proof: Proof): Promise<void> {
  const taken = await takedownOf(app.db, proof.id, guildId);
  if (taken === null || proof.updatedAt > taken.at) return;
  throw new Refusal((words) => refusedView(words.moderation.changeFirst(inline(taken.reason))));
}

/** Asked for twice at once, it is the same post; in place of one that was deleted, it is another. */
function postNonce(proofId: string, guildId: string, before: Posted | null): string {
  return steadyId(proofId, guildId, before?.messageId ?? null);
}

/** What can be known beforehand: Discord counts requests that it has to refuse. */
function demandChannel(call: Sharer, guildId: string, channelId: string): void {
  const problem = channelProblem(call.app.client, guildId, channelId);
  const isChosen = channelId === call.guild?.channelId;
  // The channel may be a thread, which the bot does not know beforehand: so it simply tries.
  if (problem?.kind === 'gone' && isChosen)
    throw new Refusal((words) => refusedView(words.shared.channelGone));
  if (problem?.kind !== 'lacks') return;
  const lacking = problem.permissions.filter((name) => name === 'ViewChannel' || name === 'SendMessages');
  if (lacking.length > 0) throw new Refusal((words) => refusedView(cannotPost(words, channelId, lacking)));
}

function refusalFor({ reason }: OutboxError, channelId: string): Refusal {
  const say = (words: Words): string =>
    ({
      gone: words.shared.channelGone,
      forbidden: cannotPost(words, channelId, ['SendMessages']),
      'no-access': cannotPost(words, channelId, ['ViewChannel']),
      unavailable: words.shared.cannotNow,
      'too-fast': words.shared.cannotNow,
      'lost-sight': words.shared.cannotNow,
    })[reason];
  return new Refusal((words) => refusedView(say(words)));
}

function cannotPost(words: Words, channelId: string, lacking: readonly NeededPermission[]): string {
  return words.shared.cannotPost(`<#${channelId}>`, permissionNames(words, lacking));
}

function threadTrouble({ app, words }: Sharer, guildId: string, channelId: string): string | null {
  const lacking = lackingForThreads(app.client, guildId, channelId);
  if (lacking === null) return words.shared.noThreadHere;
  if (lacking.length === 0) return null;
  return words.shared.noThread(`<#${channelId}>`, permissionNames(words, lacking));
}

function permissionNames(words: Words, permissions: readonly NeededPermission[]): string {
  return words.list(permissions.map((name) => `*${words.permission[name]}*`));
}

/** Brings every post of a piece of work up to date, after its author has changed it. */
export async function refreshShared({ app }: Sharer, proofId: string): Promise<void> {
  for (const { guildId } of await sharesOf(app.db, proofId)) await refreshPost(app, proofId, guildId);
}

/**
 * Removes one's own work. All that others said of it goes with it, and each post says that it was withdrawn; threads
 * are left to those who talk there.
 * @returns whether there was such work of theirs
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function removeWork(call: Sharer, proof: Proof): Promise<boolean> {
  const { app, actor } = call;
  const shares = await sharesOf(app.db, proof.id);
  if (!(await removeProof(app.db, actor, proof.id))) return false;
  for (const { guildId, post } of shares) {
    const guild = await guildOf(app.db, guildId);
    if (post === null || guild === null) continue;
    const topic = await topicFor(app, proof.topicId, guild.locale);
    const named = topic?.topic.title ?? (await storedTopic(app.db, proof.topicId))?.title ?? '';
    await editPost(app, guildId, post, withdrawnView(app.wordsFor(guild.locale), proof, named));
  }
  return true;
}

import { OutboxError } from '../../discord/outbox-error.ts';
import { guildOf } from '../../store/members/guilds.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { logAct } from '../../store/progress/log-activity.ts';
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
import { notifiesAuthor } from '../../store/proofs/notifications.ts';
import { steadyId } from '../../store/steady-id.ts';
import { provesByItself } from '../../study/proofs/proof.ts';
import { postBody } from '../../view/post-body.ts';
import {
  joinFirstView,
  refusedView,
  sharedBeforeView,
  sharedView,
  type NotificationChoice,
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

/** The person who shares or withdraws their work, and the place, for any kind of interaction. */
export type Sharer = Omit<Call, 'interaction'>;

/**
 * Shows the member's work to the group: in its study channel, or where the member is if there is none. Opens a thread
 * if others can judge the work. Work that is already shown is updated. If its post was deleted, a new one is made,
 * and the group's answers are kept.
 * @throws Refusal with what is missing; then nothing is shown
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
      sharedBeforeView(words, messageUrl(guildId, before.share.post), await notificationsOf(app, before)),
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
  // A method that counts by itself needs no thread, because others cannot judge it.
  const isTalkedAbout = !provesByItself(proof.method);
  const threadId = isTalkedAbout ? await openTalk(app, guildId, post, shown.node.topic.title) : null;
  await placeShare(app.db, shown.share, { post, threadId });
  await logAct(app.db, call.actor, 'share', proof.topicId);
  const trouble = isTalkedAbout ? threadTrouble(call, guildId, channelId) : null;
  const by = proof.method === 'tez' ? 'readers' : 'listeners';
  return show(
    sharedView(words, messageUrl(guildId, post), {
      judged: isTalkedAbout ? { by, needed: shown.needed } : null,
      trouble,
      notifications: await notificationsOf(app, shown),
    }),
  );
}

/** Whether the author is told of answers. Null if others cannot answer this work. */
async function notificationsOf(
  { db }: Sharer['app'],
  { proof, guild }: ShownWork,
): Promise<NotificationChoice | null> {
  if (provesByItself(proof.method)) return null;
  return { proofId: proof.id, isOn: await notifiesAuthor(db, proof.id, guild.id) };
}

/** @throws Refusal if organisers took the work down, and its author has not changed it since */
async function demandChanged({ app }: Sharer, guildId: string, proof: Proof): Promise<void> {
  const taken = await takedownOf(app.db, proof.id, guildId);
  if (taken === null || proof.updatedAt > taken.at) return;
  throw new Refusal((words) => refusedView(words.moderation.changeFirst(inline(taken.reason))));
}

/**
 * If the work is shared twice at once, both have the same nonce and give one post. After a deleted post the nonce is
 * another one.
 */
function postNonce(proofId: string, guildId: string, before: Posted | null): string {
  return steadyId(proofId, guildId, before?.messageId ?? null);
}

/** Checks the channel before posting, because Discord counts refused requests against the bot. */
function demandChannel(call: Sharer, guildId: string, channelId: string): void {
  const problem = channelProblem(call.app.client, guildId, channelId);
  const isChosen = channelId === call.guild?.channelId;
  // The channel may be a thread, about which the bot knows nothing. It then just tries to post.
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

/** Updates every post of a piece of work after its author has changed it. */
export async function refreshShared({ app }: Sharer, proofId: string): Promise<void> {
  for (const { guildId } of await sharesOf(app.db, proofId)) await refreshPost(app, proofId, guildId);
}

/**
 * Removes the member's own work, with everything that others answered. Each post then says that the work was
 * withdrawn. Threads stay, because people may still talk there.
 * @returns whether the member had such work
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

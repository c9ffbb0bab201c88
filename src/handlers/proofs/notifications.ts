import type { App } from '../../app.ts';
import { type Answer, show, tell } from '../../discord/answer.ts';
import type { PressCall } from '../../discord/command.ts';
import { messageUrl } from '../../discord/posts.ts';
import { Refusal } from '../../discord/refusal.ts';
import { METHODS } from '../../roadmap/roadmap.ts';
import { memberOf } from '../../store/members/members.ts';
import type { ShownWork } from '../../store/proofs/shown-work.ts';
import { claimNotification, setNotifications } from '../../store/proofs/notifications.ts';
import { allowPing, pinged } from '../../store/members/pings.ts';
import type { Pinged } from '../../study/pings.ts';
import { steadyId } from '../../store/steady-id.ts';
import { clearMessage, agreedMessage } from '../../view/proofs/answers.ts';
import { refusedView, sharedBeforeView, notificationsSetView } from '../../view/proofs/shared-work.ts';
import { stageReached } from '../../view/teach-back/thesis.ts';
import { postBeside, sayAbout } from './group-posts.ts';
import { noLongerShared, shownHere } from './shared-work.ts';

type NotifyingApp = Pick<App, 'client' | 'db' | 'library' | 'log' | 'now' | 'outbox' | 'wordsFor'>;

/** Turns *Tell me of answers* on or off. Only the author of the work can. */
export async function switchNotifications(
  call: PressCall,
  proofId: string | undefined,
  isOn: boolean,
): Promise<Answer> {
  const { app, actor, words, userId, interaction } = call;
  const { proof, share, guild } = await shownHere(call, proofId, ...METHODS);
  if (proof.userId !== userId) throw new Refusal((own) => refusedView(own.shared.onlyAuthor));
  if (share.post === null) throw noLongerShared();
  await setNotifications(app.db, actor, { proofId: proof.id, guildId: guild.id }, isOn);
  if (isOn) await allowPing(app.db, userId, 'answers');
  // Everybody sees the post and the thread, so only the author gets this answer.
  const isPublic =
    interaction.message.channelId === share.threadId || interaction.message.id === share.post.messageId;
  if (isPublic) return tell(notificationsSetView(words, proof.id, isOn));
  return show(sharedBeforeView(words, messageUrl(guild.id, share.post), { proofId: proof.id, isOn }));
}

/**
 * The people whom a message about a piece of work notifies: its author, unless they have turned that off or were notified
 * within the last hour.
 */
export async function authorToPing(
  { db }: NotifyingApp,
  { proof, guild }: ShownWork,
  now: number,
): Promise<Pinged> {
  const author = await pinged(db, 'answers', [proof.userId]);
  const isNow = author.userIds.length > 0 && (await claimNotification(db, proof.id, guild.id, now));
  return isNow ? author : { ...author, userIds: [] };
}

/**
 * Tells the author in the thread that one more person finds their explanation clear. If the author is not to be
 * notified, the post alone shows it.
 */
export async function notifyOfClear(
  app: NotifyingApp,
  shown: ShownWork,
  readerId: string,
  { now, nonce }: { readonly now: number; readonly nonce: string },
): Promise<void> {
  const called = await authorToPing(app, shown, now);
  if (called.userIds.length === 0) return;
  await sayAbout(app, shown, clearMessage(app.wordsFor(shown.guild.locale), shown, readerId), nonce, called);
}

/**
 * Celebrates newly proven work in the channel where the group studies. If its author does not show their topics, it
 * is only mentioned where the work is discussed.
 * @param voices ids of the users who agreed
 */
export async function celebrate(
  app: NotifyingApp,
  shown: ShownWork,
  voices: readonly string[],
): Promise<void> {
  const { proof, guild, share, node } = shown;
  if (share.post === null) return;
  const words = app.wordsFor(guild.locale);
  const message =
    node.topic.stage?.kind === 'tez'
      ? stageReached(words, shown, voices)
      : agreedMessage(words, shown, voices, messageUrl(guild.id, share.post));
  const nonce = steadyId(proof.id, guild.id, 'proven');
  const { showTopics } = await memberOf(app.db, proof.userId);
  if (showTopics) await postBeside(app, shown, message, nonce);
  else await sayAbout(app, shown, message, nonce);
}

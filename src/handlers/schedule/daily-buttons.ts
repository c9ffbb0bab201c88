import { type Answer, refresh, tell } from '../../discord/answer.ts';
import { groupRoadmap } from '../../discord/call.ts';
import type { PressCall } from '../../discord/command.ts';
import { roleThere } from '../../discord/channel-access.ts';
import { Refusal } from '../../discord/refusal.ts';
import { openThread, ThreadError } from '../../discord/threads.ts';
import { THREAD_REST } from '../../discord/thread-limits.ts';
import { dailyMessage } from '../../schedule/posts/daily.ts';
import type { Guild } from '../../store/members/guilds.ts';
import { join } from '../../store/members/memberships.ts';
import { once } from '../../store/once.ts';
import { recordWithin } from '../../store/progress/progress.ts';
import { type Delivery, deliveryOf } from '../../store/schedule/deliveries.ts';
import type { Message } from '../../view/components.ts';
import { outdatedView } from '../../view/failure.ts';
import { discussionView, noThreadView } from '../../view/schedule/discussion.ts';
import { calling } from '../../view/post-body.ts';
import { ownPicks } from '../suggestions/today.ts';
import { resultOf } from '../topics/result.ts';
import { topicWithId } from '../topics/named.ts';
import { write } from '../../store/write.ts';

/**
 * Starts or finishes the topic of the day for everybody to see. A member who starts it also joins the group, and the
 * post shows their name at once.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function takePart(
  call: PressCall,
  action: 'start' | 'done',
  deliveryId: string | undefined,
  topicId: string | undefined,
): Promise<Answer> {
  const { app, userId, now, actor } = call;
  const post = await postPressed(call, deliveryId);
  const node = topicWithId(call, topicId);
  const changed = await write(app.db, async (trx) => {
    await once(trx, actor.interactionId, now);
    if (action === 'start') await join(trx, post.guild.id, userId, now);
    return recordWithin(trx, actor, [{ topicId: node.id, action }]);
  });
  const result = await resultOf(call, node, action, changed.length > 0);
  const message = await postNow(call, post);
  return message === null ? tell(result) : refresh(message, result);
}

/** A daily post as it is now, with the role that it notifies; null if its topics are gone. */
async function postNow(
  { app, now }: PressCall,
  { delivery, guild }: Awaited<ReturnType<typeof postPressed>>,
): Promise<Message | null> {
  const message = await dailyMessage(app, guild, delivery.content, delivery.id, now);
  if (message === null) return null;
  return calling(message, delivery.pings ? roleThere(app.client, guild.id, guild.roleId) : null);
}

/**
 * The member's own picks of today, for them only. A daily post, in whose list they were chosen, is shown anew, because
 * Discord keeps what was chosen from a list and does not offer it again.
 */
export async function showMyPicks(call: PressCall, deliveryId: string | undefined): Promise<Answer> {
  const picks = await ownPicks(call);
  const delivery = await deliveryOf(call.app.db, deliveryId ?? '');
  if (delivery?.kind !== 'daily' || !call.interaction.isStringSelectMenu()) return tell(picks);
  const message = await postNow(call, await postPressed(call, deliveryId));
  return message === null ? tell(picks) : refresh(message, picks);
}

/**
 * Leads to the thread of a post. The first member who asks for the thread opens it.
 * @throws Refusal if the bot may not open one, or the post no longer exists
 */
export async function discuss(
  call: PressCall,
  deliveryId: string | undefined,
  topicId: string | undefined,
): Promise<Answer> {
  const { app, words, interaction } = call;
  const { guild } = await postPressed(call, deliveryId);
  const node = topicWithId(call, topicId);
  const { title: name } = ((await groupRoadmap(call)).byId.get(node.id) ?? node).topic;
  const { id: messageId, channelId } = interaction.message;
  try {
    const post = { channelId, messageId };
    const threadId = await openThread(app.client, guild.id, post, { name, rest: THREAD_REST.threeDays });
    return tell(discussionView(words, threadId));
  } catch (error) {
    if (!(error instanceof ThreadError) || error.reason === 'refused') throw error;
    throw new Refusal(error.reason === 'forbidden' ? noThreadView : outdatedView);
  }
}

/** @throws Refusal if the message that was pressed on is not a post of this guild */
export async function postPressed(
  call: PressCall,
  deliveryId: string | undefined,
): Promise<{ readonly delivery: Delivery; readonly guild: Guild }> {
  const delivery = await deliveryOf(call.app.db, deliveryId ?? '');
  const { guild } = call;
  if (delivery === null || guild === null || delivery.guildId !== guild.id) throw new Refusal(outdatedView);
  // A post is marked as sent only after its sending. So a delivery without a message id may be this one.
  const isElsewhere = delivery.messageId !== null && delivery.messageId !== call.interaction.message.id;
  if (isElsewhere) throw new Refusal(outdatedView);
  return { delivery, guild };
}

import { Routes } from 'discord.js';
import { z } from 'zod';
import { refresh, tell } from '../src/discord/answer.ts';
import type { Buttons, PressCall } from '../src/discord/command.ts';
import { isForbidden, isMessageGone, isThreadThere, loggable } from '../src/discord/discord-error.ts';
import { argument, Refusal } from '../src/discord/refusal.ts';
import { ownReviews } from '../src/handlers/review/reviews.ts';
import { todaysPicks } from '../src/handlers/suggestions/picks.ts';
import { cardAfter } from '../src/handlers/topics/changes.ts';
import { topicWithId } from '../src/handlers/topics/named.ts';
import { dailyMessage } from '../src/schedule/posts/daily.ts';
import { type Delivery, deliveryOf } from '../src/store/schedule/deliveries.ts';
import type { Guild } from '../src/store/members/guilds.ts';
import { join } from '../src/store/members/memberships.ts';
import { once } from '../src/store/once.ts';
import { recordWithin } from '../src/store/progress/progress.ts';
import { discussionView, noThreadView } from '../src/view/schedule/discussion.ts';
import { plain, clip } from '../src/view/escape.ts';
import { outdatedView } from '../src/view/failure.ts';
import { picksView } from '../src/view/suggestions/picks.ts';
import { calling } from '../src/view/schedule/post-body.ts';

const action = z.enum(['in', 'done', 'picks', 'discuss']);

/** Discord's limit, in characters. */
const THREAD_NAME = 100;
/** Minutes without a message after which Discord puts a thread away: three days. */
const THREAD_REST = 4320;

/** The buttons under the daily suggested topics: `post:<in|done|picks|discuss>:<delivery>:<topic>`. */
export const dailyPost: Buttons = {
  presses: {
    post(call) {
      switch (argument(action, call.args[0])) {
        case 'in':
          return takePart(call, 'start');
        case 'done':
          return takePart(call, 'done');
        case 'discuss':
          return discuss(call);
        case 'picks':
          return myPicks(call);
      }
    },
  },
};

/** Whoever says "I'm in" in front of the group studies with it; the post names them at once. */
async function takePart(call: PressCall, does: 'start' | 'done') {
  const { app, userId, now, actor } = call;
  const { delivery, guild } = await postPressed(call);
  const node = topicWithId(call, call.args[2]);
  const changed = await app.db.transaction().execute(async (trx) => {
    await once(trx, actor.interactionId, now);
    if (does === 'start') await join(trx, guild.id, userId, now);
    return recordWithin(trx, actor, [{ topicId: node.id, action: does }]);
  });
  const card = await cardAfter(call, node, does, changed.length > 0);
  const message = await dailyMessage(app, guild, delivery.content, delivery.id);
  return message === null ? tell(card) : refresh(calling(message, guild.roleId), card);
}

async function myPicks(call: PressCall) {
  const { picks, progress } = await todaysPicks(call);
  const { due } = await ownReviews(call);
  return tell(picksView(call.words, picks, progress, due.length, null));
}

/** One thread a post: Discord itself refuses a second one on the same message, and its id is the message's. */
async function discuss(call: PressCall) {
  const { app, words, interaction } = call;
  await postPressed(call);
  const node = topicWithId(call, call.args[2]);
  const { id, channelId } = interaction.message;
  try {
    await app.client.rest.post(Routes.threads(channelId, id), {
      body: { name: clip(plain(node.topic.title), THREAD_NAME), auto_archive_duration: THREAD_REST },
    });
  } catch (error) {
    if (isForbidden(error)) throw new Refusal(noThreadView);
    if (isMessageGone(error)) throw new Refusal(outdatedView);
    if (!isThreadThere(error)) throw error;
    app.log.debug(loggable(error), 'the discussion is there already');
  }
  return tell(discussionView(words, id));
}

/** @throws Refusal if what was pressed on is not a post of this guild */
async function postPressed(call: PressCall): Promise<{ delivery: Delivery; guild: Guild }> {
  const delivery = await deliveryOf(call.app.db, call.args[1] ?? '');
  const { guild } = call;
  if (delivery === null || guild === null || delivery.guildId !== guild.id) throw new Refusal(outdatedView);
  // A post that was sent is not marked as sent at once.
  const isElsewhere = delivery.messageId !== null && delivery.messageId !== call.interaction.message.id;
  if (isElsewhere) throw new Refusal(outdatedView);
  return { delivery, guild };
}

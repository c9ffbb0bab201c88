import { type Delivery, giveUp, markSent } from '../store/schedule/deliveries.ts';
import { type Guild, guildOf } from '../store/members/guilds.ts';
import { pausePost } from '../store/schedule/posts.ts';
import type { PauseReason } from '../store/schema.ts';
import type { Message } from '../view/components.ts';
import { withoutPictures } from '../view/pictures/without-pictures.ts';
import { postBody } from '../view/post-body.ts';
import { decideRun } from './decide.ts';
import { type Scheduler, type Outcome, report } from './scheduler.ts';
import { withNames } from '../discord/names.ts';
import { OutboxError, type OutboxProblem } from '../discord/outbox.ts';
import type { Deliverable } from './scheduled-post.ts';
import { write } from '../store/write.ts';

/** What sending needs of a scheduler. */
export type Sender = Pick<Scheduler, 'app'>;

/** A claimed delivery with all that it takes to send it. */
export interface Parcel {
  readonly delivery: Delivery;
  readonly post: Deliverable;
  readonly guild: Guild;
}

/**
 * Sends a claimed delivery and marks it. The delivery's id is the nonce, so that Discord takes a second sending for
 * the first. `now`: epoch milliseconds.
 */
export async function send(
  scheduler: Sender,
  { delivery, post, guild }: Parcel,
  now: number,
): Promise<Outcome> {
  const { app } = scheduler;
  let messageId: string;
  try {
    const rendered = await post.render(app, guild, delivery.content, delivery.id);
    const message = await withNames(app, guild.id, rendered);
    const roleId = delivery.pings ? app.outbox.roleThere(guild.id, guild.roleId) : null;
    ({ messageId } = await sendMessage(scheduler, delivery, message, roleId));
  } catch (error) {
    return failed(scheduler, delivery, error, now);
  }
  await markSent(app.db, delivery.id, messageId, now);
  const isLate = decideRun(delivery.dueAt, post.window, now) === 'catch-up';
  return report(scheduler, delivery, isLate ? 'caught-up' : 'sent');
}

/** A picture never holds a post up: where files are not allowed, its words go alone. */
async function sendMessage(
  { app: { outbox } }: Sender,
  { id, channelId }: Delivery,
  message: Message,
  roleId: string | null,
): Promise<{ messageId: string }> {
  const post = ({ files = [], ...body }: Message): Promise<{ messageId: string }> =>
    outbox.send(channelId, postBody(body, { roleId }), id, files);
  if (!outbox.mayAttach(channelId)) return post(withoutPictures(message));
  try {
    return await post(message);
  } catch (error) {
    const isPerhapsOfFiles = error instanceof OutboxError && error.reason === 'forbidden';
    if (!isPerhapsOfFiles || message.files === undefined) throw error;
    return post(withoutPictures(message));
  }
}

/** What passes by itself pauses nothing. */
const PAUSES: Readonly<Record<OutboxProblem, PauseReason | null>> = {
  gone: 'channel-gone',
  forbidden: 'forbidden',
  'no-access': 'forbidden',
  unavailable: null,
  'too-fast': null,
  'lost-sight': null,
};

/**
 * What follows from an error: nothing while Discord cannot, so that a later tick settles the delivery; else the
 * delivery has failed, for good. A channel that is gone or forbidden pauses the post until an organiser chooses.
 */
export async function failed(
  scheduler: Sender,
  delivery: Delivery,
  error: unknown,
  now: number,
): Promise<Outcome> {
  const pause = error instanceof OutboxError ? PAUSES[error.reason] : null;
  if (error instanceof OutboxError && pause === null) return report(scheduler, delivery, 'postponed', error);
  await write(scheduler.app.db, async (trx) => {
    await giveUp(trx, delivery.id, 'failed');
    // An organiser who has chosen another channel meanwhile has put it right.
    const guild = await guildOf(trx, delivery.guildId);
    if (pause === null || guild?.channelId !== delivery.channelId) return;
    const { kind } = delivery;
    if (kind !== 'welcome') await pausePost(trx, delivery.guildId, kind, pause, now);
  });
  return report(scheduler, delivery, 'failed', error);
}

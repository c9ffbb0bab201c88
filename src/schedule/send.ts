import { type Delivery, giveUp, markSent } from '../store/schedule/deliveries.ts';
import { type Guild, guildOf } from '../store/members/guilds.ts';
import { pausePost } from '../store/schedule/posts.ts';
import type { PauseReason } from '../store/schedule/tables.ts';
import type { Message } from '../view/components.ts';
import { withoutPictures } from '../view/pictures/without-pictures.ts';
import { postBody } from '../view/post-body.ts';
import { decideRun } from './decide.ts';
import { type Scheduler, type Outcome, report } from './scheduler.ts';
import { withNames } from '../discord/names.ts';
import { OutboxError, type OutboxProblem } from '../discord/outbox-error.ts';
import type { Deliverable } from './scheduled-post.ts';
import { isPassing } from '../store/passing.ts';
import { isPost } from '../study/post-kinds.ts';
import { write } from '../store/write.ts';

/** The parts of a scheduler that sending needs. */
export type Sender = Pick<Scheduler, 'app' | 'turn' | 'batch'>;

/** Sends what somebody waits for: it has no turn to wait for, and is written alone. */
export function atOnce(app: Scheduler['app']): Sender {
  return { app, turn: () => Promise.resolve(), batch: (piece) => write(app.db, piece) };
}

/** A claimed delivery, with everything needed to send it. */
export interface Parcel {
  readonly delivery: Delivery;
  readonly post: Deliverable;
  readonly guild: Guild;
}

/**
 * Sends a claimed delivery and marks it. The delivery's id is the nonce, so Discord recognises a second sending.
 * `now`: epoch milliseconds.
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
    // Only now, because a picture may have taken long.
    await scheduler.turn();
    const roleId = delivery.pings ? app.outbox.roleThere(guild.id, guild.roleId) : null;
    ({ messageId } = await sendMessage(scheduler, delivery, message, roleId));
  } catch (error) {
    return failed(scheduler, delivery, error, now);
  }
  await scheduler.batch((trx) => markSent(trx, delivery.id, messageId, now));
  const isLate = decideRun(delivery.dueAt, post.window, now) === 'catch-up';
  return report(scheduler, delivery, isLate ? 'caught-up' : 'sent');
}

/** A picture must not keep a post from being sent. Without the permission for files, the words go alone. */
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

/** The problems that pause a post. Those that pass by themselves do not. */
const PAUSES: Readonly<Record<OutboxProblem, PauseReason | null>> = {
  gone: 'channel-gone',
  forbidden: 'forbidden',
  'no-access': 'forbidden',
  unavailable: null,
  'too-fast': null,
  'lost-sight': null,
};

/**
 * Handles the error of a sending. If Discord or the database cannot answer now, nothing changes, and a later tick settles the
 * delivery. Otherwise the delivery has failed. A missing or forbidden channel also pauses the post until an organiser
 * acts.
 */
export async function failed(
  scheduler: Sender,
  delivery: Delivery,
  error: unknown,
  now: number,
): Promise<Outcome> {
  const pause = error instanceof OutboxError ? PAUSES[error.reason] : null;
  const isLater = error instanceof OutboxError ? pause === null : isPassing(error);
  if (isLater) return report(scheduler, delivery, 'postponed', error);
  await write(scheduler.app.db, async (trx) => {
    await giveUp(trx, delivery.id, 'failed');
    // If an organiser has chosen another channel in the meantime, the problem is solved.
    const guild = await guildOf(trx, delivery.guildId);
    if (pause === null || guild?.channelId !== delivery.channelId) return;
    const { kind } = delivery;
    if (isPost(kind)) await pausePost(trx, delivery.guildId, kind, pause, now);
  });
  return report(scheduler, delivery, 'failed', error);
}

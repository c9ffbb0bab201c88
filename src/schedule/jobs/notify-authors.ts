import { withNames } from '../../discord/names.ts';
import { shownWork } from '../../store/proofs/shown-work.ts';
import {
  dueNotifications,
  settleNotification,
  type DueNotification,
  notifiesAuthor,
} from '../../store/proofs/notifications.ts';
import { pinged } from '../../store/members/pings.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { postBody } from '../../view/post-body.ts';
import { moreAnswers } from '../../view/proofs/answers.ts';
import type { Job, Scheduler } from '../scheduler.ts';
import { eachDue } from '../each-due.ts';
import { sendOnce } from '../send-once.ts';

/**
 * Notifies authors of more answers. After an author was notified of an answer, those of the following hour are
 * announced together when the hour is over.
 */
export const notifyAuthors: Job = {
  name: 'authors',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { db, share } = scheduler.app;
    const pieces = await dueNotifications(db, share, now);
    await eachDue(scheduler, { job: 'authors', pieces, signal }, (notification) =>
      notify(scheduler, notification, now),
    );
  },
};

async function notify({ app }: Scheduler, notification: DueNotification, now: number): Promise<void> {
  const { proofId, guildId, id, dueAt } = notification;
  if (!app.outbox.available(guildId)) return;
  const work = await shownWork(app, proofId, guildId);
  const isWanted = work !== null && (await notifiesAuthor(app.db, proofId, guildId));
  if (!isWanted || work.share.post === null || !(await hasJoined(app.db, guildId, work.proof.userId))) {
    return settleNotification(app.db, notification, null);
  }
  const people = await pinged(app.db, 'answers', [work.proof.userId]);
  if (people.userIds.length === 0) return settleNotification(app.db, notification, null);
  const message = moreAnswers(app.wordsFor(work.guild.locale), work, id);
  const body = postBody(await withNames(app, guildId, message, people.userIds), { people });
  // If the thread no longer exists or is closed, the message goes to the channel.
  for (const channelId of [work.share.threadId, work.share.post.channelId]) {
    if (channelId === null) continue;
    const sent = await sendOnce(app, { id, channelId, claimedAt: dueAt }, body, now);
    if (sent === 'unavailable') return;
    if (sent === 'sent') return settleNotification(app.db, notification, now);
  }
  await settleNotification(app.db, notification, null);
}

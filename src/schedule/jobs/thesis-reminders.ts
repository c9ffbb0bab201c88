import {
  claimReadingReminder,
  type ReadingReminder,
  dueReadingReminders,
  settleReadingReminder,
} from '../../store/teach-back/readings.ts';
import { pinged } from '../../store/members/pings.ts';
import { shownWork } from '../../store/proofs/shown-work.ts';
import { readerReminder } from '../../view/teach-back/thesis.ts';
import { withNames } from '../../discord/names.ts';
import { postBody } from '../../view/post-body.ts';
import type { Job, Scheduler } from '../scheduler.ts';
import { eachDue } from '../each-due.ts';
import { sendOnce } from '../send-once.ts';

/**
 * Reminds people who offered to read a thesis and have not commented for a week. Each gets one line in the thesis's
 * thread.
 */
export const thesisReminders: Job = {
  name: 'readers',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const pieces = await dueReadingReminders(scheduler.app.db, scheduler.app.share, now);
    await eachDue(scheduler, { job: 'readers', pieces, signal }, (reminder) =>
      remind(scheduler, reminder, now),
    );
  },
};

async function remind(scheduler: Scheduler, reminder: ReadingReminder, now: number): Promise<void> {
  const { app } = scheduler;
  if (!app.outbox.available(reminder.guildId)) return;
  const work = reminder.isWanted ? await shownWork(app, reminder.proofId, reminder.guildId) : null;
  if (work === null || work.share.post === null) return settleReadingReminder(app.db, reminder);
  const people = await pinged(app.db, 'readings', [reminder.userId]);
  if (people.userIds.length === 0) return settleReadingReminder(app.db, reminder);
  const claimedAt = await claimReadingReminder(app.db, reminder, now);
  if (claimedAt === null) return;
  const message = readerReminder(app.wordsFor(work.guild.locale), work, reminder.userId, reminder.id);
  const body = postBody(await withNames(app, work.guild.id, message, people.userIds), { people });
  // If the thread no longer exists or is closed, the message goes to the channel.
  for (const channelId of [work.share.threadId, work.share.post.channelId]) {
    if (channelId === null) continue;
    const sent = await sendOnce(app, { id: reminder.id, channelId, claimedAt }, body, now);
    if (sent === 'unavailable') return;
    if (sent === 'sent') break;
  }
  await settleReadingReminder(app.db, reminder);
}

import { guildsWithQuestMoved } from '../../store/goals/quests.ts';
import { guildsJustDone } from '../../store/sessions/now.ts';
import { eachDue } from '../each-due.ts';
import type { Job } from '../scheduler.ts';
import { refreshDaily } from '../studying.ts';

/** Ticks are a minute apart, so what happened before this was seen by the tick before; milliseconds. */
const SINCE = 90_000;

/**
 * Keeps the daily posts true: takes out people whose session has ended by its plan, and shows how far the quest is
 * now, wherever its topics were finished. However much happens, a post is edited at most once a tick.
 */
export const studying: Job = {
  name: 'studying',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    const changed = new Set([
      ...(await guildsJustDone(app.db, app.share, now - SINCE, now)),
      ...(await guildsWithQuestMoved(app.db, app.share, now - SINCE, now)),
    ]);
    const pieces = [...changed].filter((guildId) => app.outbox.available(guildId));
    await eachDue(scheduler, { job: 'studying', pieces, signal }, (guildId) =>
      refreshDaily(app, guildId, now),
    );
  },
};

import { everJoined, guildsToCheck, noteAway, noteChecked, noteHere } from '../../store/members/presence.ts';
import { noteNames } from '../../store/members/memberships.ts';
import { OutboxError } from '../../discord/outbox.ts';
import type { Job, Scheduler } from '../scheduler.ts';

const MINUTE = 60_000;
/** Ahead of a post by so many minutes at most; by fewer for one guild than for another, so that not all are asked at once. */
const AHEAD = 60;
/** And by so many at least, so that the answer is there. */
const AT_LEAST = 5;
/** Once a day, with an hour to spare: posts stand at the same hour, and clocks are put forward. */
const RESTED = 23 * 60 * MINUTE;

/**
 * Asks who is still in a server before a post speaks of its group, and by which names: nobody tells the bot when they leave, or are
 * called otherwise.
 */
export const checkMembers: Job = {
  name: 'check-members',
  async run(scheduler, now, signal) {
    const span = { from: now, to: now + AHEAD * MINUTE, checkedBefore: now - RESTED };
    for (const { guildId, at } of await guildsToCheck(scheduler.app.db, span)) {
      if (signal?.aborted === true) return;
      if (at - now <= aheadFor(guildId) && scheduler.app.outbox.available(guildId)) {
        await check(scheduler, guildId, now);
      }
    }
  },
};

async function check({ app }: Scheduler, guildId: string, now: number): Promise<void> {
  const asked = await everJoined(app.db, guildId);
  // Noted first: what fails is tried tomorrow, not at every tick.
  await noteChecked(app.db, guildId, now);
  try {
    const here = await app.outbox.membersAmong(guildId, asked);
    await noteHere(app.db, guildId, [...here.keys()]);
    for (const [userId, names] of here) await noteNames(app.db, guildId, userId, names);
    await noteAway(
      app.db,
      guildId,
      asked.filter((userId) => !here.has(userId)),
      now,
    );
  } catch (error) {
    // Nobody is away because Discord did not answer.
    if (!(error instanceof OutboxError)) throw error;
  }
}

/** How long ahead of its post a guild is asked, ms: ids count up with time, so they spread evenly. */
function aheadFor(guildId: string): number {
  const spread = Number((BigInt(guildId) >> 22n) % BigInt(AHEAD - AT_LEAST));
  return (AT_LEAST + spread) * MINUTE;
}

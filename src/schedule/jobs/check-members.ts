import { claimCheck, everJoined, guildsToCheck, noteAway, noteHere } from '../../store/members/presence.ts';
import { turn } from '../../roadmap/in-turns.ts';
import { inPieces } from '../../store/in-pieces.ts';
import { noteNames } from '../../store/members/memberships.ts';
import { OutboxError } from '../../discord/outbox-error.ts';
import type { Job, Scheduler } from '../scheduler.ts';
import { MINUTE } from '../../time/units.ts';

/**
 * A guild is asked at most so many minutes before its post. The time differs between guilds, so that not all are
 * asked at once.
 */
const AHEAD = 60;
/** A guild is asked at least so many minutes before its post, so that the answer has arrived by then. */
const AT_LEAST = 5;
/**
 * Each guild is asked once a day. An hour is left, because clock changes can bring two daily posts closer together.
 */
const RESTED = 23 * 60 * MINUTE;

/**
 * Asks Discord before a post which members are still in the server, and under which names. Discord does not tell the
 * bot when members leave or change their names.
 */
export const checkMembers: Job = {
  name: 'check-members',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { db, share } = scheduler.app;
    const span = { from: now, to: now + AHEAD * MINUTE, checkedBefore: now - RESTED };
    for (const { guildId, at } of await guildsToCheck(db, share, span)) {
      if (signal?.aborted === true) return;
      if (at - now <= aheadFor(guildId) && scheduler.app.outbox.available(guildId)) {
        await check(scheduler, guildId, now);
      }
    }
  },
};

async function check({ app }: Scheduler, guildId: string, now: number): Promise<void> {
  // This is written first, so that after a failure the next try is tomorrow and not at the next tick.
  if (!(await claimCheck(app.db, guildId, now - RESTED, now))) return;
  const asked = await everJoined(app.db, guildId);
  try {
    const here = await app.outbox.membersAmong(guildId, asked);
    for await (const userIds of inPieces(asked)) {
      const there = userIds.filter((userId) => here.has(userId));
      await noteHere(app.db, guildId, there);
      for (const userId of there) {
        const names = here.get(userId);
        if (names !== undefined) await noteNames(app.db, guildId, userId, names);
        // At the first check all names are new, and each is a write of its own.
        await turn();
      }
      await noteAway(
        app.db,
        guildId,
        userIds.filter((userId) => !here.has(userId)),
        now,
      );
    }
  } catch (error) {
    // If Discord did not answer, the members stay as they were known.
    if (!(error instanceof OutboxError)) throw error;
  }
}

/** How long before its post a guild is asked, in ms. Ids count up with time, so they spread evenly. */
function aheadFor(guildId: string): number {
  const spread = Number((BigInt(guildId) >> 22n) % BigInt(AHEAD - AT_LEAST));
  return (AT_LEAST + spread) * MINUTE;
}

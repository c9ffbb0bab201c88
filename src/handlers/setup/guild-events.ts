import { Events } from 'discord.js';
import type { App } from '../../app.ts';
import { planNewKinds, reschedule } from '../../schedule/reschedule.ts';
import { guildOf, knownGuilds, markLeft, markPresent } from '../../store/members/guilds.ts';
import { loggable } from '../../discord/discord-error.ts';
import type { UnderWay } from '../../discord/under-way.ts';

/**
 * Keeps track of the guilds that the bot is in, including guilds that added or removed it while it was not running.
 * Nothing is deleted when a guild removes the bot: it may add it again, and an outage of Discord is no removal. Other
 * processes follow the guilds of their shards, which this one does not see.
 */
export function followGuilds(app: App, underWay: UnderWay): void {
  const { client, db, log, share } = app;
  const attempt = (change: () => Promise<void>): void => {
    const told = change().catch((error: unknown) =>
      log.error(loggable(error), 'a guild could not be followed'),
    );
    underWay.add(told);
  };
  // Plans the guild's posts again: none while the bot is away, and none that are due at once when it comes back.
  const replan = async (id: string): Promise<void> => {
    const guild = await guildOf(db, id);
    if (guild !== null) await reschedule(db, guild, app.now());
  };
  const come = async (id: string): Promise<void> => {
    await markPresent(db, id);
    await replan(id);
  };
  const go = async (id: string): Promise<void> => {
    await markLeft(db, id, app.now());
    await replan(id);
  };
  client.on(Events.GuildCreate, (guild) => attempt(() => come(guild.id)));
  // discord.js reports outages by another event.
  client.on(Events.GuildDelete, (guild) => attempt(() => go(guild.id)));
  client.once(Events.ClientReady, () =>
    attempt(async () => {
      for (const { id, present } of await knownGuilds(db, share)) {
        // A guild in an outage is also in the cache, marked as unavailable.
        const isThere = client.guilds.cache.has(id);
        if (isThere && !present) await come(id);
        if (!isThere && present) await go(id);
      }
      await planNewKinds(db, share, app.now());
    }),
  );
}

import { Events } from 'discord.js';
import type { App } from '../app.ts';
import { knownGuilds, markLeft, markPresent } from '../store/guilds.ts';
import { loggable } from './discord-error.ts';

/**
 * Keeps track of which guilds the bot is in, those too that added or removed it while it was not running. Nothing is
 * deleted when a guild goes: it may come back, and an outage of Discord is no removal.
 */
export function followGuilds(app: App): void {
  const { client, db, log } = app;
  const attempt = (change: () => Promise<void>): void => {
    change().catch((error: unknown) => log.error(loggable(error), 'a guild could not be followed'));
  };
  client.on(Events.GuildCreate, (guild) => attempt(() => markPresent(db, guild.id)));
  // discord.js tells outages by another event.
  client.on(Events.GuildDelete, (guild) => attempt(() => markLeft(db, guild.id, app.now())));
  client.once(Events.ClientReady, () =>
    attempt(async () => {
      for (const { id, present } of await knownGuilds(db)) {
        // A guild in an outage is in the cache as well, as unavailable.
        const isThere = client.guilds.cache.has(id);
        if (isThere && !present) await markPresent(db, id);
        if (!isThere && present) await markLeft(db, id, app.now());
      }
    }),
  );
}

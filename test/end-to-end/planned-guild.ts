import type { GuildHandle } from '../../playground/people/place.ts';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import type { Db } from '../../src/store/schema.ts';

/** Sets a guild up as of an instant (epoch ms): it has a daily post at nine, UTC. */
export async function planGuild(db: Db, guild: GuildHandle, now: number): Promise<void> {
  await ensureGuild(db, guild.id, 'en-US', now);
  const place = { roadmapId: 'backend', channelId: guild.channel().id, timeZone: 'UTC', weeklyDay: 7 };
  await changeGuild(db, guild.id, place);
  const stored = await guildOf(db, guild.id);
  if (stored === null) throw new Error('the guild was just written');
  await reschedule(db, stored, now);
}

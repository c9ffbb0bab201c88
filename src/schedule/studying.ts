import { isRefused } from '../discord/discord-error.ts';
import { withNames } from '../discord/names.ts';
import { OutboxError } from '../discord/outbox-error.ts';
import { guildOf } from '../store/members/guilds.ts';
import { lastDaily } from '../store/schedule/deliveries.ts';
import { postBody } from '../view/post-body.ts';
import { dailyMessage } from './posts/daily.ts';
import type { Scheduler } from './scheduler.ts';
import { DAY } from '../time/units.ts';

/** Only the daily post of the last day is kept up to date; milliseconds. */
const FRESH = DAY;

/**
 * Lets a guild's daily post say who studies at the moment, and how far its quest is. If Discord does not take the edit, the next one brings it.
 * @param now epoch milliseconds
 */
export async function refreshDaily(app: Scheduler['app'], guildId: string, now: number): Promise<void> {
  const guild = await guildOf(app.db, guildId);
  const delivery = await lastDaily(app.db, guildId, now - FRESH);
  if (guild === null || delivery === null || delivery.messageId === null) return;
  const message = await dailyMessage(app, guild, delivery.content, delivery.id, now);
  if (message === null) return;
  const roleId = delivery.pings ? app.outbox.roleThere(guildId, guild.roleId) : null;
  const body = postBody(await withNames(app, guildId, message), { roleId });
  try {
    await app.outbox.edit(delivery.channelId, delivery.messageId, body);
  } catch (error) {
    if (!(error instanceof OutboxError) && !isRefused(error)) throw error;
  }
}

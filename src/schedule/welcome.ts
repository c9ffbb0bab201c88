import type { Guild } from '../store/members/guilds.ts';
import { claimDelivery, type Delivery, deliveryId, deliveryOf } from '../store/schedule/deliveries.ts';
import type { Db } from '../store/schema.ts';
import { welcomeView } from '../view/schedule/welcome.ts';
import { correct } from './correct.ts';
import type { Deliverable } from './scheduled-post.ts';
import type { Scheduler } from './scheduler.ts';
import { HOUR } from '../time/units.ts';

/** How late the welcome may still come, in milliseconds. Hours later it would be odd. */
const WINDOW = HOUR;

/** The welcome of a group that has been set up: what it follows, and how to join. It comes once. */
export const welcome: Deliverable = {
  kind: 'welcome',
  window: WINDOW,
  async render({ db, library, wordsFor }, guild, _content, id) {
    const roadmap =
      guild.roadmapId === null ? null : await library.roadmap(db, guild.roadmapId, guild.locale);
    if (roadmap === null) throw new Error('a group is welcomed that follows no roadmap');
    return welcomeView(wordsFor(guild.locale), guild, roadmap.tree.title, id);
  },
};

/** A delivery is unique for a date. A group is welcomed only once, so its welcome always has the same date. */
const ONCE = 'once';

/**
 * Claims the welcome of a group, within the transaction that sets it up. `now`: epoch ms.
 * @returns null if the group was welcomed before
 */
export function claimWelcome(trx: Db, guild: Guild, now: number): Promise<Delivery | null> {
  if (guild.channelId === null) return Promise.resolve(null);
  return claimDelivery(trx, {
    guildId: guild.id,
    kind: 'welcome',
    run: { at: now, date: ONCE },
    channelId: guild.channelId,
    content: null,
    at: now,
  });
}

/**
 * Lets the welcome in the channel say what holds now, because newcomers read it weeks later. If Discord does not take
 * the edit, the next change brings it.
 */
export async function correctWelcome(app: Scheduler['app'], guild: Guild): Promise<void> {
  const key = { guildId: guild.id, kind: welcome.kind, date: ONCE };
  await correct(app, guild, welcome, await deliveryOf(app.db, deliveryId(key)));
}

import { type Guild, guildOf, isSetUp } from '../store/members/guilds.ts';
import { claimDelivery } from '../store/schedule/deliveries.ts';
import type { Db } from '../store/schema.ts';
import { localDate } from '../time/local.ts';
import { followingView } from '../view/schedule/following.ts';
import type { Deliverable } from './scheduled-post.ts';
import type { Scheduler } from './scheduler.ts';
import { atOnce, type Parcel, send } from './send.ts';
import { correctWelcome } from './welcome.ts';
import { HOUR } from '../time/units.ts';

/** How late the news may still come, in milliseconds. Later, everybody has seen the roadmap in a daily topic. */
const WINDOW = HOUR;

/** The news that a group follows another roadmap than before. Nobody is notified. */
export const following: Deliverable = {
  kind: 'following',
  window: WINDOW,
  // It names the roadmap of now: after another change within a minute, the one before would be wrong.
  async render({ db, library, wordsFor }, guild, _content, id) {
    const roadmap =
      guild.roadmapId === null ? null : await library.roadmap(db, guild.roadmapId, guild.locale);
    if (roadmap === null) throw new Error('a group is told of a roadmap that it does not follow');
    return followingView(wordsFor(guild.locale), roadmap, id);
  },
};

/**
 * Claims the news of a roadmap that a group follows now, within the transaction that changes it. `now`: epoch ms.
 * @returns null if the group has not started, and so was told of no roadmap, or was told of this one today
 */
export async function claimFollowing(trx: Db, guildId: string, now: number): Promise<Parcel | null> {
  const guild = await guildOf(trx, guildId);
  if (guild === null || !isSetUp(guild)) return null;
  const delivery = await claimDelivery(trx, {
    guildId,
    kind: following.kind,
    run: { at: now, date: `${localDate(now, guild.timeZone)} ${guild.roadmapId}` },
    channelId: guild.channelId,
    content: null,
    at: now,
  });
  return delivery && { delivery, post: following, guild };
}

/**
 * Tells a group what its organisers have changed: the welcome says what holds now, and the news comes below. If the news
 * cannot be sent now, a later tick settles it.
 * @param news null if the roadmap is the same
 * @returns whether the news is in the channel now
 */
export async function tellGroup(
  app: Scheduler['app'],
  guild: Guild,
  news: Parcel | null,
  now: number,
): Promise<boolean> {
  if (!isSetUp(guild)) return false;
  await correctWelcome(app, guild);
  if (news === null) return false;
  const outcome = await send(atOnce(app), news, now);
  return outcome === 'sent' || outcome === 'caught-up';
}

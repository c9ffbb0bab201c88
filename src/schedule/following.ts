import { type Guild, guildOf, isSetUp } from '../store/members/guilds.ts';
import { claimAgain, claimDelivery, deliveryId, deliveryOf } from '../store/schedule/deliveries.ts';
import type { Db } from '../store/schema.ts';
import { localDate } from '../time/local.ts';
import { followingView } from '../view/schedule/following.ts';
import { correct } from './correct.ts';
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

/** The news of a roadmap that a group follows now. */
export interface News extends Pick<Parcel, 'delivery' | 'guild'> {
  /** Whether a message with today's news was sent, or may be. It is corrected, because beside a second one it would be wrong. */
  readonly isOut: boolean;
}

/**
 * Claims the news of a roadmap that a group follows now, within the transaction that changes it. There is one on each
 * local date. `now`: epoch ms.
 * @returns null if the group has not started, and so was told of no roadmap
 */
export async function claimFollowing(trx: Db, guildId: string, now: number): Promise<News | null> {
  const guild = await guildOf(trx, guildId);
  if (guild === null || !isSetUp(guild)) return null;
  const { channelId } = guild;
  const run = { at: now, date: localDate(now, guild.timeZone) };
  const { kind } = following;
  const claim = { guildId, kind, run, channelId, content: null, at: now };
  const first = await claimDelivery(trx, claim);
  if (first !== null) return { delivery: first, guild, isOut: false };
  const id = deliveryId({ guildId, kind, date: run.date });
  const isOut = !(await claimAgain(trx, id, { channelId, at: now }));
  const delivery = await deliveryOf(trx, id);
  return delivery && { delivery, guild, isOut };
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
  news: News | null,
  now: number,
): Promise<boolean> {
  if (!isSetUp(guild)) return false;
  await correctWelcome(app, guild);
  if (news === null) return false;
  const { delivery } = news;
  if (news.isOut) return correct(app, guild, following, delivery);
  const outcome = await send(atOnce(app), { delivery, post: following, guild }, now);
  if (outcome !== 'sent' && outcome !== 'caught-up') return false;
  // Another change may have come during the sending, when there was no message yet that it could correct.
  const after = await guildOf(app.db, guild.id);
  if (after === null || after.roadmapId === guild.roadmapId) return true;
  return correct(app, after, following, await deliveryOf(app.db, delivery.id));
}

import type { App } from '../app.ts';
import type { Guild } from '../store/members/guilds.ts';
import type { DeliveryKind, PostKind } from '../study/post-kinds.ts';
import type { Message } from '../view/components.ts';
import type { Run, Timetable } from './due.ts';

/** What posts are made from: they know the store and nothing of Discord's client. */
export type PostApp = Pick<App, 'db' | 'library' | 'pictures' | 'wordsFor'>;

/** What a delivery sends. */
export interface Deliverable {
  readonly kind: DeliveryKind;
  /** How late it may still come, in milliseconds; after that it is skipped. */
  readonly window: number;
  /**
   * The message, from what was chosen; also when its buttons change it later.
   * @param content what was chosen for the delivery, perhaps in an earlier version of the program
   * @returns the message, perhaps with a picture; without the role that it calls
   */
  render(app: PostApp, guild: Guild, content: unknown, deliveryId: string): Promise<Message>;
}

/** A scheduled post: one file in `posts/`. */
export interface ScheduledPost extends Deliverable {
  readonly kind: PostKind;
  /** When it runs in a guild; null while the guild has not said where and when. */
  timetable(guild: Guild): Timetable | null;
  /**
   * Chooses what the post says, once a delivery.
   * @returns plain JSON, or null if there is nothing to say: the run is then skipped
   */
  prepare(app: PostApp, guild: Guild, run: Run): Promise<unknown>;
}

/** A timetable at the guild's daily time; null while the guild cannot have posts. */
export function localTimetable(guild: Guild, weekdays: readonly number[]): Timetable | null {
  const { timeZone, channelId, roadmapId, leftAt, dailyAt } = guild;
  if (timeZone === null || channelId === null || roadmapId === null || leftAt !== null) return null;
  return { timeZone, at: dailyAt, weekdays };
}

import type { App } from '../app.ts';
import { type Guild, isSetUp } from '../store/members/guilds.ts';
import type { DeliveryKind, PostKind } from '../study/post-kinds.ts';
import type { Message } from '../view/components.ts';
import type { Run, Timetable } from './due.ts';

/** What posts are made from. It has no Discord client, so a post cannot send anything itself. */
export type PostApp = Pick<App, 'db' | 'library' | 'pictures' | 'wordsFor'>;

/** A kind of message that a delivery can send. */
export interface Deliverable {
  readonly kind: DeliveryKind;
  /** How late it may still come, in milliseconds. After that it is skipped. */
  readonly window: number;
  /**
   * Builds the message from its stored content, at the sending and again when its buttons change it.
   * @param content the stored content, which an earlier version of the program may have written
   * @returns the message, perhaps with a picture, without the role that it mentions
   */
  render(app: PostApp, guild: Guild, content: unknown, deliveryId: string): Promise<Message>;
}

/** A scheduled post: one file in `posts/`. */
export interface ScheduledPost extends Deliverable {
  readonly kind: PostKind;
  /** When it runs in a guild. Null if the guild has not set up where and when. */
  timetable(guild: Guild): Timetable | null;
  /**
   * Chooses the post's content, once for each delivery.
   * @param now epoch ms; later than the run if the post comes late
   * @returns plain JSON, or null if there is nothing to say: the run is then skipped
   */
  prepare(app: PostApp, guild: Guild, run: Run, now: number): Promise<unknown>;
  /**
   * Chooses the content of a post to look at before it comes, as things stand now. Nothing is written.
   * @param today the run that a post would have now
   * @param next its next planned run; null if none is planned
   */
  sample(app: PostApp, guild: Guild, today: Run, next: Run | null): Promise<unknown>;
}

/** A timetable at the guild's daily time. Null if the guild is not set up for posts. */
export function localTimetable(guild: Guild, weekdays: readonly number[]): Timetable | null {
  if (!isSetUp(guild) || guild.leftAt !== null) return null;
  return { timeZone: guild.timeZone, at: guild.dailyAt, weekdays };
}

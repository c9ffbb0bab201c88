import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { ImportHosts } from './links/read-link.ts';
import type { Meter } from './meter.ts';
import type { Operator } from './operate/operator.ts';
import type { Gathering } from './discord/gathering.ts';
import type { Events } from './discord/events.ts';
import type { Outbox } from './discord/outbox.ts';
import type { Rooms } from './discord/voice.ts';
import type { RoleGiver } from './discord/roles.ts';
import type { Restored } from './store/restored.ts';
import type { Library } from './store/roadmaps/library.ts';
import type { Db } from './store/schema.ts';
import type { Share } from './store/share.ts';
import type { Studio } from './view/pictures/studio.ts';
import type { Words } from './words/index.ts';

/** What every handler and every scheduled post is given. */
export interface App {
  readonly db: Db;
  /** The time, in epoch milliseconds. */
  readonly now: () => number;
  readonly log: Logger;
  readonly library: Library;
  /** The words of a locale; the commands in them can be pressed. */
  readonly wordsFor: (locale: string) => Words;
  readonly client: Client;
  /** What this process does of the work that nobody asks for, such as scheduled posts. */
  readonly share: Share;
  /** Discord's channels, for what is posted rather than answered. */
  readonly outbox: Outbox;
  /** Discord's scheduled events. */
  readonly events: Events;
  /** Gives members roles. */
  readonly roles: RoleGiver;
  /** The study rooms; null if the operator has not allowed them. */
  readonly rooms: Rooms | null;
  /** Counts answers and posts, for the operator. */
  readonly meter: Meter;
  /** Where pictures are drawn. */
  readonly pictures: Studio;
  /** The hosts from which roadmaps may be imported by a link, or null if the operator has turned that off. */
  readonly importHosts: ImportHosts;
  /** What the operator can be told of this process. */
  readonly operator: Operator;
  /** When the database was restored from a copy, and the age of the copy; null if it never was. */
  readonly restored: Restored | null;
  /**
   * The ids of the members whose file is being imported right now. Each member imports one file at a time.
   */
  readonly importing: Set<string>;
  /** Edits of posts that several people cause within seconds, so that they are made once. */
  readonly edits: Gathering;
}

/** The id of the roadmap that members and servers follow until they choose another. */
export const DEFAULT_ROADMAP = 'backend';

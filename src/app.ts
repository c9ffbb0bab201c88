import type { Client } from 'discord.js';
import type { Logger } from 'pino';
import type { ImportHosts } from './links/read-link.ts';
import type { Outbox } from './discord/outbox.ts';
import type { Library } from './store/roadmaps/library.ts';
import type { Db } from './store/schema.ts';
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
  /** Discord's channels, for what is posted rather than answered. */
  readonly outbox: Outbox;
  /** Where pictures are drawn. */
  readonly pictures: Studio;
  /** Where links to roadmaps may lead; null: they are not read. */
  readonly importHosts: ImportHosts;
  /** The ids of those whose files are being read in: one at a time for each. */
  readonly importing: Set<string>;
}

/** The roadmap of whoever has not chosen one. */
export const DEFAULT_ROADMAP = 'backend';

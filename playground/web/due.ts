import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { postsOf } from '../../src/store/schedule/posts.ts';
import type { Tables } from '../../src/store/schema.ts';
import { POST_KINDS } from '../../src/study/post-kinds.ts';
import type { ClockView } from './protocol.ts';

/** Reads the bot's database, and never writes to it. */
export interface DueReader {
  /** The content of the time bar for a guild. */
  read(guildId: string, now: number): Promise<ClockView>;
  close(): Promise<void>;
}

const noneDue: ClockView['posts'] = Object.fromEntries(POST_KINDS.map((kind) => [kind, null]));

/** Opens the bot's database for reading. */
export function readDue(path: string): DueReader {
  let db: Kysely<Tables> | null = null;
  const open = (): Kysely<Tables> | null => {
    if (db === null && existsSync(path)) {
      db = new Kysely<Tables>({
        dialect: new SqliteDialect({ database: new Database(path, { readonly: true }) }),
      });
    }
    return db;
  };
  return {
    async read(guildId, now) {
      const found = open();
      const nothing: ClockView = { now, posts: noneDue };
      if (found === null) return nothing;
      try {
        const posts = await postsOf(found, guildId);
        const due = posts.map(({ kind, next }) => [kind, next?.at ?? null]);
        return { now, posts: { ...noneDue, ...Object.fromEntries(due) } };
      } catch {
        // The bot has not made its tables yet.
        return nothing;
      }
    },
    async close() {
      await db?.destroy();
    },
  };
}

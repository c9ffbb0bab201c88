import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Where a playground keeps what outlives a run. */
export interface Folder {
  readonly world: string;
  readonly database: string;
  /** Forgets all of it. */
  empty(): void;
  /** Lets another playground have it. */
  release(): void;
}

/**
 * Takes a folder for oneself. As with the bot's own lock, the operating system lets go of it however the process ends.
 * @throws Error with a sentence for the person, if a playground runs in it already
 */
export function takeFolder(path: string): Folder {
  mkdirSync(path, { recursive: true });
  const lock = new Database(join(path, 'playground.lock'), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new Error(
      'This playground is running already: use its page, or end it first (Ctrl-C in its terminal).',
    );
  }
  const world = join(path, 'discord.json');
  const database = join(path, 'roadmate.sqlite');
  return {
    world,
    database,
    empty() {
      for (const file of [world, database, `${database}-wal`, `${database}-shm`])
        rmSync(file, { force: true });
    },
    release: () => void lock.close(),
  };
}

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The folder that a playground keeps between runs. */
export interface Folder {
  readonly world: string;
  readonly database: string;
  /** Deletes its content. */
  empty(): void;
  /** Releases it for another playground. */
  release(): void;
}

/**
 * Takes a folder, so that no other playground uses it. As with the bot's own lock, the operating system releases it
 * however the process ends.
 * @throws Error with a sentence for the person, if a playground already runs in it
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

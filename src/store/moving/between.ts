import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { openStore } from '../open.ts';
import { takeLock } from '../sqlite/open.ts';
import { takeSnapshot } from '../sqlite/snapshot.ts';
import { type Moved, moveStore } from './move.ts';

/**
 * Copies an SQLite file to a PostgreSQL database. No bot may use the file. The file itself stays unchanged, even if
 * it is of an older version, because a copy of it is read.
 * @throws StoreError
 */
export async function moveToServer(file: string, server: string): Promise<readonly Moved[]> {
  const lock = takeLock(resolve(file));
  const folder = await mkdtemp(join(dirname(resolve(file)), '.moving-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    await takeSnapshot(resolve(file), copy, null);
    return await moveBetween(copy, server);
  } finally {
    await rm(folder, { recursive: true });
    lock.close();
  }
}

/**
 * Copies a PostgreSQL database to an SQLite file, which is created if it is missing.
 * @throws StoreError
 */
export function moveToFile(server: string, file: string): Promise<readonly Moved[]> {
  return moveBetween(server, file);
}

async function moveBetween(from: string, to: string): Promise<readonly Moved[]> {
  const source = await openStore(from);
  try {
    const target = await openStore(to);
    try {
      return await moveStore(source.db, target.db);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

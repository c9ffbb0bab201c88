import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { StoreError } from '../store-error.ts';

/**
 * Notices when the file of an open database is taken away. The operating system keeps a deleted file for as long as it is
 * open: what is written then is acknowledged, and lost at the end of the process. Where the file is gone, all that it held
 * is written to its place once more, or beside what stands there by now.
 * @param lost called once
 * @returns to be called before each write
 * @throws StoreError from what it returns, from then on
 */
export function watchFile(
  sqlite: Database.Database,
  file: string,
  lost: (error: StoreError) => void,
): () => void {
  const { ino } = statSync(file, { bigint: true });
  let gone: StoreError | null = null;
  return () => {
    if (gone === null && statSync(file, { bigint: true, throwIfNoEntry: false })?.ino !== ino) {
      gone = rescue(sqlite, file);
      lost(gone);
    }
    if (gone !== null) throw gone;
  };
}

function rescue(sqlite: Database.Database, file: string): StoreError {
  const taken = `${file} was taken away while Roadmate was running`;
  const place = freePlace(file);
  try {
    sqlite.prepare('VACUUM INTO ?').run(place);
    return new StoreError(
      'gone',
      place === file
        ? `${taken}. All that it held was written there again.`
        : `${taken}, and another file stands there. All that it held was written to ${place}: put that in its place.`,
    );
  } catch (cause) {
    return new StoreError(
      'gone',
      `${taken}, and could not be written again. Put your last backup in its place.`,
      { cause },
    );
  }
}

function freePlace(file: string): string {
  if (!existsSync(file)) return file;
  let number = 1;
  while (existsSync(`${file}.rescued-${number}`)) number += 1;
  return `${file}.rescued-${number}`;
}

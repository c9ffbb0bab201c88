import { existsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { StoreError } from '../store-error.ts';

/**
 * Notices when the file of an open database is taken away. The operating system keeps a deleted file as long as it is
 * open, so writes would seem to succeed and be lost at the end of the process. If the file is gone, its whole content
 * is written to the same path again, or beside it if another file is there.
 * @param lost called once
 * @returns a function to call before each write
 * @throws StoreError from the returned function, from then on
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

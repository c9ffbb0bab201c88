import { readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, statfs } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { takeSnapshot } from '../../store/sqlite/snapshot.ts';
import { StoreError } from '../../store/store-error.ts';
import { HOUR } from '../../time/units.ts';

/** A copy of the database. */
export interface Snapshot {
  readonly path: string;
  /** When it was made; epoch ms. */
  readonly at: number;
  /** The size, in bytes. */
  readonly size: number;
}

/** How much of the disk stays free beside a copy, in bytes, because a bot without free space can save nothing. */
const ROOM = 64 * 1024 * 1024;
/** A copy that was begun so long ago (ms) and is not complete was given up. */
const GIVEN_UP = 6 * HOUR;

/** The copies of a database in a folder, the newest first; none if the folder does not exist. */
export function snapshotsIn(folder: string, databasePath: string): readonly Snapshot[] {
  const found = namesIn(folder).flatMap((name) => {
    const at = takenAt(name, databasePath);
    const path = join(folder, name);
    const size = at === null ? undefined : statSync(path, { throwIfNoEntry: false })?.size;
    return at === null || size === undefined ? [] : [{ path, at, size }];
  });
  return found.toSorted((a, b) => b.at - a.at);
}

/**
 * Copies the database into the folder of copies, and then deletes the oldest ones.
 * @param now epoch ms
 * @param signal ends it without finishing
 * @throws StoreError with a sentence for the operator
 */
export async function makeSnapshot(
  databasePath: string,
  { folder, keep }: { readonly folder: string; readonly keep: number },
  now: number,
  signal?: AbortSignal,
): Promise<Snapshot> {
  await prepare(folder, databasePath);
  for (const name of namesIn(folder))
    if (isGivenUp(folder, name, now)) rmSync(join(folder, name), { force: true });
  const path = join(folder, nameOf(databasePath, now));
  await takeSnapshot(databasePath, path, now, signal);
  const made = { path, at: now, size: statSync(path).size };
  const older = snapshotsIn(folder, databasePath).filter((one) => one.path !== path);
  for (const { path: old } of older.slice(keep - 1)) rmSync(old, { force: true });
  return made;
}

async function prepare(folder: string, databasePath: string): Promise<void> {
  try {
    // The copies contain what members wrote, so only the bot's own user may read them.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(folder);
    const needed = (statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0) + ROOM;
    if (bavail * bsize >= needed) return;
  } catch (error) {
    throw new StoreError('not-writable', `${folder} cannot be written. Set BACKUP_DIR to another place.`, {
      cause: error,
    });
  }
  throw new StoreError(
    'full',
    `The disk of ${folder} has no room for a copy. Make room, or lower BACKUP_KEEP.`,
  );
}

/** `roadmate-2026-11-26T030000Z.sqlite` */
function nameOf(databasePath: string, at: number): string {
  const stamp = new Date(at).toISOString().replace(/:(\d\d):(\d\d)\.\d+/, '$1$2');
  return `${stemOf(databasePath)}-${stamp}.sqlite`;
}

const NAME = /^(.+)-(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)(\d\d)Z\.sqlite$/;

/** When a copy was made, by the file's name; null if the file is no copy of this database. */
function takenAt(name: string, databasePath: string): number | null {
  const [, stem, date, hour, minute, second] = NAME.exec(name) ?? [];
  if (stem !== stemOf(databasePath)) return null;
  const at = Date.parse(`${date}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : at;
}

const stemOf = (databasePath: string): string => basename(databasePath, extname(databasePath));

const PART = /-\d{4}-\d\d-\d\dT\d{6}Z\.sqlite\.[0-9a-f]{8}\.part$/;

function isGivenUp(folder: string, name: string, now: number): boolean {
  if (!PART.test(name)) return false;
  const begun = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs;
  return begun !== undefined && now - begun > GIVEN_UP;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

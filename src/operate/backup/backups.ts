import type { Logger } from 'pino';
import type { Places } from '../../env.ts';
import { loggable } from '../../discord/discord-error.ts';
import { lastDue } from './due.ts';
import { makeSnapshot, snapshotsIn } from './snapshots.ts';
import { HOUR } from '../../time/units.ts';

/** Makes a copy of the database whenever one is due. */
export interface BackupKeeper {
  /** Begins a copy if one is due and none is under way, without waiting for it. `now`: epoch ms. */
  look(now: number): void;
  /** Ends a copy that is under way without finishing it. */
  stop(): Promise<void>;
}

/** How long to wait after a copy that failed, in milliseconds. */
const REST = HOUR;

/**
 * Makes a keeper of copies. A copy is due if the newest is older than the last of the times of day, so a time at
 * which the bot did not run is caught up.
 */
export function keepBackups(
  { databasePath, backupDir: folder, backupAt, backupKeep: keep }: Omit<Places, 'databaseUrl'>,
  log: Logger,
): BackupKeeper {
  const giveUp = new AbortController();
  let underWay: Promise<void> | null = null;
  let restsUntil = -Infinity;
  const take = async (into: string, now: number): Promise<void> => {
    try {
      const { path, size } = await makeSnapshot(databasePath, { folder: into, keep }, now, giveUp.signal);
      log.info({ path, size }, 'backed up');
    } catch (error) {
      if (giveUp.signal.aborted) return;
      restsUntil = now + REST;
      log.error(loggable(error), 'the database could not be backed up');
    }
  };
  return {
    look(now) {
      if (folder === null || underWay !== null || now < restsUntil || giveUp.signal.aborted) return;
      const newest = snapshotsIn(folder, databasePath)[0];
      if (newest !== undefined && newest.at >= lastDue(backupAt, now)) return;
      underWay = take(folder, now).finally(() => {
        underWay = null;
      });
    },
    async stop() {
      giveUp.abort();
      await underWay;
    },
  };
}

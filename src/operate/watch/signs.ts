import { statfs } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ShardState } from '../../discord/gateway-state.ts';
import type { Places } from '../../env.ts';
import { answers, pausedPosts, waitingPosts } from '../../store/overview.ts';
import type { Db } from '../../store/schema.ts';
import type { Share } from '../../store/share.ts';
import { snapshotsIn } from '../backup/snapshots.ts';
import type { Signs } from './health.ts';
import type { Readings } from './metrics.ts';

/** The parts of a running bot from which its signs of life are read. */
export interface Source {
  readonly db: Db;
  readonly share: Share;
  /** The time, in epoch ms. */
  readonly now: () => number;
  readonly places: Places;
  readonly shards: () => readonly ShardState[];
  readonly guilds: () => number;
  /** When the last tick began, in epoch ms; null before the first one. */
  readonly lastTick: () => number | null;
  readonly isUp: () => boolean;
}

/** A database that does not answer within so many milliseconds counts as down. */
const PATIENCE = 2000;

/** Reads the signs of life by which the bot's health is judged. */
export async function readSigns({ db, now, shards, lastTick, isUp }: Source): Promise<Signs> {
  return {
    shards: shards().map(({ id, isConnected, ping, downSince }) => ({
      id,
      isConnected,
      ping,
      downFor: downSince === null ? 0 : Math.max(0, now() - downSince),
    })),
    store: await answerTime(db, now),
    heartbeat: since(lastTick(), now()),
    isUp: isUp(),
  };
}

/**
 * Reads everything that the metrics show. If the database does not answer, there are no posts. Each process counts the posts
 * of its share, so that the sums over all processes are right.
 */
export async function readAll(source: Source): Promise<Readings> {
  const { db, share, now, places, shards, guilds, lastTick } = source;
  const answer = await answerTime(db, now);
  const isThere = answer !== null;
  const waiting = isThere ? await waitingPosts(db, share, now()) : { count: 0, since: null };
  const paused = Map.groupBy(isThere ? await pausedPosts(db, share) : [], ({ reason }) => reason);
  return {
    shards: shards(),
    guilds: guilds(),
    heartbeat: since(lastTick(), now()),
    store: { answer, bytes: await bytesOf(places) },
    posts: {
      waiting: waiting.count,
      late: since(waiting.since, now()) ?? 0,
      paused: Object.fromEntries([...paused].map(([reason, all]) => [reason, all.length])),
    },
    backup: since(newestBackup(places), now()),
  };
}

/** The time of the newest backup, in epoch ms. Null if there is none. */
function newestBackup({ backupDir, databasePath }: Places): number | null {
  return backupDir === null ? null : (snapshotsIn(backupDir, databasePath)[0]?.at ?? null);
}

/** How long the database takes to answer, in milliseconds. Null if it does not answer. */
async function answerTime(db: Db, now: () => number): Promise<number | null> {
  const begun = now();
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), PATIENCE);
  const answered = answers(db).then(
    () => Math.max(0, now() - begun),
    () => null,
  );
  const time = await Promise.race([answered, late.promise]);
  clearTimeout(timer);
  return time;
}

async function bytesOf({ databaseUrl, databasePath }: Places): Promise<Readonly<Record<string, number>>> {
  if (databaseUrl !== null) return {};
  const { bavail, bsize } = await statfs(dirname(databasePath));
  return { file: sizeOf(databasePath), log: sizeOf(`${databasePath}-wal`), free: bavail * bsize };
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const since = (at: number | null, now: number): number | null => (at === null ? null : Math.max(0, now - at));

import { readSetting } from './bot-settings.ts';
import type { Db } from './schema.ts';
import { DAY } from '../time/units.ts';

/** The database is a copy that has replaced another one. Epoch ms. */
export interface Restored {
  /** When the copy was made. Later changes are lost. */
  readonly takenAt: number;
  readonly restoredAt: number;
}

/** @returns null if the database was never restored */
export async function restoredIn(db: Db): Promise<Restored | null> {
  const written = await readSetting(db, 'restored');
  return written === null ? null : JSON.parse(written);
}

/**
 * Whether the lost database may already have done something that was due at an instant (epoch ms), which this one
 * does not know.
 */
export function mayBeDone(restored: Restored | null, dueAt: number): boolean {
  return restored !== null && dueAt > restored.takenAt && dueAt <= restored.restoredAt;
}

/** For so long after a restore, work that was due before it is caught up; milliseconds. */
const CAUGHT_UP = DAY;

/**
 * When a sending may first have begun (epoch ms), if it is claimed now. Soon after a restore, the lost database may have
 * claimed it at any time since the copy.
 */
export function firstClaim(restored: Restored | null, claimedAt: number): number {
  if (restored === null || claimedAt > restored.restoredAt + CAUGHT_UP) return claimedAt;
  return Math.min(claimedAt, restored.takenAt);
}

import { readSetting } from './bot-settings.ts';
import type { Db } from './schema.ts';

/** That the database is a copy which was put in the place of another. Epoch ms. */
export interface Restored {
  /** Up to when what was saved is there. */
  readonly takenAt: number;
  readonly restoredAt: number;
}

/** @returns null if it never was */
export async function restoredIn(db: Db): Promise<Restored | null> {
  const written = await readSetting(db, 'restored');
  return written === null ? null : JSON.parse(written);
}

/**
 * Whether something that was due at an instant (epoch ms) may have been done already by the database that was lost, so that
 * this one knows nothing of it.
 */
export function mayBeDone(restored: Restored | null, dueAt: number): boolean {
  return restored !== null && dueAt > restored.takenAt && dueAt <= restored.restoredAt;
}

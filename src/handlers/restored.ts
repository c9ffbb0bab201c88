import type { Notice } from '../discord/handlers.ts';
import type { Restored } from '../store/restored.ts';
import { restoredView } from '../view/failure.ts';
import { WEEK } from '../time/units.ts';

/** After so long, in milliseconds, a member no longer misses what they did just before the restore. */
const TOLD_FOR = WEEK;

/** Tells each person once, while the program runs, that their last acts may be lost. */
export function restoredNotice(restored: Restored | null): Notice {
  const told = new Set<string>();
  return ({ userId, now, words }) => {
    const isToTell = restored !== null && now < restored.restoredAt + TOLD_FOR && !told.has(userId);
    if (!isToTell) return Promise.resolve(null);
    told.add(userId);
    return Promise.resolve(restoredView(words, restored.takenAt));
  };
}

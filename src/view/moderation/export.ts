import type { ModerationData } from '../../store/moderation/personal-data.ts';

/** What a member reported, and what was taken down of theirs, for their export. `time`: writes an instant (epoch ms). */
export function exportedModeration(moderation: ModerationData, time: (at: number | null) => string | null) {
  return {
    reports: moderation.reports.map(({ at: when, dismissedAt, ...reported }) => ({
      ...reported,
      at: time(when),
      dismissed: time(dismissedAt),
    })),
    takenDown: moderation.takedowns.map(({ at: when, toldAt, ...taken }) => ({
      ...taken,
      at: time(when),
      told: time(toldAt),
    })),
  };
}

import type { PersonalData } from '../../store/members/personal-data.ts';

/** What was suggested to a member, for their export. `time`: writes an instant (epoch ms). */
export function exportedSuggestions(
  picks: PersonalData['picks'],
  time: (at: number | null) => string | null,
) {
  return {
    suggestions: picks.map(({ local_date, roadmap, key, title, position, reason, ...row }) => ({
      date: local_date,
      position,
      roadmap,
      key,
      title,
      reason: JSON.parse(reason) as unknown,
      suggested: time(row.at),
      swapped: time(row.swapped_at),
    })),
  };
}

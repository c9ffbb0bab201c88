import type { PersonalData } from '../../store/members/personal-data.ts';

/** How far a member is with each topic, for their export. `time`: writes an instant (epoch ms). */
export function exportedTopics(
  progress: PersonalData['progress'],
  time: (at: number | null) => string | null,
) {
  return {
    topics: progress.map(({ roadmap, key, title, state, since, snoozed_until, ...carried }) => ({
      roadmap,
      key,
      title,
      state,
      since: time(since),
      sinceDate: carried.since_date,
      notSuggestedBefore: time(snoozed_until),
      carriedIn: carried.carried_in,
      carriedOver: carried.carried_over === null ? null : (JSON.parse(carried.carried_over) as unknown),
    })),
  };
}

/** All that a member did, for their export. It may be much, so it is made while it is written. */
export function exportedActivity(
  activity: PersonalData['activity'],
  time: (at: number | null) => string | null,
) {
  return {
    activity: activity.values().map(({ id, batch, roadmap, key, title, action, at: when, ...row }) => ({
      id,
      batch,
      at: time(when),
      action,
      roadmap,
      key,
      title,
      guildId: row.guild_id,
      before: row.before === null ? null : (JSON.parse(row.before) as unknown),
      undoes: row.undoes,
      skill: row.skill_id,
    })),
  };
}

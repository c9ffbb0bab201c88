import type { PersonalData } from '../../store/members/personal-data.ts';

/**
 * When a member studied, for their export: their sessions, their pauses, their goal for each week, and where they are in
 * study rooms. `time`: writes an instant (epoch ms).
 */
export function exportedSessions(
  { sessions, pauses, goal, stays }: Pick<PersonalData, 'sessions' | 'pauses' | 'goal' | 'stays'>,
  time: (at: number | null) => string | null,
) {
  return {
    sessions: sessions.map(({ id, kind, roadmap, key, title, undoes, ...session }) => ({
      id,
      kind,
      roadmap,
      key,
      title,
      guildId: session.guild_id,
      together: session.group_id,
      started: time(session.started_at),
      planned: time(session.ends_at),
      ended: time(session.ended_at),
      date: session.study_date,
      added: time(session.logged_at),
      undoes,
    })),
    pauses: pauses.map(({ id, from_date: from, to_date: to, planned_at }) => ({
      id,
      from,
      to,
      planned: time(planned_at),
    })),
    goal:
      goal === null
        ? null
        : {
            kind: goal.kind,
            target: goal.target,
            set: time(goal.set_at),
            celebrated: goal.celebrated,
          },
    studyRooms: stays.map((stay) => ({
      guildId: stay.guild_id,
      channelId: stay.channel_id,
      voiceConnection: stay.voice_id,
      since: time(stay.since),
      seen: time(stay.seen_at),
      lastSign: time(stay.sign_at),
      deafenedSince: time(stay.deaf_since),
      countsSince: time(stay.counts_since),
    })),
  };
}

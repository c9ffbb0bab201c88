import { setImmediate } from 'node:timers/promises';
import { studyDayOf } from '../../discord/call.ts';
import type { Call } from '../../discord/command.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { joinedInPieces } from '../../store/in-pieces.ts';
import { changesOfMembers } from '../../store/progress/group-activities.ts';
import { progressOfMembers } from '../../store/progress/progress.ts';
import { timedInGroup } from '../../store/sessions/group-pieces.ts';
import { type Duration, groupDuration, ownDuration } from '../../study/pace/durations.ts';
import { forecast } from '../../study/pace/forecast.ts';
import { weeksOf } from '../../study/pace/known-weeks.ts';
import { targetOf } from '../../study/pace/target.ts';
import { withoutMassTicks } from '../../study/progress/mass-ticks.ts';
import { type Finish, finishesBefore } from '../../study/progress/replay.ts';
import { isOpen, leavesIn } from '../../study/topics/status.ts';
import { dayAfter } from '../../time/study-day.ts';
import type { GroupPace } from '../../view/pace/pace.ts';

/** How long topics take the members of the group that the person has joined. Null if too few have timed some. */
export async function timesInGroup({ app, guildId, userId, roadmap, now }: Call): Promise<Duration | null> {
  if (guildId === null || !(await hasJoined(app.db, guildId, userId))) return null;
  const durations: (Duration | null)[] = [];
  for await (const timed of timedInGroup(app.db, guildId, now)) {
    const progress = await progressOfMembers(app.db, [...timed.keys()], [roadmap.id]);
    for (const [id, pieces] of timed)
      durations.push(ownDuration(pieces, (topicId) => progress.get(id)?.get(topicId)?.state === 'done'));
  }
  return groupDuration(durations);
}

/**
 * What the members who study have to do each week until the group's target date. Null without a target, for another
 * roadmap than the group's, and for people who have not joined it.
 */
export async function groupPace(call: Call): Promise<GroupPace | null> {
  const { app, guild, userId, roadmap } = call;
  if (guild === null || guild.targetDate === null || guild.roadmapId !== roadmap.id) return null;
  if (!(await hasJoined(app.db, guild.id, userId))) return null;
  const today = studyDayOf(call);
  const topics = leavesIn(roadmap);
  const counted = new Set(topics.map(({ id }) => id));
  const finishes: Finish[] = [];
  const open = new Map<string, number>();
  for await (const userIds of joinedInPieces(app.db, guild.id)) {
    const progress = await progressOfMembers(app.db, userIds, [roadmap.id]);
    for (const [id, changes] of await changesOfMembers(app.db, userIds)) {
      const own = finishesBefore(changes, dayAfter(today)).filter(({ topicId }) => counted.has(topicId));
      if (own.length === 0) continue;
      for (const finish of withoutMassTicks(own)) finishes.push(finish);
      const states = topics.map((topic) => progress.get(id)?.get(topic.id)?.state ?? 'todo');
      open.set(id, states.filter(isOpen).length);
    }
  }
  const known = weeksOf(finishes, today);
  const people = [...new Set(known.finishes.map((finish) => finish.userId))];
  const left = people.reduce((sum, id) => sum + (open.get(id) ?? 0), 0);
  const pace = { ...known, left, size: 1, today, pausedWeeks: [] };
  return {
    target: targetOf(guild.targetDate, today, left, people.length),
    people: people.length,
    left,
    weeks: known.weeks,
    range: left === 0 ? null : await forecast(pace, `${guild.id} ${today}`, () => setImmediate()),
  };
}

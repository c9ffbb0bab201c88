import { setImmediate } from 'node:timers/promises';
import { studyDayOf } from '../../discord/call.ts';
import type { Call } from '../../discord/command.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { activityOfGroup } from '../../store/progress/group-activities.ts';
import { progressOfGroup } from '../../store/progress/progress.ts';
import { piecesInGroup } from '../../store/sessions/group-pieces.ts';
import { type Duration, groupDuration, ownDuration } from '../../study/pace/durations.ts';
import { forecast } from '../../study/pace/forecast.ts';
import { knownWeeks } from '../../study/pace/known-weeks.ts';
import { targetOf } from '../../study/pace/target.ts';
import { finishesBefore } from '../../study/progress/replay.ts';
import { isOpen, leavesIn } from '../../study/topics/status.ts';
import { dayAfter } from '../../time/study-day.ts';
import type { GroupPace } from '../../view/pace/pace.ts';

/** How long topics take the members of the group that the person has joined. Null if too few have timed some. */
export async function timesInGroup({ app, guildId, userId, roadmap, now }: Call): Promise<Duration | null> {
  if (guildId === null || !(await hasJoined(app.db, guildId, userId))) return null;
  const pieces = await piecesInGroup(app.db, guildId, now);
  if (pieces.size === 0) return null;
  const members = await progressOfGroup(app.db, guildId, roadmap.id);
  return groupDuration(
    [...pieces].map(([id, own]) =>
      ownDuration(own, (topicId) => members.get(id)?.get(topicId)?.state === 'done'),
    ),
  );
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
  const activity = await activityOfGroup(app.db, guild.id, roadmap.id);
  const finishes = finishesBefore(activity, dayAfter(today)).filter(({ topicId }) => counted.has(topicId));
  const known = knownWeeks(finishes, today);
  const members = await progressOfGroup(app.db, guild.id, roadmap.id);
  const people = [...new Set(known.finishes.map((finish) => finish.userId))];
  const left = people.reduce(
    (sum, id) =>
      sum + topics.filter((topic) => isOpen(members.get(id)?.get(topic.id)?.state ?? 'todo')).length,
    0,
  );
  const pace = { ...known, left, size: 1, today, pausedWeeks: [] };
  return {
    target: targetOf(guild.targetDate, today, left, people.length),
    people: people.length,
    left,
    weeks: known.weeks,
    range: left === 0 ? null : await forecast(pace, `${guild.id} ${today}`, () => setImmediate()),
  };
}

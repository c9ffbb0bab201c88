import { setImmediate } from 'node:timers/promises';
import { type Answer, show } from '../../discord/answer.ts';
import { studyDayOf } from '../../discord/call.ts';
import type { Call } from '../../discord/command.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { pausesOf } from '../../store/members/pauses.ts';
import { activityOf } from '../../store/progress/activities.ts';
import { studyOf } from '../../store/progress/studies.ts';
import { sessionsOf } from '../../store/sessions/sessions.ts';
import { ownDuration } from '../../study/pace/durations.ts';
import { forecast } from '../../study/pace/forecast.ts';
import { knownWeeks, pausedWeeks } from '../../study/pace/known-weeks.ts';
import { sizeRatio } from '../../study/pace/sizes.ts';
import { finishesBefore } from '../../study/progress/replay.ts';
import { piecesOf } from '../../study/sessions/pieces.ts';
import { isOpen, leavesIn } from '../../study/topics/status.ts';
import { dayAfter } from '../../time/study-day.ts';
import { paceView, type OwnPace } from '../../view/pace/pace.ts';
import { groupPace, timesInGroup } from './group.ts';

/** How long topics take the member, when they may be done, and what the group has to do until its target. */
export async function showPace(call: Call, note: string | null = null): Promise<Answer> {
  return show(
    paceView(call.words, {
      own: await ownPace(call),
      inGroup: await timesInGroup(call),
      group: await groupPace(call),
      maySetTarget: mayOrganise(call) && call.guild?.roadmapId === call.roadmap.id,
      today: studyDayOf(call),
      note,
    }),
  );
}

async function ownPace(call: Call): Promise<OwnPace> {
  const { app, userId, roadmap, now } = call;
  const today = studyDayOf(call);
  const { progress } = await studyOf(app.db, userId, roadmap);
  const topics = leavesIn(roadmap);
  const counted = new Set(topics.map(({ id }) => id));
  const finishes = finishesBefore(await activityOf(app.db, userId, roadmap.id), dayAfter(today));
  const pauses = await pausesOf(app.db, userId);
  const known = knownWeeks(
    finishes.filter(({ topicId }) => counted.has(topicId)),
    today,
    pauses,
  );
  const left = topics.filter(({ id }) => isOpen(progress.get(id)?.state ?? 'todo'));
  const done = known.finishes.flatMap(({ topicId }) => roadmap.byId.get(topicId) ?? []);
  const pieces = piecesOf(await sessionsOf(app.db, userId), now);
  return {
    title: roadmap.tree.title,
    left: left.length,
    total: topics.length,
    weeks: known.weeks,
    duration: ownDuration(pieces, (id) => progress.get(id)?.state === 'done'),
    range: left.length === 0 ? null : await rangeOf(known, left, done),
  };

  function rangeOf(of: typeof known, open: readonly TopicNode[], before: readonly TopicNode[]) {
    const pace = {
      ...of,
      left: open.length,
      size: sizeRatio(before, open),
      today,
      pausedWeeks: pausedWeeks(pauses, today),
    };
    return forecast(pace, `${userId} ${roadmap.id} ${today}`, () => setImmediate());
  }
}

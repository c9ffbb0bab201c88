import { type Answer, tell } from '../../discord/answer.ts';
import type { PressCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';
import { nodeIn, ownStudyOf } from '../../schedule/posts/group-study.ts';
import { asPosted, postBefore, readUntilOf } from '../../schedule/posts/posted-week.ts';
import { roadmapsTold } from '../../schedule/posts/weekly.ts';
import { weeklyContent } from '../../schedule/posts/weekly-content.ts';
import { topicsStudiedByDate } from '../../store/sessions/days.ts';
import { summariseWeek } from '../../study/progress/week.ts';
import { outdatedView } from '../../view/failure.ts';
import { myWeekView } from '../../view/schedule/my-week.ts';
import { postPressed } from './daily-buttons.ts';

/**
 * Shows the member, and only them, what they did in the week of a weekly post.
 * @throws Refusal if the post belongs to another guild, or this version cannot read it
 */
export async function showMyWeek(call: PressCall, deliveryId: string | undefined): Promise<Answer> {
  const { app, userId, now, words } = call;
  const { delivery, guild } = await postPressed(call, deliveryId);
  const content = weeklyContent.safeParse(delivery.content).data;
  if (content === undefined) throw new Refusal(outdatedView);
  const week = { from: content.from, to: content.to };
  const roadmaps = await roadmapsTold(app, guild, content.roadmapIds, words.locale);
  const { progress, activity } = await ownStudyOf(app.db, userId, roadmaps);
  const before = await postBefore(app.db, guild.id, delivery.date);
  const read = { from: before && readUntilOf(before), until: content.readUntil ?? Infinity };
  const summary = summariseWeek({
    outlines: roadmaps,
    members: new Map([[userId, progress]]),
    activity: asPosted(activity, week, read),
    week,
    shown: new Set([userId]),
    now,
  });
  const finished = summary.byMember.flatMap(({ topicIds }) => topicIds);
  const dates = await topicsStudiedByDate(app.db, userId, now);
  return tell(
    myWeekView(words, {
      ...week,
      roadmaps,
      finished: finished.flatMap((id) => nodeIn(roadmaps, id) ?? []),
      before: summary.before.finished,
      studied: [...dates.keys()].filter((date) => week.from <= date && date <= week.to),
    }),
  );
}

import { studyDayOf } from '../../discord/call.ts';
import type { Call } from '../../discord/command.ts';
import { doneIn } from '../../store/goals/done-in-week.ts';
import { celebrate, goalOf, type OwnGoal } from '../../store/goals/goals.ts';
import { type Goal, type GoalProgress, isReached } from '../../study/goals/goal.ts';
import { sevenDays } from '../../study/progress/week.ts';
import { weekOf } from '../../time/study-day.ts';
import { type Message, withLine } from '../../view/components.ts';

/** The Monday of the member's present week, `YYYY-MM-DD`. */
export function thisWeek(call: Call): string {
  return weekOf(studyDayOf(call));
}

/** How far the member is with their goal this week. Null if they have none. */
export async function goalThisWeek(call: Call): Promise<GoalProgress | null> {
  const goal = await goalOf(call.app.db, call.userId);
  return goal === null ? null : progressOn(call, goal);
}

/** How far the member is this week with a goal, which need not be theirs yet. */
export async function progressOn(call: Call, { kind, target }: Goal): Promise<GoalProgress> {
  const { app, userId, now } = call;
  return { kind, target, done: await doneIn(app.db, userId, kind, sevenDays(thisWeek(call)), now) };
}

/**
 * The sentence that celebrates the goal, the first time that the member is answered after reaching it in a week. Else
 * null. What was reached stays celebrated if it is undone and done again.
 */
export async function goalJustReached(call: Call): Promise<string | null> {
  const goal = await goalOf(call.app.db, call.userId);
  if (goal === null || isCelebrated(call, goal)) return null;
  const progress = await progressOn(call, goal);
  if (!isReached(progress) || !(await celebrate(call.app.db, call.userId, thisWeek(call)))) return null;
  return call.words.goal.reached(call.words.goal.amount[goal.kind](goal.target));
}

/** An answer to something that may have reached the goal, with the celebration if it has. */
export async function withGoalReached(call: Call, message: Message): Promise<Message> {
  const said = await goalJustReached(call);
  return said === null ? message : withLine(message, said);
}

function isCelebrated(call: Call, { celebrated }: OwnGoal): boolean {
  // A member who travels west may see last week again. It was celebrated already.
  return celebrated !== null && celebrated >= thisWeek(call);
}

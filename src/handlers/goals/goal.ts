import { z } from 'zod';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { goalOf, removeGoal, setGoal } from '../../store/goals/goals.ts';
import { GOAL_KINDS, isReached, targetTyped } from '../../study/goals/goal.ts';
import { carriedText, textCarried } from '../../view/custom-id.ts';
import { plain } from '../../view/escape.ts';
import { badTargetView, GOAL_FIELD, goalForm, goalView } from '../../view/goals/goal.ts';
import { goalJustReached, goalThisWeek, progressOn, thisWeek } from './week.ts';

const kinds = z.enum(GOAL_KINDS);

/** The member's goal and how far they are this week. `note`: what has just happened. */
export async function showGoal(call: Call, note: string | null = null): Promise<Answer> {
  const reached = await goalJustReached(call);
  return show(goalView(call.words, await goalThisWeek(call), reached ?? note));
}

/** The form for a goal: `<kind>:<typed>` if the number has to be corrected, else with the present goal. */
export async function openGoalForm(call: PressCall): Promise<Answer> {
  const [kind, typed] = call.args;
  if (typed !== undefined) {
    const text = plain(textCarried(typed));
    return ask(goalForm(call.words, argument(kinds, kind), text));
  }
  const goal = await goalOf(call.app.db, call.userId);
  return ask(goalForm(call.words, goal?.kind ?? 'topics', goal === null ? '' : String(goal.target)));
}

/** Stores the goal of the form. A goal that is reached already needs no celebration any more. */
export async function takeGoalForm(call: FormCall): Promise<Answer> {
  const kind = argument(kinds, call.fields.getStringSelectValues(GOAL_FIELD.kind)[0]);
  const typed = call.fields.getTextInputValue(GOAL_FIELD.target);
  const target = targetTyped(typed);
  if (target === null) {
    const carried = carriedText(plain(typed));
    throw new Refusal((words) => badTargetView(words, typed, kind, carried));
  }
  const goal = { kind, target };
  const reachedIn = isReached(await progressOn(call, goal)) ? thisWeek(call) : null;
  await setGoal(call.app.db, call.actor, goal, reachedIn);
  return showGoal(call, call.words.goal.saved);
}

/** Removes the goal. What was done stays. */
export async function dropGoal(call: PressCall): Promise<Answer> {
  const wasThere = await removeGoal(call.app.db, call.actor);
  return showGoal(call, wasThere ? call.words.goal.removed : null);
}

import { z } from 'zod';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { memberOf, changeMember } from '../../store/members/members.ts';
import { endPause, pausesOf, planPause } from '../../store/members/pauses.ts';
import { noteChoice } from '../../store/members/last-choice.ts';
import { once } from '../../store/once.ts';
import { write } from '../../store/write.ts';
import { pauseProblem } from '../../study/progress/pause.ts';
import { STREAK_UNITS } from '../../study/progress/streak.ts';
import type { Days } from '../../study/progress/week.ts';
import { studyDay } from '../../time/study-day.ts';
import { carriedText, textCarried } from '../../view/custom-id.ts';
import { plain } from '../../view/escape.ts';
import {
  badPauseView,
  PAUSE_FIELD,
  pauseDays,
  pauseForm,
  streakSettingsView,
} from '../../view/settings/streak.ts';
import { typedDate } from '../../view/time.ts';
import { typedDay } from '../typed-time.ts';

/** Both days are carried in the id of a button, so each is cut to so many bytes: every date fits. */
const CARRIED = 24;

/** How the member's streak is counted, and their pause. `note`: what has just happened. */
export async function showStreakSettings(call: Call, note: string | null = null): Promise<Answer> {
  const { streakUnit: unit } = await memberOf(call.app.db, call.userId);
  return show(
    streakSettingsView(call.words, { unit, pause: await openPause(call), today: today(call), note }),
  );
}

/** Sets whether the streak is counted in days or in weeks. */
export async function chooseStreakUnit(call: PressCall): Promise<Answer> {
  const streakUnit = argument(z.enum(STREAK_UNITS), call.args[0] ?? call.values[0]);
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    await changeMember(trx, call.userId, { streakUnit }, call.now);
    await noteChoice(trx, call.actor, 'settings');
  });
  return showStreakSettings(call, call.words.settings.saved);
}

/** Opens the form for a pause, with the planned one or with what was typed before. */
export async function openPauseForm(call: PressCall): Promise<Answer> {
  const [from, to] = call.args.map((arg) => plain(textCarried(arg)));
  const planned = await openPause(call);
  const known = planned && {
    from: typedDate(call.words, planned.from),
    to: typedDate(call.words, planned.to),
  };
  const typed = from === undefined || to === undefined ? known : { from, to };
  return ask(pauseForm(call.words, typed ?? { from: '', to: '' }, today(call)));
}

/**
 * Plans the pause of the form.
 * @throws Refusal if a text is no date, or such a pause cannot be planned
 */
export async function takePauseForm(call: FormCall): Promise<Answer> {
  const typed = {
    from: call.fields.getTextInputValue(PAUSE_FIELD.from).trim(),
    to: call.fields.getTextInputValue(PAUSE_FIELD.to).trim(),
  };
  const carried = [carry(typed.from), carry(typed.to)] as const;
  const [from, to] = [typedDay(call, typed.from), typedDay(call, typed.to)];
  if (from === null || to === null) {
    const unread = { typed: from === null ? typed.from : typed.to };
    throw new Refusal((words) => badPauseView(words, unread, carried));
  }
  const known = await openPause(call);
  // The first day of a pause that is going on may stay.
  const since = known !== null && known.from === from && known.from < today(call) ? today(call) : from;
  const problem = pauseProblem({ from: since, to }, today(call));
  if (problem !== null) throw new Refusal((words) => badPauseView(words, problem, carried));
  await planPause(call.app.db, call.actor, { from: since, to }, today(call));
  return showStreakSettings(call, call.words.streak.planned(pauseDays(call.words, { from, to })));
}

/** Ends the pause that is going on, or drops the one that is still to come. */
export async function dropPause(call: PressCall): Promise<Answer> {
  const wasThere = await endPause(call.app.db, call.actor, today(call));
  return showStreakSettings(call, wasThere ? call.words.streak.ended : null);
}

/** The pause that is going on or still to come; null for none. */
async function openPause(call: Call): Promise<Days | null> {
  const pauses = await pausesOf(call.app.db, call.userId);
  return pauses.find(({ to }) => to >= today(call)) ?? null;
}

function today({ now, timeZone, member }: Call): string {
  return studyDay(now, timeZone, member.dayStart);
}

function carry(typed: string): string {
  return carriedText(plain(typed), CARRIED);
}

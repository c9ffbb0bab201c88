import { type Answer, ask } from '../../discord/answer.ts';
import { studyDayOf } from '../../discord/call.ts';
import type { FormCall, PressCall } from '../../discord/command.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { changeGuild } from '../../store/members/guilds.ts';
import { once } from '../../store/once.ts';
import { write } from '../../store/write.ts';
import { isTarget } from '../../study/pace/target.ts';
import { carriedText, textCarried } from '../../view/custom-id.ts';
import { plain } from '../../view/escape.ts';
import { badTargetView, TARGET_FIELD, targetForm } from '../../view/pace/target.ts';
import { dateOf, dayNumber } from '../../time/study-day.ts';
import { typedDate } from '../../view/time.ts';
import { typedDay } from '../typed-time.ts';
import { showPace } from './pace.ts';

/** The form's example is so many days ahead. */
const EXAMPLE = 180;

/** Opens the form for the group's target date. `args[0]`: what was typed before. */
export async function openTargetForm(call: PressCall): Promise<Answer> {
  organiserGuild(call);
  const [typed] = call.args;
  const target = call.guild?.targetDate ?? null;
  const known = target === null ? '' : typedDate(call.words, target);
  const value = typed === undefined ? known : plain(textCarried(typed));
  return ask(targetForm(call.words, value, dateOf(dayNumber(studyDayOf(call)) + EXAMPLE)));
}

/** Stores the group's target date, or removes it if the field is empty. */
export async function takeTargetForm(call: FormCall): Promise<Answer> {
  const guildId = organiserGuild(call);
  const typed = call.fields.getTextInputValue(TARGET_FIELD).trim();
  const date = typed === '' ? null : typedDay(call, typed);
  if (typed !== '' && (date === null || !isTarget(date, studyDayOf(call)))) {
    throw new Refusal((words) => badTargetView(words, typed, carriedText(plain(typed))));
  }
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    await changeGuild(trx, guildId, { targetDate: date });
  });
  const changed = call.guild === null ? null : { ...call.guild, targetDate: date };
  return showPace({ ...call, guild: changed }, call.words.settings.saved);
}

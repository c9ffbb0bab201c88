import { z } from 'zod';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { backOn, dayAhead } from '../../study/topics/later.ts';
import { customId } from '../../view/custom-id.ts';
import { dayCarried, LATER, laterForm, notAheadView } from '../../view/topics/later-form.ts';
import { typedDay } from '../typed-time.ts';
import { changeOne } from './changes.ts';

const daysAhead = z.coerce.number().int().min(1).max(366);

/** Asks until when to put a topic off. `carried`: a date that was typed before, as the button carries it. */
export function askUntilWhen(call: Call, node: TopicNode, carried: string | undefined): Promise<Answer> {
  const form = laterForm(
    call.words,
    customId('later', node.id),
    [node],
    exampleDay(call),
    dayCarried(carried),
  );
  return Promise.resolve(ask(form));
}

/** Puts a topic off until the date in the form, and shows its card. */
export async function putOff(call: FormCall, node: TopicNode): Promise<Answer> {
  const until = putOffUntil(call, 'later', node.id);
  return show(await changeOne(call, node, { topicId: node.id, action: 'snooze', until }));
}

/**
 * Until when to put topics off, from the form. A typed date counts before a chosen number of days.
 * @param again the action that opens the form again, and what its button carries
 * @returns epoch ms
 * @throws Refusal for a date that cannot be read or is not in the future, and for a choice that was not offered
 */
export function putOffUntil(call: FormCall, ...again: readonly [string, ...string[]]): number {
  const { timeZone, member, now, fields } = call;
  const clock = { timeZone, dayStart: member.dayStart };
  const typed = fields.getTextInputValue(LATER.date).trim();
  const day =
    typed === ''
      ? dayAhead(argument(daysAhead, fields.getStringSelectValues(LATER.days)[0]), clock, now)
      : typedDay(call, typed);
  const until = day === null ? null : backOn(day, clock, now);
  if (until !== null) return until;
  const example = exampleDay(call);
  throw new Refusal((words) => notAheadView(words, typed, example, again));
}

/** A day (`YYYY-MM-DD`) that a member might type: a week from now. */
export function exampleDay({ timeZone, member: { dayStart }, now }: Call): string {
  return dayAhead(7, { timeZone, dayStart }, now);
}

import { z } from 'zod';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { button, card, row, text } from '../../view/components.ts';
import { customId } from '../../view/custom-id.ts';
import { clip, inline, plain } from '../../view/escape.ts';
import { LATER, laterForm } from '../../view/topics/later-form.ts';
import { changeOne } from './changes.ts';

/** Further ahead is a mistake in typing rather than a plan. */
const YEARS_AHEAD = 5;
const daysAhead = z.coerce.number().int().min(1).max(366);

/** Asks until when a topic is put off. */
export function askUntilWhen(call: Call, node: TopicNode): Promise<Answer> {
  return Promise.resolve(ask(laterForm(call.words, customId('later', node.id), [node])));
}

/** Puts a topic off until the date that was filled in, and shows its card. */
export async function putOff(call: FormCall, node: TopicNode): Promise<Answer> {
  const until = putOffUntil(call, 'later', node.id);
  return show(await changeOne(call, node, { topicId: node.id, action: 'snooze', until }));
}

/**
 * Until when topics are put off, as filled in: a typed date goes before a chosen number of days. It is the beginning
 * of that day for the member.
 * @param again the action that opens the form once more
 * @returns epoch ms
 * @throws Refusal if a date was typed that cannot be read or is not to come, or a choice was made up
 */
export function putOffUntil(call: FormCall, again: string, ...args: string[]): number {
  const { timeZone, member, now, fields } = call;
  const today = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .subtract({ hours: member.dayStart })
    .toPlainDate();
  const typed = fields.getTextInputValue(LATER.date).trim();
  const date =
    typed === ''
      ? today.add({ days: argument(daysAhead, fields.getStringSelectValues(LATER.days)[0]) })
      : dayTyped(typed);
  const isAhead =
    date !== null &&
    Temporal.PlainDate.compare(date, today) > 0 &&
    Temporal.PlainDate.compare(date, today.add({ years: YEARS_AHEAD })) < 0;
  if (!isAhead) {
    throw new Refusal((words) =>
      card(
        'problem',
        text(words.later.badDate(inline(clip(plain(typed), 20)), today.add({ days: 7 }).toString())),
        row(button(words.act.notNow, customId(again, ...args))),
      ),
    );
  }
  const dayStart = { hour: member.dayStart };
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(dayStart) }).epochMilliseconds;
}

/** `2026-12-24`, or as it is written in Turkey and much of Europe: `24.12.2026`, `24/12/2026`. */
function dayTyped(typed: string): Temporal.PlainDate | null {
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(typed) ?? [];
  try {
    return year === undefined
      ? Temporal.PlainDate.from(typed)
      : Temporal.PlainDate.from(
          { year: Number(year), month: Number(month), day: Number(day) },
          { overflow: 'reject' },
        );
  } catch {
    return null;
  }
}

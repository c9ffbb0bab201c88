import type { ModalSubmitFields } from 'discord.js';
import { z } from 'zod';
import { customId } from '../../view/custom-id.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import type { Call } from '../../discord/command.ts';
import { button, card, row, text } from '../../view/components.ts';
import { clip, inline, plain } from '../../view/escape.ts';
import { LATER } from '../../view/topics/later-form.ts';

/** Further ahead is a mistake in typing rather than a plan. */
const YEARS_AHEAD = 5;
const daysAhead = z.coerce.number().int().min(1).max(366);

/**
 * Until when topics are put off, as filled in: a typed date goes before a chosen number of days. It is the beginning
 * of that day for the member.
 * @param again the action that opens the form once more
 * @returns epoch ms
 * @throws Refusal if a date was typed that cannot be read or is not to come, or a choice was made up
 */
export function putOffUntil(call: Call, fields: ModalSubmitFields, again: string, ...args: string[]): number {
  const { timeZone, member, now } = call;
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

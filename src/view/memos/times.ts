import { DAY, HOUR, MINUTE } from '../../time/units.ts';
import type { Once, Repeated } from '../../time/when/meaning.ts';
import type { Words } from '../../words/index.ts';
import { LIMITS } from '../components.ts';
import { clip } from '../escape.ts';
import { dayName, when } from '../time.ts';
import { repeatText } from './repeats.ts';

/** The clock by which a member reads a time. */
export interface Clock {
  /** An IANA name. */
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
}

/** `Today, 18:30 · in 4 hours`, or how it repeats and when it comes first. */
export function choiceText(words: Words, choice: Once | Repeated, clock: Clock): string {
  const at = dated(words, choice.at, clock);
  return choice.is === 'once'
    ? capital(at, words.locale)
    : `${capital(repeatText(words, choice), words.locale)}\n${words.memo.first(at)}`;
}

/**
 * `tomorrow, 18:30` or `today, 18:30 · in 4 hours`. The time is written by us as everywhere in what the member typed,
 * because Discord writes it in the style of the reader's region, and “19:00” beside “7:00 PM” looks like two times.
 */
export function dated(words: Words, at: number, clock: Clock): string {
  const moment = momentText(words, at, clock);
  // Discord says “tomorrow” as well, and once is enough.
  return daysAhead(at, clock) === 1 ? moment : `${moment} · ${when(at, 'R')}`;
}

/** `Today, 17:00 · in 4 hours` */
export function choiceLabel(words: Words, choice: Once | Repeated, clock: Clock): string {
  const { locale } = words;
  const label =
    choice.is === 'repeat'
      ? repeatText(words, choice)
      : `${momentText(words, choice.at, clock)} · ${away(choice.at - clock.now, locale)}`;
  return clip(capital(label, locale), LIMITS.buttonLabel);
}

/** `today, 17:00` or `Mon 23 Nov, 17:00`, in the same style on buttons and in texts. */
export function momentText(words: Words, at: number, clock: Clock): string {
  const there = localTime(at, clock);
  const days = daysAhead(at, clock);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  if (days === 0 || days === 1) {
    const near = new Intl.RelativeTimeFormat(words.locale, { numeric: 'auto' });
    return words.memo.dayAt(near.format(days, 'day'), time);
  }
  const isThisYear = days < YEAR;
  const day = dayName(there.toPlainDate().toString(), words.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  });
  return words.memo.dayAt(day, time);
}

function localTime(at: number, { timeZone }: Clock): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

/** How many of the member's dates lie between now and a moment: 0 today, 1 tomorrow. */
function daysAhead(at: number, clock: Clock): number {
  return localTime(clock.now, clock).toPlainDate().until(localTime(at, clock).toPlainDate()).days;
}

/** From so many days ahead on, a date needs its year. */
const YEAR = 300;

/** `in 4 hours`, `in 2 days`: how far ahead something is, in milliseconds. */
function away(ahead: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale);
  if (ahead < HOUR) return words.format(Math.round(ahead / MINUTE), 'minute');
  return ahead < 2 * DAY
    ? words.format(Math.round(ahead / HOUR), 'hour')
    : words.format(Math.round(ahead / DAY), 'day');
}

/** A sentence that begins with a capital, as the language writes it: a Turkish i becomes İ. */
export function capital(sentence: string, locale: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}

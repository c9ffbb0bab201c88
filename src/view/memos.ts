import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  TextInputStyle,
} from 'discord.js';
import type { Memo, MemoRepeat } from '../store/memos/memo.ts';
import type { Once, Repeated, WhenProblem } from '../time/when/meaning.ts';
import type { Repeat } from '../time/when/repeat.ts';
import type { Words } from '../words/index.ts';
import {
  button,
  card,
  fitting,
  formTitle,
  LIMITS,
  type Message,
  row,
  rows,
  select,
  text,
} from './components.ts';
import { customId } from './custom-id.ts';
import { clip, inline, plain } from './escape.ts';
import { dayName, when } from './time.ts';
import { mention } from './topics/topic-text.ts';
import { DAY, HOUR, MINUTE } from '../time/units.ts';

/** The ids of the form's fields. */
export const MEMO_FIELD = { what: 'what', when: 'when' } as const;

/** The longest text of a memo, and of its time, in characters. */
export const MEMO_LENGTH = { what: 300, when: 100 } as const;

/** How many characters of a typed time are shown in the question about it. */
const ASKED = 40;

/** How the bot understood a memo that the member has not kept yet. */
export interface MemoPreview {
  readonly memo: Memo;
  readonly choices: readonly (Once | Repeated)[];
  /** An IANA name. */
  readonly timeZone: string;
  /** Epoch ms. */
  readonly now: number;
  /** Whether they asked for this channel, but it has to come by direct message. */
  readonly isTurned: boolean;
}

/** Shows how the bot understood a memo. The member can keep it, choose between two meanings, or correct it. */
export function memoPreview(words: Words, preview: MemoPreview): Message {
  const { memo, choices, timeZone, now, isTurned } = preview;
  const { memo: say } = words;
  const [only, ...others] = choices;
  const isClear = others.length === 0;
  const change = [
    button(say.change, customId('memo-form', memo.id)),
    button(say.cancel, customId('memo-drop', memo.id)),
  ];
  return card(
    'invite',
    text(
      isClear ? say.isThisRight : say.whenIs(inline(clip(plain(memo.said), ASKED))),
      `**${inline(memo.what)}**`,
      isClear && only !== undefined ? choiceText(words, only, { timeZone, now }) : null,
      memo.channelId === null ? say.directly : say.inChannel(`<#${memo.channelId}>`),
      isTurned ? say.notHere : null,
      `-# ${say.inZone(words.place(timeZone))}`,
    ),
    ...(isClear
      ? [row(button(say.keep, customId('memo-keep', memo.id, 0), 'primary'), ...change)]
      : [
          ...rows(
            choices.map((choice, index) =>
              button(
                choiceLabel(words, choice, { timeZone, now }),
                customId('memo-keep', memo.id, index),
                index === 0 ? 'primary' : 'secondary',
              ),
            ),
          ),
          row(...change),
        ]),
  );
}

/** The member's zone (an IANA name), and now (epoch ms). */
export type Clock = Pick<MemoPreview, 'timeZone' | 'now'>;

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

/** Says why a typed time cannot be used, and offers to type it again. */
export function memoProblem(words: Words, memo: Memo, why: WhenProblem): Message {
  const { memo: say } = words;
  return card(
    'problem',
    text(say.problem[why](inline(clip(memo.said, MEMO_LENGTH.when))), say.examples),
    row(
      button(say.again, customId('memo-form', memo.id), 'primary'),
      button(say.cancel, customId('memo-drop', memo.id)),
    ),
  );
}

/** The form for the text and the time. It contains what was typed before. */
export function memoForm({ memo: say }: Words, memo: Memo): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(say.formTitle),
    custom_id: customId('memo-form', memo.id),
    components: [field(say.what, 'what', memo.what), field(say.when, 'when', memo.said)],
  };
}

function field(label: string, id: keyof typeof MEMO_LENGTH, value: string) {
  return {
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: MEMO_FIELD[id],
      style: TextInputStyle.Short as const,
      min_length: 1,
      max_length: MEMO_LENGTH[id],
      value: clip(plain(value), MEMO_LENGTH[id]),
    },
  };
}

/** Asks for the time zone, because an hour means nothing without it. */
export function memoZoneView({ memo: say, settings }: Words): Message {
  return card(
    'invite',
    text(say.whereAreYou),
    row(button(settings.zoneTitle, customId('settings-zone'), 'primary')),
  );
}

/** Says that the reminder will come. It can be removed there, in case it was a mistake. */
export function memoKept(words: Words, memo: Pick<Memo, 'id' | 'what'>, at: number, clock: Clock): Message {
  return card(
    'done',
    text(`**${inline(memo.what)}**`, words.memo.kept(dated(words, at, clock))),
    row(button(words.memo.remove, customId('memo-remove', memo.id))),
  );
}

/** A message of one line. */
export function memoNote(line: string): Message {
  return card('neutral', text(line));
}

/**
 * Shows a member's reminders, with a list to remove one.
 * @param own the member's own zone, which wins over the zone in which they asked; null if they have set none
 * @param hasDraft whether one was understood, and waits for the member to confirm it
 */
export function memoList(
  words: Words,
  memos: readonly Memo[],
  own: { readonly timeZone: string | null; readonly now: number },
  note: string | null,
  hasDraft = false,
): Message {
  const { memo: say } = words;
  const lines = memos.map(
    (memo) =>
      `**${inline(clip(memo.what, SHOWN))}**\n-# ${timeText(words, memo, { timeZone: own.timeZone ?? memo.timeZone, now: own.now })}`,
  );
  const room = LIMITS.messageText - RESERVED - (note?.length ?? 0);
  const all = fitting(lines, room, words.andMore);
  return card(
    'neutral',
    text(note, say.heading, memos.length > 0 ? all : hasDraft ? say.draft : say.none),
    ...(memos.length === 0
      ? []
      : [
          select(
            customId('memo-remove'),
            say.choose,
            memos.map((memo) => ({ label: memoLabel(memo), value: memo.id })),
          ),
        ]),
  );
}

/** How many characters of a text the list shows, and how many the rest of its message needs. */
const SHOWN = 100;
const RESERVED = 400;

function timeText(words: Words, memo: Memo, clock: Clock): string {
  if (memo.next === null) return words.memo.unreachable;
  if (memo.repeat === null) return capital(dated(words, memo.next.at, clock), words.locale);
  return `${capital(repeatText(words, memo.repeat), words.locale)} · ${when(memo.next.at, 'R')}`;
}

/** A memo in a list of choices. */
export function memoLabel({ what }: Pick<Memo, 'what'>): string {
  return clip(plain(what), LIMITS.optionText);
}

/** The message of a memo that is due, as Discord takes it. It pings only the member who asked for it. */
export function memoBody(
  words: Words,
  memo: Memo,
  { claimId, isLate }: { readonly claimId: string; readonly isLate: boolean },
): RESTPostAPIChannelMessageJSONBody {
  const { memo: say } = words;
  const inChannel = memo.channelId !== null;
  const message = card(
    'invite',
    text(
      inChannel ? mention(memo.userId) : null,
      `**${inline(memo.what)}**`,
      memo.repeat === null ? null : `-# ${capital(repeatText(words, memo.repeat), words.locale)}`,
      isLate && memo.next !== null ? `-# ${say.late(when(memo.next.at, 'R'))}` : null,
    ),
    row(
      button(say.inAnHour, customId('memo-snooze', 'hour', memo.id)),
      ...(memo.repeat === null ? [] : [button(say.remove, customId('memo-end', memo.id))]),
      // The id at the end of the button's id lets the bot find the message after a crash.
      button(say.tomorrow, customId('memo-snooze', 'day', memo.id, claimId)),
    ),
  );
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...message.components],
    allowed_mentions: { parse: [], ...(inChannel && { users: [memo.userId] }) },
  };
}

const WORKDAYS = '1,2,3,4,5';
/** A Monday. The other weekdays are counted from it. */
const A_MONDAY = Temporal.PlainDate.from('2024-01-01');
/** It has a 29 February. */
const LEAP_YEAR = 2024;

/** How something repeats, in words: `every Monday and Wednesday at 07:00`. */
function repeatText(words: Words, { repeat, time }: Omit<MemoRepeat, 'from'>): string {
  const say = words.memo.every;
  const { interval } = repeat;
  switch (repeat.every) {
    case 'minute':
      return say.minutes(interval);
    case 'hour':
      return say.hours(interval);
    case 'day':
      return say.days(interval, time);
    case 'week': {
      if (interval === 1 && repeat.weekdays.join(',') === WORKDAYS) return say.workdays(time);
      return say.weeks(
        interval,
        repeat.weekdays.map((day) => weekdayName(words, day)),
        time,
      );
    }
    case 'month':
      return monthText(words, repeat, time);
    case 'year': {
      const date = Temporal.PlainDate.from({ year: LEAP_YEAR, month: repeat.month, day: repeat.day });
      return say.year(
        interval,
        dayName(date.toString(), words.locale, { day: 'numeric', month: 'long' }),
        time,
      );
    }
  }
}

function monthText(words: Words, repeat: Extract<Repeat, { readonly every: 'month' }>, time: string): string {
  const say = words.memo.every;
  if ('nth' in repeat) {
    return say.monthWeekday(repeat.interval, repeat.nth, weekdayName(words, repeat.weekday), time);
  }
  if (repeat.day === -1) return say.lastDay(repeat.interval, time);
  return repeat.shortMonths === 'last-day'
    ? say.monthEnd(repeat.interval, repeat.day, time)
    : say.monthDay(repeat.interval, repeat.day, time);
}

function weekdayName({ locale }: Words, weekday: number): string {
  const name = dayName(A_MONDAY.add({ days: weekday - 1 }).toString(), locale, { weekday: 'long' });
  // Within a sentence, Turkish writes weekdays with a small letter, and English with a capital.
  return locale.startsWith('en') ? name : name.toLocaleLowerCase(locale);
}

export function capital(sentence: string, locale: string): string {
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}

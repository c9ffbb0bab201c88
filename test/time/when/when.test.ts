import {
  type Arbitrary,
  array,
  assert,
  constant,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextOccurrence, readRule, type Repeat, ruleText } from '../../../src/time/when/repeat.ts';
import type { When } from '../../../src/time/when/meaning.ts';
import { readWhen } from '../../../src/time/when/when.ts';
import { LEXICONS } from '../../../src/words/lexicons.ts';

const ZONE = 'Europe/Istanbul';
/** A Wednesday. */
const NOW = '2026-11-25T14:00';

const instant = (local: string, timeZone = ZONE): number =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds;

const local = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

type Choice = Extract<When, { readonly is: 'once' | 'repeat' }>;

/** `2026-11-26T18:30`, or `FREQ=DAILY @ 2026-11-26T07:00` with the first time. */
const told = (choice: Choice): string =>
  choice.is === 'once' ? local(choice.at) : `${ruleText(choice.repeat)} @ ${local(choice.at)}`;

function read(text: string, language: 'en' | 'tr'): string {
  const reader = { now: instant(NOW), timeZone: ZONE, usualHour: 9 };
  const others = Object.values(LEXICONS).filter((lexicon) => lexicon !== LEXICONS[language]);
  const when = readWhen(text, reader, [LEXICONS[language], ...others]);
  if (when.is === 'refused') return when.why;
  return when.is === 'ask' ? when.choices.map(told).join(' | ') : told(when);
}

const ENGLISH = `
in an hour and a half             2026-11-25T15:30
in half an hour                   2026-11-25T14:30
in two and a half hours           2026-11-25T16:30
in three quarters of an hour      2026-11-25T14:45
in 1 hour and 30 minutes          2026-11-25T15:30
in 1.5 hours                      2026-11-25T15:30
30m                               2026-11-25T14:30
in a couple of hours              2026-11-25T16:00
2 hours from now                  2026-11-25T16:00
in 3 days                         2026-11-28T09:00
in 3 days at 18:00                2026-11-28T18:00
in a fortnight                    2026-12-09T09:00
in 2 weeks on friday              2026-12-11T09:00
in 2 days' time                   2026-11-27T09:00
tomorrow 18:30                    2026-11-26T18:30
Tomorrow, 6:30 PM                 2026-11-26T18:30
9 am tomorrow                     2026-11-26T09:00
tomorrow at 5                     2026-11-26T05:00 | 2026-11-26T17:00
tomorrow morning                  2026-11-26T09:00
tomorrow at 9 in the evening      2026-11-26T21:00
tomorrow at midnight              2026-11-26T00:00 | 2026-11-27T00:00
tonight at 8                      2026-11-25T20:00
tonight at 1                      2026-11-26T01:00
this evening                      2026-11-25T19:00
noon                              2026-11-26T12:00
midnight                          2026-11-26T00:00
at 5                              2026-11-25T17:00 | 2026-11-26T05:00
at 15                             2026-11-25T15:00
at 12                             2026-11-26T12:00
7:45                              2026-11-25T19:45 | 2026-11-26T07:45
07:45                             2026-11-26T07:45
18.30                             2026-11-25T18:30
half past six                     2026-11-25T18:30 | 2026-11-26T06:30
quarter to one                    2026-11-26T12:45
ten past 8 pm                     2026-11-25T20:10
eleven thirty                     2026-11-25T23:30 | 2026-11-26T11:30
friday 9am                        2026-11-27T09:00
wednesday 13:00                   2026-12-02T13:00
wednesday 15:00                   2026-11-25T15:00
next friday 9am                   2026-11-27T09:00 | 2026-12-04T09:00
friday next week                  2026-12-04T09:00
next week                         2026-11-30T09:00 | 2026-12-02T09:00
December 3rd                      2026-12-03T09:00
dec 3, 2027 9am                   2027-12-03T09:00
3/12 20:00                        2026-12-03T20:00 | 2027-03-12T20:00
25/12 10am                        2026-12-25T10:00
12/25                             2026-12-25T09:00
2026-12-03T10:00                  2026-12-03T10:00
12.30                             2026-11-26T12:30
on the 15th                       2026-12-15T09:00
first monday of the month 10:00   2026-12-07T10:00
every day                         FREQ=DAILY @ 2026-11-26T09:00
every day at 7                    FREQ=DAILY @ 2026-11-25T19:00 | FREQ=DAILY @ 2026-11-26T07:00
every mon,wed 07:00               FREQ=WEEKLY;BYDAY=MO,WE @ 2026-11-30T07:00
mon, wed 07:00                    FREQ=WEEKLY;BYDAY=MO,WE @ 2026-11-30T07:00 | 2026-11-30T07:00
every mon-fri 09:00               FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-26T09:00
mondays at 18:00                  FREQ=WEEKLY;BYDAY=MO @ 2026-11-30T18:00
weekdays at 09:00                 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-26T09:00
every weekday except friday at 9am  FREQ=WEEKLY;BYDAY=MO,TU,WE,TH @ 2026-11-26T09:00
every day except sunday 09:00     FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA @ 2026-11-26T09:00
every 2 weeks on sunday 21:00     FREQ=WEEKLY;INTERVAL=2;BYDAY=SU @ 2026-11-29T21:00
every second tuesday 10:00        FREQ=WEEKLY;INTERVAL=2;BYDAY=TU @ 2026-12-01T10:00 | FREQ=MONTHLY;BYDAY=2TU @ 2026-12-08T10:00
every other day 10:00             FREQ=DAILY;INTERVAL=2 @ 2026-11-26T10:00
every month on the 31st 12:00     FREQ=MONTHLY;BYMONTHDAY=-1 @ 2026-11-30T12:00 | FREQ=MONTHLY;BYMONTHDAY=31 @ 2026-12-31T12:00
every month on the 30th 12:00     RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=BACKWARD @ 2026-11-30T12:00 | FREQ=MONTHLY;BYMONTHDAY=30 @ 2026-11-30T12:00
the last friday of every month at 17:00  FREQ=MONTHLY;BYDAY=-1FR @ 2026-11-27T17:00
every year on 3 december          FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3 @ 2026-12-03T09:00
every 3 hours                     FREQ=HOURLY;INTERVAL=3 @ 2026-11-25T15:00
every 90 minutes                  FREQ=MINUTELY;INTERVAL=90 @ 2026-11-25T15:00
every 30 minutes                  too-often
yesterday 10:00                   past
today 10:00                       past
2026-11-20                        past
30 february                       no-such-day
31/4                              no-such-day
in 10 years                       too-far
call mum                          unclear
tomorrow maybe                    unclear
in an hour tomorrow               unclear
tomorrow 18:30 19:30              unclear
25:00                             unclear
in 0 minutes                      unclear
in -2 hours                       unclear
every 0 days                      unclear
last monday                       unclear
`;

const TURKISH = `
yarım saat sonra                  2026-11-25T14:30
bir buçuk saat sonra              2026-11-25T15:30
2 saat 15 dakika sonra            2026-11-25T16:15
yarım saate                       2026-11-25T14:30
3 gün sonra 18.30'da              2026-11-28T18:30
iki hafta sonra cuma              2026-12-11T09:00
yarın 18.30                       2026-11-26T18:30
YARIN SABAH                       2026-11-26T09:00
yarın saat 5'te                   2026-11-26T05:00 | 2026-11-26T17:00
bugün 18:00                       2026-11-25T18:00
bu akşam 8'de                     2026-11-25T20:00
bu gece 1'de                      2026-11-26T01:00
öğleden sonra 3'te                2026-11-25T15:00
öğlen 1'de                        2026-11-26T13:00
akşam 8 buçukta                   2026-11-25T20:30
gece 12'de                        2026-11-26T00:00
gece 2'de                         2026-11-26T02:00
saat 5'te                         2026-11-25T17:00 | 2026-11-26T05:00
saat on buçuk                     2026-11-25T22:30 | 2026-11-26T10:30
sekizde                           2026-11-25T20:00 | 2026-11-26T08:00
öbür gün 10:00                    2026-11-27T10:00
cuma akşamı                       2026-11-27T19:00
haftaya cuma 20:00                2026-12-04T20:00
haftaya bugün                     2026-12-02T09:00
gelecek cuma 20:00                2026-11-27T20:00 | 2026-12-04T20:00
önümüzdeki cuma 10:00             2026-11-27T10:00
3 Aralık'ta                       2026-12-03T09:00
3 Aralık Perşembe 10:00           2026-12-03T10:00
3 Aralık Cuma 10:00               no-such-day
ayın 15'inde 10:00                2026-12-15T10:00
03.12                             2026-12-03T09:00 | 2026-11-26T03:12
03.12 20.00                       2026-12-03T20:00
03.12.2026 20.00                  2026-12-03T20:00
her gün 07:00'de                  FREQ=DAILY @ 2026-11-26T07:00
her sabah 7'de                    FREQ=DAILY @ 2026-11-26T07:00
akşamları 9'da                    FREQ=DAILY @ 2026-11-25T21:00
her pazartesi ve çarşamba 07.00   FREQ=WEEKLY;BYDAY=MO,WE @ 2026-11-30T07:00
pazartesileri 10:00               FREQ=WEEKLY;BYDAY=MO @ 2026-11-30T10:00
hafta içi her gün 09:00           FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @ 2026-11-26T09:00
pazar hariç her gün 09:00         FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA @ 2026-11-26T09:00
iki haftada bir salı 19:00        FREQ=WEEKLY;INTERVAL=2;BYDAY=TU @ 2026-12-01T19:00
gün aşırı 10:00                   FREQ=DAILY;INTERVAL=2 @ 2026-11-26T10:00
her ayın ilk pazartesisi 10:00    FREQ=MONTHLY;BYDAY=1MO @ 2026-12-07T10:00
her ayın son günü 10:00           FREQ=MONTHLY;BYMONTHDAY=-1 @ 2026-11-30T10:00
her yıl 3 Aralık 10:00            FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3 @ 2026-12-03T10:00
üç saatte bir                     FREQ=HOURLY;INTERVAL=3 @ 2026-11-25T15:00
30 dakikada bir                   too-often
dün 10:00                         past
30 şubat                          no-such-day
annemi ara                        unclear
yarın belki                       unclear
`;

const rows = (table: string): readonly (readonly [string, string])[] =>
  table
    .trim()
    .split('\n')
    .map((row) => {
      const [text = '', meaning = ''] = row.split(/ {2,}/);
      return [text, meaning] as const;
    });

describe('a typed text is read as a person means it', () => {
  test.each(rows(ENGLISH))('%s', (text, meaning) => {
    expect(read(text, 'en')).toBe(meaning);
  });

  test.each(rows(TURKISH))('%s', (text, meaning) => {
    expect(read(text, 'tr')).toBe(meaning);
  });

  test('another language than their own is understood too', () => {
    expect(read('yarın 18.30', 'en')).toBe('2026-11-26T18:30');
    expect(read('tomorrow 18:30', 'tr')).toBe('2026-11-26T18:30');
  });

  test('any text is read without an error', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect(read(text, 'en')).toBeTypeOf('string');
      }),
    );
    const words = constantFrom(
      'every',
      'in',
      '5',
      '18:30',
      '3/12',
      'friday',
      'next',
      'month',
      'half',
      'of',
      'the',
      '31st',
      'last',
      '99999999999',
    );
    assert(
      property(array(words, { maxLength: 7 }), (said) => {
        expect(read(said.join(' '), 'en')).toBeTypeOf('string');
      }),
    );
  });

  test('the offered times are in the future', () => {
    const words = constantFrom(
      'tomorrow',
      'today',
      'friday',
      'next',
      '5',
      '18:30',
      '3/12',
      'evening',
      'the 15th',
    );
    assert(
      property(array(words, { minLength: 1, maxLength: 4 }), (said) => {
        const when = readWhen(said.join(' '), { now: instant(NOW), timeZone: ZONE, usualHour: 9 }, [
          LEXICONS.en,
        ]);
        const choices = when.is === 'ask' ? when.choices : when.is === 'refused' ? [] : [when];
        for (const { at } of choices) expect(at).toBeGreaterThan(instant(NOW));
      }),
    );
  });
});

const repeats: Arbitrary<Repeat> = oneof(
  record({
    every: constantFrom('minute' as const, 'hour' as const, 'day' as const),
    interval: integer({ min: 60, max: 99 }),
  }),
  record({
    every: constant('week' as const),
    interval: integer({ min: 1, max: 6 }),
    weekdays: uniqueArray(integer({ min: 1, max: 7 }), { minLength: 1 }).map((days) =>
      days.toSorted((a, b) => a - b),
    ),
  }),
  record({
    every: constant('month' as const),
    interval: integer({ min: 1, max: 12 }),
    day: integer({ min: 1, max: 31 }),
    shortMonths: constantFrom('last-day' as const, 'nothing' as const),
  }),
  record({
    every: constant('month' as const),
    interval: integer({ min: 1, max: 12 }),
    weekday: integer({ min: 1, max: 7 }),
    nth: constantFrom(1, 2, 3, 4, -1),
  }),
);

/** The first two dates of a rule that is counted from 30 January 2027. */
const datesOf = (rule: string): readonly (string | undefined)[] => {
  const recurrence = { repeat: readRule(rule), time: '12:00', from: '2027-01-30', timeZone: ZONE };
  const first = nextOccurrence(recurrence, instant('2027-01-01T00:00'));
  const second = nextOccurrence(recurrence, first?.at ?? Infinity);
  return [first?.date, second?.date];
};

const isWithinDays = ({ every }: Repeat): boolean => every === 'minute' || every === 'hour';

describe('a repeated time', () => {
  test.each([
    ['Europe/Berlin', '2027-03-27', ['2027-03-27T01:30:00Z', '2027-03-28T01:30:00Z', '2027-03-29T00:30:00Z']],
    ['Europe/Berlin', '2027-10-30', ['2027-10-30T00:30:00Z', '2027-10-31T00:30:00Z', '2027-11-01T01:30:00Z']],
    [
      'Europe/Istanbul',
      '2027-03-27',
      ['2027-03-26T23:30:00Z', '2027-03-27T23:30:00Z', '2027-03-28T23:30:00Z'],
    ],
  ])('stays at 02:30 on the clocks of %s from %s on', (timeZone, from, expected) => {
    const recurrence = { repeat: readRule('FREQ=DAILY'), time: '02:30', from, timeZone };
    const found: string[] = [];
    let after = instant(`${from}T00:00`, timeZone) - 1;
    while (found.length < expected.length) {
      after = nextOccurrence(recurrence, after)?.at ?? Infinity;
      found.push(Temporal.Instant.fromEpochMilliseconds(after).toString());
    }
    expect(found).toEqual(expected);
  });

  test('on a day that a month lacks is on its last day or left out, as chosen', () => {
    expect(datesOf('FREQ=MONTHLY;BYMONTHDAY=30')).toEqual(['2027-01-30', '2027-03-30']);
    expect(datesOf('RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=30;SKIP=BACKWARD')).toEqual([
      '2027-01-30',
      '2027-02-28',
    ]);
    expect(datesOf('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29')).toEqual(['2028-02-29', '2032-02-29']);
  });

  test('has a rule that reads as it was written', () => {
    assert(
      property(repeats, (repeat) => {
        expect(ruleText(readRule(ruleText(repeat)))).toBe(ruleText(repeat));
      }),
    );
  });

  test('is later each time, and on a later date if that is asked for', () => {
    assert(
      property(repeats, integer({ min: 0, max: 700 }), (repeat, days) => {
        const recurrence = { repeat, time: '02:30', from: '2026-03-01', timeZone: 'Europe/Berlin' };
        const after = instant('2026-03-01T00:00') + days * 86_400_000;
        const first = nextOccurrence(recurrence, after);
        const second = nextOccurrence(recurrence, first?.at ?? after);
        expect(first?.at).toBeGreaterThan(after);
        expect(second?.at).toBeGreaterThan(first?.at ?? Infinity);
        const onLaterDate = nextOccurrence(recurrence, after, first?.date);
        expect(isWithinDays(repeat) || onLaterDate?.date === second?.date).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

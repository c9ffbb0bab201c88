import { describe, expect, test } from 'vitest';
import { readPast } from '../../../src/time/when/past.ts';
import { LEXICONS } from '../../../src/words/lexicons.ts';

const ZONE = 'Europe/Istanbul';
/** A Wednesday. */
const NOW = '2026-11-25T14:00';

const local = (at: number): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(ZONE)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

function read(text: string, language: 'en' | 'tr'): string {
  const now = Temporal.PlainDateTime.from(NOW).toZonedDateTime(ZONE).epochMilliseconds;
  const others = Object.values(LEXICONS).filter((lexicon) => lexicon !== LEXICONS[language]);
  const past = readPast(text, { now, timeZone: ZONE }, [LEXICONS[language], ...others]);
  if (typeof past === 'string') return past;
  return (past.is === 'days' ? past.dates : past.at.map(local)).join(' | ');
}

const ENGLISH = `
yesterday                         2026-11-24
today                             2026-11-25
the day before yesterday          2026-11-23
yesterday 18:30                   2026-11-24T18:30
yesterday at 6pm                  2026-11-24T18:00
yesterday at 6                    2026-11-24T18:00 | 2026-11-24T06:00
yesterday evening                 2026-11-24T19:00
last night                        2026-11-24T21:00
last night at 11                  2026-11-24T23:00
this morning at 8                 2026-11-25T08:00
at 9                              2026-11-25T09:00
at 16:00                          2026-11-24T16:00
12.30                             2026-11-25T12:30
2 hours ago                       2026-11-25T12:00
an hour and a half ago            2026-11-25T12:30
3 days ago                        2026-11-22
3 days ago at 10:00               2026-11-22T10:00
a week ago                        2026-11-18
monday                            2026-11-23
last monday 20:00                 2026-11-23T20:00
wednesday                         2026-11-25
last wednesday                    2026-11-18
friday                            2026-11-20
20 november                       2026-11-20
november 20 at 19:00              2026-11-20T19:00
2026-11-20                        2026-11-20
20/11                             2026-11-20
5/11                              2026-11-05 | 2026-05-11
24 december                       2025-12-24
30 february                       no-such-day
tomorrow                          ahead
in 2 hours                        ahead
today 16:00                       ahead
next friday                       ahead
every monday                      unclear
monday and tuesday                unclear
soonish                           unclear
the 3rd of the month              unclear
`;

const TURKISH = `
dün                               2026-11-24
dün 18.30                         2026-11-24T18:30
dün akşam                         2026-11-24T19:00
evvelsi gün                       2026-11-23
bu sabah 8'de                     2026-11-25T08:00
2 saat önce                       2026-11-25T12:00
yarım saat önce                   2026-11-25T13:30
3 gün önce                        2026-11-22
pazartesi                         2026-11-23
geçen pazartesi 20:00             2026-11-23T20:00
20 kasım                          2026-11-20
20.11.2026                        2026-11-20
yarın                             ahead
2 saat sonra                      ahead
`;

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => /^(.*?) {2,}(.*)$/.exec(line)?.slice(1) ?? ['', '']);

describe('a text about a time that is over', () => {
  test.each(rows(ENGLISH))('%s', (text, meaning) => {
    expect(read(text ?? '', 'en')).toBe(meaning);
  });
  test.each(rows(TURKISH))('%s', (text, meaning) => {
    expect(read(text ?? '', 'tr')).toBe(meaning);
  });
});

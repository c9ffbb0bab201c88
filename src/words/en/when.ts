import type { Lexicon, Sense, Unit } from '../../time/when/lexicon.ts';

const WEEKDAYS = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed', 'weds'],
  ['thursday', 'thu', 'thur', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];
const MONTHS = [
  ['january', 'jan'],
  ['february', 'feb'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
];
const UNITS: readonly (readonly [Unit, readonly string[]])[] = [
  ['minute', ['minute', 'minutes', 'min', 'mins', 'm']],
  ['hour', ['hour', 'hours', 'hr', 'hrs', 'h']],
  ['day', ['day', 'days', 'd']],
  ['week', ['week', 'weeks', 'wk', 'wks', 'w']],
  ['month', ['month', 'months']],
  ['year', ['year', 'years', 'yr', 'yrs']],
];
const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 };
const EVERY: Sense = { is: 'every' };

const all = (sense: Sense, ...words: readonly string[]): readonly (readonly [string, readonly Sense[]])[] =>
  words.map((word) => [word, [sense]] as const);

/** The English words for times. */
export const when: Lexicon = {
  senses: Object.fromEntries([
    ...WEEKDAYS.flatMap((names, index) => all({ is: 'weekdays', days: [index + 1] }, ...names)),
    ...WEEKDAYS.flatMap(([name], index): readonly (readonly [string, readonly Sense[]])[] => [
      [`${name}s`, [EVERY, { is: 'weekdays', days: [index + 1] }]],
    ]),
    ...MONTHS.flatMap((names, index) => all({ is: 'month', month: index + 1 }, ...names)),
    ...UNITS.flatMap(([unit, names]) => all({ is: 'unit', unit }, ...names)),
    ...NUMBERS.flatMap((name, value) => all({ is: 'number', value }, name)),
    ...Object.entries(TENS).flatMap(([name, value]) => all({ is: 'number', value }, name)),
    ...all({ is: 'number', value: 1, article: true }, 'a', 'an'),
    ...all({ is: 'number', value: 2 }, 'a couple of', 'a couple'),
    ...all({ is: 'half' }, 'half', 'half a', 'half an'),
    ...all(
      { is: 'quarter' },
      'quarter',
      'quarter of',
      'quarters of',
      'quarters',
      'a quarter',
      'a quarter of',
    ),
    ...all({ is: 'and' }, 'and'),
    ...all({ is: 'until' }, 'through', 'thru', 'until'),
    ...all({ is: 'in' }, 'in', 'after', 'within the next'),
    ...all({ is: 'later' }, 'later', 'from now', 'hence'),
    ...all({ is: 'ago' }, 'ago', 'earlier'),
    ...all({ is: 'at' }, 'at', '@', 'around', 'at about'),
    ...all({ is: 'oclock' }, "o'clock", 'oclock', 'sharp'),
    ...all({ is: 'past', sign: 1 }, 'past', 'minutes past'),
    ...all({ is: 'past', sign: -1 }, 'to', 'minutes to'),
    ...all({ is: 'half-day', pm: false }, 'am', 'a.m'),
    ...all({ is: 'half-day', pm: true }, 'pm', 'p.m'),
    ...all({ is: 'part', part: 'morning' }, 'morning', 'in the morning'),
    ...all({ is: 'part', part: 'noon' }, 'noon', 'midday', 'lunchtime', 'at lunch'),
    ...all({ is: 'part', part: 'afternoon' }, 'afternoon', 'in the afternoon'),
    ...all({ is: 'part', part: 'evening' }, 'evening', 'in the evening'),
    ...all({ is: 'part', part: 'night' }, 'night', 'at night', 'in the night'),
    ...all({ is: 'part', part: 'midnight' }, 'midnight'),
    ['mornings', [EVERY, { is: 'part', part: 'morning' }]],
    ['evenings', [EVERY, { is: 'part', part: 'evening' }]],
    ['nightly', [EVERY, { is: 'part', part: 'night' }]],
    [
      'tonight',
      [
        { is: 'ahead', days: 0 },
        { is: 'part', part: 'night' },
      ],
    ],
    ...all({ is: 'ahead', days: 0 }, 'today'),
    ...all({ is: 'ahead', days: 1 }, 'tomorrow', 'tmrw', 'tmr', 'tomorow', 'tommorow', 'tommorrow'),
    ...all({ is: 'ahead', days: 2 }, 'day after tomorrow', 'the day after tomorrow'),
    ...all({ is: 'ahead', days: -1 }, 'yesterday'),
    [
      'last night',
      [
        { is: 'ahead', days: -1 },
        { is: 'part', part: 'night' },
      ],
    ],
    ...all({ is: 'ahead', days: -2 }, 'day before yesterday', 'the day before yesterday'),
    ...all({ is: 'next' }, 'next'),
    ...all({ is: 'this' }, 'this', 'coming', 'this coming'),
    ...all({ is: 'next-week' }, 'next week', 'of next week'),
    ...all({ is: 'next-month' }, 'next month', 'of next month'),
    ...all(EVERY, 'every', 'each'),
    ...all({ is: 'other' }, 'other', 'second other'),
    ...all({ is: 'except' }, 'except', 'except on', 'but', 'but not', 'but not on'),
    ...all({ is: 'nth', nth: 1 }, 'first'),
    ...all({ is: 'nth', nth: 2 }, 'second'),
    ...all({ is: 'nth', nth: 3 }, 'third'),
    ...all({ is: 'nth', nth: 4 }, 'fourth'),
    ...all({ is: 'nth', nth: -1 }, 'last'),
    ...all({ is: 'of-month' }, 'of the month', 'of each month', 'of a month'),
    ['of every month', [EVERY, { is: 'unit', unit: 'month' }]],
    ['daily', [EVERY, { is: 'unit', unit: 'day' }]],
    ['weekly', [EVERY, { is: 'unit', unit: 'week' }]],
    ['fortnightly', [EVERY, { is: 'number', value: 2 }, { is: 'unit', unit: 'week' }]],
    ['biweekly', [EVERY, { is: 'number', value: 2 }, { is: 'unit', unit: 'week' }]],
    ['monthly', [EVERY, { is: 'unit', unit: 'month' }]],
    ['yearly', [EVERY, { is: 'unit', unit: 'year' }]],
    ['annually', [EVERY, { is: 'unit', unit: 'year' }]],
    ['hourly', [EVERY, { is: 'unit', unit: 'hour' }]],
    ['once a day', [EVERY, { is: 'unit', unit: 'day' }]],
    ['once a week', [EVERY, { is: 'unit', unit: 'week' }]],
    ['once a month', [EVERY, { is: 'unit', unit: 'month' }]],
    [
      'a fortnight',
      [
        { is: 'number', value: 2 },
        { is: 'unit', unit: 'week' },
      ],
    ],
    ...all({ is: 'weekdays', days: [1, 2, 3, 4, 5] }, 'weekday', 'workday'),
    ['weekdays', [EVERY, { is: 'weekdays', days: [1, 2, 3, 4, 5] }]],
    ['workdays', [EVERY, { is: 'weekdays', days: [1, 2, 3, 4, 5] }]],
    ...all({ is: 'weekdays', days: [6, 7] }, 'weekend'),
    ['weekends', [EVERY, { is: 'weekdays', days: [6, 7] }]],
    ...all({ is: 'filler' }, 'on', 'the', 'on the', 'of', 'by', 'time', 'from', 'starting', 'please'),
  ]),
  endings: [],
  ordinals: ['st', 'nd', 'rd', 'th'],
  monthMayComeFirst: true,
};

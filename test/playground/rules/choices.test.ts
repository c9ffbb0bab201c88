import { expect, test } from 'vitest';
import { answer, many, verdict } from './ask.ts';

const STRING = 3;
const INTEGER = 4;
const NUMBER = 10;
const named = (value: string | number, more: object = {}): object => ({ name: 'ACID', value, ...more });

test.each<[string, (object | null)[], number, string[]]>([
  ['none', [], STRING, []],
  ['a hole', [null], STRING, ['data.choices.0 LIST_ITEM_VALUE_REQUIRED']],
  ['25', many(25, (index) => named(`t${index}`)), STRING, []],
  ['26', many(26, (index) => named(`t${index}`)), STRING, ['data.choices BASE_TYPE_MAX_LENGTH']],
  ['a name of 100', [named('a', { name: 'x'.repeat(100) })], STRING, []],
  [
    'a name of 101',
    [named('a', { name: 'x'.repeat(101) })],
    STRING,
    ['data.choices.0.name BASE_TYPE_MAX_LENGTH'],
  ],
  ['an empty name', [named('a', { name: '' })], STRING, ['data.choices.0.name BASE_TYPE_MIN_LENGTH']],
  ['a blank name', [named('a', { name: ' ' })], STRING, ['data.choices.0.name BASE_TYPE_REQUIRED']],
  ['a value of 100', [named('x'.repeat(100))], STRING, []],
  ['a value of 101', [named('x'.repeat(101))], STRING, ['data.choices.0.value BASE_TYPE_BAD_LENGTH']],
  ['an empty value', [named('')], STRING, ['data.choices.0.value BASE_TYPE_BAD_LENGTH']],
  ['a number for a string', [named(5)], STRING, ['data.choices.0.value STRING_TYPE_CONVERT']],
  ['an integer', [named(5)], INTEGER, []],
  ['a string for an integer', [named('5')], INTEGER, ['data.choices.0.value NUMBER_TYPE_COERCE']],
  ['a fraction for an integer', [named(0.5)], INTEGER, ['data.choices.0.value NUMBER_TYPE_COERCE']],
  ['a fraction for a number', [named(0.5)], NUMBER, []],
  ['a Turkish name', [named('a', { name_localizations: { tr: 'ASİT' } })], STRING, []],
  [
    'a name in no locale',
    [named('a', { name_localizations: { turkish: 'ASİT' } })],
    STRING,
    ['data.choices.0.name_localizations.turkish BASE_TYPE_CHOICES'],
  ],
])('choices: %s', (_what, choices, optionType, faults) => {
  expect(verdict(answer(8, { choices }, { interactionType: 4, optionType }))).toEqual(faults);
});

import { expect, test } from 'vitest';
import { many, option, post, row, select, verdict } from './ask.ts';

const strings = (options: readonly object[], more: object = {}): object => select(options, more);
const people = (more: object = {}): object => ({ type: 5, custom_id: 'who', ...more });
const user = (id: string): object => ({ id, type: 'user' });
const abc = [option('a'), option('b'), option('c')];

test.each<[string, object, string[]]>([
  ['25 options', strings(many(25, (index) => option(`o${index}`))), []],
  ['26 options', strings(many(26, (index) => option(`o${index}`))), ['options BASE_TYPE_MAX_LENGTH']],
  ['no options', strings([]), ['options BASE_TYPE_MIN_LENGTH']],
  [
    'the same value twice',
    strings([option('a'), option('a')]),
    ['options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED'],
  ],
  ['the same label twice', strings([option('a'), option('b', { label: 'a' })]), []],
  ['texts of 100', strings([option('x'.repeat(100), { description: 'x'.repeat(100) })]), []],
  [
    'a label of 101',
    strings([option('a', { label: 'x'.repeat(101) })]),
    ['options.0.label BASE_TYPE_MAX_LENGTH'],
  ],
  ['an empty label', strings([option('a', { label: '' })]), ['options.0.label BASE_TYPE_MIN_LENGTH']],
  [
    'a value of 101',
    strings([option('x'.repeat(101), { label: 'a' })]),
    ['options.0.value BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a description of 101',
    strings([option('a', { description: 'x'.repeat(101) })]),
    ['options.0.description BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a word for an emoji',
    strings([option('a', { emoji: { name: 'book' } })]),
    ['options.0.emoji.name BUTTON_COMPONENT_INVALID_EMOJI'],
  ],
  ['a placeholder of 150', strings(abc, { placeholder: 'x'.repeat(150) }), []],
  [
    'a placeholder of 151',
    strings(abc, { placeholder: 'x'.repeat(151) }),
    ['placeholder BASE_TYPE_MAX_LENGTH'],
  ],
  ['none or all', strings(abc, { min_values: 0, max_values: 3 }), []],
  ['more to choose than there is', strings(abc, { max_values: 4 }), ['options BASE_TYPE_BAD_LENGTH']],
  ['a minimum over the maximum', strings(abc, { min_values: 2 }), ['min_values NUMBER_TYPE_MAX']],
  ['a maximum of none', strings(abc, { min_values: 0, max_values: 0 }), ['max_values NUMBER_TYPE_MIN']],
  [
    'two defaults of two',
    strings([option('a', { default: true }), option('b', { default: true })], { max_values: 2 }),
    [],
  ],
  [
    'two defaults of one',
    strings([option('a', { default: true }), option('b', { default: true })]),
    ['options SELECT_COMPONENT_TOO_MANY_DEFAULTS'],
  ],
  ['a chosen person', people({ default_values: [user('1')] }), []],
  [
    'two chosen people of one',
    people({ default_values: [user('1'), user('2')] }),
    ['default_values SELECT_COMPONENT_TOO_MANY_DEFAULTS'],
  ],
  [
    'one chosen person of at least two',
    people({ default_values: [user('1')], min_values: 2, max_values: 5 }),
    ['default_values BASE_TYPE_MIN_LENGTH'],
  ],
  [
    'a chosen role among people',
    people({ default_values: [{ id: '1', type: 'role' }] }),
    ['default_values.0.type BASE_TYPE_CHOICES'],
  ],
  ['25 people', people({ max_values: 25 }), []],
  ['26 people', people({ max_values: 26 }), ['max_values NUMBER_TYPE_MAX']],
  ['no custom_id', people({ custom_id: undefined }), ['custom_id BASE_TYPE_REQUIRED']],
])('a select with %s', (_what, component, faults) => {
  expect(verdict(post({ components: [row(component)] }))).toEqual(
    faults.map((fault) => `components.0.components.0.${fault}`),
  );
});

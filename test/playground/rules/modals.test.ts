import { expect, test } from 'vitest';
import { answer, many, option, row, select, text, verdict } from './ask.ts';

const label = (component: object, more: object = {}): object => ({
  type: 18,
  label: 'Topic',
  component,
  ...more,
});
const input = (more: object = {}): object => ({ type: 4, custom_id: 'input', style: 1, ...more });
const radio = (count: number, more: object = {}): object => ({
  type: 21,
  custom_id: 'radio',
  options: many(count, (index) => option(`o${index}`)),
  ...more,
});
const boxes = (count: number, more: object = {}): object => ({ ...radio(count, more), type: 22 });
const upload = (more: object = {}): object => ({ type: 19, custom_id: 'file', ...more });
const modal = (components: readonly object[], more: object = {}): object => ({
  title: 'Proof',
  custom_id: 'proof',
  components,
  ...more,
});
const field = (component: object): object => modal([label(component)]);
const inField = 'components.0.component.';

test.each<[string, object, string[]]>([
  ['a text input in a label', field(input()), []],
  ['a title of 45', modal([label(input())], { title: 'x'.repeat(45) }), []],
  ['a title of 46', modal([label(input())], { title: 'x'.repeat(46) }), ['title BASE_TYPE_MAX_LENGTH']],
  ['a blank title', modal([label(input())], { title: ' ' }), ['title BASE_TYPE_REQUIRED']],
  ['no custom_id', modal([label(input())], { custom_id: undefined }), ['custom_id BASE_TYPE_REQUIRED']],
  ['five parts', modal(many(5, (index) => label(input({ custom_id: `i${index}` })))), []],
  [
    'six parts',
    modal(many(6, (index) => label(input({ custom_id: `i${index}` })))),
    ['components BASE_TYPE_BAD_LENGTH'],
  ],
  ['no parts', modal([]), ['components BASE_TYPE_MIN_LENGTH']],
  ['text above a field', modal([text('Say it simply'), label(input())]), []],
  ['a row', modal([row(input({ label: 'Topic' }))]), ['components.0.type UNION_TYPE_CHOICES']],
  ['a field without a label', modal([input()]), ['components.0.type UNION_TYPE_CHOICES']],
  [
    'a button',
    field({ type: 2, style: 1, label: 'a', custom_id: 'a' }),
    [`${inField}type UNION_TYPE_CHOICES`],
  ],
  ['a section', modal([{ type: 9, components: [text('a')] }]), ['components.0.type UNION_TYPE_CHOICES']],
  ['a label of 45', modal([label(input(), { label: 'x'.repeat(45) })]), []],
  [
    'a label of 46',
    modal([label(input(), { label: 'x'.repeat(46) })]),
    ['components.0.label BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a description of 101',
    modal([label(input(), { description: 'x'.repeat(101) })]),
    ['components.0.description BASE_TYPE_MAX_LENGTH'],
  ],
  ['an upload of some kinds', field(upload({ file_types: ['image', '.md', '.tar.gz'] })), []],
  [
    'an upload of what is no kind',
    field(upload({ file_types: ['.md', 'text'] })),
    [`${inField}file_types.1 BASE_TYPE_CHOICES`],
  ],
  [
    'an upload of eleven kinds',
    field(upload({ file_types: many(11, (index) => `.${index}`) })),
    [`${inField}file_types BASE_TYPE_MAX_LENGTH`],
  ],
  [
    'the same custom_id twice',
    modal([label(input()), label(input())]),
    ['components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  ['4,000 characters', field(input({ max_length: 4000 })), []],
  ['4,001 characters', field(input({ max_length: 4001 })), [`${inField}max_length NUMBER_TYPE_MAX`]],
  [
    'a minimum over the maximum',
    field(input({ min_length: 5, max_length: 4 })),
    [`${inField}min_length NUMBER_TYPE_MAX`],
  ],
  ['a value that fits', field(input({ value: 'acid', min_length: 4, max_length: 4 })), []],
  [
    'a value too long',
    field(input({ value: 'acids', max_length: 4 })),
    [`${inField}value BASE_TYPE_BAD_LENGTH`],
  ],
  [
    'a value too short',
    field(input({ value: 'a', min_length: 4 })),
    [`${inField}value BASE_TYPE_BAD_LENGTH`],
  ],
  ['no value yet', field(input({ value: '', min_length: 4 })), []],
  [
    'a placeholder of 101',
    field(input({ placeholder: 'x'.repeat(101) })),
    [`${inField}placeholder BASE_TYPE_MAX_LENGTH`],
  ],
  [
    'an input with a label of its own',
    field(input({ label: 'Topic' })),
    [`${inField}label TEXT_INPUT_LABEL_IN_LABEL`],
  ],
  ['a select', field(select([option('a')])), []],
  [
    'a disabled select',
    field(select([option('a')], { disabled: true })),
    [`${inField}disabled COMPONENT_DISABLED_IN_MODAL`],
  ],
  ['a select that may be left', field(select([option('a')], { min_values: 0, required: false })), []],
  [
    'a select that may be left and must not',
    field(select([option('a')], { min_values: 0 })),
    [`${inField}required COMPONENT_REQUIRED_WITH_NO_MINIMUM`],
  ],
  ['a channel select', field({ type: 8, custom_id: 'where', channel_types: [0] }), []],
  ['2 radio options', field(radio(2)), []],
  ['10 radio options', field(radio(10)), []],
  ['1 radio option', field(radio(1)), [`${inField}options BASE_TYPE_MIN_LENGTH`]],
  ['11 radio options', field(radio(11)), [`${inField}options BASE_TYPE_MAX_LENGTH`]],
  [
    'the same radio value twice',
    field(radio(2, { options: [option('a'), option('a')] })),
    [`${inField}options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED`],
  ],
  [
    'two radio defaults',
    field(radio(2, { options: [option('a', { default: true }), option('b', { default: true })] })),
    [`${inField}options SELECT_COMPONENT_TOO_MANY_DEFAULTS`],
  ],
  ['1 checkbox of a group', field(boxes(1)), []],
  ['11 checkboxes', field(boxes(11)), [`${inField}options BASE_TYPE_MAX_LENGTH`]],
  [
    'all checkboxes chosen',
    field(boxes(2, { options: [option('a', { default: true }), option('b', { default: true })] })),
    [],
  ],
  [
    'more checkboxes to choose than there are',
    field(boxes(2, { max_values: 3 })),
    [`${inField}options BASE_TYPE_BAD_LENGTH`],
  ],
  ['a checkbox', field({ type: 23, custom_id: 'box', default: true }), []],
  ['10 files', field(upload({ min_values: 1, max_values: 10 })), []],
  ['11 files', field(upload({ max_values: 11 })), [`${inField}max_values NUMBER_TYPE_MAX`]],
  ['files that may be left', field(upload({ min_values: 0, required: false })), []],
])('a modal with %s', (_what, data, faults) => {
  expect(verdict(answer(9, data, { interactionType: 2 }))).toEqual(faults.map((fault) => `data.${fault}`));
});

test('a modal may answer a press, never another modal', () => {
  expect(verdict(answer(9, field(input()), { interactionType: 3 }))).toEqual([]);
  expect(verdict(answer(9, field(input()), { interactionType: 5 }))).toEqual([
    'type INTERACTION_CALLBACK_TYPE_INVALID',
  ]);
});

import { expect, test } from 'vitest';
import type { Request } from '../../../playground/rules/index.ts';
import { many, put, verdict, type Row } from './ask.ts';

const slash = (more: object = {}): object => ({ name: 'done', description: 'Tick a topic off', ...more });
const option = (name: string, more: object = {}): object => ({
  type: 3,
  name,
  description: 'Which',
  ...more,
});
const withOptions = (...options: readonly object[]): ReturnType<typeof put> => put(slash({ options }));
const sub = (name: string, options: readonly object[] = []): object => ({
  type: 1,
  name,
  description: 'Do',
  options,
});
const choice = (name: string, value: string | number = name): object => ({ name, value });
const menu = (type: number, name: string): object => ({ type, name });
const path = '/applications/100000000000000001/commands';
const make = (body: object): Request => ({ method: 'POST', path, body });
const change = (body: object): Request => ({ method: 'PATCH', path: `${path}/100000000000000002`, body });
const invalidName = 'APPLICATION_COMMAND_INVALID_NAME';

const rows: Row[] = [
  ['a plain command', put(slash()), []],
  ['no commands', put(), []],
  ['permissions as a string of digits', put(slash({ default_member_permissions: '32' })), []],
  ['a name of 32', put(slash({ name: 'x'.repeat(32) })), []],
  ['a name of 33', put(slash({ name: 'x'.repeat(33) })), ['0.name BASE_TYPE_MAX_LENGTH']],
  ['a name in capitals', put(slash({ name: 'Done' })), [`0.name ${invalidName}`]],
  ['a name with a space', put(slash({ name: 'all done' })), [`0.name ${invalidName}`]],
  ['a name with a slash', put(slash({ name: '/done' })), [`0.name ${invalidName}`]],
  ['a Turkish name', put(slash({ name_localizations: { tr: 'bitirdim-ığüşöç' } })), []],
  [
    'a Turkish name in capitals',
    put(slash({ name_localizations: { tr: 'Bitti' } })),
    [`0.name_localizations.tr ${invalidName}`],
  ],
  ['a name in Hindi, with its vowel signs', put(slash({ name_localizations: { hi: 'सहायता' } })), []],
  [
    'a locale that Discord has not',
    put(slash({ name_localizations: { 'tr-TR': 'bitti' } })),
    ['0.name_localizations.tr-TR BASE_TYPE_CHOICES'],
  ],
  [
    'a locale in other letters',
    put(slash({ description_localizations: { 'en-us': 'Done' } })),
    ['0.description_localizations.en-us BASE_TYPE_CHOICES'],
  ],
  ['no description', put({ name: 'done' }), ['0.description BASE_TYPE_REQUIRED']],
  [
    'a description of 101',
    put(slash({ description: 'x'.repeat(101) })),
    ['0.description BASE_TYPE_MAX_LENGTH'],
  ],
  ['the same name twice', put(slash(), slash()), ['1.name APPLICATION_COMMANDS_DUPLICATE_NAME']],
  [
    'the same Turkish name twice',
    put(
      slash({ name: 'done', name_localizations: { tr: 'bitti' } }),
      slash({ name: 'over', name_localizations: { tr: 'bitti' } }),
    ),
    ['1.name_localizations.tr APPLICATION_COMMANDS_DUPLICATE_NAME'],
  ],
  [
    'a Turkish name that another has in every language',
    put(slash({ name: 'start' }), slash({ name: 'begin', name_localizations: { tr: 'start' } })),
    ['1.name_localizations.tr APPLICATION_COMMANDS_DUPLICATE_NAME'],
  ],
  ['the same name for a menu', put(slash(), menu(2, 'done')), []],
  ['100 slash commands', put(...many(100, (index) => slash({ name: `c${index}` }))), []],
  [
    '101 slash commands',
    put(...many(101, (index) => slash({ name: `c${index}` }))),
    ['APPLICATION_COMMANDS_MAX'],
  ],
  ['15 user commands', put(...many(15, (index) => menu(2, `Menu ${index}`))), []],
  ['16 user commands', put(...many(16, (index) => menu(2, `Menu ${index}`))), ['APPLICATION_COMMANDS_MAX']],
  [
    '16 message commands',
    put(...many(16, (index) => menu(3, `Menu ${index}`))),
    ['APPLICATION_COMMANDS_MAX'],
  ],
  ['a menu with capitals and spaces', put(menu(2, 'Show progress')), []],
  [
    'a menu with a description',
    put({ ...menu(2, 'Progress'), description: 'a' }),
    ['0.description APPLICATION_COMMAND_INVALID_DESCRIPTION'],
  ],
  [
    'a menu with options',
    put({ ...menu(3, 'Progress'), options: [option('a')] }),
    ['0.options APPLICATION_COMMAND_INVALID_OPTIONS'],
  ],

  ['both installs, all contexts', put(slash({ integration_types: [0, 1], contexts: [0, 1, 2] })), []],
  ['no contexts', put(slash({ contexts: [] })), ['0.contexts BASE_TYPE_MIN_LENGTH']],
  ['a context twice', put(slash({ contexts: [0, 0] })), ['0.contexts SET_TYPE_ALREADY_CONTAINS_VALUE']],
  ['an unknown context', put(slash({ contexts: [3] })), ['0.contexts.0 BASE_TYPE_CHOICES']],
  ['an unknown install', put(slash({ integration_types: [2] })), ['0.integration_types.0 BASE_TYPE_CHOICES']],

  ['25 options', withOptions(...many(25, (index) => option(`o${index}`))), []],
  [
    '26 options',
    withOptions(...many(26, (index) => option(`o${index}`))),
    ['0.options BASE_TYPE_MAX_LENGTH'],
  ],
  ['an option in capitals', withOptions(option('Topic')), [`0.options.0.name ${invalidName}`]],
  [
    'an option twice',
    withOptions(option('a'), option('a')),
    ['0.options.1.name APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME'],
  ],
  [
    'an option without a description',
    withOptions({ type: 3, name: 'a' }),
    ['0.options.0.description BASE_TYPE_REQUIRED'],
  ],
  [
    'an option of no type',
    withOptions({ type: 12, name: 'a', description: 'a' }),
    ['0.options.0.type UNION_TYPE_CHOICES'],
  ],
  ['required options first', withOptions(option('a', { required: true }), option('b')), []],
  [
    'a required option last',
    withOptions(option('a'), option('b', { required: true })),
    ['0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'a required option last in a subcommand',
    withOptions(sub('view', [option('a'), option('b', { required: true })])),
    ['0.options.0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  ['subcommands', withOptions(sub('view'), sub('join', [option('a')])), []],
  [
    'a subcommand beside an option',
    withOptions(sub('view'), option('a')),
    ['0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID'],
  ],
  [
    'a group of subcommands',
    withOptions({ type: 2, name: 'post', description: 'a', options: [sub('view')] }),
    [],
  ],
  [
    'a subcommand in a subcommand',
    withOptions(sub('view', [sub('deep')])),
    ['0.options.0.options.0.type UNION_TYPE_CHOICES'],
  ],

  ['autocomplete', withOptions(option('a', { autocomplete: true })), []],
  [
    'autocomplete and choices',
    withOptions(option('a', { autocomplete: true, choices: [choice('b')] })),
    ['0.options.0.choices APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE'],
  ],
  ['autocomplete and no choices', withOptions(option('a', { autocomplete: true, choices: [] })), []],
  ['25 choices', withOptions(option('a', { choices: many(25, (index) => choice(`c${index}`)) })), []],
  [
    '26 choices',
    withOptions(option('a', { choices: many(26, (index) => choice(`c${index}`)) })),
    ['0.options.0.choices BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a choice twice',
    withOptions(option('a', { choices: [choice('b', '1'), choice('b', '2')] })),
    ['0.options.0.choices.1.name APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS'],
  ],
  [
    'a choice of 101',
    withOptions(option('a', { choices: [choice('x'.repeat(101), 'x')] })),
    ['0.options.0.choices.0.name BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'a choice value of 101',
    withOptions(option('a', { choices: [choice('b', 'x'.repeat(101))] })),
    ['0.options.0.choices.0.value BASE_TYPE_BAD_LENGTH'],
  ],
  [
    'a number for a string choice',
    withOptions(option('a', { choices: [choice('b', 1)] })),
    ['0.options.0.choices.0.value STRING_TYPE_CONVERT'],
  ],
  ['a number for an integer choice', withOptions(option('a', { type: 4, choices: [choice('b', 1)] })), []],
  ['a range', withOptions(option('a', { type: 4, min_value: 0, max_value: 0 })), []],
  ['a command made', make(slash()), []],
  ['a command made with capitals', make(slash({ name: 'Done' })), [`name ${invalidName}`]],
  ['a command changed in one part', change({ description: 'Tick it off' }), []],
  [
    'a command changed for the worse',
    change({ options: [option('a'), option('b', { required: true })] }),
    ['options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID'],
  ],
  [
    'a range from more to less',
    withOptions(option('a', { type: 4, min_value: 2, max_value: 1 })),
    ['0.options.0.min_value APPLICATION_COMMAND_OPTIONS_RANGE_INVALID'],
  ],
  [
    'a length from more to less',
    withOptions(option('a', { min_length: 2, max_length: 1 })),
    ['0.options.0.min_length APPLICATION_COMMAND_OPTIONS_RANGE_INVALID'],
  ],
];

test.each(rows)('%s', (_what, request, faults) => {
  expect(verdict(request)).toEqual(faults);
});

/** A command of `total` characters: 39 choices of 200, names of 10, and descriptions that take the rest. */
function commandOf(total: number, localised: boolean): object {
  const described = (length: number): object =>
    localised
      ? { description: 'd', description_localizations: { tr: 'd'.repeat(length), de: 'dd' } }
      : { description: 'd'.repeat(length) };
  const choices = many(25, (index) => choice(`${index}`.padStart(100, 'n'), `${index}`.padStart(100, 'v')));
  const rest = total - 39 * 200 - 'done'.length - 'one'.length - 'two'.length;
  return slash({
    ...described(100),
    options: [
      option('one', { ...described(rest - 101), choices }),
      option('two', { ...described(1), choices: choices.slice(0, 14) }),
    ],
  });
}

test.each([false, true])(
  'a command may have 8,000 characters, in its longest localisation: %s',
  (localised) => {
    // The description of `two` is 'dd' in German: one character more than in any other language.
    const last = localised ? 7999 : 8000;
    expect(verdict(put(commandOf(last, localised)))).toEqual([]);
    expect(verdict(put(commandOf(last + 1, localised)))).toEqual(['0 APPLICATION_COMMAND_TOO_LARGE']);
  },
);

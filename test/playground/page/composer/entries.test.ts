import { describe, expect, test } from 'vitest';
import { entriesOf, matchEntries } from '../../../../playground/page/composer/entries.ts';
import type { CommandJson, CommandOptionJson } from '../../../../playground/state/json.ts';

const command = (
  name: string,
  options: CommandOptionJson[] = [],
  more: Partial<CommandJson> = {},
): CommandJson => ({
  id: name,
  application_id: '1',
  version: '1',
  type: 1,
  name,
  name_localizations: null,
  description: `About ${name}`,
  description_localizations: null,
  default_member_permissions: null,
  dm_permission: true,
  contexts: null,
  integration_types: [0],
  nsfw: false,
  options,
  ...more,
});

const COMMANDS = [
  command('today', [], { description_localizations: { tr: 'Bugün ne çalışmalı' } }),
  command('roadmap', [
    { type: 1, name: 'view', description: 'See it' },
    {
      type: 2,
      name: 'own',
      description: 'Own',
      options: [{ type: 1, name: 'import', description: 'Import' }],
    },
  ]),
  command('done', [
    { type: 3, name: 'topic', description: 'Which', required: true, autocomplete: true },
    { type: 5, name: 'quiet', description: 'Quietly' },
  ]),
  command('About', [], { type: 2 }),
];

describe('what can be typed after the slash', () => {
  test('commands and subcommands by their full names, without menu commands', () => {
    expect(entriesOf(COMMANDS, 'en-US').map((entry) => entry.path)).toEqual([
      'done',
      'roadmap own import',
      'roadmap view',
      'today',
    ]);
  });

  test('descriptions in the member’s language, or else as they are', () => {
    const described = entriesOf(COMMANDS, 'tr').map((entry) => entry.description);
    expect(described).toContain('Bugün ne çalışmalı');
    expect(described).toContain('About done');
  });

  test.each([
    ['', ['done', 'roadmap own import', 'roadmap view', 'today']],
    ['to', ['today']],
    ['roadmap', ['roadmap own import', 'roadmap view']],
    ['view', ['roadmap view']],
    ['oda', ['today']],
    ['D', ['done', 'roadmap own import', 'roadmap view', 'today']],
    ['xyz', []],
  ])('/%s', (typed, expected) => {
    expect(matchEntries(entriesOf(COMMANDS, 'en-US'), typed).map((entry) => entry.path)).toEqual(expected);
  });
});

import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { add, begin, change, EMPTY, type Draft } from '../../../../playground/page/composer/draft.ts';
import type { Entry, EntryOption } from '../../../../playground/page/composer/entries.ts';
import { offersFor, type Asked } from '../../../../playground/page/composer/offers.ts';
import type { Place } from '../../../../playground/page/composer/suggest.ts';

const option = (name: string, more: Partial<EntryOption> = {}): EntryOption => ({
  name,
  label: name,
  description: `About ${name}`,
  type: Kind.String,
  required: false,
  autocomplete: false,
  choices: [],
  channelTypes: null,
  min: null,
  max: null,
  minLength: null,
  maxLength: null,
  ...more,
});

const TOPIC = option('topic', { required: true, autocomplete: true });
const QUIET = option('quiet', { type: Kind.Boolean });
const SIZE = option('size', { choices: [{ name: 'Small', value: 's' }] });
const DONE: Entry = { path: 'done', label: 'done', description: 'Tick off', options: [TOPIC, QUIET, SIZE] };
const BOT = {
  id: '9',
  username: 'Roadmate',
  global_name: null,
  discriminator: '0001',
  avatar: null,
  public_flags: 0,
  flags: 0,
  primary_guild: null,
};
const YOU = { id: '1', name: 'Ana', locale: 'en-US', timeZone: 'UTC', about: 'member' };
const PLACE: Place = {
  world: {
    you: YOU,
    people: [YOU],
    ideas: [],
    bot: BOT,
    guilds: [],
    dm: {
      id: '2',
      guildId: null,
      kind: 'dm',
      parentId: null,
      name: 'Roadmate',
      topic: null,
      open: true,
      inVoice: [],
    },
    commands: {},
  },
  guild: null,
  yes: 'True',
  no: 'False',
};

const offered = (draft: Draft, active: string, asked: Asked | null = null, tail = '') => {
  const given =
    draft.mode === 'command' ? draft.given.find((each) => each.option.name === active) : undefined;
  const { heading, rows, status } = offersFor(draft, given, { entries: [DONE], tail, asked, place: PLACE });
  return [heading?.label ?? null, rows.map((row) => row.label), status];
};

describe('the list above the composer', () => {
  const draft = add(begin(DONE), QUIET);
  test.each([
    ['nothing for a text', EMPTY, '', null, '', [null, [], null]],
    ['commands after a slash', { mode: 'text', text: '/d' }, '', null, '', [null, ['/done'], null]],
    ['none that fits', { mode: 'text', text: '/x' }, '', null, '', [null, [], 'no commands']],
    ['what can be added', draft, '', null, '', ['/done', ['size'], null]],
    ['what can be added, by its name', draft, '', null, 'q', ['/done', [], null]],
    [
      'while the bot is asked',
      draft,
      'topic',
      { state: 'loading', choices: [] },
      '',
      ['topic', [], 'loading'],
    ],
    [
      'when it does not answer',
      draft,
      'topic',
      { state: 'failed', choices: [] },
      '',
      ['topic', [], 'failed'],
    ],
    [
      'when it finds nothing',
      draft,
      'topic',
      { state: 'ready', choices: [] },
      '',
      ['topic', [], 'no matches'],
    ],
    [
      'when it finds something',
      draft,
      'topic',
      { state: 'ready', choices: [{ name: 'ACID', value: 'a' }] },
      '',
      ['topic', ['ACID'], null],
    ],
    ['yes and no', draft, 'quiet', null, '', ['quiet', ['True', 'False'], null]],
    [
      'what is typed of it',
      change(draft, 'quiet', 'fal', null),
      'quiet',
      null,
      '',
      ['quiet', ['False'], null],
    ],
    ['nothing once chosen', change(draft, 'quiet', 'True', true), 'quiet', null, '', ['quiet', [], null]],
    ['choices', add(draft, SIZE), 'size', null, '', ['size', ['Small'], null]],
  ] as const)('%s', (_, what, active, asked, tail, expected) => {
    expect(offered(what, active, asked, tail)).toEqual(expected);
  });
});

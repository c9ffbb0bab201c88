import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import {
  addFiles,
  beginCommand,
  enterField,
  goTo,
  removeOption,
  showProblems,
  START,
  TAIL,
  take,
  writeOption,
  writeText,
  type Composing,
} from '../../../../playground/page/composer/composing.ts';
import type { Entry, EntryOption } from '../../../../playground/page/composer/entries.ts';
import { strokeOf } from '../../../../playground/page/composer/keys.ts';
import type { Offer } from '../../../../playground/page/composer/offers.ts';

const option = (name: string, required: boolean): EntryOption => ({
  name,
  label: name,
  description: '',
  type: Kind.String,
  required,
  autocomplete: false,
  choices: [],
  channelTypes: null,
  min: null,
  max: null,
  minLength: null,
  maxLength: null,
});
const TOPIC = option('topic', true);
const NOTE = option('note', false);
const DONE: Entry = { path: 'done', label: 'bitti', description: '', options: [TOPIC, NOTE] };

const FIRST: Offer = {
  key: '1',
  label: 'ACID',
  detail: '',
  pick: { kind: 'value', text: 'ACID', value: 'a' },
};
const SECOND: Offer = { key: '2', label: 'B-tree', detail: '', pick: { kind: 'option', option: NOTE } };
const ROWS = [FIRST, SECOND];

const text = (written: string): Composing => writeText(START, written, [DONE]);
const command = beginCommand(START, DONE);
const withNote = take({ ...command, active: TAIL }, SECOND.pick);
const at = (index: number): Composing => ({ ...command, at: index });

describe('keys in the composer', () => {
  test.each([
    ['down goes to the next offer', 'ArrowDown', at(0), ROWS, { kind: 'highlight', at: 1 }],
    ['down goes on with the first', 'ArrowDown', at(1), ROWS, { kind: 'highlight', at: 0 }],
    ['up goes on with the last', 'ArrowUp', at(0), ROWS, { kind: 'highlight', at: 1 }],
    ['up from nowhere takes the last', 'ArrowUp', at(-1), ROWS, { kind: 'highlight', at: 1 }],
    ['up goes to the offer before', 'ArrowUp', at(1), ROWS, { kind: 'highlight', at: 0 }],
    ['arrows without offers move in the text', 'ArrowDown', at(0), [], null],
    ['Enter takes the highlighted offer', 'Enter', at(1), ROWS, { kind: 'take', pick: SECOND.pick }],
    ['Enter sends if none is highlighted', 'Enter', at(-1), ROWS, { kind: 'send' }],
    ['Tab takes the first if none is highlighted', 'Tab', at(-1), ROWS, { kind: 'take', pick: FIRST.pick }],
    ['Tab without offers leaves the field', 'Tab', at(0), [], null],
    ['Escape closes the offers', 'Escape', command, ROWS, { kind: 'close' }],
    ['Escape gives up a command', 'Escape', command, [], { kind: 'clear' }],
    ['Escape gives up the beginning of one', 'Escape', text('/x'), [], { kind: 'clear' }],
    ['Escape leaves a text alone', 'Escape', text('x'), [], null],
    ['a letter is written', 'a', command, ROWS, null],
  ])('%s', (_, key, state, rows, stroke) => {
    expect(strokeOf({ key, shiftKey: false }, state, rows, false)).toEqual(stroke);
  });

  test.each([
    ['removes an optional option', withNote, { kind: 'remove', option: 'note' }],
    ['gives up a command at a required one', command, { kind: 'clear' }],
    ['goes from the end to the last option', goTo(withNote, TAIL), { kind: 'go to', field: 'note' }],
    [
      'gives up a command without options',
      goTo(beginCommand(START, { ...DONE, options: [] }), TAIL),
      { kind: 'clear' },
    ],
    ['has no effect on a message', text(''), null],
  ])('Backspace in an empty field %s', (_, state, stroke) => {
    expect(strokeOf({ key: 'Backspace', shiftKey: false }, state, ROWS, true)).toEqual(stroke);
    expect(strokeOf({ key: 'Backspace', shiftKey: false }, state, ROWS, false)).toBeNull();
  });

  test.each(['Enter', 'Tab'])('%s with Shift keeps its usual meaning', (key) => {
    expect(strokeOf({ key, shiftKey: true }, at(0), ROWS, false)).toBeNull();
  });
});

describe('the composer', () => {
  test('the name of a command and a space begin it, in either language', () => {
    expect(text('/done').draft).toEqual({ mode: 'text', text: '/done' });
    for (const written of ['/done ', '/bitti ']) {
      expect(text(written)).toMatchObject({ draft: { mode: 'command' }, wanted: { field: 'topic' }, at: 0 });
    }
    expect(text('/other ').draft.mode).toBe('text');
  });

  test('a value moves on to the next empty field, at last to the end, where Enter sends', () => {
    const given = take(withNote, { kind: 'value', text: 'why', value: 'why' });
    expect(given).toMatchObject({ active: 'topic', at: 0 });
    expect(take(given, FIRST.pick)).toMatchObject({ active: TAIL, at: -1, tail: '' });
  });

  test('an option that was removed is gone, and problems go with the next change', () => {
    const refused = showProblems(command, new Map([['topic', { kind: 'required' }]]));
    expect(refused).toMatchObject({ active: 'topic', wanted: { field: 'topic' } });
    expect(writeOption(refused, 'topic', 'x', null).problems.size).toBe(0);
    expect(removeOption(withNote, 'note').draft).toEqual(command.draft);
  });

  test('a field that gets the focus highlights its first offer, once', () => {
    expect(enterField({ ...command, at: 3 }, 'topic').at).toBe(3);
    expect(enterField({ ...command, at: 3 }, 'note').at).toBe(0);
    expect(enterField({ ...command, isClosed: true }, TAIL)).toMatchObject({ at: -1, isClosed: false });
  });

  test('a message takes ten files', () => {
    const file = { name: 'a.md', type: 'text/plain', data: '' };
    const nine = addFiles(
      START,
      Array.from({ length: 9 }, () => file),
    );
    expect(nine.files.length).toBe(9);
    expect(addFiles(nine, [file, file]).files.length).toBe(10);
  });
});

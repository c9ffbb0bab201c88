import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import {
  add,
  begin,
  change,
  drop,
  fillIn,
  finish,
  remaining,
  soFar,
  valueOf,
} from '../../../../playground/page/composer/draft.ts';
import type { Entry, EntryOption } from '../../../../playground/page/composer/entries.ts';

const option = (name: string, more: Partial<EntryOption> = {}): EntryOption => ({
  name,
  label: name,
  description: '',
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
const COUNT = option('count', { type: Kind.Integer, min: 1, max: 5 });
const ENTRY: Entry = { path: 'done', label: 'done', description: '', options: [TOPIC, COUNT] };

describe('a command in the composer', () => {
  test('required options are there, and others can be added and removed', () => {
    const draft = begin(ENTRY);
    expect(draft.given.map((given) => given.option.name)).toEqual(['topic']);
    expect(remaining(draft)).toEqual([COUNT]);
    expect(remaining(add(draft, COUNT))).toEqual([]);
    expect(drop(add(draft, COUNT), 'count')).toEqual(draft);
  });

  test('it can be sent when nothing is wrong with it', () => {
    const draft = change(add(begin(ENTRY), COUNT), 'topic', 'ACID', 'id-of-acid');
    expect(finish(draft)).toEqual({ values: { topic: 'id-of-acid' } });
    expect(finish(change(draft, 'count', '3', null))).toEqual({ values: { topic: 'id-of-acid', count: 3 } });
    expect(finish(begin(ENTRY))).toEqual({ problems: new Map([['topic', { kind: 'required' }]]) });
  });

  test('values that are not valid yet are left out for autocomplete', () => {
    const draft = change(change(add(begin(ENTRY), COUNT), 'count', '99', null), 'topic', 'aci', null);
    expect(soFar(draft, 'topic')).toEqual({ topic: 'aci' });
    expect(soFar(change(draft, 'count', '2', null), 'topic')).toEqual({ topic: 'aci', count: 2 });
  });

  test('another part of the page can fill it in', () => {
    expect(finish(fillIn(begin(ENTRY), { count: 2, topic: 'x' }))).toEqual({
      values: { topic: 'x', count: 2 },
    });
  });
});

describe('the value of an option', () => {
  const choices = [{ name: 'Small', value: 's' }];
  test.each([
    ['text', option('o'), 'hi', { value: 'hi' }],
    ['nothing', option('o'), '  ', null],
    ['too short a text', option('o', { minLength: 3 }), 'hi', { problem: { kind: 'too short', limit: 3 } }],
    ['too long a text', option('o', { maxLength: 1 }), 'hi', { problem: { kind: 'too long', limit: 1 } }],
    ['a choice by its name', option('o', { choices }), 'small', { value: 's' }],
    ['no choice', option('o', { choices }), 'tiny', { problem: { kind: 'not a choice' } }],
    ['a number', COUNT, '4', { value: 4 }],
    ['no number', COUNT, 'x', { problem: { kind: 'not a number' } }],
    ['a broken number', COUNT, '1.5', { problem: { kind: 'not whole' } }],
    ['a comma', option('o', { type: Kind.Number }), '1,5', { value: 1.5 }],
    ['too small', COUNT, '0', { problem: { kind: 'too small', limit: 1 } }],
    ['too large', COUNT, '6', { problem: { kind: 'too large', limit: 5 } }],
    ['a typed person', option('o', { type: Kind.User }), 'Ana', { problem: { kind: 'not a choice' } }],
  ])('%s', (_, of, text, expected) => {
    expect(valueOf({ option: of, text, chosen: null })).toEqual(expected);
  });
});

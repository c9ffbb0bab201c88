import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { initialValue, partsOf, problemOf } from '../../../../playground/page/modal/fields.ts';
import type { Component } from '../../../../playground/state/json.ts';

const text = (more: Partial<Component> = {}): Component => ({
  type: ComponentType.TextInput,
  custom_id: 't',
  ...more,
});
const select = (more: Partial<Component> = {}): Component => ({
  type: ComponentType.StringSelect,
  custom_id: 's',
  options: [
    { label: 'A', value: 'a' },
    { label: 'B', value: 'b', default: true },
  ],
  ...more,
});

describe('the fields of a modal', () => {
  test('texts, labels and rows of the old kind', () => {
    const modal = {
      custom_id: 'm',
      title: 'M',
      components: [
        { type: ComponentType.TextDisplay, content: 'Hello' },
        { type: ComponentType.Label, label: 'New', description: 'About', component: text() },
        { type: ComponentType.ActionRow, components: [text({ custom_id: 'old', label: 'Old' })] },
      ],
    };
    expect(partsOf(modal).map((part) => (part.kind === 'text' ? part.text : part.field.label))).toEqual([
      'Hello',
      'New',
      'Old',
    ]);
  });

  test.each([
    [text({ value: 'x' }), 'x'],
    [text(), ''],
    [select(), ['b']],
    [{ type: ComponentType.Checkbox, default: true }, true],
    [{ ...select(), type: ComponentType.RadioGroup }, 'b'],
  ])('%o begins with %o', (component, expected) => {
    expect(initialValue(component)).toEqual(expected);
  });

  test.each([
    ['an empty text', text(), '', { kind: 'required' }],
    ['an empty text that may be', text({ required: false, min_length: 3 }), '', null],
    ['too short a text', text({ min_length: 3 }), 'ab', { kind: 'too short', limit: 3 }],
    ['too long a text', text({ max_length: 1 }), 'ab', { kind: 'too long', limit: 1 }],
    ['no choice', select(), [], { kind: 'required' }],
    ['no choice where none is needed', select({ min_values: 0 }), [], null],
    ['too few', select({ min_values: 2 }), ['a'], { kind: 'too few', limit: 2 }],
    ['too many', select({ max_values: 1 }), ['a', 'b'], { kind: 'too many', limit: 1 }],
    ['an empty box', { type: ComponentType.Checkbox }, false, null],
  ])('%s', (_, component, value, expected) => {
    expect(problemOf(component, value)).toEqual(expected);
  });
});

import { expect, test } from 'vitest';
import { answer, nobody, text, V2, verdict, type Row } from './ask.ts';

const wrongType = 'type INTERACTION_CALLBACK_TYPE_INVALID';
const choice = { name: 'ACID', value: 'acid' };
const said = { ...nobody, content: 'a' };

const rows: Row[] = [
  ['a reply to a command', answer(4, said, { interactionType: 2 }), []],
  ['a reply to an interaction of unknown type', answer(4, said), []],
  ['a reply to a modal', answer(4, said, { interactionType: 5 }), []],
  ['an update in answer to a command', answer(7, said, { interactionType: 2 }), [wrongType]],
  ['an update in answer to a press', answer(7, said, { interactionType: 3 }), []],
  ['a deferred update of a press', answer(6, undefined, { interactionType: 3 }), []],
  ['a deferred update of a command', answer(6, undefined, { interactionType: 2 }), [wrongType]],
  ['choices for an autocomplete', answer(8, { choices: [choice] }, { interactionType: 4 }), []],
  ['choices for a command', answer(8, { choices: [choice] }, { interactionType: 2 }), [wrongType]],
  ['a reply to an autocomplete', answer(4, said, { interactionType: 4 }), [wrongType]],
  ['a callback of no type', answer(11), ['type UNION_TYPE_CHOICES']],

  ['a deferred reply', answer(5, {}), []],
  ['a deferred reply without data', answer(5), []],
  ['a deferred ephemeral reply', answer(5, { flags: 64 }), []],
  [
    'a deferred reply with the V2 flag',
    answer(5, { flags: 64 | V2.flags }),
    ['data.flags MESSAGE_FLAGS_INVALID'],
  ],
  [
    'a deferred reply with content',
    answer(5, { content: 'Wait' }),
    ['data.content INTERACTION_DEFER_WITH_DATA'],
  ],

  [
    'an update to V2',
    answer(7, { ...nobody, ...V2, components: [text('a')] }, { message: { content: '' } }),
    [],
  ],
  [
    'an update that drops V2',
    answer(7, { ...nobody, flags: 0, components: [text('a')] }, { message: V2 }),
    ['data.flags MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG'],
  ],
];

test.each(rows)('%s', (_what, request, faults) => {
  expect(verdict(request)).toEqual(faults);
});

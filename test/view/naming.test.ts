import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { button, card, LIMITS, type Message, row, section, text } from '../../src/view/components.ts';
import { inline } from '../../src/view/escape.ts';
import { mentionedIn, naming } from '../../src/view/naming.ts';
import { mention } from '../../src/view/topics/topic-text.ts';

const ANA = '300000000000000001';
const BEN = '300000000000000002';
const said = (message: Message): string => JSON.stringify(message.components);
const lengthOf = (message: Message): number =>
  [...said(message).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)]
    .map(([, content = '""']) => String(JSON.parse(content)).length)
    .reduce((sum, one) => sum + one, 0);

test('names replace mentions in every text, and unknown people stay mentioned', () => {
  const message = card(
    'done',
    text(`by ${mention(ANA)}`),
    section(`asked by ${mention(ANA)} and ${mention(BEN)}`, button('Open', 'v1:x')),
    row(button('Ana', 'v1:y')),
  );
  expect(mentionedIn(message)).toEqual([ANA, BEN]);
  const named = naming(message, new Map([[ANA, 'Ana']]));
  expect(said(named)).toContain('by Ana');
  expect(said(named)).toContain(`asked by Ana and <@${BEN}>`);
  expect(mentionedIn(named)).toEqual([BEN]);
});

test.each([
  ['**@everyone**', '\\*\\*\\@everyone\\*\\*'],
  [`<@${BEN}>`, `\\<\\@${BEN}\\>`],
  ['a\u202Eb\nc', 'ab c'],
  // A name without anything visible is no name.
  ['\u200B', `<@${ANA}>`],
])('a name has no effect: %j', (name, shown) => {
  expect(said(naming(card('done', text(mention(ANA))), new Map([[ANA, name]])))).toContain(
    JSON.stringify(shown).slice(1, -1),
  );
});

test('a mention in a member’s text stays as it is', () => {
  expect(mentionedIn(card('done', text(inline(`<@${ANA}>`))))).toEqual([]);
});

test('a message with names stays within Discord’s limit', () => {
  const ids = fc.array(
    fc.integer({ min: 1, max: 9 }).map((digit) => `30000000000000000${digit}`),
    { maxLength: 150 },
  );
  fc.assert(
    fc.property(
      ids,
      fc.string({ maxLength: 32 }),
      fc.integer({ min: 0, max: 900 }),
      (people, name, before) => {
        const message = card('done', text('x'.repeat(before), ...people.map(mention)), text('y'));
        const named = naming(message, new Map(people.map((id) => [id, name])));
        expect(lengthOf(named)).toBeLessThanOrEqual(Math.max(LIMITS.messageText, lengthOf(message)));
      },
    ),
  );
});

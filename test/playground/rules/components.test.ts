import { expect, test } from 'vitest';
import {
  button,
  container,
  edit,
  many,
  option,
  post,
  row,
  select,
  text,
  V2,
  verdict,
  type Row,
} from './ask.ts';

const classic = (...components: readonly object[]): ReturnType<typeof post> => post({ components });
const v2 = (...components: readonly object[]): ReturnType<typeof post> => post({ ...V2, components });
const section = (components: readonly object[], accessory?: object): object => ({
  type: 9,
  components,
  accessory,
});
const picture = { media: { url: 'https://example.org/a.png' } };
const gallery = (count: number): object => ({ type: 12, items: many(count, () => picture) });
const thumbnail = { type: 11, ...picture };
const linked = button('', { style: 5, url: 'https://example.org', custom_id: undefined });
const buttons = (count: number, from = 0): object[] => many(count, (index) => button(`b${from + index}`));

const rows: Row[] = [
  ['five buttons in a row', classic(row(...buttons(5))), []],
  ['six buttons in a row', classic(row(...buttons(6))), ['components.0.components BASE_TYPE_MAX_LENGTH']],
  ['an empty row', classic(row()), ['components.0.components BASE_TYPE_MIN_LENGTH']],
  ['a select in a row', classic(row(select([option('a')]))), []],
  [
    'a button beside a select',
    classic(row(select([option('a')]), button('a'))),
    ['components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  [
    'two selects in a row',
    v2(row(select([option('a')]), { type: 5, custom_id: 'who' })),
    ['components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED'],
  ],
  ['text in a row', v2(row(text('a'))), ['components.0.components.0.type UNION_TYPE_CHOICES']],
  ['five rows', classic(...many(5, (index) => row(button(`b${index}`)))), []],
  [
    'six rows without V2',
    classic(...many(6, (index) => row(button(`b${index}`)))),
    ['components BASE_TYPE_MAX_LENGTH'],
  ],
  ['six rows with V2', v2(...many(6, (index) => row(button(`b${index}`)))), []],
  ['a button outside of a row', v2(button('a')), ['components.0.type UNION_TYPE_CHOICES']],
  ['an unknown type', v2({ type: 99 }), ['components.0.type UNION_TYPE_CHOICES']],

  ['text without the V2 flag', classic(text('a')), ['components.0.type UNION_TYPE_CHOICES']],
  [
    'a container without the V2 flag',
    classic(container(text('a'))),
    ['components.0.type UNION_TYPE_CHOICES'],
  ],
  [
    'an edit with V2 parts of a classic message',
    edit({ components: [text('a')] }, { content: 'a' }),
    ['components.0.type UNION_TYPE_CHOICES'],
  ],
  ['an edit with V2 parts of an unknown message', edit({ components: [text('a')] }), []],

  [
    'the same custom_id twice',
    classic(row(button('a'), button('a'))),
    ['components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  [
    'the same custom_id in a section and a row',
    v2(container(section([text('a')], button('a'))), row(button('a'))),
    ['components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED'],
  ],
  ['a custom_id of 100', classic(row(button('x'.repeat(100)))), []],
  [
    'a custom_id of 101',
    classic(row(button('x'.repeat(101)))),
    ['components.0.components.0.custom_id BASE_TYPE_MAX_LENGTH'],
  ],
  [
    'the same id twice',
    v2({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }),
    ['components.1.id COMPONENT_ID_DUPLICATED'],
  ],
  ['ids that Discord is to choose', v2({ ...text('a'), id: 0 }, { ...text('b'), id: 0 }), []],
  [
    'an empty custom_id',
    classic(row(button(''))),
    ['components.0.components.0.custom_id BASE_TYPE_MIN_LENGTH'],
  ],

  ['40 components, nested ones counted', v2(container(...many(39, () => text('a')))), []],
  [
    '41 components, nested ones counted',
    v2(container(...many(40, () => text('a')))),
    ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  [
    '41 components, accessories counted',
    v2(...many(13, () => section([text('a')], thumbnail)), text('a'), text('b')),
    ['components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED'],
  ],
  ['40 components, gallery items not counted', v2(...many(39, () => text('a')), gallery(10)), []],
  ['4,000 characters of text', v2(text('x'.repeat(3000)), container(text('x'.repeat(1000)))), []],
  [
    '4,001 characters of text',
    v2(text('x'.repeat(3000)), container(text('x'.repeat(1001)))),
    ['components COMPONENT_MAX_TOTAL_TEXT_EXCEEDED'],
  ],
  ['an empty text', v2(text('')), ['components.0.content BASE_TYPE_MIN_LENGTH']],
  ['a blank text', v2(text('\n')), ['components.0.content BASE_TYPE_REQUIRED']],

  ['a section with three texts', v2(section([text('a'), text('b'), text('c')], thumbnail)), []],
  [
    'a section with four texts',
    v2(section([text('a'), text('b'), text('c'), text('d')], thumbnail)),
    ['components.0.components BASE_TYPE_MAX_LENGTH'],
  ],
  ['a section without text', v2(section([], thumbnail)), ['components.0.components BASE_TYPE_MIN_LENGTH']],
  ['a section without an accessory', v2(section([text('a')])), ['components.0.accessory BASE_TYPE_REQUIRED']],
  ['a section with a link', v2(section([text('a')], linked)), []],
  [
    'a section with a select',
    v2(section([text('a')], select([option('a')]))),
    ['components.0.accessory.type UNION_TYPE_CHOICES'],
  ],
  ['a gallery of ten', v2(gallery(10)), []],
  ['a gallery of eleven', v2(gallery(11)), ['components.0.items BASE_TYPE_MAX_LENGTH']],
  ['an empty gallery', v2(gallery(0)), ['components.0.items BASE_TYPE_MIN_LENGTH']],
  ['a thumbnail by itself', v2(thumbnail), ['components.0.type UNION_TYPE_CHOICES']],
  ['an empty container', v2(container()), ['components.0.components BASE_TYPE_MIN_LENGTH']],
  [
    'a container in a container',
    v2(container(container(text('a')))),
    ['components.0.components.0.type UNION_TYPE_CHOICES'],
  ],
  ['a separator', v2(text('a'), { type: 14, divider: true, spacing: 2 }, text('b')), []],
  [
    'a separator of three',
    v2(text('a'), { type: 14, spacing: 3 }),
    ['components.1.spacing BASE_TYPE_CHOICES'],
  ],
  [
    'a text input in a message',
    v2(row({ type: 4, custom_id: 'a', style: 1 })),
    ['components.0.components.0.type UNION_TYPE_CHOICES'],
  ],
];

test.each(rows)('%s', (_what, request, faults) => {
  expect(verdict(request)).toEqual(faults);
});

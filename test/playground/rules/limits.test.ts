import { expect, test } from 'vitest';
import { limits, type Request } from '../../../playground/rules/index.ts';
import {
  answer,
  button,
  channel,
  many,
  message,
  option,
  post,
  put,
  row,
  select,
  text,
  V2,
  verdict,
} from './ask.ts';

const { autocomplete, command, components, embed, files, modal, thread } = limits;
const x = (length: number): string => 'x'.repeat(length);
const embeds = (more: object): Request => post({ embeds: [more] });
const v2 = (...parts: readonly object[]): Request => post({ ...V2, components: parts });
const inRow = (...parts: readonly object[]): Request => post({ components: [row(...parts)] });
const picture = (description?: string): object => ({
  media: { url: 'https://example.org/a.png' },
  description,
});
const form = (component: object, more: object = {}): Request =>
  answer(9, { title: 'a', custom_id: 'b', components: [{ type: 18, label: 'c', component, ...more }] });
const input = (more: object = {}): object => ({ type: 4, custom_id: 'd', style: 1, ...more });
const group = (type: number, count: number): object => ({
  type,
  custom_id: 'd',
  options: many(count, (index) => option(`o${index}`)),
});
const slash = (more: object): object => ({ name: 'done', description: 'a', ...more });
const optional = (more: object): Request =>
  put(slash({ options: [{ type: 3, name: 'a', description: 'b', ...more }] }));
const choice = (name: string, value = name): object => ({ name, value });
const upload = (index: number, size: number): { field: string; name: string; size: number } => ({
  field: `files[${index}]`,
  name: `${index}.png`,
  size,
});

test.each<[string, number, (amount: number) => Request]>([
  ['message.content', limits.message.content, (n) => post({ content: x(n) })],
  ['message.embeds', limits.message.embeds, (n) => post({ embeds: many(n, () => ({ title: 'a' })) })],
  ['message.stickers', limits.message.stickers, (n) => post({ sticker_ids: many(n, String) })],
  ['message.nonce', limits.message.nonce, (n) => post({ content: 'a', nonce: x(n) })],
  [
    'message.rows',
    limits.message.rows,
    (n) => post({ components: many(n, (index) => row(button(`${index}`))) }),
  ],
  [
    'message.mentioned',
    limits.message.mentioned,
    (n) => post({ content: 'a', allowed_mentions: { parse: [], users: many(n, String) } }),
  ],
  [
    'embed.total',
    embed.total,
    (n) => post({ embeds: [{ description: x(4096) }, { description: x(n - 4096) }] }),
  ],
  ['embed.title', embed.title, (n) => embeds({ title: x(n) })],
  ['embed.description', embed.description, (n) => embeds({ description: x(n) })],
  ['embed.fields', embed.fields, (n) => embeds({ fields: many(n, () => ({ name: 'a', value: 'b' })) })],
  ['embed.fieldName', embed.fieldName, (n) => embeds({ fields: [{ name: x(n), value: 'b' }] })],
  ['embed.fieldValue', embed.fieldValue, (n) => embeds({ fields: [{ name: 'a', value: x(n) }] })],
  ['embed.footer', embed.footer, (n) => embeds({ footer: { text: x(n) } })],
  ['embed.author', embed.author, (n) => embeds({ author: { name: x(n) } })],
  ['components.total', components.total, (n) => v2(...many(n, () => text('a')))],
  ['components.text', components.text, (n) => v2(text('a'), text(x(n - 1)))],
  ['components.customId', components.customId, (n) => inRow(button(x(n)))],
  [
    'components.galleryItems',
    components.galleryItems,
    (n) => v2({ type: 12, items: many(n, () => picture()) }),
  ],
  [
    'components.sectionTexts',
    components.sectionTexts,
    (n) => v2({ type: 9, components: many(n, () => text('a')), accessory: { type: 11, ...picture() } }),
  ],
  [
    'components.mediaDescription',
    components.mediaDescription,
    (n) => v2({ type: 12, items: [picture(x(n))] }),
  ],
  ['button.label', limits.button.label, (n) => inRow(button('a', { label: x(n) }))],
  [
    'button.url',
    limits.button.url,
    (n) => inRow(button('', { custom_id: undefined, style: 5, url: 'https://example.org/'.padEnd(n, 'x') })),
  ],
  ['button.inRow', limits.button.inRow, (n) => inRow(...many(n, (index) => button(`${index}`)))],
  ['select.options', limits.select.options, (n) => inRow(select(many(n, (index) => option(`${index}`))))],
  ['select.label', limits.select.label, (n) => inRow(select([option('a', { label: x(n) })]))],
  ['select.value', limits.select.value, (n) => inRow(select([option('a', { value: x(n) })]))],
  [
    'select.description',
    limits.select.description,
    (n) => inRow(select([option('a', { description: x(n) })])),
  ],
  [
    'select.placeholder',
    limits.select.placeholder,
    (n) => inRow(select([option('a')], { placeholder: x(n) })),
  ],
  ['modal.title', modal.title, (n) => answer(9, { title: x(n), custom_id: 'a', components: [text('a')] })],
  [
    'modal.components',
    modal.components,
    (n) => answer(9, { title: 'a', custom_id: 'a', components: many(n, () => text('a')) }),
  ],
  ['modal.label', modal.label, (n) => form(input(), { label: x(n) })],
  ['modal.description', modal.description, (n) => form(input(), { description: x(n) })],
  ['modal.text', modal.text, (n) => form(input({ value: x(n) }))],
  ['modal.placeholder', modal.placeholder, (n) => form(input({ placeholder: x(n) }))],
  ['modal.radioOptions', modal.radioOptions, (n) => form(group(21, n))],
  ['modal.checkboxOptions', modal.checkboxOptions, (n) => form(group(22, n))],
  ['modal.files', modal.files, (n) => form({ type: 19, custom_id: 'd', max_values: n })],
  ['command.slash', command.slash, (n) => put(...many(n, (index) => slash({ name: `c${index}` })))],
  ['command.user', command.user, (n) => put(...many(n, (index) => ({ type: 2, name: `c${index}` })))],
  ['command.message', command.message, (n) => put(...many(n, (index) => ({ type: 3, name: `c${index}` })))],
  ['command.name', command.name, (n) => put(slash({ name: x(n) }))],
  ['command.description', command.description, (n) => put(slash({ description: x(n) }))],
  [
    'command.options',
    command.options,
    (n) => put(slash({ options: many(n, (index) => ({ type: 3, name: `o${index}`, description: 'a' })) })),
  ],
  ['command.choices', command.choices, (n) => optional({ choices: many(n, (index) => choice(`c${index}`)) })],
  ['command.choiceName', command.choiceName, (n) => optional({ choices: [choice(x(n), 'a')] })],
  ['command.choiceValue', command.choiceValue, (n) => optional({ choices: [choice('a', x(n))] })],
  [
    'autocomplete.choices',
    autocomplete.choices,
    (n) => answer(8, { choices: many(n, (index) => choice(`${index}`)) }),
  ],
  ['autocomplete.name', autocomplete.name, (n) => answer(8, { choices: [choice(x(n), 'a')] })],
  ['autocomplete.value', autocomplete.value, (n) => answer(8, { choices: [choice('a', x(n))] })],
  [
    'thread.name',
    thread.name,
    (n) => ({
      method: 'POST',
      path: `/channels/${channel}/messages/${message}/threads`,
      body: { name: x(n) },
    }),
  ],
  ['files.count', files.count, (n) => post({}, { files: many(n, (index) => upload(index, 1)) })],
  ['files.file', files.file, (n) => post({}, { files: [upload(0, n)] })],
  [
    'files.request',
    files.request,
    (n) => post({}, { files: [upload(0, files.file), upload(1, files.file), upload(2, n - 2 * files.file)] }),
  ],
])('%s is %i: so many pass, but not one more', (_name, most, make) => {
  expect(verdict(make(most))).toEqual([]);
  expect(verdict(make(most + 1))).toHaveLength(1);
});

const archivedAfter = (auto_archive_duration: number): Request => ({
  method: 'POST',
  path: `/channels/${channel}/messages/${message}/threads`,
  body: { name: 'a', auto_archive_duration },
});

test.each(thread.archiveMinutes)(
  'a thread may be archived after %i minutes, but not after one minute more',
  (minutes) => {
    expect(verdict(archivedAfter(minutes))).toEqual([]);
    expect(verdict(archivedAfter(minutes + 1))).toHaveLength(1);
  },
);

import { expect, test } from 'vitest';
import { button, post, row, verdict } from './ask.ts';

const LINK = { style: 5, custom_id: undefined, url: 'https://example.org' };
const PREMIUM = { style: 6, custom_id: undefined, label: undefined, sku_id: '600000000000000001' };
const exclusive = 'BUTTON_COMPONENT_FIELD_EXCLUSIVE';

test.each<[string, object, string[]]>([
  ['a label', {}, []],
  ['a label of 80', { label: 'x'.repeat(80) }, []],
  ['a label of 81', { label: 'x'.repeat(81) }, ['label BASE_TYPE_MAX_LENGTH']],
  ['neither label nor emoji', { label: undefined }, ['label BUTTON_COMPONENT_LABEL_REQUIRED']],
  ['a blank label', { label: ' ' }, ['label BUTTON_COMPONENT_LABEL_REQUIRED']],
  ['an emoji alone', { label: undefined, emoji: { name: '✅' } }, []],
  ['an emoji of several code points', { emoji: { name: '👩‍🏫' } }, []],
  ['a sign that is drawn as an emoji', { emoji: { name: '▶' } }, []],
  ['an emoji of the server', { emoji: { id: '700000000000000001', name: 'roadmate' } }, []],
  ['a word for an emoji', { emoji: { name: 'tick' } }, ['emoji.name BUTTON_COMPONENT_INVALID_EMOJI']],
  ['two emoji', { emoji: { name: '✅✅' } }, ['emoji.name BUTTON_COMPONENT_INVALID_EMOJI']],
  ['no custom_id', { custom_id: undefined }, ['custom_id BASE_TYPE_REQUIRED']],
  ['a custom_id and a url', { url: 'https://example.org' }, [`url ${exclusive}`]],
  ['a custom_id and a sku_id', { sku_id: '1' }, [`sku_id ${exclusive}`]],
  ['an unknown style', { style: 7 }, ['style BASE_TYPE_CHOICES']],
  ['a link', LINK, []],
  ['a link to a place in Discord', { ...LINK, url: 'discord://-/settings' }, []],
  ['a link without a url', { ...LINK, url: undefined }, ['url BASE_TYPE_REQUIRED']],
  ['a link with a custom_id', { ...LINK, custom_id: 'a' }, [`custom_id ${exclusive}`]],
  ['a link to a script', { ...LINK, url: 'javascript:alert(1)' }, ['url URL_TYPE_INVALID_SCHEME']],
  ['a link to a host without a dot', { ...LINK, url: 'http://localhost:3000' }, ['url URL_TYPE_INVALID_URL']],
  ['a link to an address of numbers', { ...LINK, url: 'http://127.0.0.1:3000' }, []],
  ['a link to no URL', { ...LINK, url: 'example' }, ['url URL_TYPE_INVALID_URL']],
  ['a url of 512', { ...LINK, url: `https://example.org/${'x'.repeat(492)}` }, []],
  ['a url of 513', { ...LINK, url: `https://example.org/${'x'.repeat(493)}` }, ['url BASE_TYPE_MAX_LENGTH']],
  ['a premium button', PREMIUM, []],
  ['a premium button with a label', { ...PREMIUM, label: 'Buy' }, [`label ${exclusive}`]],
  ['a premium button without a sku', { ...PREMIUM, sku_id: undefined }, ['sku_id BASE_TYPE_REQUIRED']],
])('a button with %s', (_what, more, faults) => {
  const request = post({ components: [row(button('a', more))] });
  expect(verdict(request)).toEqual(faults.map((fault) => `components.0.components.0.${fault}`));
});

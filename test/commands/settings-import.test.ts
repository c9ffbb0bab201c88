import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

test('a member exports, deletes and imports their data again', async () => {
  await using world = await startWorld();
  const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale: 'en-US' });
  await ada.slash('done', { topic: 'ACID' });
  const panel = await ada.slash('settings');
  const answer = await ada.press(panel, { customId: 'v1:settings-export' });
  const [data] = answer.files;
  const content = await (await fetch(data?.url ?? '')).text();
  await ada.fill(await ada.press(panel, { customId: 'v1:settings-delete' }), { word: 'DELETE' });
  expect((await ada.slash('topic', { topic: 'ACID' })).text).toContain('○ ACID');

  const form = await ada.press(await ada.press(await ada.slash('settings'), 'My data'), 'Import my data…');
  const taken = await ada.fill(form, { file: [{ name: 'roadmate.json', content }] });
  expect(taken.text).toContain('Imported: 1 topic,');
  expect((await ada.slash('topic', { topic: 'ACID' })).text).toContain('● ACID');
});

test('any other file is refused with what to do, in Turkish', async () => {
  await using world = await startWorld();
  const deniz = world.discord
    .addGuild({ name: 'Çalışma', locale: 'tr' })
    .addMember({ name: 'Deniz', locale: 'tr' });
  const form = await deniz.press(await deniz.slash('settings'), { customId: 'v1:settings-import' });
  const answer = await deniz.fill(form, {
    file: [{ name: 'x.json', content: '{"exported":1,"topics":[{}]}' }],
  });
  expect(answer.text).toContain('Hiçbir şey yüklenmedi');
  const again = await deniz.press(answer, 'Verilerimi yükle…');
  expect((await deniz.fill(again, { file: [{ name: 'x.png', content: '\u0000' }] })).text).toContain(
    'JSON değil',
  );
});

test('a compressed export is imported; one that would become huge, or is broken, is refused', async () => {
  await using world = await startWorld();
  const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale: 'en-US' });
  await ada.slash('done', { topic: 'ACID' });
  const panel = await ada.slash('settings');
  const [data] = (await ada.press(panel, { customId: 'v1:settings-export' })).files;
  const content = Buffer.from(await (await fetch(data?.url ?? '')).arrayBuffer());
  const given = async (file: Buffer) => {
    const form = await ada.press(panel, { customId: 'v1:settings-import' });
    return (await ada.fill(form, { file: [{ name: 'roadmate.json.gz', content: file }] })).text;
  };
  expect(await given(gzipSync(content))).toContain('Imported: ');
  expect(await given(gzipSync(Buffer.alloc(21 * 1024 * 1024), { level: 1 }))).toContain('over 20 MB');
  expect(await given(gzipSync(content).subarray(0, 100))).toContain('isn’t JSON');
});

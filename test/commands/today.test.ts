import { expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import { ensureMember } from '../../src/store/members/members.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { startWorld } from '../bot.ts';

/** The titles of the picks, in order. */
const picksIn = (text: string): string[] =>
  [...text.matchAll(/^[○◐●] \*\*(.+?)\*\*(?: · done| done\. .*)?$/gm)].map((match) => match[1] ?? '');

test('the picks of a day stay the same until they are used', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const first = await alice.slash('today');
  const picks = picksIn(first.text);
  expect(picks).toHaveLength(3);
  expect(picksIn((await alice.slash('today')).text)).toEqual(picks);

  await alice.press(first, { label: 'Start', at: 0 });
  expect(first.text).toContain(`◐ **${picks[0]}**`);
  await alice.press(first, 'Done');
  expect(first.text).toMatch(new RegExp(`^● \\*\\*${picks[0]}\\*\\* done\\. 1 of \\d+ in `, 'm'));
  expect(picksIn(first.text)).toEqual(picks);

  world.clock.advance(24 * 60 * 60 * 1000);
  const tomorrow = picksIn((await alice.slash('today')).text);
  expect(tomorrow).toHaveLength(3);
  // No topic is suggested again within three days.
  expect(tomorrow.filter((title) => picks.includes(title))).toEqual([]);
});

test('a paused pick makes room for another, and undo brings it back', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const view = await alice.slash('today');
  const picks = picksIn(view.text);
  await alice.press(view, { label: 'Start', at: 0 });
  await alice.press(view, 'Pause');
  const after = picksIn(view.text);
  expect(after).toHaveLength(3);
  expect(after).not.toContain(picks[0]);
  expect(picksIn((await alice.slash('today')).text)).toEqual(after);
  await alice.press(view, 'Undo');
  expect(picksIn((await alice.slash('today')).text).toSorted()).toEqual(picks.toSorted());
});

test('the heading counts the picks that are left', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const view = await alice.slash('today');
  expect(view.text).toContain('## Your 3 picks for today');
  for (const title of picksIn(view.text)) await alice.slash('done', { topic: title });
  expect((await alice.slash('today')).text).toContain('## All done for today!');
  await alice.slash('undo');
  expect((await alice.slash('today')).text).toContain('## 1 of 3 picks left today');
});

test('the reason of a pick is up to date', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const view = await alice.slash('today');
  expect(view.text).not.toContain('Started · <t:');
  await alice.press(view, { label: 'Start', at: 0 });
  expect(view.text).toContain('Started · <t:');
  await alice.slash('undo');
  expect((await alice.slash('today')).text).not.toContain('Started · <t:');
});

test('a day begins at the hour that the member chose, by default at four in the morning', async () => {
  await using world = await startWorld('2026-11-24T03:30:00Z');
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const late = picksIn((await alice.slash('today')).text);
  world.clock.advance(60 * 60 * 1000);
  expect(picksIn((await alice.slash('today')).text)).not.toEqual(late);
});

test('a form that was opened for the last pick puts off that topic, even if the picks have changed', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const view = await alice.slash('today');
  const [last = '', ...others] = picksIn(view.text);
  for (const title of others) await alice.slash('done', { topic: title });
  const form = await alice.choose(await alice.slash('today'), 'v1:menu', ['Put topics off…']);
  await alice.slash('skip', { topic: last });
  const instead = picksIn((await alice.slash('today')).text).find(
    (title) => ![last, ...others].includes(title),
  );
  expect(instead).toBeDefined();
  const put = await alice.fill(form, { 'When should I suggest it again?': ['In a month'] });
  expect(picksIn(put.text)).toContain(instead);
});

test('swap, not now and I know these', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const view = await alice.slash('today');
  const first = picksIn(view.text);
  await alice.press(view, 'Other picks');
  const second = picksIn(view.text);
  expect(second).toHaveLength(3);
  expect(second.filter((title) => first.includes(title))).toEqual([]);

  const later = await alice.choose(view, 'v1:menu', ['Put topics off…']);
  const put = await alice.fill(later, {
    'Which ones?': [optionFor(later, second[0])],
    'When should I suggest them again?': ['In a month'],
  });
  expect(put.text).toContain('put off.');
  expect(picksIn(put.text)).not.toContain(second[0]);
  expect(picksIn(put.text)).toHaveLength(3);

  const known = await alice.choose(put, 'v1:menu', ['I know some of these…']);
  const done = await alice.fill(known, {
    'Which ones do you know already?': [optionFor(known, second[1])],
  });
  expect(done.text).toContain(`● **${second[1]}**`);
});

test('more picks replace finished ones; open ones stay, and a second delivery changes nothing', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const view = await alice.slash('today');
  const first = picksIn(view.text);
  for (const title of first) await alice.slash('done', { topic: title });
  const more = await alice.press(await alice.slash('today'), 'More picks');
  const second = picksIn(more.text);
  expect(second).toHaveLength(3);
  expect(second.filter((title) => first.includes(title))).toEqual([]);

  await alice.slash('done', { topic: second[1] ?? '' });
  await world.discord.replay(more);
  expect(picksIn((await alice.slash('today')).text)).toEqual(second);
  // Pressed again on a message that still has the button, it leaves the open picks.
  const third = await alice.press(view, { customId: 'v1:more-picks' });
  expect(picksIn(third.text)).toHaveLength(3);
  expect(picksIn(third.text).filter((title) => second.includes(title))).toEqual([second[0], second[2]]);
});

test('a member who has done everything is congratulated', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  await ensureMember(world.app.db, alice.id, 0);
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  await world.app.db
    .insertInto('progress')
    .values(
      (roadmap?.nodes ?? []).map((node) => ({
        user_id: alice.id,
        topic_id: node.id,
        state: 'done' as const,
        since: 0,
        since_date: '1970-01-01',
        snoozed_until: null,
      })),
    )
    .execute();
  // A tick does not finish a thesis.
  expect((await alice.slash('today')).text).toContain('time for its thesis');
  const theses = (roadmap?.nodes ?? []).filter((node) => node.topic.stage?.kind === 'tez');
  for (const [index, { id: topicId }] of theses.entries()) {
    const actor = { interactionId: `tez-${index}`, userId: alice.id, guildId: null, at: 0 };
    await writeProof(world.app.db, actor, {
      topicId,
      method: 'tez',
      parts: ['…'],
      url: null,
      language: null,
    });
  }
  await world.app.db.updateTable('proof').set({ proven_at: 0 }).execute();
  world.clock.advance(24 * 60 * 60 * 1000);
  expect((await alice.slash('today')).text).toContain('Nothing left to pick');
});

/** The option of a form's list that begins with a title. */
function optionFor(form: Answer, title: string | undefined): string {
  const labels = [...JSON.stringify(form.modal).matchAll(/"label":"([^"]+)","value"/g)].map(
    (match) => match[1] ?? '',
  );
  const label = labels.find((each) => title !== undefined && each.startsWith(title));
  if (label === undefined) throw new Error(`${title} is none of ${labels.join(', ')}`);
  return label;
}

test('somebody who was away for more than a week is welcomed, and begins small, before the reviews', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  await alice.slash('done', { topic: 'ACID' });
  expect((await alice.slash('today')).text).not.toContain('Welcome back');
  world.clock.advance(9 * 24 * 60 * 60 * 1000);
  const view = await alice.slash('today');
  expect(view.text).toContain('picks for today\n-# Welcome back. Let’s start small.');
  const others = await alice.press(await alice.slash('today'), 'Other picks');
  expect(others.text).toContain('picks for today\n-# Welcome back.\n');
  await alice.slash('undo');
  expect(view.text.indexOf('A small start')).toBeLessThan(view.text.indexOf('Then review'));
  alice.locale = 'tr';
  expect((await alice.slash('today')).text).toContain('Tekrar hoş geldin, küçükten başlayalım.');
  await alice.press(view, { label: 'Start', at: 0 });
  expect((await alice.slash('today')).text).not.toContain('Tekrar hoş geldin');
});

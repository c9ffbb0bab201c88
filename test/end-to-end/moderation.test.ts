import { InteractionType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { shownWork } from '../../src/store/proofs/shown-work.ts';
import { callOf, postIn, shareIt, studyGroup, textOf, write } from '../commands/study-group.ts';

const WORK = 'All of it, or nothing of it: rollback.';
const REASON = { reason: 'Copied from *a book* @everyone' };

/** Ana has shared an explanation. Ben is a member of the group, and there is an organiser. */
async function shared(key = 'acid') {
  const group = await studyGroup(['Ana', 'Ben', 'Cem', 'Dee']);
  const { world, guild, general, study, members } = group;
  const [ana, ben, cem] = members;
  if (ana === undefined || ben === undefined || cem === undefined) throw new Error('there are three');
  const proof = await write(world, ana, key, 'feynman', WORK);
  await shareIt(await callOf(world, guild, ana, general), proof);
  const { owner } = guild;
  const isFound = async () => (await ben.slash('search', { words: 'rollback' })).text.includes('ACID');
  const isShown = async () => (await shownWork(world.app, proof.id, guild.id)) !== null;
  const below = async (who: typeof ana) => {
    const answer = await who.slash('topic', { topic: 'ACID' });
    await world.discord.quiet();
    return answer.followUps;
  };
  const report = async (who: typeof ana, reason = REASON) =>
    who.fill(await who.press(postIn(study, 0), 'Report'), reason, { until: 'settled' });
  return { ...group, ana, ben, cem, owner, proof, isFound, isShown, below, report };
}

describe('a report', () => {
  test('is stored once for each member and work, and seen by organisers only', async () => {
    const { world, ben, cem, owner, study, below, report, isFound } = await shared();
    await using _ = world;
    const before = study.messages.length;
    expect((await report(ben)).text).toContain('Only the organisers see it');
    expect((await ben.press(postIn(study, 0), 'Report')).text).toContain('already reported this');
    expect(study.messages).toHaveLength(before);
    expect(textOf(await below(cem))).not.toContain('report to look at');

    const told = await below(owner);
    expect(textOf(told)).toContain('There’s a report to look at.');
    expect(textOf(await below(owner)), 'once').not.toContain('report to look at');
    const [notice] = told;
    if (notice === undefined) throw new Error('the organiser was told');
    const list = await owner.press(notice, 'See reports');
    expect(list.text).toContain('reported by Ben');
    expect(list.text).toContain('Copied from \\*a book\\* \\@everyone');
    await owner.press(list, 'See it');
    expect(list.text).toContain(WORK);
    expect(list.buttons).not.toContain('Report');
    expect(list.buttons.slice(-3)).toEqual(['Take down', 'Keep it', 'Back to reports']);
    await owner.press(list, 'Back to reports');
    expect(list.text).toContain('reported by Ben');
    await owner.press(list, 'See it');
    await owner.press(list, 'Keep it');
    expect(list.text).toContain('No reports.');
    expect(await isFound()).toBe(true);
  });

  test('is found in /setup as long as it is open, and its row in the list becomes “taken down”', async () => {
    const { world, ben, owner, report } = await shared('transactions');
    await using _ = world;
    owner.locale = 'tr';
    expect(JSON.stringify((await owner.slash('setup')).message)).not.toContain('Bildirilenler');
    await report(ben);
    const list = await owner.choose(await owner.slash('setup'), 'Diğer…', ['Bildirilenler (1)']);
    expect(list.text).toContain('İşlemler \\(transaction\\)** · bildiren: Ben');
    const empty = await owner.fill(
      await owner.press(list, 'Kaldır'),
      { reason: ' . ' },
      { until: 'settled' },
    );
    expect(JSON.stringify(empty.message), 'the form opens again from the list').toMatch(
      /:report:work:[^"]+:list"/,
    );
    const form = await owner.press(list, 'Kaldır');
    expect(form.modal?.title).toBe('Kaldır: İşlemler (transaction)');
    await owner.fill(form, REASON, { until: 'settled' });
    expect(list.text).toContain('İşlemler \\(transaction\\)** · kaldırıldı');
    expect(list.buttons).toEqual(['Kuruluma dön']);
  });

  test('needs a reason, and cannot be made by the author', async () => {
    const { world, ana, ben, study, report } = await shared();
    await using _ = world;
    expect((await report(ben, { reason: ' . ' })).text).toContain('Write a few words');
    expect((await ana.press(postIn(study, 0), 'Report')).text).toContain('It’s yours');
    expect(await world.app.db.selectFrom('report').selectAll().execute()).toEqual([]);
  });
});

describe('organisers', () => {
  test('take work down; its author is told why, once, and can share it again after a change', async () => {
    const { world, guild, general, ana, ben, owner, study, proof, below, report, isFound, isShown } =
      await shared();
    await using _ = world;
    await ben.press(postIn(study, 0), 'Makes sense', { until: 'settled' });
    expect(await isFound()).toBe(true);
    expect((await report(owner)).text).toContain('Taken down');
    expect(await isFound()).toBe(false);
    expect(await isShown()).toBe(false);
    expect(textOf(postIn(study, 0))).toContain('An organiser took down');
    expect(textOf(postIn(study, 0))).not.toContain(WORK);
    expect(textOf(postIn(study, 0)), 'the reason is the author’s alone').not.toContain('a book');
    expect(textOf(await below(ana))).toContain('Copied from');
    expect(textOf(await below(ana))).not.toContain('Copied from');
    const refused = await shareIt(await callOf(world, guild, ana, general), proof).catch(
      (error: unknown) => error,
    );
    expect(JSON.stringify(refused)).not.toContain('Shared');
    expect(await isShown()).toBe(false);
    world.clock.advance(60_000);
    const changed = await write(world, ana, 'acid', 'feynman', `${WORK} In my own words.`);
    await shareIt(await callOf(world, guild, ana, general), changed);
    expect(await isShown()).toBe(true);
    expect(textOf(study.messages.slice(-1)), 'what was said of it is still there').toContain(
      'Makes sense to Ben',
    );
  });

  test('are the only ones who can, whatever others send', async () => {
    const { world, ben, proof, isShown, study } = await shared();
    await using _ = world;
    // The members' form, sent as if it were the organisers'; and the organisers' list.
    const form = await ben.press(postIn(study, 0), 'Report');
    if (form.modal === null) throw new Error('it asks for a reason');
    form.modal.custom_id = `v1:take-down:work:${proof.id}`;
    const answer = await ben.fill(form, REASON, { until: 'settled' });
    const data = { component_type: 2, custom_id: 'v1:reports' };
    const list = await ben.forge(InteractionType.MessageComponent, data, { where: postIn(study, 0) });
    expect(list.text).toContain('Only organisers can do this');
    expect(answer.text).not.toContain('Taken down');
    expect(await isShown()).toBe(true);
  });
});

describe('a deleted post', () => {
  test('withdraws its work, whose feedback is there when it is shared again', async () => {
    const { world, guild, general, ana, ben, study, proof, isFound, isShown } = await shared();
    await using _ = world;
    await ben.press(postIn(study, 0), 'Makes sense', { until: 'settled' });
    study.deleteMessage(postIn(study, 0));
    await world.discord.quiet();
    expect(await isShown()).toBe(false);
    expect(await isFound()).toBe(false);
    await shareIt(await callOf(world, guild, ana, general), proof);
    expect(await isShown()).toBe(true);
    expect(textOf(study.messages.slice(-1))).toContain('Makes sense to Ben');
    world.discord.takeRefusals();
  });

  test('withdraws its work at the next touch, if the bot was not running', async () => {
    const { world, ana, study, isShown } = await shared();
    await using _ = world;
    await world.restart(() => study.deleteMessage(postIn(study, 0)));
    const form = await ana.press(await ana.slash('feynman show', { topic: 'ACID' }), 'Edit…');
    await ana.fill(form, {}, { until: 'settled' });
    expect(await isShown()).toBe(false);
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([10008]);
  });

  test('withdraws its work too if the whole channel was deleted', async () => {
    const { world, study, isShown } = await shared();
    await using _ = world;
    study.delete();
    await world.discord.quiet();
    expect(await isShown()).toBe(false);
  });
});

test('an app is reported and taken out of the gallery, and its team is told why', async () => {
  const { world, ana, ben, owner, below } = await shared();
  await using _ = world;
  const form = await ana.slash('showcase submit', { app: 'Twitter clone' });
  await ana.fill(form, {
    Repository: 'https://github.com/ana/birds',
    'What would you do differently?': 'Cache the timeline first.',
  });
  const page = await ben.slash('showcase gallery');
  await ben.fill(await ben.choose(page, 'More…', ['Report']), REASON, { until: 'settled' });
  const setup = await owner.slash('setup');
  await owner.choose(setup, 'More…', ['Reports (1)']);
  await owner.press(setup, 'See it');
  expect(setup.text).toContain('Cache the timeline first.');
  expect(setup.buttons.slice(-3)).toEqual(['Take down', 'Keep it', 'Back to reports']);
  const gallery = await owner.slash('showcase gallery');
  await owner.fill(await owner.choose(gallery, 'More…', ['Report']), REASON, { until: 'settled' });
  expect((await ben.slash('showcase gallery')).text).toContain('The gallery is empty');
  expect(textOf(await below(ana))).toContain('Twitter clone');
  expect(await ben.slash('search', { words: 'birds' }).then(({ text }) => text.includes('Twitter'))).toBe(
    false,
  );
});

import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { postIn, studyGroup, textOf } from './study-group.ts';

const ATTACH = 'Attach as proof';

async function group() {
  const study = await studyGroup(['Ana', 'Ben']);
  const [ana, ben] = study.members;
  if (ana === undefined || ben === undefined) throw new Error('both are there');
  return { ...study, ana, ben };
}

/** The labels of the choices that a form offers. */
const offered = (form: { modal: unknown }): string[] =>
  [...JSON.stringify(form.modal).matchAll(/"label":"([^"]+)","value"/g)].map((match) => match[1] ?? '');

const proofs = async ({ world }: Awaited<ReturnType<typeof group>>) =>
  world.app.db.selectFrom('proof').selectAll().execute();

test('a member’s own message becomes proof of a topic in progress, and its link is kept', async () => {
  const study = await group();
  const { world, ana, general } = study;
  await using _ = world;
  await ana.slash('start', { topic: 'tmux' });
  await ana.slash('done', { topic: 'ACID' });
  const message = general.send(ana, 'tmux: **C-b d** lets it run');
  const form = await ana.menu(ATTACH, message);
  expect(offered(form)).toEqual([
    'tmux · Live in terminal',
    'ACID · More on Databases',
    'Cheat code',
    'Explanation',
    'Project',
    'Thesis',
  ]);
  const kept = await ana.fill(form, { 'Which topic?': ['tmux · Live in terminal'] });
  expect(kept.ephemeral).toBe(true);
  expect(kept.text).toContain('This message is now your cheat code for **tmux**.');
  expect(kept.text).toContain('tmux: **C-b d** lets it run');
  expect(kept.text).toContain(
    `Link: <https://discord.com/channels/${study.guild.id}/${general.id}/${message.id}>`,
  );
  // Storing it announces nothing.
  expect(general.messages).toHaveLength(1);
});

test('another topic can be named, and a second message becomes a further part', async () => {
  const study = await group();
  const { world, ana, general } = study;
  await using _ = world;
  const form = await ana.menu(ATTACH, general.send(ana, 'All of it, or nothing.'));
  // A member who has done nothing is offered no topics.
  const kept = await ana.fill(form, { 'Which topic?': 'acid', 'What is it?': ['Explanation'] });
  expect(kept.text).toContain('is now your explanation for **ACID**');
  const more = await ana.menu(ATTACH, general.send(ana, 'Durable, too.'));
  const added = await ana.fill(more, { 'Which topic?': 'ACID', 'What is it?': ['Explanation'] });
  expect(added.text).toContain('as a part of your explanation');
  expect(added.text).toContain('Page 1 of 2');
  expect(await proofs(study)).toHaveLength(1);
});

test('the group sees the further part of work that is already shared', async () => {
  const { world, ana, general, study } = await group();
  await using _ = world;
  const first = await ana.menu(ATTACH, general.send(ana, 'All of it, or nothing.'));
  const kept = await ana.fill(first, { 'Which topic?': 'ACID', 'What is it?': ['Explanation'] });
  await ana.press(kept, 'Share with group');
  expect(textOf(postIn(study))).toContain('All of it, or nothing.');
  const more = await ana.menu(ATTACH, general.send(ana, 'Durable, too.'));
  await ana.fill(more, { 'Which topic?': 'ACID', 'What is it?': ['Explanation'] });
  await world.discord.quiet();
  expect(textOf(postIn(study))).toContain('Durable, too.');
});

test('the message’s file is taken too, if its kind is allowed', async () => {
  const study = await group();
  const { world, ana, general } = study;
  await using _ = world;
  const message = general.send(ana, '', [
    { name: 'me.png', content: new Uint8Array([1]) },
    { name: 'Tezim.pdf', content: '%PDF-1.7' },
  ]);
  const kept = await ana.fill(await ana.menu(ATTACH, message), {
    'Which topic?': 'backend tez',
    'What is it?': ['Thesis'],
  });
  expect(kept.files.map(({ filename }) => filename)).toEqual(['Tezim.pdf']);

  const fake = general.send(ana, 'See the file', [{ name: 'x.pdf', content: '<html>' }]);
  const refused = await ana.fill(await ana.menu(ATTACH, fake), { 'Which topic?': 'ACID' });
  expect(refused.text).toContain('isn’t a PDF');
  expect(await proofs(study)).toHaveLength(1);
});

test('for a project, the form asks for what the message lacks, and fills in the rest', async () => {
  const study = await group();
  const { world, ana, general } = study;
  await using _ = world;
  const message = general.send(ana, 'Built it: https://github.com/ana/acid. Locks are hard.');
  const more = await ana.fill(await ana.menu(ATTACH, message), {
    'Which topic?': 'acid',
    'What is it?': ['Project'],
  });
  expect(more.text).toContain('also needs its repository and language');
  expect(await proofs(study)).toEqual([]);
  const form = await ana.press(more, 'Add them…');
  const kept = await ana.fill(form, { Language: ['Python'] });
  expect(kept.text).toContain('Repository: <https://github.com/ana/acid>');
  expect(kept.text).toContain('Locks are hard.');
});

describe('attaching is refused', () => {
  test('for somebody else’s message, which is not stored', async () => {
    const study = await group();
    const { world, ana, ben, general } = study;
    await using _ = world;
    const refused = await ana.menu(ATTACH, general.send(ben, 'Ben’s words'));
    expect(refused.text).toContain('Pick a message of your own');
    expect(await world.app.db.selectFrom('draft').selectAll().execute()).toEqual([]);
  });

  test('for a message without anything to store', async () => {
    const { world, ana, general } = await group();
    await using _ = world;
    const picture = general.send(ana, '', [{ name: 'me.png', content: new Uint8Array([1]) }]);
    expect((await ana.menu(ATTACH, picture)).text).toContain('no text in this message');
    expect((await ana.menu(ATTACH, general.send(ana, '.'))).text).toContain('no text in this message');
    expect((await ana.menu(ATTACH, general.send(ana, 'ok'))).text).toContain('doesn’t say much yet');
  });

  test.each([
    [{ 'Which topic?': 'trannsactions' }, 'Did you mean Transactions'],
    [{ 'Which topic?': ' ' }, 'Pick a topic, or type its name'],
    [{ 'Which topic?': 'Caching' }, 'Type one of them'],
    [{ 'Which topic?': 'ACID', 'What is it?': ['Thesis'] }, '**ACID** needs no thesis'],
  ])('for %j, and the choices come back', async (filled, said) => {
    const study = await group();
    const { world, ana, general } = study;
    await using _ = world;
    const refused = await ana.fill(await ana.menu(ATTACH, general.send(ana, 'My own words on it')), filled);
    expect(refused.text).toContain(said);
    const again = await ana.press(refused, 'Try again');
    const kept = await ana.fill(again, { 'Which topic?': 'ACID', 'What is it?': ['Cheat code'] });
    expect(kept.text).toContain('My own words on it');
    expect(await proofs(study)).toHaveLength(1);
  });

  test('if it was too long ago', async () => {
    const study = await group();
    const { world, ana, general } = study;
    await using _ = world;
    const form = await ana.menu(ATTACH, general.send(ana, 'My own words on it'));
    world.clock.advance(25 * 60 * 60 * 1000);
    await world.tick();
    const late = await ana.fill(form, { 'Which topic?': 'ACID' });
    expect(late.text).toContain('Pick it again');
    expect(await proofs(study)).toEqual([]);
  });
});

test('the form for a message belongs to its presser: nobody else reaches the message by its id', async () => {
  const { world, ana, ben, general } = await group();
  await using _ = world;
  const message = general.send(ana, 'My own words on it');
  await ana.menu(ATTACH, message);
  const own = await ben.slash('topic', { topic: 'ACID' });
  const answer = await ben.press(own, { customId: `v1:attach:${message.id}` });
  expect(answer.text).toContain('I no longer have the message');
});

test('a form that is delivered twice attaches the message once', async () => {
  const study = await group();
  const { world, ana, general } = study;
  await using _ = world;
  const form = await ana.menu(ATTACH, general.send(ana, 'My own words on it'));
  const kept = await ana.fill(form, { 'Which topic?': 'ACID' });
  await world.discord.replay(kept);
  expect(await world.app.db.selectFrom('proof_part').selectAll().execute()).toHaveLength(1);
  world.discord.takeRefusals();
});

test('it works in Turkish, in direct messages with the bot', async () => {
  const { world } = await group();
  await using _ = world;
  const deniz: Person = world.discord.addPerson({ name: 'Deniz', locale: 'tr' }).install();
  const start = await deniz.dm.slash('start', { topic: 'acid' });
  expect(start.text).toContain('**ACID** konusuna başladın.');
  const channel = world.discord.channel(start.message?.channel_id ?? '');
  const form = await deniz.dm.menu(ATTACH, channel.send(deniz, 'Ya hep ya hiç.'));
  const kept = await deniz.dm.fill(form, { 'Hangi konu?': ['ACID · Veritabanlarında derinleşmek'] });
  expect(kept.text).toContain('Bu mesaj artık **ACID** için kaydedildi');
});

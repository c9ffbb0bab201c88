import { describe, expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

async function study() {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  return { world, guild, alice: guild.addMember({ name: 'Alice', locale: 'en-US' }) };
}

test('a topic is looked at, started, finished and undone', async () => {
  const { world, alice } = await study();
  await using _ = world;
  const choices = await alice.type('topic', { topic: 'aci' });
  expect(choices[0]?.name).toContain('ACID');

  const card = await alice.slash('topic', { topic: 'ACID' });
  expect(card.ephemeral).toBe(true);
  expect(card.text).toContain('Main Roadmap › More on Databases');
  await alice.press(card, 'Start');
  expect(card.text).toContain('◐ **ACID** started.');

  const done = await alice.slash('done', { topic: choices[0]?.value ?? '' });
  expect(done.text).toContain('● **ACID** done.\n1 of 37 in Main Roadmap\n▰▱▱▱▱▱▱▱▱▱');
  const undone = await alice.press(done, 'Undo');
  expect(undone.text).toContain('you marked it done');
  expect(undone.text).toContain('◐ **ACID** is back in progress.');
  expect((await alice.slash('undo')).text).toContain('○ **ACID** is back on your list.');
  expect((await alice.slash('undo')).text).toContain('Nothing to undo');
});

test('topics in progress are suggested first', async () => {
  const { world, alice } = await study();
  await using _ = world;
  await alice.slash('start', { topic: 'tmux' });
  const choices = await alice.type('done', { topic: '' });
  expect(choices[0]?.name).toContain('tmux');
  expect(choices).toHaveLength(25);
});

test('an action is suggested only for topics that it changes', async () => {
  const { world, alice } = await study();
  await using _ = world;
  const offered = async (line: string, topic: string) =>
    (await alice.type(line, { topic })).map(({ name }) => name.split(' · ')[0]);
  expect(await offered('done', 'ACID')).toContain('ACID');
  expect(await offered('topic', 'Computer Science')).toContain('Computer Science Theory');
  expect(await offered('done', 'Computer Science')).not.toContain('Computer Science Theory');

  await alice.slash('start', { topic: 'ACID' });
  expect(await offered('start', 'ACID')).not.toContain('ACID');
  expect(await offered('done', 'ACID')).toContain('ACID');
  await alice.slash('done', { topic: 'ACID' });
  expect(await offered('done', 'ACID')).not.toContain('ACID');
  expect(await offered('skip', 'ACID')).not.toContain('ACID');
  expect(await offered('topic', 'ACID')).toContain('ACID');
});

describe('a topic with others under it', () => {
  test('asks before it changes them, and undo reverses all of them', async () => {
    const { world, alice } = await study();
    await using _ = world;
    const asked = await alice.slash('done', { topic: 'Caching' });
    expect(asked.text).toContain('3 topics under');
    expect((await alice.slash('topic', { topic: 'CDN' })).text).toContain('○ CDN');

    await alice.press(asked, 'Mark all 3 done');
    expect(asked.text).toContain('● **Caching** done.');
    const undone = await alice.slash('undo');
    expect(undone.text).toContain('3 topics');
    expect((await alice.slash('topic', { topic: 'Caching' })).text).toContain('○ Caching');
  });

  test('offers a first topic when it is started', async () => {
    const { world, alice } = await study();
    await using _ = world;
    const asked = await alice.slash('start', { topic: 'Caching' });
    await alice.choose(asked, 'Or pick one', ['Server Side · Caching']);
    expect(asked.text).toContain('◐ **Server Side** started.');
    expect((await alice.slash('topic', { topic: 'Caching' })).text).toContain('◐ Caching');
  });

  test('is complete with its last topic, and says so', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await alice.slash('done', { topic: 'CDN' });
    await alice.slash('skip', { topic: 'Client Side' });
    const last = await alice.slash('done', { topic: 'Caching › Server Side' });
    expect(last.text).toContain('all of **Caching** done');
  });
});

test('a stage that follows from its section cannot be ticked off by itself', async () => {
  const { world, alice } = await study();
  await using _ = world;
  const answer = await alice.slash('done', { topic: 'Computer Science Theory' });
  expect(answer.text).toContain('once its whole section is done');
  expect(answer.buttons).toEqual(['See topic']);
});

test('“not now” puts a topic off until a date, and returns a date that cannot be read', async () => {
  const { world, alice } = await study();
  await using _ = world;
  const card = await alice.slash('topic', { topic: 'ACID' });
  const form = await alice.choose(card, 'v1:menu', ['Put off…']);
  const wrong = await alice.fill(form, { 'Or on a date': '31.02.2027' });
  expect(wrong.text).toContain('“31\\.02.2027” isn’t a date to come');
  const again = await alice.press(wrong, 'Put off…');
  expect(JSON.stringify(again.modal)).toContain('"value":"31.02.2027"');
  const put = await alice.fill(again, { 'Or on a date': '24.12.2026' });
  const christmas = Temporal.ZonedDateTime.from('2026-12-24T04:00[UTC]').epochMilliseconds / 1000;
  expect(put.text).toContain(`Put off · back <t:${christmas}:R>`);

  const seen = await alice.press(put, 'See topic');
  const days = await alice.fill(await alice.choose(seen, 'v1:menu', ['Put off…']), {
    'When should I suggest it again?': ['In a week'],
  });
  expect(days.text).toContain('Put off · back');
});

test('“not now” for a day lasts until tomorrow, even in the night of a clock change', async () => {
  const { world, alice } = await study();
  await using _ = world;
  await alice.slash('settings', { 'time-zone': 'New York' });
  // It is half past four in the morning, half an hour after the day began. At two, the clocks were set to three.
  world.clock.set('2026-03-08T08:30:00Z');
  const card = await alice.slash('topic', { topic: 'ACID' });
  const put = await alice.fill(await alice.choose(card, 'v1:menu', ['Put off…']), {
    'When should I suggest it again?': ['Tomorrow'],
  });
  const tomorrow = Temporal.ZonedDateTime.from('2026-03-09T04:00[America/New_York]').epochMilliseconds / 1000;
  expect(put.text).toContain(`Put off · back <t:${tomorrow}:R>`);
});

test('an unknown topic offers similar ones', async () => {
  const { world, alice } = await study();
  await using _ = world;
  const hostile = await alice.slash('done', { topic: 'trannsactions @everyone' });
  expect(hostile.text).toContain('I don’t know the topic “trannsactions \\@everyone”');
  const answer = await alice.slash('done', { topic: 'trannsactions' });
  expect(answer.buttons[0]).toContain('Transactions');
  await alice.press(answer, answer.buttons[0] ?? '');
  expect(answer.text).toContain('○ Transactions');
});

test('members who joined see who else is on a topic; others and other servers do not', async () => {
  const { world, guild, alice } = await study();
  await using _ = world;
  const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
  const elsewhere = world.discord.addGuild({ name: 'Elsewhere', locale: 'en-US' });
  const eve = elsewhere.addMember({ name: 'Eve', locale: 'en-US' });
  for (const person of [alice, ben, eve]) {
    await person.slash('roadmap join');
  }
  await ben.slash('start', { topic: 'ACID' });
  await eve.slash('done', { topic: 'ACID' });

  const seen = await alice.slash('topic', { topic: 'ACID' });
  expect(seen.text).toContain(`In progress: ${ben.name}`);
  expect(seen.text).not.toContain(eve.name);
  await ben.slash('roadmap leave');
  expect((await alice.slash('topic', { topic: 'ACID' })).text).not.toContain(ben.name);
});

test('works in direct messages, in Turkish', async () => {
  const { world } = await study();
  await using _ = world;
  const deniz = world.discord.addPerson({ name: 'Deniz', locale: 'tr' });
  deniz.install();
  const card = await deniz.dm.slash('start', { topic: 'acid' });
  expect(card.text).toContain('**ACID** konusuna başladın.');
  await deniz.dm.press(card, 'Bitti');
  expect(card.text).toContain('● **ACID** bitti.');
});

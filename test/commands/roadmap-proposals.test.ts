import { expect, test } from 'vitest';
import { currentVersion } from '../../src/store/roadmaps/current.ts';
import { guildOf } from '../../src/store/members/guilds.ts';
import { openProposals } from '../../src/store/roadmaps/proposals.ts';
import { startWorld } from '../bot.ts';

async function group(locale = 'en-US') {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale });
  const organiser = guild.addMember({ name: 'Ada', locale, permissions: ['ManageGuild'] });
  const member = guild.addMember({ name: 'Ben', locale });
  await member.slash('roadmap join');
  return { world, guild, organiser, member };
}

test('a member makes proposals, an organiser accepts one and declines another, and the member is told', async () => {
  const { world, guild, organiser, member } = await group();
  await using _ = world;
  const card = await member.slash('topic', { topic: 'ACID' });
  const form = await member.choose(card, 'v1:menu', ['Suggest a change…']);
  const bad = await member.fill(form, { topic: '[x] Isolation levels', link: 'nowhere' });
  expect(bad.text).toContain('can’t open that link');
  const again = await member.press(bad, 'Suggest a change…');
  const sent = await member.fill(again, { link: 'example.org/acid' });
  expect(sent.text).toContain('Sent to the organisers');

  const page = await organiser.slash('roadmap edit');
  await organiser.press(page, 'Proposals (2)');
  expect(page.text).toContain('https\\://example.org/acid');
  expect(page.text).toContain('**New topic**: ');
  expect(page.text).toContain('Place: after **ACID** · ');
  expect(page.text).toContain('For **ACID** · ');
  await organiser.press(page, { label: 'Decline', at: 1 });
  expect(page.text).toContain('Declined');
  await organiser.press(page, 'Accept');
  expect(page.text).toMatch(/^Proposal accepted\. I’ll tell .* with their next command\.\nAdded: /m);
  expect(page.text).toContain('as version 2');
  expect(page.text).toContain('## \\[x\\] Isolation levels');
  const { roadmapId } = (await guildOf(world.app.db, guild.id)) ?? {};
  const current = await currentVersion(world.app.db, roadmapId ?? '');
  const titles = current?.outline.nodes.map(({ topic }) => topic.title) ?? [];
  expect(titles[titles.indexOf('ACID') + 1]).toBe('[x] Isolation levels');

  await member.slash('topic', { topic: 'ACID' });
  await world.discord.quiet();
  const told = member
    .sees()
    .map((message) => JSON.stringify(message))
    .join('\n');
  expect(told).toContain('Your proposal is in the roadmap now');
  expect(told).toContain('declined your proposal');
});

test('a member may have a few open, others’ buttons do nothing, and a decision counts once, in Turkish', async () => {
  const { world, guild, organiser, member } = await group('tr');
  await using _ = world;
  for (const topic of ['Bir', 'İki']) {
    const form = await member.choose(await member.slash('topic', { topic: 'ACID' }), 'v1:menu', [
      'Değişiklik öner…',
    ]);
    await member.fill(form, { topic, link: 'https://example.org', note: 'Not' });
  }
  const open = await openProposals(world.app.db, guild.id);
  expect(open).toHaveLength(3);
  const view = await member.slash('roadmap view');
  for (const action of ['proposals', `proposal-accept:${open[0]?.id}:1`, `proposal-decline:${open[0]?.id}`]) {
    await member.press(view, { customId: `v1:${action}` });
  }
  expect(await openProposals(world.app.db, guild.id)).toEqual(open);

  const elsewhere = world.discord.addGuild({ name: 'Other' });
  const other = elsewhere.addMember({ name: 'Eve', locale: 'en-US', permissions: ['ManageGuild'] });
  const theirs = await other.slash('roadmap edit');
  expect((await other.press(theirs, { customId: `v1:proposal-decline:${open[0]?.id}` })).text).toContain(
    'already answered',
  );

  const page = await organiser.slash('roadmap edit');
  await organiser.press(page, 'Öneriler (3)');
  await organiser.press(page, { customId: `v1:proposal-decline:${open[0]?.id}` });
  await organiser.press(page, { customId: `v1:proposal-accept:${open[0]?.id}:1` });
  expect(page.text).toContain('zaten yanıtlanmış');
  expect(await openProposals(world.app.db, guild.id)).toHaveLength(2);
});

test('a member who may not edit proposes a change to a topic that they choose from lists', async () => {
  const { world, guild, member } = await group();
  await using _ = world;
  const page = await member.press(await member.slash('roadmap edit'), 'Suggest a change');
  await member.choose(page, 'Choose a section', ['Theory']);
  await member.press(page, 'Back');
  await member.press(page, 'Back');
  await member.press(page, 'Suggest a change');
  await member.fill(await member.press(page, 'Find…'), { search: 'qqqq zzzz' });
  expect(page.text).toContain('“qqqq zzzz”');
  await member.fill(await member.press(page, 'Find…'), { search: 'ACID' });
  expect(page.text).toContain('Suggest a change');
  await member.press(page, 'Back');
  await member.choose(page, 'Choose a section', ['Main Roadmap']);
  const form = await member.choose(page, 'Choose a topic', ['Testing']);
  expect((await member.fill(form, { note: 'Begin with one test.' })).text).toContain('Sent');
  expect(await openProposals(world.app.db, guild.id)).toMatchObject([{ text: 'Begin with one test.' }]);
});

test('the same from two members is one proposal, and its answer is for both', async () => {
  const { world, guild, organiser, member } = await group('en-US');
  await using _ = world;
  const other = guild.addMember({ name: 'Gus', locale: 'en-US' });
  await other.slash('roadmap join');
  for (const [who, topic] of [
    [member, 'Write-ahead log'],
    [other, 'write-ahead  log '],
  ] as const) {
    const form = await who.choose(await who.slash('topic', { topic: 'ACID' }), 'v1:menu', [
      'Suggest a change…',
    ]);
    await who.fill(form, { topic });
  }
  const page = await organiser.slash('roadmap edit');
  await organiser.press(page, 'Proposals (1)');
  expect(page.text).toContain(`${member.name} and Gus`);
  await organiser.press(page, 'Accept');
  expect(await openProposals(world.app.db, guild.id)).toEqual([]);
  for (const who of [member, other]) {
    await who.slash('topic', { topic: 'ACID' });
    await world.discord.quiet();
    expect(JSON.stringify(who.sees())).toContain('in the roadmap now');
  }
});

import { expect, test } from 'vitest';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { guildOf } from '../../src/store/members/guilds.ts';
import { progressOf } from '../../src/store/progress/progress.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import { startWorld } from '../bot.ts';
import { follow } from './other-roadmap.ts';

const BEFORE = '# Trail\n\n## A\n\n- [ ] Part 2: Joins\n- [ ] Talk 12\n- [ ] Shell\n';
const AFTER = BEFORE.replace('Part 2', 'Part 3').replace('Talk 12', 'Talk 13');

/** A server that follows a bundled roadmap. A member has done one of its topics. */
async function server(world: Awaited<ReturnType<typeof startWorld>>, locale: string) {
  const guild = world.discord.addGuild({ name: 'Study', locale });
  const organiser = guild.addMember({ name: 'Ada', locale, permissions: ['ManageGuild'] });
  const member = guild.addMember({ name: 'Ben', locale });
  await follow(world, guild, 'trail', BEFORE);
  await member.slash('roadmap join');
  await member.slash('done', { topic: 'Part 2: Joins' });
  return { guild, organiser, member };
}

async function states(world: Awaited<ReturnType<typeof startWorld>>, guildId: string, userId: string) {
  const guild = await guildOf(world.app.db, guildId);
  const roadmap = await world.app.library.roadmap(world.app.db, guild?.roadmapId ?? '');
  const progress = await progressOf(world.app.db, userId, roadmap?.id ?? '');
  return (roadmap?.nodes ?? []).map(({ id, topic }) => `${progress.get(id)?.state ?? 'todo'} ${topic.title}`);
}

test('an organiser answers what a bundled roadmap left open, for their own server only', async () => {
  await using world = await startWorld();
  const [here, there] = [await server(world, 'en-US'), await server(world, 'tr')];
  await seedRoadmap(world.app.db, 'trail', readRoadmap(AFTER).roadmap, AFTER, world.app.now());
  expect(await states(world, here.guild.id, here.member.id)).not.toContain('done Part 3: Joins');

  const told = await here.organiser.slash('today');
  const notice = JSON.stringify((await told.followedUp()).followUps);
  expect(notice).toContain('Roadmate has updated **Trail**');
  expect(notice).toContain('1 topic may have another name now');

  const open = await here.organiser.slash('roadmap undo');
  expect(open.text).toContain('**Part 2');
  expect(open.text).toContain('1 person has progress');
  // No member of this server has begun the other lost topic.
  expect(open.text).not.toContain('Talk');
  expect(open.text).toContain('gives this server its own copy');
  const settled = await here.organiser.choose(open, 'Not sure yet', ['Now: Part 3: Joins']);
  expect(settled.text).not.toContain('Part 2');
  expect(await states(world, here.guild.id, here.member.id)).toContain('done Part 3: Joins');
  expect((await guildOf(world.app.db, here.guild.id))?.roadmapId).not.toBe('trail');

  // The other server still follows the bundled roadmap, and may give another answer.
  expect((await guildOf(world.app.db, there.guild.id))?.roadmapId).toBe('trail');
  expect(await states(world, there.guild.id, there.member.id)).toContain('todo Part 3: Joins');
  const theirs = await there.organiser.slash('roadmap undo');
  expect(theirs.text).toContain('**Part 2');
  await there.organiser.choose(theirs, 'Henüz emin değilim', ['Artık yok']);
  expect(await states(world, there.guild.id, there.member.id)).toContain('todo Part 3: Joins');

  // The answer made a version of the copy, so it can be undone.
  const versions = await here.organiser.slash('roadmap undo');
  await here.organiser.press(versions, 'Back to version 1');
  expect(await states(world, here.guild.id, here.member.id)).toContain('todo Part 3: Joins');
});

test('a member who is no organiser is not asked, and cannot answer', async () => {
  await using world = await startWorld();
  const { guild, organiser, member } = await server(world, 'en-US');
  await seedRoadmap(world.app.db, 'trail', readRoadmap(AFTER).roadmap, AFTER, world.app.now());
  expect((await member.slash('roadmap undo')).text).not.toContain('Part 2');
  const open = await organiser.slash('roadmap undo');
  const customId = /v1[^"]*:settle:[^"]*/.exec(JSON.stringify(open.message))?.[0] ?? '';
  const view = await member.slash('roadmap view');
  expect((await member.press(view, { customId: 'v1:roadmap-settle:trail:0' })).text).toContain(
    'Only organisers',
  );
  const forged = { component_type: 3, custom_id: customId, id: 1, values: ['-'] };
  expect((await member.forge(3, forged, { where: view })).text).toContain('Only organisers');
  expect((await guildOf(world.app.db, guild.id))?.roadmapId).toBe('trail');
});

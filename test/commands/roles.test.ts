import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { everyComponent } from '../../playground/state/components.ts';
import { headingsOf } from '../../src/roadmap/headings.ts';
import { noteAway } from '../../src/store/members/presence.ts';
import { addMilestoneRole, milestoneRolesOf } from '../../src/store/roles/milestones.ts';
import { givenRolesOf } from '../../src/store/roles/personal-data.ts';
import { addGroup, studyGroup, type StudyGroup, topicOf } from './study-group.ts';

const MINUTE = 60_000;
const RIGHTS = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'AttachFiles',
  'ManageRoles',
] as const;

let group: StudyGroup;
let ana: Person;
let ben: Person;
let owner: Person;
beforeEach(async () => {
  group = await studyGroup(['Ana', 'Ben']);
  const [first, second] = group.members;
  [ana, ben] = [first ?? never(), second ?? never()];
  ({ owner } = group.guild);
  group.guild.changeRole(group.guild.botRole, { permissions: [...RIGHTS] });
  await group.world.discord.quiet();
});
afterEach(() => group.world[Symbol.asyncDispose]());

/** The page of `/setup` about roles. */
async function page(person = owner): Promise<Answer> {
  return person.press(await person.slash('setup'), { customId: 'v1:setup-roles:0' });
}

/** The heading of a section of the roadmap. */
async function headingOf(title: string) {
  const { app } = group.world;
  const roadmap = await app.library.roadmap(app.db, 'backend');
  return headingsOf(roadmap ?? never()).find(({ section }) => section.title === title);
}

/** Adds a role for a streak, or for a section of the roadmap by its title. */
async function add(title: string, role: { id: string }, fields: Record<string, string | string[]> = {}) {
  const heading = await headingOf(title);
  const value = heading === undefined ? 'streak:days' : `section:${heading.id}`;
  const form = await owner.choose(await page(), 'v1:setup-role-for', [value]);
  return owner.fill(form, { 'Which role?': [role.id], ...fields });
}

function never(): never {
  throw new Error('there is such a roadmap');
}

/** What comes after the answer has come as well. */
const settled = (person: Person, command: string): Promise<Answer> =>
  person.slash(command, {}, { until: 'settled' });

const has = (person: Person, role: { id: string }): boolean => group.guild.rolesOf(person).includes(role.id);

const tick = async (minutes = 1): Promise<void> => {
  group.world.clock.advance(minutes * MINUTE);
  await group.world.tick();
};

async function study(person: Person, ...keys: string[]): Promise<Answer | undefined> {
  let last: Answer | undefined;
  for (const key of keys) last = await person.slash('done', { topic: await topicOf(group.world, key) });
  return last;
}

describe('a role for a milestone', () => {
  test('is given when the milestone is reached, told to its member, and to the group if they want', async () => {
    const { world, guild, study: channel } = group;
    const learner = guild.addRole({ name: 'Theorist' });
    await study(ben, 'computer-networking', 'algorithms');
    const added = await add('Theory', learner, { 'Percent of the section': '20' });
    expect(added.text).toContain('20% of Theory done');
    expect(added.text).toContain('within minutes');
    await study(ana, 'computer-networking');
    await tick();
    // Ben was there already when it was added.
    expect([has(ana, learner), has(ben, learner)]).toEqual([false, true]);

    await study(ana, 'algorithms');
    await tick();
    expect(has(ana, learner)).toBe(true);
    expect(channel.messages).toEqual([]);
    const notice = (await settled(ana, 'help')).followUps[0];
    expect(JSON.stringify(notice)).toContain(`You got <@&${learner.id}> · 20% of Theory done`);
    const chosen = await ana.press(notice ?? never(), 'Tell my groups');
    expect(chosen.text).toContain('your groups see it when you get a role');
    expect((await settled(ana, 'help')).followUps).toEqual([]);

    const streaker = guild.addRole({ name: 'Two days' });
    await add('', streaker, { 'Days in a row': '2' });
    await tick(24 * 60);
    await study(ana, 'operating-systems');
    await tick();
    expect(has(ana, streaker)).toBe(true);
    const told = channel.messages.map((message) => JSON.stringify(message));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`Ana got <@&${streaker.id}> · 2 days in a row`);
    expect(channel.messages[0]?.mentions).toEqual([]);
    await tick();
    await world.restart();
    await tick(10);
    expect(channel.messages).toHaveLength(1);
  });

  test('is never taken away, and not given again where a moderator took it', async () => {
    const { guild } = group;
    const learner = guild.addRole({ name: 'Theorist' });
    await add('Theory', learner, { 'Percent of the section': '10' });
    await study(ana, 'computer-networking');
    await tick();
    await ana.slash('undo');
    await tick();
    expect(has(ana, learner)).toBe(true);
    guild.moderate(ana, learner, false);
    await study(ana, 'computer-networking', 'algorithms');
    await tick(70);
    expect(has(ana, learner)).toBe(false);
  });

  test('is given again after a rejoin, once the rules are accepted', async () => {
    const { guild, world } = group;
    const learner = guild.addRole({ name: 'Theorist' });
    await add('Theory', learner, { 'Percent of the section': '10' });
    await study(ana, 'computer-networking');
    await tick();
    guild.removeMember(ana);
    await noteAway(world.app.db, guild.id, [ana.id], world.clock.now());
    await tick(60);
    guild.addMember(ana);
    guild.holdBack(ana, true);
    await settled(ana, 'today');
    await tick();
    expect(has(ana, learner)).toBe(false);
    guild.holdBack(ana, false);
    await tick(5);
    expect(has(ana, learner)).toBe(true);
    // A role that has got rights over others meanwhile stays away from those who come back.
    guild.changeRole(learner, { permissions: ['BanMembers'] });
    guild.removeMember(ana);
    await tick();
    guild.addMember(ana);
    await settled(ana, 'today');
    await tick(120);
    expect(has(ana, learner)).toBe(false);
  });

  test('waits for a member who left before they got it', async () => {
    const { guild, world } = group;
    const learner = guild.addRole({ name: 'Theorist' });
    await add('Theory', learner, { 'Percent of the section': '10' });
    await study(ana, 'computer-networking');
    guild.removeMember(ana);
    await tick();
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([10007]);
    await tick(300);
    guild.addMember(ana);
    await settled(ana, 'today');
    await tick();
    expect(has(ana, learner)).toBe(true);
  });
});

describe('what the bot may not give', () => {
  test('is said at once', async () => {
    const { guild, world } = group;
    const reasons: [string, { id: string }, string][] = [
      ['above the bot', guild.addRole({ name: 'High', above: true }), 'Move my role above it'],
      ['managed', guild.addRole({ name: 'Boosts', managed: true }), 'belongs to an app or to boosts'],
      ['a moderator’s', guild.addRole({ name: 'Mod', permissions: ['KickMembers'] }), 'can moderate'],
      ['everyone', { id: guild.id }, 'Everybody has that role'],
    ];
    await world.discord.quiet();
    for (const [, role, said] of reasons) expect((await add('Theory', role)).text).toContain(said);
    guild.changeRole(guild.botRole, { permissions: RIGHTS.filter((name) => name !== 'ManageRoles') });
    const plain = guild.addRole({ name: 'Plain' });
    expect((await add('Theory', plain)).text).toContain('Allow me *Manage Roles*');
    expect(await milestoneRolesOf(world.app.db, guild.id)).toEqual([]);
  });

  test('waits without a request, is told to organisers, and is given once it is mended', async () => {
    const { guild, world } = group;
    const learner = guild.addRole({ name: 'Theorist' });
    await add('Theory', learner, { 'Percent of the section': '10' });
    guild.changeRole(learner, { above: true });
    await study(ana, 'computer-networking');
    const before = world.discord.requests.length;
    await tick(2);
    expect(world.discord.requests.slice(before).filter(({ path }) => path.includes('/roles/'))).toEqual([]);
    const notice = (await settled(owner, 'help')).followUps[0];
    expect(JSON.stringify(notice)).toContain('Move my role above it');
    guild.changeRole(learner, { above: false });
    await owner.press(await page(), { customId: 'v1:setup-roles-check' });
    await tick();
    expect(has(ana, learner)).toBe(true);
  });

  test('and what Discord refuses all the same is tried again later', async () => {
    const { guild, world } = group;
    const learner = guild.addRole({ name: 'Theorist' });
    await add('Theory', learner, { 'Percent of the section': '10' });
    // The bot has not heard of the change, as after a lost event.
    const own = guild.guild.roles.get(guild.botRole.id) ?? never();
    const rights = own.permissions;
    own.permissions = '0';
    await study(ana, 'computer-networking');
    await tick();
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([50013]);
    expect((await page()).text).toContain('Discord didn’t let me give it');
    own.permissions = rights;
    await tick(5);
    expect(has(ana, learner)).toBe(true);
    expect((await page()).text).not.toContain('Discord didn’t');
  });

  test('is nothing that an organiser could not give by hand', async () => {
    const { guild, world } = group;
    const helper = guild.addMember({ name: 'Helper', permissions: ['ManageGuild'] });
    await world.discord.quiet();
    expect((await page(helper)).text).toContain('you need *Manage Roles* too');
    const lead = guild.addMember({ name: 'Lead', permissions: ['ManageGuild', 'ManageRoles'] });
    const beside = guild.addRole({ name: 'Secret room' });
    await world.discord.quiet();
    // Of two roles at the same position, the newer one stands below.
    guild.guild.roles.delete(beside.id);
    const above = guild.addRole({ name: 'Above the lead', above: true });
    guild.changeRole(guild.botRole, { above: true });
    await world.discord.quiet();
    const form = await lead.choose(await page(lead), 'v1:setup-role-for', ['streak:days']);
    expect((await lead.fill(form, { 'Which role?': [above.id] })).text).toContain('isn’t below yours');
  });
});

test('a number outside of its range is refused, and the same milestone is not added twice', async () => {
  const learner = group.guild.addRole({ name: 'Theorist' });
  expect((await add('Theory', learner, { 'Percent of the section': '101' })).text).toContain('“101”');
  expect((await add('Theory', learner, { 'Percent of the section': 'all' })).text).toContain('“all”');
  await add('Theory', learner, { 'Percent of the section': '100 %' });
  expect((await add('Theory', learner, { 'Percent of the section': '100' })).text).toContain('on the list');
  const removed = await owner.choose(await page(), 'v1:setup-role-remove', ['Theorist']);
  expect(removed.text).toContain('Nobody loses the role');
  expect(removed.text).toContain('None yet');
});

test('with 25 roles in trouble the page still fits, and takes no more', async () => {
  const { guild, world } = group;
  const roles = Array.from({ length: 25 }, (_, place) =>
    guild.addRole({ name: `Role ${place} ${'x'.repeat(80)}` }),
  );
  await world.discord.quiet();
  const { id: sectionId } = (await headingOf('Theory')) ?? never();
  for (const [place, role] of roles.entries()) {
    const actor = { interactionId: `x${place}`, userId: owner.id, guildId: guild.id, at: place };
    const milestone = { kind: 'done', roadmapId: 'backend', sectionId, percent: place + 1 } as const;
    await addMilestoneRole(world.app.db, actor, role.id, milestone);
  }
  for (const role of roles) guild.removeRole(role);
  await world.discord.quiet();
  const full = await page();
  expect(full.text).toContain('That role was deleted');
  expect(
    everyComponent(full.message?.components ?? []).some(({ custom_id: id }) => id === 'v1:setup-role-for'),
  ).toBe(false);
  expect(
    everyComponent(full.message?.components ?? []).find(({ custom_id: id }) => id === 'v1:setup-role-remove')
      ?.options,
  ).toHaveLength(25);
});

test('another server neither gives nor sees it; a deletion forgets it, and takes nothing away', async () => {
  const { guild, world } = group;
  const other = await addGroup(world, [ana]);
  const learner = guild.addRole({ name: 'Theorist' });
  await add('Theory', learner, { 'Percent of the section': '10' });
  await study(ana, 'computer-networking');
  await tick();
  expect(other.guild.rolesOf(ana)).toEqual([]);
  expect(await givenRolesOf(world.app.db, ana.id)).toMatchObject([
    { guild_id: guild.id, role_id: learner.id },
  ]);
  const form = await ana.press(await ana.slash('settings'), { customId: 'v1:settings-delete' });
  await ana.fill(form, { 'Type DELETE to delete it all': 'DELETE' });
  expect(await givenRolesOf(world.app.db, ana.id)).toEqual([]);
  expect(has(ana, learner)).toBe(true);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import { memberOf } from '../../src/store/members/members.ts';
import { everyComponent } from '../../playground/state/components.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { ensureMember } from '../../src/store/members/members.ts';
import { join } from '../../src/store/members/memberships.ts';
import { follow } from '../../src/store/roadmaps/followed.ts';
import { createRoadmap, type Owner } from '../../src/store/roadmaps/owners.ts';
import { roadmapMark } from '../../src/view/about-roadmap.ts';
import { withMark } from '../../src/view/custom-id.ts';
import { setUp, startWith, type World } from '../attacks/group.ts';
import { text } from '../roadmap/sketch.ts';
import { readOnce } from '../prepared.ts';

const BACKEND = text`
  # Backend <!-- tr: Arka uç -->
  ## Servers
  - [ ] HTTP <!-- id: http -->
  - [ ] Queues <!-- id: queues -->
`;
const FRONTEND = text`
  # Frontend
  ## Pages
  - [ ] HTTP <!-- id: http -->
  - [ ] Styles <!-- id: styles -->
  - [ ] Forms <!-- id: forms -->
  ## Apps <!-- kind: showcase -->
  - [ ] Messenger <!-- id: chat -->
`;
const DATA = text`
  # Data
  ## Tables
  - [ ] Forms <!-- id: forms -->
  - [ ] Charts <!-- id: charts -->
  ## Apps <!-- kind: showcase -->
  - [ ] Dashboard <!-- id: dashboard -->
`;

let world: World;
let here: GuildHandle;
let other: GuildHandle;
let ana: Person;
let ben: Person;

/** A server that follows two roadmaps, a server with one of its own, and a member with one of theirs. */
beforeAll(async () => {
  world = await startWith({ backend: BACKEND, frontend: FRONTEND, data: DATA });
  here = world.discord.addGuild({ name: 'Here' });
  other = world.discord.addGuild({ name: 'Other' });
  ana = here.addMember({ name: 'Ana' });
  ben = other.addMember({ name: 'Ben' });
  await world.discord.quiet();
  await setUp(world, here);
  await setUp(world, other);
  const { db } = world.app;
  await join(db, here.id, ana.id, 0);
  await join(db, other.id, ben.id, 0);
  await follow(db, { guildId: here.id }, 'frontend', 1);
  await follow(db, { guildId: here.id }, 'data', 2);
  await own('of-other', { guildId: other.id }, 'Hidden guild');
  await own('of-ben', { userId: ben.id }, 'Hidden member');
});
afterAll(() => world[Symbol.asyncDispose]());

async function own(id: string, owner: Owner, title: string): Promise<void> {
  const source = `# ${title}\n\n- [ ] Only ${title} <!-- id: only -->\n`;
  const { roadmap } = readOnce(source);
  await world.app.db
    .transaction()
    .execute((trx) => createRoadmap(trx, { id, source, roadmap, owner, madeBy: null, at: 0 }));
}

const idsIn = ({ message }: Answer): readonly string[] =>
  everyComponent(message?.components ?? []).flatMap((each) => each.custom_id ?? []);

describe('a named topic', () => {
  test.each([
    ['in the default roadmap goes before others', { topic: 'HTTP' }, 'Servers'],
    ['is looked for in the others that are followed', { topic: 'Styles' }, 'Pages'],
    ['is that of the roadmap that is named with it', { topic: 'HTTP', roadmap: 'Frontend' }, 'Pages'],
  ])('%s', async (_, values, section) => {
    expect((await ana.slash('topic', values)).text).toContain(section);
  });

  test('is suggested from all roadmaps, each with its roadmap, and is found by that label', async () => {
    const [styles] = await ana.type('topic', { topic: 'styl' });
    expect(styles?.name).toBe('Styles · Pages · Frontend');
    expect((await ana.slash('topic', { topic: styles?.name ?? '' })).text).toContain('Pages');
    expect(
      (await ana.type('done', { topic: 'charts', roadmap: 'Frontend' }, { focused: 'topic' })).length,
    ).toBe(0);
  });

  test('in two others is asked about, and each answer leads to its own', async () => {
    const asked = await ana.slash('done', { topic: 'Forms' });
    expect(asked.text).toContain('several');
    expect((await ana.press(asked, 'Frontend')).text).toContain('Pages');
    const askedAgain = await ana.slash('done', { topic: 'Forms' });
    expect((await ana.press(askedAgain, 'Data')).text).toContain('Tables');
  });
});

test('buttons stay about the roadmap that was shown, whatever the default becomes', async () => {
  const { db } = world.app;
  const shown = await ana.slash('roadmap view', { roadmap: 'frontend' });
  const opened = await ana.choose(shown, idsIn(shown).find((id) => id.includes('section')) ?? '', ['Pages']);
  expect(opened.text).toContain('Styles');
  await changeGuild(db, here.id, { roadmapId: 'data' });
  const again = await ana.press(opened, 'All sections');
  await changeGuild(db, here.id, { roadmapId: 'backend' });
  expect(again.text).toContain('Frontend');
  for (const id of idsIn(again)) expect(id).toMatch(new RegExp(`^v1\\.${roadmapMark('frontend')}:`));
});

describe('roadmaps of another server, and of other members', () => {
  test('are not suggested', async () => {
    const names = (await ana.type('topic', { roadmap: '' })).map(({ name }) => name);
    expect(names).toEqual(['Backend', 'Frontend', 'Data']);
    expect((await ben.type('today', { roadmap: 'hidden' })).map(({ name }) => name)).toEqual([
      'Hidden guild',
      'Hidden member',
    ]);
  });

  test.each(['of-other', 'of-ben', 'Hidden guild', 'Hidden member'])(
    'are not opened by %s',
    async (named) => {
      for (const line of [
        'today',
        'topic',
        'progress',
        'roadmap view',
        'roadmap map',
        'roadmap join',
        'done',
      ]) {
        const needsTopic = ['topic', 'done'].includes(line);
        const answer = await ana.slash(line, { ...(needsTopic && { topic: 'only' }), roadmap: named });
        expect(answer.text).toContain('no roadmap');
        expect(answer.text).not.toContain('Only Hidden');
      }
    },
  );

  test.each(['of-other', 'of-ben'])('are not opened by a tampered button (%s)', async (id) => {
    const shown = await ana.slash('roadmap view');
    const forged = withMark('v1:map', roadmapMark(id));
    expect((await ana.press(shown, { customId: forged })).text).toContain('out of date');
  });

  test('are not reached by a default that was set where they could be used', async () => {
    const { db } = world.app;
    await ensureMember(db, ana.id, 0);
    await db.updateTable('member').set({ roadmap_id: 'of-other' }).where('user_id', '=', ana.id).execute();
    ana.install();
    expect((await ana.dm.slash('roadmap view')).text).not.toContain('Hidden');
    expect((await ana.slash('roadmap view')).text).toContain('Backend');
    await db.updateTable('member').set({ roadmap_id: null }).where('user_id', '=', ana.id).execute();
  });
});

describe('the showcase', () => {
  test('lists the apps of all followed roadmaps, each with its roadmap', async () => {
    const list = await ana.slash('showcase list');
    expect(list.text).toContain('Messenger');
    expect(list.text).toContain('### Frontend\n');
    expect(list.text).toContain('### Data\n');
    const one = await ana.choose(list, idsIn(list).find((id) => id.endsWith(':app')) ?? '', ['Dashboard']);
    expect(one.text).toContain('Nobody');
    for (const id of idsIn(one)) expect(id).toMatch(new RegExp(`^v1\\.${roadmapMark('data')}:`));
    await ana.press(one, 'Build this');
    expect((await ana.slash('showcase list')).text).toContain('### Data\n**Dashboard** · Ana');
  });

  test('finds and suggests apps of each followed roadmap', async () => {
    const choices = await ana.type('showcase submit', { app: '' });
    expect(choices.map(({ name }) => name)).toEqual([
      'Messenger · Apps · Frontend',
      'Dashboard · Apps · Data',
    ]);
    const typed = await ana.slash('showcase claim', { app: 'Messenger · Apps · Frontend' });
    expect(typed.text).toContain('Messenger');
    expect((await ana.slash('showcase gallery', { app: 'dashboard' })).text).toContain('Dashboard');
    expect((await ana.slash('showcase claim', { app: 'nothing' })).text).toContain('nothing');
  });
});

describe('/roadmap list', () => {
  test('shows everything that can be followed with the member’s progress, and follows, switches and leaves', async () => {
    const guild = world.discord.addGuild({ name: 'Free' });
    const eve = guild.addMember({ name: 'Eve' });
    await world.discord.quiet();
    await setUp(world, guild);
    await eve.slash('done', { topic: 'HTTP' });
    const list = await eve.slash('roadmap list');
    expect(list.text).toContain('1 of 2');
    expect(list.text).toContain('**Backend** · 1 of 2 done\n-# ★ The main roadmap here\n-# Servers\n');
    for (const title of ['Frontend', 'Data']) expect(list.text).toContain(`**${title}** · `);
    expect(list.text).not.toContain('Hidden');
    const one = await eve.choose(list, 'See a roadmap…', ['Frontend']);
    const following = await eve.press(one, 'Study this');
    expect(following.text).toContain('You’re studying this.');
    // The server's roadmap stays the main one, in direct messages too.
    expect(following.text).toContain('-# Commands and picks use your main roadmap, unless you name another.');
    expect((await memberOf(world.app.db, eve.id)).roadmapId).toBe('backend');
    expect((await eve.slash('topic', { topic: 'Styles' })).text).toContain('Pages');
    const left = await eve.press(following, 'Stop studying this');
    expect(left.text).toContain('Taken off your roadmaps. What you’ve done stays yours.');
    expect(left.text).not.toContain('You’re not studying this yet.');
    expect((await eve.slash('topic', { topic: 'Styles' })).text).not.toContain('Pages');
    expect(buttonsOf(left)).not.toContain('Add for the group');
    const usual = await eve.choose(await eve.slash('roadmap list'), 'See a roadmap…', ['Backend']);
    expect(buttonsOf(usual)).toEqual(['See its topics', 'All roadmaps', 'Stop studying this']);
  });

  test('lets organisers choose for their server, and nobody else', async () => {
    const guild = world.discord.addGuild({ name: 'Organised' });
    const eve = guild.addMember({ name: 'Eve' });
    await world.discord.quiet();
    await setUp(world, guild);
    const { owner } = guild;
    const list = await owner.slash('roadmap list');
    expect(list.buttons).not.toContain('Take turns');
    const one = await owner.choose(list, 'See a roadmap…', ['Data']);
    const followed = await owner.press(one, 'Add for the group');
    expect(followed.text).toContain('The group is studying this.');
    expect((await owner.slash('roadmap list')).buttons).toContain('Take turns');
    expect((await eve.slash('topic', { topic: 'Charts' })).text).toContain('Tables');
    const made = await owner.press(followed, 'Make it the group’s main');
    expect(made.text).toContain('This is the group’s main roadmap.');
    expect((await eve.slash('roadmap view')).text).toContain('Data');
    expect((await eve.slash('topic', { topic: 'Queues' })).text).toContain('Servers');
    const forged = await eve.press(await eve.slash('roadmap view'), {
      customId: withMark('v1:roadmap-do:server-default', roadmapMark('frontend')),
    });
    expect(forged.text).toContain('organiser');
    expect((await eve.slash('roadmap view')).text).toContain('Data');
  });
});

test('the daily post takes turns, and its buttons stay about the roadmap of that day', async () => {
  const guild = world.discord.addGuild({ name: 'Turns' });
  const eve = guild.addMember({ name: 'Eve' });
  await world.discord.quiet();
  await setUp(world, guild, { dailyTurns: true });
  await follow(world.app.db, { guildId: guild.id }, 'frontend', 1);
  const seen: string[] = [];
  for (let day = 0; day < 4; day += 1) {
    world.clock.advance(24 * 60 * 60 * 1000);
    await world.tick();
    await world.discord.quiet();
    const post = guild
      .channel()
      .messages.findLast(({ components }) => JSON.stringify(components).includes('post:in'));
    if (post === undefined) throw new Error('there is a post');
    const said = JSON.stringify(post.components);
    seen.push(
      said.includes('-# Frontend › Pages')
        ? 'frontend'
        : said.includes('-# Backend › Servers')
          ? 'backend'
          : said,
    );
    expect((await eve.press(post, 'I’m in')).text).not.toContain('out of date');
    await world.discord.quiet();
  }
  expect(seen).toEqual(['backend', 'frontend', 'backend', 'frontend']);
});

const buttonsOf = ({ message }: Answer): readonly string[] =>
  everyComponent(message?.components ?? []).flatMap((each) => each.label ?? []);

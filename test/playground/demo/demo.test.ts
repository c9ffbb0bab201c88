import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { makeClock } from '../../../playground/clock.ts';
import { DEMO_START, seedDemo, setDemoScene } from '../../../playground/demo/demo.ts';
import { startLocalDiscord } from '../../../playground/discord.ts';
import { openStore } from '../../../src/store/open.ts';
import { boardMembers, scoresOf } from '../../../src/store/company/boards.ts';
import { wantingBuddies } from '../../../src/store/company/buddy-groups.ts';
import { currentQuest } from '../../../src/store/goals/quests.ts';
import { goalOf } from '../../../src/store/goals/goals.ts';
import { guildOf } from '../../../src/store/members/guilds.ts';
import { milestoneRolesOf } from '../../../src/store/roles/milestones.ts';
import { postsOf } from '../../../src/store/schedule/posts.ts';
import { isFull } from '../../size.ts';
import { activityOfGroup } from '../../store/whole-group.ts';

describe('the group of the demonstration', () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const seeded = async (name: string) => {
    const databasePath = join(folder, name);
    const discord = await startLocalDiscord({ clock: makeClock(DEMO_START) });
    const cast = setDemoScene(discord);
    await seedDemo({ discord, cast, databasePath });
    const guildId = discord.guilds[0]?.id ?? '';
    await discord.stop();
    const store = await openStore(databasePath);
    const activity = await activityOfGroup(store.db, guildId, 'backend');
    const posts = await postsOf(store.db, guildId);
    const days = { from: '2026-11-09', to: '2026-11-18' };
    const span = { from: Date.parse(days.from), to: DEMO_START };
    const studied = await scoresOf(store.db, { guildId, roadmapIds: [], days, span }, 'minutes', DEMO_START);
    const roles = await milestoneRolesOf(store.db, guildId);
    const board = await boardMembers(store.db, guildId);
    const wanting = await wantingBuddies(store.db, guildId);
    const goals = await Promise.all(cast.map(({ id }) => goalOf(store.db, id)));
    const guild = await guildOf(store.db, guildId);
    const quest = guild === null ? null : await currentQuest(store.db, guild, '2026-11-23');
    await store.close();
    const company = {
      board: board.size,
      buddies: wanting.length,
      goals: goals.filter((goal) => goal !== null).length,
      quest: quest?.target ?? 0,
    };
    return { cast, activity, posts, studied, company, roles: roles.map(({ milestone }) => milestone) };
  };

  const first = seeded('a.sqlite');

  test('twelve people have studied for more than nine weeks, and both posts are due', async () => {
    const { cast, activity, posts } = await first;
    expect(new Set(cast.map((person) => person.id)).size).toBe(12);
    expect(new Set(activity.map((row) => row.userId)).size).toBe(12);
    const [begun, last] = [activity[0]?.at ?? 0, activity.at(-1)?.at ?? 0];
    expect((last - begun) / 86_400_000).toBeGreaterThan(63);
    expect(last).toBeLessThan(DEMO_START);
    expect(activity.filter((row) => row.action === 'done').length).toBeGreaterThan(100);
    expect(posts.map((post) => [post.kind, post.next !== null])).toEqual([
      ['daily', true],
      ['weekly', true],
    ]);
  });

  test('they have studied with /focus, and there are roles to reach', async () => {
    const { studied, roles } = await first;
    const minutes = [...studied.values()].filter((each) => each > 0);
    expect(minutes.length).toBeGreaterThan(6);
    expect(minutes.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(600);
    expect(roles.map(({ kind }) => kind).toSorted()).toEqual(['done', 'streak']);
  });

  test('there are people on boards, who want buddies, and with goals; and a quest each week', async () => {
    const { company } = await first;
    expect(company).toMatchObject({ board: 8, buddies: 7, goals: 4 });
    expect(company.quest).toBeGreaterThan(5);
  });

  test.runIf(isFull)('it is the same in each run', async () => {
    expect(await seeded('b.sqlite')).toEqual(await first);
  });
});

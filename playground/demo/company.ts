import { setOnBoard } from '../../src/store/company/boards.ts';
import { chooseSlots } from '../../src/store/company/buddies.ts';
import { chooseHelps } from '../../src/store/company/help.ts';
import { setGoal } from '../../src/store/goals/goals.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import type { Actor } from '../../src/store/actor.ts';
import type { Db } from '../../src/store/schema.ts';
import type { Slot } from '../../src/study/company/fit.ts';
import type { Goal } from '../../src/study/goals/goal.ts';
import { en } from '../../src/words/en/index.ts';
import type { Cast } from '../web/cast.ts';
import { personNamed, type Stage } from './works.ts';

/** What a member of the demonstration has chosen for the group. */
interface Choices {
  readonly board?: true;
  readonly helps?: true;
  readonly goal?: Goal;
  /** The times at which they want to study with a buddy. */
  readonly buddies?: readonly Slot[];
}

const EVENINGS: readonly Slot[] = ['workdays-18', 'workdays-21'];

/** By name. Who is not here has chosen nothing, as some do in each group. */
const CHOICES: Readonly<Record<string, Choices>> = {
  Mira: {
    board: true,
    helps: true,
    goal: { kind: 'topics', target: 3 },
    buddies: ['workdays-06', 'weekend-09'],
  },
  Deniz: { board: true, helps: true, goal: { kind: 'minutes', target: 150 }, buddies: EVENINGS },
  Ana: { board: true, helps: true, buddies: EVENINGS },
  Jonas: { board: true, goal: { kind: 'topics', target: 2 } },
  Aylin: { board: true, buddies: EVENINGS },
  Chiara: { board: true },
  Emeka: { board: true, helps: true, buddies: EVENINGS },
  Hana: { goal: { kind: 'reviews', target: 10 }, buddies: ['workdays-06'] },
  Lucía: { board: true, buddies: ['workdays-18'] },
};

/**
 * Stores what the members have chosen for their group before the clock begins, and that it has a quest each week.
 * @param actorOf somebody who does something, in an interaction of their own
 */
export async function chooseCompany(
  db: Db,
  guildId: string,
  cast: Cast,
  actorOf: (userId: string) => Actor,
): Promise<void> {
  await changeGuild(db, guildId, { quests: true });
  for (const { id, name } of cast) {
    const { board, helps, goal, buddies } = CHOICES[name] ?? {};
    if (board === true) await setOnBoard(db, actorOf(id), guildId, true);
    if (helps === true) await chooseHelps(db, actorOf(id), guildId, true);
    if (goal !== undefined) await setGoal(db, actorOf(id), goal, null);
    if (buddies !== undefined) await chooseSlots(db, actorOf(id), guildId, buddies);
  }
}

/** Plans an event of the server for each Wednesday, in its voice channel. */
export async function planEvenings(stage: Stage): Promise<void> {
  const [guild] = stage.discord.guilds;
  const mira = personNamed(stage, 'Mira');
  const asked = await mira.slash(
    'group plan',
    {
      topic: 'Transactions',
      when: 'every wednesday 19:00',
      channel: guild?.channel('Library') ?? stage.channel,
    },
    { channel: stage.channel.id, until: 'settled' },
  );
  await mira.press(asked, en.plan.keep, { until: 'settled' });
}

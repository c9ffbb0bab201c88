import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startLocalDiscord } from '../../playground/discord.ts';
import type { Person } from '../../playground/people/person.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import { seedRoadmaps } from '../../src/seed.ts';
import { openStore } from '../../src/store/open.ts';
import { oursOn } from '../contestants.ts';
import type { Subject } from '../subject.ts';
import { type Crowd, fill, type Group } from './fill.ts';

const ROADMAPS = join(import.meta.dirname, '../../data/roadmaps');
/** In real milliseconds. */
const ANSWER_WITHIN = 60_000;
/** The members of the group that is measured: with 50 acts each, a thousand in all. */
const GROUP = 20;

/** A bot whose store holds a group and a crowd. The group is the server's members; the crowd is in the store alone. */
export interface GrownStore extends Subject {
  readonly guild: GuildHandle;
  /** The one large server of the crowd, and its members. */
  readonly large: GuildHandle;
  readonly others: readonly Person[];
  readonly file: string;
}

/** An empty store with the bundled roadmaps, from which the others are copied. */
async function makeTemplate(folder: string): Promise<string> {
  const file = join(folder, 'template.sqlite');
  const store = await openStore(file);
  await seedRoadmaps(store.db, ROADMAPS, Date.now());
  await store.close();
  return file;
}

/** Fills a copy of the template, and gives it to a bot with a Discord of its own. */
export async function makeGrown(folder: string, name: string, crowd: Crowd): Promise<GrownStore> {
  const file = join(folder, `${name}.sqlite`);
  await copyFile(await makeTemplate(folder), file);
  const discord = await startLocalDiscord({ answerWithin: ANSWER_WITHIN, finishWithin: ANSWER_WITHIN });
  const guild = discord.addGuild({ name: 'Study', channels: ['study'] });
  const large = discord.addGuild({ name: 'Large', channels: ['study'] });
  const members = Array.from({ length: GROUP }, (_, n) =>
    guild.addMember({ name: `Member ${n}`, permissions: n === 0 ? ['ManageGuild'] : [] }),
  );
  const others = Array.from({ length: crowd.large }, (_, n) => large.addMember({ name: `Other ${n}` }));
  fill(file, groupOf(guild, members), groupOf(large, others), crowd, Date.now());
  // The first start after so many new rows makes planner statistics.
  await (await openStore(file)).close();
  return { ...oursOn(folder, `${name}.sqlite`), discord, members, guild, large, others, file };
}

function groupOf(guild: GuildHandle, members: readonly Person[]): Group {
  return { guildId: guild.id, channelId: guild.channel().id, userIds: members.map(({ id }) => id) };
}

import Database from 'better-sqlite3';
import type { Answer } from '../playground/people/answer.ts';
import type { Person } from '../playground/people/person.ts';
import { BotProcess } from './bot-process.ts';
import type { Figure } from './figures.ts';
import { makeGrown } from './growth/stores.ts';
import { largeRoadmap } from './large-roadmap.ts';

/** What one member has written and done, on a roadmap of 5,000 topics. */
const [PROOFS, WORDS, ACTS] = [3000, 120, 20_000];
/** How often each action is done. The longest step of all times counts. */
const TIMES = 5;
/** How many ask for a picture at once. */
const AT_ONCE = 20;
/** The most that a step may take, in milliseconds. */
const AT_MOST = 50;

/** What the member who has written much does for the n-th time, or a group of others. */
type Act = (writer: Person, n: number, group: readonly Person[]) => Promise<Answer | readonly Answer[]>;

const acts: Readonly<Record<string, Act>> = {
  'an import of 5,000 topics': importLarge,
  'a search': async (writer, n) => writer.slash('search', { words: n % 2 === 0 ? 'index' : 'wo lock' }),
  'a search in a group of 20': async (_, n, [member]) =>
    expected(await member?.slash('search', { words: n % 2 === 0 ? 'index' : 'wo lock' })),
  'a notebook of 3,000 cheat codes': async (writer) => writer.slash('notebook export'),
  'a list of 3,000 cheat codes': async (writer) => writer.slash('cheatcode list'),
  'an export of all data': async (writer) =>
    writer.press(await writer.slash('settings'), { customId: 'v1:settings-export' }),
  '20 pictures at once': async (_, __, group) =>
    Promise.all(group.slice(0, AT_ONCE).map((member) => member.slash('progress'))),
};

/** Imports a file, and then its next version, in turns. */
async function importLarge(organiser: Person, n: number): Promise<readonly Answer[]> {
  const file = { name: 'large.md', content: largeRoadmap(n % 2 === 0 ? 'first' : 'second') };
  const preview = await organiser.slash('roadmap import', { file, scope: 'server' });
  return [preview, await organiser.press(preview, 'Apply')];
}

function expected(answer: Answer | undefined): Answer {
  if (answer === undefined) throw new Error('nobody is there');
  return answer;
}

/**
 * Measures for how long the bot lets everybody wait while one member does what takes long: the longest step of its event loop, in
 * CPU time. The store has a million acts, and the member has written 3,000 cheat codes.
 */
export async function measureStalls(folder: string): Promise<readonly Figure[]> {
  const store = await makeGrown(folder, 'stalls', { people: 100_000, acts: 10, large: 2000, proofs: 25 });
  const large = store.discord.addGuild({ name: 'Large' });
  const writer = large.addMember({ name: 'Writer', permissions: ['ManageGuild'] });
  await using bot = new BotProcess(store, { withProbe: true });
  await bot.connected();
  // The first ones compile the code that all of them need.
  for (const member of store.members) await member.slash('today');
  await importLarge(writer, 1);
  await writer.slash('roadmap join');
  writeMuch(store.file, writer.id, large.id);
  const figures: Figure[] = [];
  for (const [what, act] of Object.entries(acts)) {
    let [longest, stall, cpu] = [0, 0, 0];
    for (let time = 0; time < TIMES; time += 1) {
      const before = await bot.ask('cpu');
      await bot.ask('watch');
      const answers = [await act(writer, time, store.members)].flat();
      for (const { failed } of answers) if (failed !== null) throw new Error(`${what}: ${failed}`);
      stall = Math.max(stall, await bot.ask('stall'));
      longest = Math.max(longest, await bot.ask('step'));
      cpu = (await bot.ask('cpu')) - before;
    }
    figures.push({
      what: `${what}, longest step (${cpu.toFixed(0)} ms of CPU, longest wait ${stall.toFixed(0)} ms)`,
      unit: 'ms',
      figure: longest,
      aim: AT_MOST,
    });
  }
  await bot[Symbol.asyncDispose]();
  await store.discord.stop();
  return figures;
}

/** Writes a member's work straight into the tables. */
function writeMuch(file: string, userId: string, guildId: string): void {
  const db = new Database(file);
  const now = Date.now();
  const text = Array.from({ length: WORDS }, (_, n) => (n % 9 === 0 ? 'index' : `word${n}`)).join(' ');
  db.exec(`
    CREATE TEMP TABLE number (n INTEGER PRIMARY KEY);
    WITH RECURSIVE next(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM next WHERE n < ${Math.max(PROOFS, ACTS)})
      INSERT INTO number SELECT n FROM next;
    CREATE TEMP TABLE place AS
      SELECT row_number() OVER (ORDER BY position) - 1 AS n, topic_id AS id, count(*) OVER () AS of
      FROM roadmap_topic JOIN guild ON guild.roadmap_id = roadmap_topic.roadmap_id
      WHERE guild.id = '${guildId}' AND archived_at IS NULL;
    BEGIN;
    INSERT INTO proof (id, user_id, topic_id, method, proven_at, created_at, updated_at)
      SELECT 'much' || number.n, '${userId}', place.id, 'cheatcode', ${now}, ${now}, ${now}
      FROM number JOIN place ON place.n = number.n % place.of WHERE number.n < ${PROOFS};
    INSERT INTO proof_part SELECT id, 0, '${text} ' || id FROM proof WHERE id LIKE 'much%';
    INSERT INTO proof_share (proof_id, guild_id, shared_at) SELECT id, '${guildId}', ${now} FROM proof WHERE id LIKE 'much%';
    INSERT INTO activity (id, batch, user_id, guild_id, topic_id, action, at, study_date)
      SELECT 'much' || number.n, 'much' || number.n, '${userId}', '${guildId}', place.id, 'done', ${now} - number.n * 3600000,
        date(${now / 1000} - number.n * 3600, 'unixepoch')
      FROM number JOIN place ON place.n = number.n % place.of WHERE number.n < ${ACTS};
    COMMIT;
  `);
  db.close();
}

import { startLocalDiscord } from '../../playground/discord.ts';
import { BotProcess } from '../bot-process.ts';
import { oursOn } from '../contestants.ts';
import type { Figure } from '../figures.ts';
import { type Point, slopeOf } from './slope.ts';
import { A_VISIT, visit } from './visit.ts';

/** How many interactions a soak has unless another size is asked for. */
export const INTERACTIONS = 100_000;
const SERVERS = 50;
/** How many members are there at once. */
const AT_ONCE = 8;
/** At so many points the heap is measured, after a garbage collection. */
const POINTS = 30;
/**
 * The first share of the points is left out: meanwhile Node compiles, and caches of a limited size fill. That takes some
 * 3,000 interactions, so a much smaller soak only shows that all of it runs. What still grows in the resident memory is
 * SQLite's cache of pages, up to 16 MB.
 */
const FILLING = 1 / 3;
/**
 * The most bytes that an interaction may leave. A map that kept each interaction would leave 50 or more, and one that
 * kept each member about as much in a visit, which is 3 an interaction.
 */
const MOST = 1;
/** In real milliseconds. */
const ANSWER_WITHIN = 60_000;

/**
 * Measures whether the heap grows with what the bot has answered. Each visit is a member's first, so what is kept of a
 * member counts, too. The slope has an error, because some pieces of the heap come and go; it misses its aim only if it is
 * above it by two errors.
 */
export async function measureSoak(folder: string, interactions: number): Promise<readonly Figure[]> {
  const discord = await startLocalDiscord({ answerWithin: ANSWER_WITHIN, finishWithin: ANSWER_WITHIN });
  const servers = Array.from({ length: SERVERS }, (_, n) => discord.addGuild({ name: `Server ${n}` }));
  await using bot = new BotProcess(
    { ...oursOn(folder, 'soak.sqlite'), discord, members: [] },
    { withProbe: true },
  );
  await bot.connected();
  const visits = Math.ceil(interactions / A_VISIT / POINTS);
  const heaps: Point[] = [];
  const resident: number[] = [];
  const began = performance.now();
  for (let point = 0; point < POINTS; point += 1) {
    let next = point * visits;
    const visitors = async (): Promise<void> => {
      while (next < (point + 1) * visits) {
        const n = next;
        next += 1;
        const server = servers[n % servers.length];
        if (server === undefined) throw new Error('there is no server');
        const member = server.addMember({ name: `Member ${n}` });
        await visit(member, n);
        server.removeMember(member);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, visitors));
    heaps.push({ x: (point + 1) * visits * A_VISIT, y: await bot.ask('heap') });
    resident.push(await bot.ask('memory'));
  }
  const took = (performance.now() - began) / 1000;
  const cpu = (await bot.ask('cpu')) / 1000;
  await bot[Symbol.asyncDispose]();
  await discord.stop();
  const measured = heaps.slice(Math.floor(POINTS * FILLING));
  const { slope, error } = slopeOf(measured);
  const [heap, memory] = [measured.map(({ y }) => y), resident.slice(-measured.length)].map(fromTo);
  const [all, people] = [POINTS * visits * A_VISIT, POINTS * visits].map((count) =>
    count.toLocaleString('en'),
  );
  const spent = `${took.toFixed(0)} s, ${cpu.toFixed(0)} s of CPU`;
  return [
    {
      what: `${all} interactions of ${people} members (${spent}), resident ${memory} MB, heap ${heap} MB: ${slope.toFixed(1)} ± ${error.toFixed(1)} B each, at least`,
      unit: 'B',
      figure: slope - 2 * error,
      aim: MOST,
    },
  ];
}

/** The first and last of some sizes in bytes, as megabytes. */
function fromTo(sizes: readonly number[]): string {
  return [sizes[0], sizes.at(-1)].map((bytes = 0) => (bytes / 2 ** 20).toFixed(1)).join(' to ');
}

import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { LocalDiscord } from '../../playground/discord.ts';
import { topics } from '../contestants.ts';
import type { User } from './scene.ts';

/** A command that somebody used. Times are in milliseconds, as `performance.now` counts. */
export interface Used {
  readonly what: 'topic' | 'done';
  readonly userId: string;
  readonly topicId: string;
  readonly shard: number;
  readonly at: number;
  /** Until Discord began to receive the first answer; null if none came in time. */
  readonly taken: number | null;
  /** What the person read in the end. */
  readonly text: string;
  readonly failed: string | null;
}

/** How many commands begin in a second. A slow or busy machine takes fewer. */
const PER_SECOND = Number(process.env['COMMANDS_PER_SECOND'] ?? 10);

const interaction = z.object({ id: z.string() });

/** Times every answer, by the interaction's id. Discord's own checks of an answer come later, and are not counted. */
export function timeAnswers({
  world,
}: LocalDiscord): ReadonlyMap<string, { sent: number; arrived?: number }> {
  const times = new Map<string, { sent: number; arrived?: number }>();
  const { dispatch } = world;
  world.dispatch = (event, data, to) => {
    if (event === 'INTERACTION_CREATE') times.set(interaction.parse(data).id, { sent: performance.now() });
    dispatch(event, data, to);
  };
  world.feed.listen((event) => {
    if (event.kind !== 'request' || event.request.status >= 300) return;
    const id = /^\/interactions\/(\d+)\//.exec(event.request.path)?.[1];
    const time = times.get(id ?? '');
    if (time !== undefined) time.arrived ??= performance.now() - event.request.ms;
  });
  return times;
}

/**
 * Lets people use `/topic` and `/done` in turns, at an even pace, all over the guilds. Nobody does a topic twice.
 * @returns what was used so far, and a function that ends it
 */
export function useCommands(
  users: readonly User[],
  times: ReturnType<typeof timeAnswers>,
): { readonly used: readonly Used[]; stop(): Promise<void> } {
  const used: Used[] = [];
  const underWay = new Set<Promise<void>>();
  const stopping = new AbortController();
  const use = async (n: number): Promise<void> => {
    const user = users[n % users.length];
    const topic = topics[Math.floor(n / users.length) % topics.length];
    if (user === undefined || topic === undefined) throw new Error('there is nobody, or nothing to learn');
    const { person, guild, shard } = user;
    const what = n % 2 === 0 ? 'done' : 'topic';
    const at = performance.now();
    const answer = await person.slash(what, { topic: topic.id }, { channel: guild.channel() });
    const time = times.get(answer.interaction.id);
    const taken = time?.arrived === undefined ? null : time.arrived - time.sent;
    used.push({
      what,
      userId: person.id,
      topicId: topic.id,
      shard,
      at,
      taken,
      text: answer.text,
      failed: answer.failed,
    });
  };
  const run = async (): Promise<void> => {
    const begun = performance.now();
    for (let n = 0; !stopping.signal.aborted; n += 1) {
      const work = use(n).finally(() => underWay.delete(work));
      underWay.add(work);
      await sleep(Math.max(0, begun + ((n + 1) * 1000) / PER_SECOND - performance.now()));
    }
    await Promise.all(underWay);
  };
  const running = run();
  return {
    used,
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

import type { Clock } from '../clock.ts';
import { makeFeed } from '../feed.ts';
import { createUser } from './people.ts';
import { makeIds } from './snowflake.ts';
import type { User, World } from './world.ts';

/**
 * An empty world with the bot's account. The options give the bot's name and token, the time for a first response, and
 * the shards.
 */
export function makeWorld(
  clock: Clock,
  options: { name?: string; token?: string; answerWithin?: number; recommendedShards?: number },
): World {
  const ids = makeIds(() => clock.now());
  const users = new Map<string, User>();
  const name = options.name ?? 'Roadmate';
  const bot = createUser({ ids, users }, name, 'en-US', true);
  const { id } = bot.json;
  return {
    clock,
    ids,
    feed: makeFeed(),
    token: options.token ?? `${Buffer.from(id).toString('base64url')}.local.${'playground'.repeat(3)}`,
    recommendedShards: options.recommendedShards ?? null,
    // For years, a bot's application has had the same id as its user.
    application: { id, name },
    bot,
    users,
    guilds: new Map(),
    channels: new Map(),
    commands: new Map(),
    interactions: new Map(),
    interactionsByToken: new Map(),
    files: new Map(),
    nonces: new Map(),
    oldEdits: new Map(),
    answerWithin: options.answerWithin ?? 3000,
    origin: 'http://127.0.0.1',
    dispatch: () => undefined,
    sessionStartLimit: () => ({ total: 0, remaining: 0, reset_after: 0, max_concurrency: 1 }),
  };
}

/** Takes everything out of a world, except the bot's account and its commands. */
export function empty(world: World): void {
  for (const things of [
    world.guilds,
    world.channels,
    world.interactions,
    world.interactionsByToken,
    world.files,
    world.nonces,
    world.oldEdits,
    world.users,
  ])
    things.clear();
  world.users.set(world.bot.json.id, world.bot);
}

import { InteractionType } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import { OLD_EDITS } from '../../src/discord/error-code.ts';
import { join } from '../../src/store/members/memberships.ts';
import { z } from 'zod';
import { startWorld } from '../bot.ts';
import { ACTIONS, everything, setUp, type World } from './group.ts';
import { isFull, partOf } from '../size.ts';
import { commandLines, entered, inBatches, useEverything } from './walk.ts';

const CANARY = 'canary';
/** How many levels of buttons are followed below an answer. */
const DEPTH = isFull ? 3 : 1;

let world: World;
let secret: GuildHandle;
let here: GuildHandle;
let stranger: Person;
let insider: Person;
let both: Person;
/** The names and words of the secret server, its channels, its people and their texts. */
let secrets: readonly string[];

/**
 * A secret server in which people study, write and show their work, and another server on the same roadmap. One
 * person studies in both; the other person is only here.
 */
beforeAll(async () => {
  world = await startWorld('2026-11-23T05:00:00Z');
  secret = world.discord.addGuild({
    name: `${CANARY}-guild`,
    owner: `${CANARY}-owner`,
    channels: [`${CANARY}-study`],
  });
  here = world.discord.addGuild({ name: 'Here', owner: 'Owner' });
  const role = secret.addRole({ name: `${CANARY}-role`, mentionable: true });
  insider = secret.addMember({ name: `${CANARY}-insider`, permissions: ['ManageGuild'] });
  both = secret.addMember({ name: 'Both' });
  here.addMember(both);
  stranger = here.addMember({ name: 'Stranger', permissions: ['ManageGuild'] });
  await world.discord.quiet();
  await setUp(world, secret, { roleId: role.id, timeZone: 'Asia/Kathmandu' });
  await setUp(world, here);
  const { db } = world.app;
  await join(db, secret.id, insider.id, 0);
  await join(db, secret.id, both.id, 0);
  await join(db, here.id, both.id, 0);
  await join(db, here.id, stranger.id, 0);
  const enter = {
    text: () => `hidden words of the ${CANARY}`,
    address: `https://example.org/${CANARY}`,
    topic: 'ACID',
    person: both,
  };
  // A button is pressed in the answer to each command in the full size, otherwise once.
  const pressed = new Set<string>();
  for (const { line, options } of commandLines().filter(
    (each) => !/^(setup|settings|schedule|undo|roadmap)/.test(each.line),
  )) {
    const answer = await insider.slash(line, entered(options, enter));
    await useEverything(insider, answer, enter, 2, isFull ? new Set() : pressed);
  }
  // Answers that are still on their way would be too late after the clock has moved.
  await world.discord.quiet();
  world.clock.advance(6 * 60 * 60 * 1000);
  await world.tick();
  const deliveries = await db.selectFrom('delivery').select('id').where('guild_id', '=', secret.id).execute();
  secrets = [
    CANARY,
    secret.id,
    insider.id,
    role.id,
    ...secret.channels.map(({ id }) => id),
    ...secret.channels.flatMap(({ messages }) => messages.map(({ id }) => id)),
    ...deliveries.map(({ id }) => id),
    'Kathmandu',
  ];
  world.discord.takeRefusals();
});
afterAll(() => world[Symbol.asyncDispose]());

const anyRow = z.looseObject({ id: z.string().nullish().catch(null) });

/** What the bot sends during some work: bodies and files. */
async function sentDuring(work: () => Promise<unknown>): Promise<string> {
  const from = world.discord.requests.length;
  const known = new Set(world.discord.world.files.keys());
  await work();
  await world.discord.quiet();
  const bodies = world.discord.requests.slice(from).map(({ body }) => JSON.stringify(body ?? null));
  const files = [...world.discord.world.files].filter(([path]) => !known.has(path));
  const contents = files.map(([, { content }]) =>
    content instanceof Uint8Array ? Buffer.from(content).toString() : '',
  );
  return [...bodies, ...contents].join('\n');
}

function expectNothingSecret(sent: string): void {
  expect(sent.length).toBeGreaterThan(0);
  expect(secrets.filter((each) => sent.includes(each))).toEqual([]);
}

test('the secret server has something that could be found', async () => {
  expect(new Set(secrets).size).toBeGreaterThan(7);
  const enter = { text: () => 'words', topic: 'ACID', person: both };
  const sent = await sentDuring(async () => {
    for (const { line, options } of commandLines().filter((each) => /^(topic|setup)/.test(each.line)))
      await insider.slash(line, entered(options, enter));
    await useEverything(insider, await insider.slash('search', { words: 'hidden' }), enter, 2);
    await both.slash('topic', { topic: 'ACID' }, { channel: secret.channel() });
  });
  for (const each of [secret.channel().id, 'Kathmandu', CANARY]) expect(sent).toContain(each);
  // People are named, and what Markdown would read in their names is escaped.
  expect(sent).toMatch(/canary\W+insider/);
});

/** Each kind of button is pressed only once, because it answers the same everywhere. */
const seen = new Set<string>();

test.each(partOf(commandLines(), 0, 2))(
  '/$line and its buttons tell nothing of another server',
  async ({ line, options }) => {
    const enter = { text: () => 'words', topic: 'ACID', person: both };
    expectNothingSecret(
      await sentDuring(async () => {
        const lines = [entered(options, enter)];
        if (options.some(({ required }) => required !== true)) lines.push(entered(options, enter, true));
        for (const values of lines)
          await useEverything(stranger, await stranger.slash(line, values), enter, DEPTH, seen);
      }),
    );
  },
);

test('posts tell nothing of another server', async () => {
  // The walk above has given the group another roadmap.
  await setUp(world, here);
  expectNothingSecret(
    await sentDuring(async () => {
      // The secret server has already had today's post, and its next one comes at another hour.
      for (let day = 0; day < 7; day += 1) {
        world.clock.advance(24 * 60 * 60 * 1000);
        const from = world.discord.requests.length;
        await world.tick();
        for (const request of world.discord.requests.slice(from))
          if (request.path.includes(secret.channel().id)) Object.assign(request, { body: null });
      }
    }),
  );
  for (const post of here.channel().messages.slice(-3))
    expectNothingSecret(
      await sentDuring(() =>
        useEverything(stranger, post, { text: () => 'words', topic: 'ACID', person: both }, isFull ? 2 : 1),
      ),
    );
});

test('a stranger who knows the ids of another server learns nothing from them', async () => {
  const card = await stranger.slash('topic', { topic: 'ACID' });
  const rows = Object.entries(await everything(world.app.db))
    .filter(([table]) => !['topic', 'roadmap', 'activity'].includes(table))
    .flatMap(([, [first = '{}']]) => anyRow.parse(JSON.parse(first)).id);
  const ids = rows.flatMap((id) => id ?? []);
  expect(ids.length).toBeGreaterThan(3);
  const answered = await sentDuring(async () => {
    for (const [turn, action] of ACTIONS.presses.entries()) {
      const attacks = [...ids, insider.id, secret.id].flatMap((id) =>
        [`v1:${action}:${id}`, `v1:${action}:read:${id}:0`].map((custom_id) => () => {
          const data = { component_type: 3, custom_id, id: 1, values: [id] };
          return stranger.forge(InteractionType.MessageComponent, data, { where: card });
        }),
      );
      await inBatches(partOf(attacks, turn, 80));
    }
  });
  expect(answered.includes(CANARY)).toBe(false);
  // Many presses on one old message are many edits of it, of which Discord takes a few.
  expect(world.discord.takeRefusals().filter(({ code }) => code !== OLD_EDITS)).toEqual([]);
  const logged = world.logged.splice(0);
  expect(logged.filter((line) => !line.includes(`"code":${OLD_EDITS}`))).toEqual([]);
});

test('no answer tells whether somebody studies elsewhere', async () => {
  const nobody = world.discord.addPerson({ name: 'Nobody' });
  const [ofInsider, ofNobody] = [
    await stranger.slash('progress', { member: insider }),
    await stranger.slash('progress', { member: nobody }),
  ];
  // The person who asks has typed the name, so it may appear.
  expect(ofInsider.text.replaceAll(/canary\W+insider/g, 'Nobody')).toBe(ofNobody.text);
});

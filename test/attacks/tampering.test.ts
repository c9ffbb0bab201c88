import {
  ApplicationCommandOptionType as Option,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import type { MessageJson } from '../../playground/state/json.ts';
import { customId as makeId, parseCustomId } from '../../src/view/custom-id.ts';
import { join } from '../../src/store/members/memberships.ts';
import { z } from 'zod';
import { ACTIONS, everything, setUp, startWith, type World, writesTo } from './group.ts';
import { partOf } from '../size.ts';
import { commandLines, inBatches } from './walk.ts';
import { PLAIN } from '../commands/other-roadmap.ts';
import { readFile } from 'node:fs/promises';

const DAY = 24 * 60 * 60 * 1000;

let world: World;
let mallory: Person;
let post: MessageJson;
let card: MessageJson;
/** Ids that exist, but mean something elsewhere or belong to others. */
let foreign: readonly string[];

/** Mallory studies in one server, as a plain member. Other people study in another server, on another roadmap. */
beforeAll(async () => {
  const backend = await readFile(new URL('../../data/roadmaps/backend.md', import.meta.url), 'utf8');
  world = await startWith({ backend, cooking: PLAIN }, '2026-11-23T05:00:00Z');
  const { app, discord } = world;
  const here = discord.addGuild({ name: 'Here', owner: 'Owner' });
  const there = discord.addGuild({ name: 'There' });
  await setUp(world, here);
  await setUp(world, there, { roadmapId: 'cooking' });
  mallory = here.addMember({ name: 'Mallory' });
  const victim = there.addMember({ name: 'Victim' });
  await join(app.db, here.id, mallory.id, app.now());
  await join(app.db, there.id, victim.id, app.now());
  await discord.quiet();
  world.clock.advance(DAY / 4);
  await world.tick();
  const rows = await app.db.selectFrom('delivery').select(['id', 'guild_id']).execute();
  const cooking = await app.library.roadmap(app.db, 'cooking');
  foreign = [
    ...rows.filter(({ guild_id }) => guild_id === there.id).map(({ id }) => id),
    ...(cooking?.nodes ?? []).slice(0, 2).map(({ id }) => id),
    victim.id,
    there.id,
    there.channel().id,
  ];
  post = lastIn(here);
  // Everybody in the group gets this far: they have joined, and have today's picks.
  await mallory.slash('roadmap join');
  await mallory.slash('today');
  const answer = await mallory.slash('topic', { topic: 'ACID' });
  if (answer.message === null) throw new Error('no card');
  card = answer.message;
});
afterAll(() => world[Symbol.asyncDispose]());

function lastIn(guild: GuildHandle): MessageJson {
  const message = guild.channel().lastMessage();
  if (message === undefined) throw new Error('nothing was posted');
  return message;
}

const CURIOUS = [
  '-1',
  '99999999999999999999',
  'NaN',
  'null',
  'constructor',
  '__proto__',
  'done',
  'yes',
  Buffer.from('\n\u0000\uFFFF"<@1>').toString('base64url'),
  Buffer.from('x'.repeat(12 + 11) + '💥').toString('base64url'),
];

/** The arguments after the action in a custom id, within a hundred characters. */
function argumentLists(action: string): readonly (readonly string[])[] {
  const room = 100 - `v1:${action}:`.length;
  const id = fc.stringMatching(/^[\w-]{1,20}$/);
  const random = fc.sample(fc.array(id, { minLength: 1, maxLength: 4 }), { seed: 20261123, numRuns: 2 });
  const unfit = ['<@1>', `';--`, '💥', ' ', 'a\nb', '..', '%00'].map((each) => ['0', each]);
  const whole = [[], ['a'.repeat(room)], ...unfit, ...random];
  const one = [...CURIOUS, ...foreign].map((each) => [each]);
  const two = foreign.map((each) => ['done', each]);
  const three = foreign.slice(0, 3).map((each) => ['in', each, each]);
  return [...whole, ...one, ...two, ...three].filter((list) => list.join(':').length <= room);
}

/** What is stored after the last attack, and so before the next one. Null if a test has changed it by itself. */
let known: Awaited<ReturnType<typeof everything>> | null = null;

async function expectNothingCameOf(attack: () => Promise<void>): Promise<void> {
  const before = known ?? (await everything(world.app.db));
  const writes = await writesTo(world.app.db);
  await attack();
  await world.discord.quiet();
  // Unexpected errors are logged; refusals are not.
  const logged = new Set(
    world.logged
      .splice(0)
      .map((line) => z.looseObject({ message: z.string() }).parse(JSON.parse(line)).message),
  );
  expect([...logged]).toEqual([]);
  expect(world.discord.takeRefusals()).toEqual([]);
  known = (await writesTo(world.app.db)) === writes ? before : await everything(world.app.db);
  const [was, is] = known === before ? [before, before] : [before, known].map(besideSuggestions);
  expect(is).toEqual(was);
}

/**
 * Everything except suggestions, because getting and undoing suggestions is all that nonsense may lead to, and except
 * what Mallory wants for herself: a button of her own settings has its effect whatever else its id says.
 */
function besideSuggestions(all: Awaited<ReturnType<typeof everything>>) {
  const activity = (all['activity'] ?? []).filter((row) => !/"action":"(swap|undo)"/.test(row));
  const member = (all['member'] ?? []).map((row) =>
    row.replaceAll(/"(pings_off|last_choice|last_choice_at)":("[^"]*"|\d+|null)/g, ''),
  );
  return { ...all, pick: [], buddy_not: [], activity, member };
}

/** Each action gets a part of the nonsense in turn, or all of it in the full size. */
const PARTS = 32;

/** Sends several at once. Each is a request of its own, and the bot must keep them apart. */
async function expectAnswers(
  attacks: readonly { readonly what: string; readonly send: () => Promise<Answer> }[],
): Promise<void> {
  const failures = await inBatches(
    attacks.map(({ what, send }) => async () => ({ what, failed: (await send()).failed })),
  );
  expect(failures.filter(({ failed }) => failed !== null)).toEqual([]);
}

/** The actions that are attacked in one of two ways, with their turns; in the full size all of them in both ways. */
const everyOther = (way: 0 | 1) => partOf(ACTIONS.presses, way, 2).map((action, turn) => ({ action, turn }));

test.each(everyOther(0))('nonsense in the id of the button $action', async ({ action, turn }) => {
  const attacks = partOf(argumentLists(action), turn, PARTS).map((args) => {
    const customId = ['v1', action, ...args].join(':');
    return { what: customId, send: () => mallory.press(card, { customId }) };
  });
  await expectNothingCameOf(() => expectAnswers(attacks));
});

const SELECTS = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.ChannelSelect,
];

test.each(everyOther(1))('nonsense chosen in the list $action', async ({ action, turn }) => {
  const chosen = [
    [],
    [''],
    CURIOUS,
    ...[...CURIOUS.slice(0, 10), ...foreign, 'x'.repeat(100)].map((value) => [value]),
  ];
  const nonsense = chosen.map((values, index) => ({
    values,
    component_type: SELECTS[index % SELECTS.length],
  }));
  const attacks = partOf(nonsense, turn, PARTS).map(({ values, component_type }) => {
    const data = { component_type, custom_id: `v1:${action}`, id: 1, values };
    const what = JSON.stringify(data);
    return { what, send: () => mallory.forge(InteractionType.MessageComponent, data, { where: card }) };
  });
  await expectNothingCameOf(() => expectAnswers(attacks));
});

const LONG = 'x\n'.repeat(5_000);
const IDS = ['topics', 'days', 'date', 'at', 'zone', 'word'];

const text = (custom_id: string, value: unknown) => ({
  type: ComponentType.Label,
  id: 1,
  component: { type: ComponentType.TextInput, id: 2, custom_id, value },
});
const list = (custom_id: string, values: unknown) => ({
  type: ComponentType.Label,
  id: 1,
  component: { type: ComponentType.StringSelect, id: 2, custom_id, values },
});

/** Fields that are missing, of another type, far too long, or not offered by the form. */
const FORGED = [
  [],
  [text('nothing', '')],
  IDS.map((id) => text(id, '')),
  IDS.map((id) => text(id, LONG)),
  IDS.map((id) => text(id, '\u0000')),
  IDS.map((id) => list(id, [])),
  IDS.map((id) => list(id, ['-1', 'NaN', '99999999999999999999', LONG])),
  [...IDS.slice(0, 2).map((id) => list(id, ['nonsense'])), ...IDS.slice(2).map((id) => text(id, 'nonsense'))],
  [list('topics', []), list('days', ['1e400']), text('date', '')],
  [list('topics', []), list('days', ['-3']), text('date', '')],
  [list('topics', []), list('days', ['3.5']), text('date', '')],
  [list('topics', []), list('days', []), text('date', '+275760-09-13')],
  [list('topics', []), list('days', []), text('date', '2026-02-30')],
];

test.each(ACTIONS.forms)('a forged form %s', async (action) => {
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  const topicId = roadmap?.byKey.get('acid')?.id ?? '';
  const ids = [`v1:${action}`, `v1:${action}:${topicId}`, `v1:${action}:${'a'.repeat(60)}`];
  const attacks = ids.flatMap((custom_id, at) =>
    partOf(FORGED, at + ACTIONS.forms.indexOf(action), PARTS).map((components, index) => {
      const data = { custom_id, components };
      const what = `${custom_id}, the form ${index}`;
      return { what, send: () => mallory.forge(InteractionType.ModalSubmit, data, { where: card }) };
    }),
  );
  await expectNothingCameOf(() => expectAnswers(attacks));
});

test.each(['in', 'done', 'discuss'])('the button %s of a post, on another message', async (button) => {
  const customId = buttonOfPost(button);
  await expectNothingCameOf(async () => {
    expect((await mallory.press(card, { customId })).text).toContain('out of date');
  });
});

test.each(['in', 'done', 'discuss'])(
  'the button %s of a post in another server that is not marked as sent yet',
  async (button) => {
    const { db } = world.app;
    known = null;
    const theirs = await db
      .updateTable('delivery')
      .set({ message_id: null })
      .where('id', 'in', foreign)
      .returning('id')
      .executeTakeFirst();
    const [topicId = ''] = buttonOfPost('in').split(':').slice(-1);
    await expectNothingCameOf(async () => {
      const pressed = await mallory.press(card, { customId: `v1:post:${button}:${theirs?.id}:${topicId}` });
      expect(pressed.text).toContain('out of date');
    });
  },
);

test('a discussion of a post that is deleted at the same moment', async () => {
  await expectNothingCameOf(async () => {
    const pressing = mallory.press(post, { customId: buttonOfPost('discuss') });
    world.discord.channel(post.channel_id).deleteMessage(post);
    expect((await pressing).text).toContain('out of date');
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([10_008]);
  });
});

function buttonOfPost(button: string): string {
  const found = new RegExp(`"(v1:post:${button}:[^"]+)"`).exec(JSON.stringify(post));
  return found?.[1] ?? '';
}

test.each([
  'v1:topic:<@1>',
  `v1:topic:';--`,
  'v1:topic:💥',
  'v1:topic: ',
  'v1:topic:a\nb',
  'v1:',
  'v1',
  'v1::a',
  `v1:${'a'.repeat(98)}`,
])('is no valid id, and is never made by us: %j', (id) => {
  expect(parseCustomId(id)).toBeNull();
  const [, action = '', ...args] = id.split(':');
  expect(() => makeId(action, ...args)).toThrow('cannot be a custom id');
});

describe('texts much longer than any option takes', () => {
  const LONGEST = 6_000;
  const long = ['x', 'ab İ ', 'Caching › '].map((part) => part.repeat(LONGEST / part.length));
  /** One line for each kind of text that can be typed. */
  const lines = commandLines().flatMap(({ line, options }) =>
    options.flatMap((option) => (option.type === Option.String && !option.choices ? [{ line, option }] : [])),
  );
  const kinds = [...new Map(lines.map((each) => [each.option.name, each])).values()];

  test('there are several kinds', () => {
    expect(kinds.map(({ option }) => option.name)).toEqual(
      expect.arrayContaining(['topic', 'section', 'time-zone']),
    );
  });

  test.each(kinds)(
    'do no harm while they are typed into /$line, nor when they are sent anyway',
    async ({ line, option }) => {
      const { type, name, autocomplete } = option;
      const typing = autocomplete === true ? long : [];
      const force = { focused: name, force: true };
      const choices = await Promise.all(typing.map((typed) => mallory.type(line, { [name]: typed }, force)));
      for (const each of choices) expect(each.length).toBeLessThanOrEqual(25);

      const [command = '', ...subs] = line.split(' ');
      const id = world.discord.commands.find((each) => each.name === command)?.id;
      const answers = long.map((value) => {
        const options = subs.reduceRight<unknown[]>(
          (inner, sub) => [{ type: Option.Subcommand, name: sub, options: inner }],
          [{ type, name, value }],
        );
        return mallory.forge(InteractionType.ApplicationCommand, { id, name: command, type: 1, options });
      });
      for (const { failed } of await Promise.all(answers)) expect(failed).toBeNull();
      expect(world.logged.splice(0)).toEqual([]);
      expect(world.discord.takeRefusals()).toEqual([]);
    },
  );
});

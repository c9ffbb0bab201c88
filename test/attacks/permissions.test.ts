import { InteractionType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import type { Answer } from '../../playground/people/answer.ts';
import { ACTIONS, everything, setUp, startWith, type World } from './group.ts';
import { readFile } from 'node:fs/promises';

let world: World;
let guild: GuildHandle;
let organiser: Person;
let member: Person;
/** A message with components. */
let card: Answer;
let dmCard: Answer;

const BACKEND = await readFile(new URL('../../data/roadmaps/backend.md', import.meta.url), 'utf8');

beforeEach(async () => {
  world = await startWith({ backend: BACKEND, other: '# Other\n\n- [ ] Rice\n' });
  guild = world.discord.addGuild({ name: 'Study', owner: 'Owner', channels: ['study', 'elsewhere'] });
  organiser = guild.addMember({ name: 'Organiser', permissions: ['ManageGuild'] });
  member = guild.addMember({ name: 'Member' });
  await world.discord.quiet();
  await setUp(world, guild);
  card = await member.slash('topic', { topic: 'ACID' });
  dmCard = await member.dm.install().slash('topic', { topic: 'ACID' });
});
afterEach(() => world[Symbol.asyncDispose]());

/** What only organisers may do, each with values that they might choose. */
const ORGANISERS: Readonly<
  Record<string, (choices: { channelId: string; roleId: string }) => readonly string[]>
> = {
  setup: () => [],
  'setup-change': () => [],
  'setup-looks': () => [],
  'setup-roadmap': () => ['other'],
  'setup-channel': ({ channelId }) => [channelId],
  'setup-zone': () => ['Europe/Istanbul'],
  'setup-weekdays': () => ['1', '2'],
  'setup-weekly-day': () => ['3'],
  'setup-language': () => ['tr'],
  'setup-role': ({ roleId }) => [roleId],
  'setup-clock': () => [],
  'setup-roles:0': () => [],
  'setup-role-for': () => ['streak:'],
  'setup-role-remove': ({ roleId }) => [roleId],
  'setup-roles-check': () => [],
  'setup-rooms': () => [],
  'setup-rooms-choose': ({ channelId }) => [channelId],
  'setup-start': () => [],
  'setup-check': () => [],
  'setup-theme:light': () => [],
  'setup-resume': () => [],
  'schedule-test:daily': () => [],
  'schedule-resume': () => [],
};

/** The forms that only organisers may send. `setup-clock` is a press as well, which opens it. */
const FORMS = ['setup-clock', 'setup-role-add:streak:days'];

const field = (custom_id: string, value: string) => ({
  type: 18,
  id: 1,
  component: { type: 4, id: 2, custom_id, value },
});

/**
 * The interactions of a person who tampers: each press, the form, and the commands, in a server that shows them to
 * everybody.
 */
async function tryEverything(person: Person, where: Answer): Promise<readonly Answer[]> {
  const role = guild.addRole({ name: 'Students', mentionable: true });
  const channelId = guild.channel('elsewhere').id;
  const presses = Object.entries(ORGANISERS).map(([action, valuesOf]) =>
    person.forge(
      InteractionType.MessageComponent,
      {
        component_type: 3,
        custom_id: `v1:${action}`,
        id: 1,
        values: [...valuesOf({ channelId, roleId: role.id })],
      },
      { where },
    ),
  );
  const components = [field('at', '10:00'), field('zone', 'Europe/Istanbul')];
  const forms = FORMS.map((action) =>
    person.forge(InteractionType.ModalSubmit, { custom_id: `v1:${action}`, components }, { where }),
  );
  const force = { force: true };
  const lines = [
    person.slash('setup', {}, force),
    person.slash('setup', { 'time-zone': 'Europe/Istanbul' }, force),
    person.slash('schedule test', { kind: 'daily' }, force),
    person.slash('schedule pause', {}, force),
    person.slash('schedule resume', {}, force),
  ];
  return Promise.all([...presses, ...forms, ...lines]);
}

const ofServer = async () => {
  const { guild: guilds = [], post = [] } = await everything(world.app.db);
  return { guilds, post };
};

describe('an organisers’ action', () => {
  test('is in the list of this test', () => {
    const gated = commands.filter(({ data }) => (data.default_member_permissions ?? null) !== null);
    expect(gated.map(({ data }) => data.name)).toEqual(['setup']);
    const actions = [...ACTIONS.presses, ...ACTIONS.forms].filter((action) =>
      /^(setup|schedule)/.test(action),
    );
    const tried = [...Object.keys(ORGANISERS), ...FORMS].map((action) => action.split(':')[0]);
    expect(new Set(actions)).toEqual(new Set([...tried, 'schedule-preview']));
  });

  test('is refused to a plain member', async () => {
    const before = await ofServer();
    for (const answer of await tryEverything(member, card)) {
      expect(answer.text).toContain('organisers');
      expect(answer.ephemeral).toBe(true);
      expect(answer.message?.components.length).toBe(1);
    }
    expect(await ofServer()).toEqual(before);
  });

  test('is refused in direct messages, even to an organiser', async () => {
    const before = await ofServer();
    const dm = await organiser.dm.install().slash('topic', { topic: 'ACID' });
    for (const answer of [
      ...(await tryEverything(member.dm, dmCard)),
      ...(await tryEverything(organiser.dm, dm)),
    ])
      expect(answer.text).toContain('server');
    expect(await ofServer()).toEqual(before);
  });

  test('is refused to a former organiser, whatever is still on their screen', async () => {
    const panel = await organiser.slash('setup');
    expect(panel.text).toContain('Roadmate on this server');
    const choices = await organiser.press(panel, 'Change…');
    const form = await organiser.press(choices, 'Set time…');
    const own = guild.guild.members.get(organiser.id);
    if (own !== undefined) own.roles = [];
    const before = await ofServer();
    const filled = await organiser.fill(form, { at: '11:11' });
    const pressed = await organiser.press(panel, { customId: 'v1:schedule-preview' });
    for (const answer of [filled, ...(await tryEverything(organiser, panel))])
      expect(answer.text).toContain('organisers');
    expect(pressed.failed).toBeNull();
    expect(await ofServer()).toEqual(before);
  });

  test('is refused to an organiser of another server', async () => {
    const elsewhere = world.discord.addGuild({ name: 'Elsewhere' });
    const other = elsewhere.addMember({ name: 'Other', permissions: ['Administrator'] });
    await world.discord.quiet();
    const before = await ofServer();
    const own = await other.slash('topic', { topic: 'ACID' });
    for (const answer of await tryEverything(other, own)) expect(answer.failed).toBeNull();
    const after = await ofServer();
    for (const row of before.guilds) expect(after.guilds).toContain(row);
    for (const row of before.post) expect(after.post).toContain(row);
  });

  test('is allowed to an organiser (otherwise the tests above could not fail)', async () => {
    const before = await ofServer();
    const panel = await organiser.slash('setup');
    for (const answer of await tryEverything(organiser, panel)) expect(answer.failed).toBeNull();
    expect(await ofServer()).not.toEqual(before);
  });
});

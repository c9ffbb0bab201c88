import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { deliver } from '../../playground/state/interactions.ts';
import { wasHandled } from '../../src/store/once.ts';
import { everything, setUp, startWith, type World } from './group.ts';
import { commandLines, entered, fill, useEverything } from './walk.ts';
import { isFull, partOf } from '../size.ts';

const BACKEND = await readFile(new URL('../../data/roadmaps/backend.md', import.meta.url), 'utf8');
const OTHER = '# Other\n\n- [ ] Rice\n- [x] Soup\n';

/** Now and then Discord delivers an event again: at the same moment, or after it was answered. */
type Delivered = 'once' | 'three times at once' | 'again and again';

function deliverThrice({ discord }: World): void {
  const { dispatch } = discord.world;
  discord.world.dispatch = (event, data, to) => {
    const times = event === 'INTERACTION_CREATE' ? 3 : 1;
    for (let time = 0; time < times; time += 1) dispatch(event, data, to);
  };
}

/** Delivers each interaction twice more as soon as it is answered. */
function deliverAgain({ discord }: World): void {
  const delivered = new Set<string>();
  discord.on('event', (event) => {
    if (event.kind !== 'interaction' || event.change !== 'answered' || delivered.has(event.id)) return;
    delivered.add(event.id);
    const interaction = discord.world.interactions.get(event.id);
    if (interaction === undefined) return;
    deliver(discord.world, interaction);
    deliver(discord.world, interaction);
  });
}

/** Everything that is stored. Ids differ from run to run, so each is replaced by a number in order of appearance. */
async function stored(world: World): Promise<string> {
  const names = new Map<string, string>();
  const named = (id: string): string => {
    const name = names.get(id) ?? `#${names.size}`;
    names.set(id, name);
    return name;
  };
  const json = JSON.stringify(await everything(world.app.db), null, 1);
  return json.replaceAll(/\d{17,20}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, named);
}

/**
 * Delivers every interaction that had an effect once more, in an order in which much comes after it was undone.
 * Refused interactions are left out: they had no effect, and might succeed now.
 */
async function deliverLate({ discord, app }: World): Promise<void> {
  for (const interaction of discord.world.interactions.values()) {
    if (!(await wasHandled(app.db, interaction.id))) continue;
    deliver(discord.world, interaction);
    await discord.quiet();
  }
}

interface Studied {
  readonly stored: readonly string[];
  readonly seen: readonly string[];
  /**
   * What is stored at the end, and after everything was delivered once more. Suggestions are left out, because
   * showing them creates them.
   */
  readonly end: unknown;
  readonly late: unknown;
}

async function withoutPicks(world: World): Promise<unknown> {
  const { pick: _, ...rest } = await everything(world.app.db);
  return rest;
}

/** Plays what one person does, and notes what is stored and seen after each step. */
async function study(
  how: Delivered,
  act: (world: World, people: People) => AsyncIterable<string>,
): Promise<Studied> {
  await using world = await startWith({ backend: BACKEND, other: OTHER }, '2026-11-23T05:00:00Z');
  const guild = world.discord.addGuild({ name: 'Study', owner: 'Owner', channels: ['study', 'elsewhere'] });
  const people = {
    alice: guild.addMember({ name: 'Alice', permissions: ['ManageGuild'] }),
    bob: guild.addMember({ name: 'Bob' }),
  };
  await world.discord.quiet();
  await setUp(world, guild);
  if (how === 'three times at once') deliverThrice(world);
  if (how === 'again and again') deliverAgain(world);
  const after: string[] = [];
  const seen: string[] = [];
  for await (const text of act(world, people)) {
    await world.discord.quiet();
    seen.push(text);
    after.push(await stored(world));
  }
  const end = await withoutPicks(world);
  if (how === 'once') await deliverLate(world);
  const late = await withoutPicks(world);
  // Discord refuses a second answer, and a second thread on a message. Nothing else may be refused.
  const refusals = world.discord
    .takeRefusals()
    .map(({ code, path }) => ({ code, what: path.split('/').at(-1) }));
  const expected = [
    { code: 40_060, what: 'callback' },
    { code: 160_004, what: 'threads' },
  ];
  for (const refusal of refusals) expect(expected).toContainEqual(refusal);
  expect(world.logged).toEqual([]);
  return { stored: after, seen, end, late };
}

interface People {
  readonly alice: Person;
  readonly bob: Person;
}

async function* everyStep(world: World, { alice }: People): AsyncIterable<string> {
  // From here on the clock stands still. Interactions of a day ago are forgotten, and Discord no longer delivers
  // them.
  world.clock.advance(29 * 60 * 60 * 1000);
  await world.tick();
  const joining = await alice.slash('roadmap join');
  yield joining.text;
  yield (await alice.press(joining, 'Start')).text;
  yield (await alice.slash('start', { topic: 'ACID' })).text;
  yield (await alice.slash('done', { topic: 'Transactions' })).text;
  let today = await alice.slash('today');
  yield today.text;
  today = await alice.press(today, 'Other picks');
  yield today.text;
  today = await alice.press(today, 'Other picks');
  yield today.text;
  yield (await alice.press(today, { label: 'Start', at: 0 })).text;
  const later = await alice.choose(today, 'v1:menu', ['Put topics off…']);
  yield later.text;
  yield (await fill(alice, later, { text: () => '2026-12-24', topic: 'ACID', person: alice })).text;
  const known = await alice.choose(await alice.slash('today'), 'v1:menu', ['I know some of these…']);
  yield known.text;
  yield (await fill(alice, known, { text: () => '', topic: 'ACID', person: alice })).text;
  yield (await alice.slash('today')).text;
  yield (await alice.press(await alice.slash('undo'), 'Undo one more')).text;
  yield (await alice.slash('skip', { topic: 'NoSQL' })).text;
  yield (await alice.slash('settings', { 'time-zone': 'Istanbul' })).text;
  yield (await alice.slash('setup', { 'time-zone': 'Istanbul' })).text;
  yield (await alice.slash('schedule pause')).text;
  yield (await alice.slash('schedule resume')).text;
  const [guild] = world.discord.guilds;
  const post = guild?.channel().lastMessage();
  if (post === undefined) throw new Error('nothing was posted');
  for (const label of ['I’m in', 'Done', 'Discuss']) yield (await alice.press(post, label)).text;
  yield (await alice.choose(post, 'I’m in for something else…', ['See my picks'])).text;
  yield JSON.stringify(guild?.channel().lastMessage()?.components);
  yield (await alice.slash('roadmap leave')).text;
  yield (await alice.slash('roadmap leave')).text;
}

/** The buttons of every sixth command, or of all in the full size. */
async function* everyButton(_: World, { alice, bob }: People): AsyncIterable<string> {
  const seen = new Set<string>();
  const enter = { text: () => 'An explanation in words', topic: 'ACID', person: bob };
  for (const { line, options } of partOf(commandLines(), 0, 6)) {
    const answer = await alice.slash(line, entered(options, enter));
    await useEverything(alice, answer, enter, 2, seen);
    yield line;
  }
}

const [stepsOnce, buttonsOnce] = [study('once', everyStep), study('once', everyButton)];

describe.each(['three times at once', 'again and again'] as const)(
  'an interaction that is delivered %s',
  (how) => {
    test('has its effect once, and is answered once', async () => {
      const [once, often] = [await stepsOnce, await study(how, everyStep)];
      expect(once.seen.length).toBeGreaterThan(20);
      for (const [step, text] of once.seen.entries()) {
        expect({ step, text: often.seen[step] }).toEqual({ step, text });
        expect({ step, text, stored: often.stored[step] }).toEqual({ step, text, stored: once.stored[step] });
      }
    });

    // The late deliveries below include every button.
    test.runIf(isFull || how === 'three times at once')('so has every button and form', async () => {
      const [once, often] = [await buttonsOnce, await study(how, everyButton)];
      for (const [step, line] of once.seen.entries())
        expect({ line, stored: often.stored[step] }).toEqual({ line, stored: once.stored[step] });
    });
  },
);

test.each([
  ['one step', stepsOnce],
  ['one button', buttonsOnce],
])('delivered again after everything is over, nothing has an effect, not even %s', async (_, once) => {
  const { end, late } = await once;
  expect(late).toEqual(end);
});

import { writeFile } from 'node:fs/promises';
import { ChannelType } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { textOf } from '../../playground/people/reading.ts';
import type { MessageJson } from '../../playground/state/json.ts';
import { isListening } from '../../src/discord/voice.ts';
import { sessionsOf } from '../../src/store/sessions/sessions.ts';
import { minutesIn, piecesOf } from '../../src/study/sessions/pieces.ts';
import { startWorld } from '../bot.ts';
import { eventually } from '../patience.ts';
import { isFull } from '../size.ts';
import { addGroup, type StudyGroup } from '../commands/study-group.ts';

/**
 * Six people study together for four weeks, by the clock: alone, together, in a study room, with goals, roles, a board,
 * buddies, reminders, quests, a planned event of each week, and a question to one who can help. The bot is started anew
 * now and then, and the clocks of London go back in the night to 25 October. `npm test` plays the days around that
 * night. With WALK=<file>, what each person saw is written there.
 */
const FIRST = Temporal.PlainDate.from(isFull ? '2026-10-12' : '2026-10-24');
const DAYS = isFull ? 28 : 2;
const ZONE = 'Europe/London';
const MINUTE = 60_000;

let group: StudyGroup;
let room: { readonly id: string };
let roles: { readonly streak: { readonly id: string }; readonly tenth: { readonly id: string } };
/** What each person saw, a line each. */
const seen = new Map<string, string[]>();
const shown = new Map<string, Set<string>>();
/** The place in the roadmap that each of them has come to. */
const finished = new Map<Name, number>();

const NAMES = ['Ada', 'Ben', 'Cem', 'Dia', 'Eve', 'Fay'] as const;
type Name = (typeof NAMES)[number];
/** The zones in which they live; Dia has set none. */
const ZONES: readonly (readonly [Name, string])[] = [
  ['Ben', 'America/New_York'],
  ['Cem', 'Europe/Istanbul'],
  ['Eve', 'Europe/Berlin'],
  ['Fay', 'Asia/Tokyo'],
];

function who(name: Name): Person {
  const person = group.members[NAMES.indexOf(name)];
  if (person === undefined) throw new Error(`${name} is in the group`);
  return person;
}

beforeEach(async () => {
  const world = await startWorld(`${FIRST.toString()}T05:00:00Z`, { studyRooms: true });
  group = { world, ...(await addGroup(world, NAMES)) };
  const { guild, study } = group;
  who('Cem').locale = 'tr';
  const rights = [
    'ViewChannel',
    'SendMessages',
    'ReadMessageHistory',
    'CreatePublicThreads',
    'CreatePrivateThreads',
    'SendMessagesInThreads',
    'AttachFiles',
    'ManageRoles',
    'CreateEvents',
  ] as const;
  guild.changeRole(guild.botRole, { permissions: [...rights] });
  room = guild.addChannel({ name: 'Library', type: ChannelType.GuildVoice });
  roles = { streak: guild.addRole({ name: 'Five days' }), tenth: guild.addRole({ name: 'First tenth' }) };
  study.allow(who('Ada'), ['CreateEvents']);
  await world.discord.quiet();
  const { owner } = guild;
  const here = { channel: study, until: 'settled' } as const;
  const panel = await owner.slash('setup', { 'time-zone': ZONE }, here);
  await owner.choose(await owner.press(panel, { customId: 'v1:setup-rooms' }), 'v1:setup-rooms-choose', [
    room,
  ]);
  const page = await owner.press(panel, { customId: 'v1:setup-roles:0' });
  await owner.fill(await owner.choose(page, 'v1:setup-role-for', ['streak:days']), {
    'Which role?': [roles.streak],
    'Days in a row': '2',
  });
  const choices = await owner.press(panel, { customId: 'v1:setup-roles:0' });
  await owner.fill(await owner.choose(choices, 'v1:setup-role-for', ['Main Roadmap']), {
    'Which role?': [roles.tenth],
    'Percent of the section': '10',
  });
  for (const [name, zone] of ZONES) await who(name).slash('settings', { 'time-zone': zone }, here);
});
afterEach(() => group.world[Symbol.asyncDispose]());

/** Brings the clock to a local time of a person, with a tick at least every nine minutes where people are in the room. */
async function until(date: Temporal.PlainDate, time: string, zone: string = ZONE, step = 0): Promise<void> {
  const { world } = group;
  const at = date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
  await world.discord.quiet();
  while (world.clock.now() < at) {
    // On a busy machine discord.js now and then connects again, while hours may pass by this clock.
    await eventually(() => expect(isListening(world.app.client, group.guild.id)).toBe(true));
    world.clock.set(step === 0 ? at : Math.min(at, world.clock.now() + step * MINUTE));
    await world.tick();
  }
  await world.discord.quiet();
}

const settled = (
  person: Person,
  line: string,
  options: Record<string, string | number> = {},
): Promise<Answer> => person.slash(line, options, { channel: group.study, until: 'settled' });

/** Marks the next topic of the roadmap as done, which is another one for each of them at first. */
async function finish(name: Name): Promise<void> {
  const roadmap = await group.world.app.library.roadmap(group.world.app.db, 'backend');
  const leaves =
    roadmap?.nodes.filter(({ children, top }) => children.length === 0 && top.kind === 'track') ?? [];
  const at = (finished.get(name) ?? NAMES.indexOf(name) * 3) + 1;
  finished.set(name, at);
  const answer = await settled(who(name), 'done', { topic: leaves[at]?.id ?? '' });
  expect(answer.text).toMatch(/done\.|bitti/);
}

/** What everybody sees that they have not seen before, a line for each message. */
function look(day: string): void {
  for (const name of NAMES) {
    const person = who(name);
    const known = shown.get(name) ?? new Set<string>();
    shown.set(name, known);
    const threads = group.study.threads.filter(
      ({ channel }) => channel.thread?.members.has(person.id) === true,
    );
    const places: [string, readonly MessageJson[]][] = [
      ['channel', person.sees(group.study)],
      ['direct', person.dm.sees()],
      ...threads.map((thread): [string, readonly MessageJson[]] => ['thread', thread.messages]),
    ];
    const lines = places.flatMap(([place, messages]) =>
      messages
        .filter(({ id, author }) => author.bot === true && !known.has(id))
        .map((message) => {
          known.add(message.id);
          const isOwn = ((message.flags ?? 0) & 64) !== 0;
          const pings = message.mentions.some(({ id }) => id === person.id) ? ', pings' : '';
          const text = textOf(message).replaceAll(/\s+/g, ' ').slice(0, 220);
          return `- ${isOwn ? 'only them' : place}${pings}: ${text}`;
        }),
    );
    seen.set(name, [
      ...(seen.get(name) ?? []),
      `\n### ${day}`,
      ...(lines.length === 0 ? ['- nothing'] : lines),
    ]);
  }
}

/** How many days of a kind there are: 1 for Mondays. */
const daysOf = (weekday: number): number =>
  Array.from({ length: DAYS }, (_, day) => FIRST.add({ days: day })).filter(
    ({ dayOfWeek }) => dayOfWeek === weekday,
  ).length;

/** Asks who can help with ACID: a form if there is somebody. */
async function whoCanHelp(name: Name): Promise<Answer> {
  const card = await settled(who(name), 'topic', { topic: 'ACID' });
  return who(name).choose(card, 'More…', ['Who can help?']);
}

/** The last message that somebody sees with this text. */
function lastWith(messages: readonly MessageJson[], text: string): MessageJson {
  const found = messages.findLast((message) => JSON.stringify(message).includes(text));
  if (found === undefined) throw new Error(`there is a message with ${text}`);
  return found;
}

test('six people study together for four weeks, and each sees what they asked for', async () => {
  const { world, guild, study } = group;
  /** The minutes that each of them has really studied with `/focus`, or in the room. */
  const minutes = new Map<Name, number>();
  const had = (name: Name, more: number): void => void minutes.set(name, (minutes.get(name) ?? 0) + more);
  const set = async (name: Name, what: string): Promise<void> => {
    const panel = await settled(who(name), 'settings');
    await who(name).press(panel, { customId: 'v1:settings-study' });
    await who(name).press(panel, { customId: `v1:settings-study-set:${what}:on` });
  };
  // On the first day they choose what they want. Dia chooses nothing.
  await set('Ben', 'end');
  await set('Cem', 'rooms');
  await set('Eve', 'rooms');
  await set('Eve', 'roles');
  const goal = await who('Ada').press(await settled(who('Ada'), 'progress'), { customId: 'v1:goal-form' });
  await who('Ada').fill(goal, { 'How many?': '2' });
  for (const name of ['Ada', 'Ben'] as const) {
    const board = await settled(who(name), 'group board');
    await who(name).press(board, { customId: 'v1:board-on:week:topics' });
  }
  for (const name of ['Ada', 'Fay'] as const) {
    const panel = await settled(who(name), 'group buddies');
    await who(name).choose(panel, 'Pick times…', ['Mon–Fri, 18:00–21:00']);
  }
  const memo = await settled(who('Ben'), 'remind me', { what: 'the exercises', when: 'every day 08:00' });
  await who('Ben').press(memo, 'Yes, remind me');
  // Ben has shown work on ACID, and lets others ask him.
  await who('Ben').fill(await settled(who('Ben'), 'cheatcode write', { topic: 'ACID' }), {
    text: 'All or nothing.',
  });
  const own = await settled(who('Ben'), 'settings');
  await who('Ben').press(own, { customId: 'v1:settings-study' });
  await who('Ben').press(own, { customId: 'v1:settings-study-set:help:on' });
  // Each Saturday they meet in a café.
  const plan = { topic: 'ACID', when: 'every saturday 14:00', place: 'Café' };
  await who('Ada').press(await settled(who('Ada'), 'group plan', plan), 'Make the event');
  for (const name of ['Ben', 'Fay'] as const) guild.answerEvent(who(name), guild.events[0]?.id ?? '');
  look('Before');

  for (let day = 0; day < DAYS; day += 1) {
    const date = FIRST.add({ days: day });
    const isFayAway = day >= 14 && day < 21;
    // The bot is started anew in the night, on one day in the middle of a session, on another one in the room.
    if (day % 6 === 1) await world.restart();
    if (day === 14) guild.removeMember(who('Fay'));
    if (day === 21) guild.addMember(who('Fay'));
    await until(date, '09:00');
    const daily = study.messages.findLast((message) => JSON.stringify(message).includes('Daily topic ·'));
    if (daily === undefined) throw new Error(`there is a daily post on ${date.toString()}`);
    await who('Ada').press(daily, 'I’m in', { until: 'settled' });
    await finish('Ada');
    // An organiser sets a quest. They reach that of every second week.
    if (date.dayOfWeek === 1 || day === 0) {
      const topics = isFull ? (Math.floor(day / 7) % 2 === 0 ? 10 : 60) : 2;
      await guild.owner.slash('group quest', { topics }, { channel: study, until: 'settled' });
    }
    // Ada asks who can help, which is Ben, and gets his answer.
    if (day === (isFull ? 1 : 0)) {
      await who('Ada').fill(await whoCanHelp('Ada'), { text: 'What is isolation?' });
      await until(date, '09:05');
      const wanted = lastWith(who('Ben').dm.sees(), 'What is isolation?');
      await who('Ben').dm.fill(await who('Ben').dm.press(wanted, 'Answer…'), {
        text: 'Nobody sees half of it.',
      });
      await until(date, '09:06');
    }
    // Ada and Fay study together, which lasts two rounds.
    if (date.dayOfWeek === 1 && !isFayAway) {
      await until(date, '09:30');
      await settled(who('Ada'), 'focus together', { rounds: 2 });
      const post = study.messages.findLast((message) =>
        JSON.stringify(message).includes('Studying together'),
      );
      await who('Fay').press(post ?? daily, 'Join', { until: 'settled' });
      await until(date, '09:50');
      if (day === 7) await world.restart();
      await until(date, '10:30', ZONE, 5);
      had('Ada', 50);
      had('Fay', 50);
    }
    if (!isFayAway && date.dayOfWeek < 6) await finish('Fay');
    if (date.dayOfWeek === 6) await finish('Dia');
    // Those who are interested are reminded, and after their hour Ben says that he was there.
    if (date.dayOfWeek === 6) {
      for (const time of ['13:45', '14:00', '15:00']) await until(date, time);
      const asked = lastWith(study.messages, 'Who came?');
      await who('Ben').press(asked, 'I was there', { until: 'settled' });
    }
    // Cem and Eve are in the study room for an hour, the week around.
    await until(date, '21:00', 'Europe/Istanbul');
    guild.enterVoice(who('Cem'), room);
    guild.enterVoice(who('Eve'), room);
    await until(date, '21:30', 'Europe/Istanbul', 9);
    if (day === (isFull ? 3 : 0)) await world.restart();
    await until(date, '22:00', 'Europe/Istanbul', 9);
    guild.leaveVoice(who('Cem'));
    guild.leaveVoice(who('Eve'));
    await world.discord.quiet();
    had('Cem', 60);
    had('Eve', 60);
    if (day % 2 === 0) await finish('Eve');
    await settled(who('Cem'), 'today');
    // Ben studies alone in the evening of New York, where the clocks change a week later.
    if (date.dayOfWeek < 6) {
      await until(date, '19:00', 'America/New_York');
      await settled(who('Ben'), 'focus start', { minutes: 25 });
      await until(date, '19:25', 'America/New_York');
      had('Ben', 25);
      if (date.dayOfWeek % 2 === 1) await finish('Ben');
    }
    look(date.toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long' }));
  }

  await until(FIRST.add({ days: DAYS }), '08:00');

  const texts = study.messages
    .filter(({ author }) => author.bot === true)
    .map((message) => JSON.stringify(message));
  const withText = (text: string): number => texts.filter((each) => each.includes(text)).length;
  // Each post came once, at nine by the clock of London, before and after its change.
  const dailies = study.messages.filter((message) => JSON.stringify(message).includes('Daily topic ·'));
  expect(dailies).toHaveLength(DAYS);
  for (const { timestamp } of dailies) {
    const local = Temporal.Instant.from(timestamp).toZonedDateTimeISO(ZONE).toPlainTime();
    expect(local.toString({ smallestUnit: 'minute' })).toBe('09:00');
  }
  expect(withText('Weekly summary')).toBe(daysOf(7));
  // Quests stand in each daily post from the day after, and their end in each weekly one.
  expect(dailies.filter((post) => JSON.stringify(post).includes('**Quest**')).length).toBeGreaterThan(0);
  const weeklies = texts.filter((text) => text.includes('Weekly summary'));
  const ends = weeklies.map((text) => /\*\*Quest\*\*[^"]{0,80}/.exec(text)?.[0] ?? 'none');
  expect(ends.map((end) => end.includes('reached'))).toEqual(
    Array.from({ length: daysOf(7) }, (_, week) => week % 2 === 0),
  );
  expect(ends).not.toContain('none');
  // Each planned time was asked about once, at the same hour before and after the clock change.
  const asked = study.messages.filter((message) => JSON.stringify(message).includes('Who came?'));
  expect(asked).toHaveLength(daysOf(6));
  for (const message of asked) expect(textOf(message)).toContain('- Ben');
  const [event] = guild.events;
  const next = Temporal.Instant.from(event?.scheduled_start_time ?? '').toZonedDateTimeISO(ZONE);
  expect([next.dayOfWeek, next.hour]).toEqual([6, 14]);
  // Ada has the answer to her question, and Ben was asked once.
  expect(who('Ada').dm.sees().map(textOf).join('\n')).toContain('Nobody sees half of it.');
  expect(who('Ben').dm.sees().map(textOf).join('\n').split('Sent. Thank you!')).toHaveLength(2);
  // Everybody has exactly the minutes that they studied.
  for (const name of NAMES) {
    const sessions = await sessionsOf(world.app.db, who(name).id);
    const told = sessions.map(({ kind, startedAt, endsAt }) => `${kind} ${startedAt} ${endsAt}`).join('\n');
    expect(minutesIn(piecesOf(sessions, world.clock.now())), `${name}\n${told}`).toBe(minutes.get(name) ?? 0);
  }
  // Roles came once each, and only Eve let the group be told.
  for (const name of ['Cem', 'Eve', 'Ada'] as const)
    expect(guild.rolesOf(who(name))).toContain(roles.streak.id);
  // Dia studies on Saturdays alone.
  expect(guild.rolesOf(who('Dia'))).not.toContain(roles.streak.id);
  const told = texts.filter((each) => each.includes('🎖') && each.includes(' got <@&'));
  expect(told.filter((each) => each.includes('Eve got')).length).toBeGreaterThan(0);
  expect(told.filter((each) => !each.includes('Eve got'))).toEqual([]);
  expect(new Set(told).size).toBe(told.length);
  // Ben was told of each end, and reminded at eight by his own clock, also after its change.
  const direct = who('Ben').dm.sees();
  const evenings = Array.from({ length: DAYS }, (_, day) => FIRST.add({ days: day })).filter(
    ({ dayOfWeek }) => dayOfWeek < 6,
  ).length;
  expect(direct.filter((message) => JSON.stringify(message).includes('Time’s up'))).toHaveLength(evenings);
  const reminded = direct.filter((message) => JSON.stringify(message).includes('the exercises'));
  expect(reminded.length).toBeGreaterThanOrEqual(DAYS - 1);
  // In the channel only those were pinged who are interested in the event, and Dia, who asked for nothing, was not written to.
  const pinging = study.messages.filter(({ author, mentions }) => author.bot === true && mentions.length > 0);
  expect(pinging.filter((message) => !JSON.stringify(message).includes('we start soon'))).toEqual([]);
  const pinged = new Set(pinging.flatMap(({ mentions }) => mentions.map(({ id }) => id)));
  expect([...pinged].toSorted()).toEqual([who('Ben').id, who('Fay').id].toSorted());
  // While Fay was away, she was not.
  const ofFay = pinging.filter(({ mentions }) => mentions.some(({ id }) => id === who('Fay').id));
  expect(ofFay).toHaveLength(daysOf(6) - (isFull ? 1 : 0));
  expect(who('Dia').dm.sees()).toEqual([]);
  // Those who are on no board stand on none.
  const board = await settled(who('Ada'), 'group board', { period: 'month' });
  expect(board.text).toContain('Ada');
  for (const name of ['Cem', 'Dia', 'Eve', 'Fay'])
    expect(board.text).not.toMatch(new RegExp(`\\b${name}\\b`));

  // That Fay had left was noticed when the thread of her pair was opened.
  expect(world.discord.takeRefusals().every(({ code }) => code === 10007)).toBe(true);

  const file = process.env['WALK'];
  if (file !== undefined) {
    const walk = NAMES.map((name) => `\n## ${name}\n${(seen.get(name) ?? []).join('\n')}`);
    await writeFile(file, `# Four weeks, as each of the six saw them\n${walk.join('\n')}\n`);
  }
});

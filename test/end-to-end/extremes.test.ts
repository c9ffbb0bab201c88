import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { ApplicationCommandOptionType } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../playground/people/answer.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import { isSlash } from '../../src/discord/command.ts';
import { METHODS } from '../../src/roadmap/roadmap.ts';
import { type Outline, outline } from '../../src/roadmap/outline.ts';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { refreshPost } from '../../src/handlers/proofs/group-posts.ts';
import { join } from '../../src/store/members/memberships.ts';
import type { Actor } from '../../src/store/actor.ts';
import { record } from '../../src/store/progress/progress.ts';
import { proofWithId, writeProof } from '../../src/store/proofs/proofs.ts';
import { giveOpinion, toggleOffer } from '../../src/store/teach-back/readings.ts';
import { askGap, toggleClear } from '../../src/store/teach-back/teach-back.ts';
import { startWorld } from '../bot.ts';
import { callOf, shareIt } from '../commands/study-group.ts';
import { isFull, partOf } from '../size.ts';
import { fillProofs } from './full-proofs.ts';
import { fillShowcase } from './full-showcase.ts';
import { hugeRoadmap, takeRemarks } from './huge-roadmap.ts';
import { readOnce } from '../prepared.ts';
import { membersOf } from '../store/whole-group.ts';

const START = '2026-11-23T05:00:00Z';
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** More members than any message can list. */
const MEMBERS = isFull ? 300 : 120;
/** The number of topics between two that a member has begun or done. */
const APART = isFull ? 25 : 120;
/** On how many days of a week posts are sent. The last ones are among them, with the summary. */
const DAYS_OF_POSTS = isFull ? 7 : 2;
const LOCALES = ['tr', 'en-US'] as const;
/**
 * How many levels of buttons are followed below an answer in the full size. Deeper levels differ between the languages
 * only in their words.
 */
const DEPTH = { tr: 3, 'en-US': 2 };

let world: Awaited<ReturnType<typeof startWorld>>;
let folder: string;
let guild: GuildHandle;
let ada: Person;
let whole: Outline;

/** A large group on the huge roadmap, in its second week. Ada, an organiser, has done every third topic. */
beforeAll(async () => {
  folder = await mkdtemp(path(tmpdir(), 'roadmate-huge-'));
  const source = hugeRoadmap();
  await writeFile(path(folder, 'backend.md'), source);
  world = await startWorld(START, { roadmaps: folder });
  takeRemarks(world.logged);
  guild = world.discord.addGuild({ name: 'Ş'.repeat(100), locale: 'tr', channels: ['study'] });
  ada = guild.addMember({ name: 'Ada', locale: 'tr', permissions: ['ManageGuild'] });
  const { db } = world.app;
  await ensureGuild(db, guild.id, 'tr', world.clock.now());
  const role = guild.addRole({ name: 'r'.repeat(100), mentionable: true });
  await changeGuild(db, guild.id, {
    roadmapId: 'backend',
    channelId: guild.channels[0]?.id ?? null,
    timeZone: 'America/Argentina/ComodRivadavia',
    weeklyDay: 7,
    roleId: role.id,
  });
  whole = outline('backend', readOnce(source).roadmap);
  const { nodes } = whole;
  const leaves = nodes.filter((node) => node.children.length === 0 && node.topic.stage?.kind !== 'track');
  const ids = [
    ada.id,
    ...Array.from({ length: MEMBERS - 1 }, (_, index) => String(10n ** 18n + BigInt(index))),
  ];
  for (const [index, userId] of ids.entries()) {
    await join(db, guild.id, userId, world.clock.now() - 10 * DAY);
    const mine = leaves.filter((_, leaf) =>
      userId === ada.id ? leaf % 3 === 0 : (leaf + index) % APART === 0,
    );
    for (const [nth, node] of mine.entries()) {
      const at = world.clock.now() - (1 + (nth % 9)) * DAY;
      const action = nth % 4 === 3 ? 'start' : 'done';
      const actor = { interactionId: `${index}-${nth}`, userId, guildId: guild.id, at };
      await record(db, actor, [{ topicId: node.id, action }]);
    }
  }
  const apps = nodes.filter((node) => node.top.kind === 'showcase');
  await fillShowcase(db, guild.id, ids, apps, world.clock.now());
  await fillProofs(db, whole, ada.id, world.clock.now() - DAY);
  const stored = await guildOf(db, guild.id);
  if (stored !== null) await reschedule(db, stored, world.clock.now());
  await world.discord.quiet();
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Uses every button and list of an answer, and then those of the results, a few levels deep. */
async function pressEverything(answer: Answer, depth: number, seen: Set<string>): Promise<void> {
  const components = componentsIn(answer.message);
  for (const { custom_id: customId, options, disabled } of components) {
    const action = customId
      .split(':')
      .slice(0, 3)
      .join(':')
      .replace(/[\w-]{12}$/, '…');
    // Nobody can choose from a list of a preview.
    if (seen.has(action) || (options !== undefined && disabled === true)) continue;
    seen.add(action);
    // An earlier press may have changed the message. Then the press is sent as by a person who still sees the old
    // one.
    const isThere = componentsIn(answer.message).some((now) => now.custom_id === customId);
    const force = { force: true };
    const used = await (options === undefined || !isThere
      ? ada.press(answer, { customId })
      : ada.choose(
          answer,
          customId,
          options.slice(0, 1).map((option) => option.value),
          force,
        ));
    expect({ customId, failed: used.failed }).toEqual({ customId, failed: null });
    if (depth > 1 && used.message !== null) await pressEverything(used, depth - 1, seen);
  }
}

const usablePart = z.object({
  custom_id: z.string(),
  options: z.array(z.object({ value: z.string() })).optional(),
  disabled: z.boolean().optional(),
});

/** Every component of a message that can be used, at any depth. */
function componentsIn(part: unknown): readonly z.infer<typeof usablePart>[] {
  if (typeof part !== 'object' || part === null) return [];
  const usable = usablePart.safeParse(part);
  const own = usable.success ? [usable.data] : [];
  return [...own, ...Object.values(part).flatMap(componentsIn)];
}

/** The entries for options that are no topics. */
const TYPED: Readonly<Record<string, string | number>> = { app: 'Uygulama 3', words: 'konu', minutes: 45 };

/** Every line by which a command can be used, with its required options. */
function lines(): { line: string; options: Record<string, string | number> }[] {
  return commands.filter(isSlash).flatMap(({ data }) => {
    const options = 'options' in data ? (data.options ?? []) : [];
    const subs = options.filter((option) => option.type === ApplicationCommandOptionType.Subcommand);
    const calls =
      subs.length > 0
        ? subs.map((sub) => ({ line: `${data.name} ${sub.name}`, sub }))
        : [{ line: data.name, sub: data }];
    return calls.map(({ line, sub }) => {
      const required = ('options' in sub ? (sub.options ?? []) : []).filter(
        (option) => 'required' in option && option.required,
      );
      return {
        line,
        options: Object.fromEntries(
          required.map((option) => {
            if ('max_value' in option && option.max_value !== undefined)
              return [option.name, option.max_value];
            const choice = 'choices' in option ? option.choices?.[0]?.name : undefined;
            return [option.name, choice ?? TYPED[option.name] ?? 'Konu 3'];
          }),
        ),
      };
    });
  });
}

test('the daily post and the weekly summary, and everything that can be pressed under them', async () => {
  const channel = guild.channels[0];
  // Nine o'clock there.
  world.clock.advance(7 * HOUR);
  for (const locale of partOf(LOCALES, 0, 2)) {
    await changeGuild(world.app.db, guild.id, { locale });
    world.clock.advance((7 - DAYS_OF_POSTS) * DAY);
    for (let day = 0; day < DAYS_OF_POSTS; day += 1) {
      world.clock.advance(DAY);
      await world.tick();
    }
  }
  const posts = channel?.messages ?? [];
  // In each language, posts for a few days and the week's summary.
  const languages = isFull ? 2 : 1;
  expect(posts.length).toBeGreaterThanOrEqual(languages * (DAYS_OF_POSTS + 1));
  const half = posts.length / languages;
  for (const post of [...posts.slice(half - 4, half), ...(isFull ? posts.slice(-4) : [])]) {
    const ids = [...JSON.stringify(post).matchAll(/"custom_id":"([^"]+)"/g)].map((match) => match[1] ?? '');
    for (const customId of ids) expect((await ada.press(post, { customId })).failed).toBeNull();
  }
  expect(world.discord.takeRefusals()).toEqual([]);
  expect(world.logged.splice(0)).toEqual([]);
});

/**
 * Every other line is called in one language, and the languages take turns; in the full size each is called in both. Below
 * every fourth answer a second level of buttons is followed.
 */
const someLines = partOf(lines(), 0, 2).map((each, turn) => ({
  ...each,
  locales: partOf(LOCALES, turn, LOCALES.length),
  depth: isFull ? DEPTH : turn % 4 === 0 ? { tr: 2, 'en-US': 2 } : { tr: 1, 'en-US': 1 },
}));

test.each(someLines)('/$line and every button in its answer', async ({ line, options, locales, depth }) => {
  for (const locale of locales) {
    await world.app.db.updateTable('member').set({ locale }).where('user_id', '=', ada.id).execute();
    const answer = await ada.slash(line, options);
    expect(answer.failed).toBeNull();
    expect(answer.text.length).toBeGreaterThan(0);
    await pressEverything(answer, depth[locale], new Set());
  }
  expect(world.discord.takeRefusals()).toEqual([]);
  expect(world.logged.splice(0)).toEqual([]);
});

/** Earlier parts of the walk may have followed other roadmaps, and made them the default. */
async function followBackendAlone(): Promise<void> {
  const { db } = world.app;
  await db.deleteFrom('guild_follow').execute();
  await db.deleteFrom('member_follow').execute();
  await db.updateTable('guild').set({ roadmap_id: 'backend' }).execute();
  await db.updateTable('member').set({ roadmap_id: null, locale: 'en-US' }).execute();
}

test.each(partOf(METHODS, 2, METHODS.length))(
  '/%s: the longest work is read, changed and shared, page by page',
  async (method) => {
    await followBackendAlone();
    // Earlier parts of the walk may have deleted some.
    const [longest] = await fillProofs(world.app.db, whole, ada.id, world.clock.now(), [method]);
    const topicId = longest?.id ?? '';
    const list = await ada.slash(`${method} list`);
    const select = componentsIn(list.message).find(({ custom_id: id }) => id === `v1:${method}:show`);
    expect(select?.options).toHaveLength(method === 'tez' ? 4 : 25);
    const own = await ada.slash(`${method} show`, { topic: topicId });
    expect(own.text).toMatch(/Page 1 of \d+/);
    for (let page = 0; page < 4; page += 1) await ada.press(own, 'Next');
    await pressEverything(own, 1, new Set([`v1:${method}:removed`, `v1:${method}:share`]));
    for (const form of [
      await ada.slash(`${method} edit`, { topic: topicId }),
      await ada.press(own, { customId: `v1:${method}:part:${topicId}:19` }),
    ]) {
      expect((await ada.fill(form, {})).failed).toBeNull();
    }
    const shared = await ada.press(own, { customId: `v1:${method}:share:${topicId}` });
    // Earlier parts of the walk may have shared it already.
    expect(shared.text).toMatch(/Shared|Your group can already see it/);
    const { id: proofId } = await world.app.db
      .selectFrom('proof')
      .select('id')
      .where('user_id', '=', ada.id)
      .where('topic_id', '=', topicId)
      .where('method', '=', method)
      .executeTakeFirstOrThrow();
    const read = await ada.press(own, { customId: `v1:work:${proofId}:0` });
    await ada.press(read, 'Next part');
    expect(read.failed).toBeNull();
    const asked = await ada.slash(`${method} remove`, { topic: topicId });
    expect((await ada.press(asked, 'Yes, delete')).text).toContain('Deleted your');
    expect(world.discord.takeRefusals()).toEqual([]);
    expect(world.logged.splice(0)).toEqual([]);
  },
);

test('/topic of every kind of topic', async () => {
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  const nodes = roadmap?.nodes ?? [];
  expect(nodes.length).toBeGreaterThanOrEqual(480);
  const kinds = [
    nodes[0],
    nodes[1],
    nodes.at(10),
    ...nodes.filter((node) => node.children.length > 0).slice(0, 2),
    nodes.at(-1),
  ];
  for (const node of kinds) {
    const answer = await ada.slash('topic', { topic: node?.id ?? '' });
    expect(answer.failed).toBeNull();
  }
  expect(world.discord.takeRefusals()).toEqual([]);
});

/** 4,000 characters with everything that a text can contain. */
const LONG = '# İıŞğ [a](https://example.org) ```x``` 👩‍👩‍👧‍👦 @everyone *_~| '.repeat(80).slice(0, 4000);

test.each(['feynman', 'tez'] as const)('shared work by %s that the whole group judges', async (method) => {
  const { db } = world.app;
  const bea = guild.addMember({ name: 'Bea', locale: 'tr' });
  await join(db, guild.id, bea.id, world.clock.now());
  const members = await membersOf(db, guild.id);
  const roadmap = await world.app.library.roadmap(db, 'backend');
  const topicId = roadmap?.nodes.find((node) => node.topic.stage?.kind === 'tez')?.id ?? '';
  const { actor } = await callOf(world, guild, bea);
  let steps = 0;
  const by = (userId: string): Actor => {
    steps += 1;
    return { ...actor, interactionId: `${method}-${steps}`, userId };
  };
  const parts = Array.from({ length: 20 }, () => LONG);
  const id = await writeProof(db, by(bea.id), {
    topicId,
    method,
    parts,
    url: `https://example.org/${'a'.repeat(480)}`,
    language: null,
  });
  const proof = await proofWithId(db, id);
  if (proof === null) throw new Error('it was just written');
  await shareIt(await callOf(world, guild, bea), proof);
  for (const [index, { userId }] of members.filter((member) => member.userId !== bea.id).entries()) {
    const isAda = userId === ada.id;
    if (method === 'feynman') {
      if (!isAda) await toggleClear(db, by(userId), id, guild.id);
      const questions = isAda ? 10 : 1;
      for (let nth = 0; nth < questions; nth += 1)
        await askGap(db, by(userId), id, guild.id, LONG.slice(0, 1000));
    } else if (index % 3 === 0) {
      await toggleOffer(db, by(userId), id, guild.id);
    } else if (!isAda) {
      const verdict = index % 2 === 0 ? 'accept' : 'work';
      await giveOpinion(db, by(userId), id, guild.id, { verdict, comment: LONG.slice(0, 2000) });
    }
  }
  expect(await refreshPost(world.app, id, guild.id)).toBe('done');
  const channel = guild.channels[0];
  const post = channel?.lastMessage();
  if (channel === undefined || post === undefined) throw new Error('the post is there');
  expect(JSON.stringify(post)).toContain(bea.id);
  const said = { [method === 'tez' ? 'comment' : 'question']: LONG.slice(0, 1000) };
  for (const { custom_id: customId } of componentsIn(post)) {
    const used = await ada.press(post, { customId });
    expect(used.failed).toBeNull();
    const answer =
      used.modal === null
        ? used
        : await ada.fill(used, customId.startsWith('v1:report:') ? { reason: LONG.slice(0, 300) } : said);
    if (answer.message !== null && answer.message.id !== post.id) await pressEverything(answer, 3, new Set());
  }
  expect(world.discord.takeRefusals()).toEqual([]);
  expect(world.logged.splice(0)).toEqual([]);
});

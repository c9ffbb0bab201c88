import { join } from 'node:path';
import type { TopicNode } from '../../src/roadmap/outline.ts';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { seedRoadmaps } from '../../src/seed.ts';
import { changeGuild, ensureGuild, guildOf } from '../../src/store/members/guilds.ts';
import { type LoadedRoadmap, makeLibrary } from '../../src/store/roadmaps/library.ts';
import { changeMember } from '../../src/store/members/members.ts';
import { join as joinGroup } from '../../src/store/members/memberships.ts';
import type { Actor } from '../../src/store/actor.ts';
import { openStore } from '../../src/store/open.ts';
import { dayAfter } from '../../src/time/study-day.ts';
import { record } from '../../src/store/progress/progress.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { beginShare } from '../../src/store/proofs/shares.ts';
import { toggleClear } from '../../src/store/teach-back/teach-back.ts';
import { addMilestoneRole } from '../../src/store/roles/milestones.ts';
import { beginSession } from '../../src/store/sessions/sessions.ts';
import type { Milestone } from '../../src/study/roles.ts';
import { headingsOf } from '../../src/roadmap/headings.ts';
import { recordRating, type ReviewOf } from '../../src/store/review/answering.ts';
import type { Db } from '../../src/store/schema.ts';
import type { LocalDiscord } from '../discord.ts';
import { bits } from '../state/permissions.ts';
import { setScene, type Cast } from '../web/cast.ts';
import type { PersonView } from '../web/protocol.ts';
import { chooseCompany } from './company.ts';
import { HABITS, OTHERS, type Habit } from './people.ts';
import { makeRandom, type Random } from './random.ts';
import { CHEAT_CODES, PROVEN } from './written.ts';

const ROADMAPS = join(import.meta.dirname, '..', '..', 'data', 'roadmaps');
const ROADMAP = 'backend';
const TIME_ZONE = 'Europe/London';
const DAYS = 66;
const SEED = 20_260_907;

/**
 * The start of the playground's clock in the demonstration. The group then lives through the last days of the ten
 * weeks.
 */
export const DEMO_START = Temporal.ZonedDateTime.from('2026-11-19T08:55[Europe/London]').epochMilliseconds;

/** The roles that the group gives, and for what. */
const ROLES: Readonly<Record<string, (roadmap: LoadedRoadmap) => Milestone>> = {
  'A week in a row': () => ({ kind: 'streak', days: 7 }),
  'Third of the way': (roadmap) => {
    const main = headingsOf(roadmap).find(({ section }) => section.title === 'Main Roadmap');
    return { kind: 'done', roadmapId: ROADMAP, sectionId: main?.id ?? '', percent: 33 };
  },
};
/** Who lets the group be told of their roles. */
const TELLING = 'Deniz';
/** What the bot may do in the server of the demonstration. */
const RIGHTS = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'SendMessagesInThreads',
  'AttachFiles',
  'ManageRoles',
  'CreateEvents',
  'Connect',
] as const;

/** The scene of every playground, with eight more members in the study group. */
export function setDemoScene(discord: LocalDiscord): Cast {
  const cast = setScene(discord);
  const [group] = discord.guilds;
  if (group === undefined) return cast;
  for (const name of Object.keys(ROLES)) group.addRole({ name });
  group.changeRole(group.botRole, { permissions: [...RIGHTS] });
  const everyone = group.guild.roles.get(group.id);
  // So that every member can try `/group plan`.
  if (everyone !== undefined)
    everyone.permissions = String(BigInt(everyone.permissions) | bits(['CreateEvents']));
  const others = OTHERS.map(({ part }) => ({ ...part, id: group.addMember(part).id }));
  return [...cast, ...others];
}

/**
 * Fills the bot's new database through the bot's own queries, with what the group did before the clock begins. Every
 * run gives the same.
 */
export async function seedDemo({
  discord,
  cast,
  databasePath,
}: {
  readonly discord: LocalDiscord;
  readonly cast: Cast;
  readonly databasePath: string;
}): Promise<void> {
  const [group] = discord.guilds;
  if (group === undefined) throw new Error('The scene has no server.');
  const store = await openStore(databasePath);
  const { db } = store;
  const began = Temporal.Instant.fromEpochMilliseconds(DEMO_START).subtract({ hours: 24 * DAYS });
  try {
    await seedRoadmaps(db, ROADMAPS, began.epochMilliseconds);
    const roadmap = await makeLibrary().roadmap(db, ROADMAP);
    if (roadmap === null) throw new Error(`There is no roadmap ${ROADMAP}.`);
    await ensureGuild(db, group.id, group.guild.locale, began.epochMilliseconds);
    await changeGuild(db, group.id, {
      roadmapId: ROADMAP,
      channelId: group.channel('study-group').id,
      timeZone: TIME_ZONE,
    });
    const guild = await guildOf(db, group.id);
    if (guild !== null) await reschedule(db, guild, DEMO_START);
    const random = makeRandom(SEED);
    for (const person of cast) {
      await changeMember(db, person.id, { timeZone: person.timeZone }, began.epochMilliseconds);
      await joinGroup(db, group.id, person.id, began.epochMilliseconds);
      if (person.name === TELLING)
        await changeMember(db, person.id, { tellRoles: true }, began.epochMilliseconds);
    }
    for (const person of cast) {
      const habit = HABITS[person.name] ?? OTHERS.find(({ part }) => part.name === person.name)?.habit;
      if (habit === undefined) continue;
      const course = {
        discord,
        cast,
        roadmap,
        guildId: group.id,
        began,
        random,
        lengths: makeRandom(SEED + 1),
      };
      await study(db, course, person, habit);
    }
    const actorOf = (userId: string) => ({
      interactionId: discord.world.ids.dated(DEMO_START),
      userId,
      guildId: group.id,
      at: DEMO_START,
    });
    for (const role of group.guild.roles.values()) {
      const milestone = ROLES[role.name]?.(roadmap);
      if (milestone !== undefined) await addMilestoneRole(db, actorOf(group.owner.id), role.id, milestone);
    }
    await chooseCompany(db, group.id, cast, actorOf);
  } finally {
    await store.close();
  }
}

interface Course {
  readonly discord: LocalDiscord;
  readonly cast: Cast;
  readonly roadmap: LoadedRoadmap;
  readonly guildId: string;
  readonly began: Temporal.Instant;
  readonly random: Random;
  /** Decides how long sessions of study are. */
  readonly lengths: Random;
}

/** Plays the weeks of a member. They begin a topic on a day and finish it on that day or later. */
async function study(db: Db, course: Course, person: PersonView, habit: Habit): Promise<void> {
  const { random, began, discord } = course;
  const ahead = queue(course.roadmap, habit, random);
  const reviews = new Map<string, ReviewOf & { readonly dueDate: string }>();
  let current: TopicNode | undefined;
  for (let day = 0; day < DAYS - (habit.away ?? 0); day += 1) {
    const date = began.toZonedDateTimeISO(person.timeZone).toPlainDate().add({ days: day });
    if (day === habit.proves) await prove(db, course, person, date);
    if (random() > (date.dayOfWeek > 5 ? habit.weekend : habit.weekday)) continue;
    const time = { hour: habit.hour, minute: Math.floor(random() * 50) };
    let at = date.toZonedDateTime({ timeZone: person.timeZone, plainTime: time }).epochMilliseconds;
    const actor = (): Actor => ({
      interactionId: discord.world.ids.dated(at),
      userId: person.id,
      guildId: course.guildId,
      at,
    });
    /** Most topics are studied with `/focus`, for half an hour or an hour. */
    const focus = async (node: TopicNode): Promise<void> => {
      const minutes = course.lengths() < 0.6 ? 25 : 50;
      if (course.lengths() > 0.7) return;
      await beginSession(db, actor(), { topicId: node.id, minutes, startsTopic: false });
      at += 60_000 * minutes;
    };
    const act = async (node: TopicNode, action: 'start' | 'done'): Promise<void> => {
      await record(db, actor(), [{ topicId: node.id, action }]);
      at += 60_000 * (5 + Math.floor(random() * 30));
    };
    // Due reviews come first. In some of them the topic is forgotten.
    for (const review of [...reviews.values()].filter(({ dueDate }) => dueDate <= date.toString())) {
      const grade = random() < 0.12 ? 'again' : random() < 0.3 ? 'hard' : 'good';
      const card = await recordRating(db, actor(), review, grade);
      at += 60_000;
      if (card !== null) reviews.set(review.topicId, { ...review, reps: card.reps, dueDate: card.dueDate });
    }
    if (current === undefined) {
      current = ahead.shift();
      if (current === undefined) return;
      await act(current, 'start');
      await focus(current);
      if (random() < 0.5) continue;
    }
    await focus(current);
    await act(current, 'done');
    const firstDue = dayAfter(date.toString());
    reviews.set(current.id, { topicId: current.id, firstDue, reps: 0, dueDate: firstDue });
    const text = CHEAT_CODES[current.topic.title];
    if (text !== undefined) {
      // Writing work counts as the first review.
      await writeProof(db, actor(), {
        topicId: current.id,
        method: 'cheatcode',
        parts: [text],
        url: null,
        language: null,
      });
      reviews.delete(current.id);
    }
    current = undefined;
  }
}

/** Shows, in the morning of a day, that a member knows a small section. Two others find the explanations clear. */
async function prove(
  db: Db,
  { discord, cast, roadmap, guildId }: Course,
  person: PersonView,
  date: Temporal.PlainDate,
): Promise<void> {
  let at = date.toZonedDateTime({ timeZone: person.timeZone, plainTime: { hour: 6 } }).epochMilliseconds;
  const actor = (userId = person.id): Actor => {
    at += 60_000;
    return { interactionId: discord.world.ids.dated(at), userId, guildId, at };
  };
  const readers = cast.filter(({ id }) => id !== person.id).slice(0, 2);
  for (const [title, { cheatcode, feynman, project }] of Object.entries(PROVEN)) {
    const node = roadmap.nodes.find(({ topic }) => topic.title === title);
    if (node === undefined) throw new Error(`There is no topic ${title}.`);
    const work = { topicId: node.id, url: null, language: null };
    await writeProof(db, actor(), { ...work, method: 'cheatcode', parts: [cheatcode] });
    const { text, url, language } = project;
    await writeProof(db, actor(), { ...work, method: 'project', parts: [text], url, language });
    const explanation = await writeProof(db, actor(), { ...work, method: 'feynman', parts: [feynman] });
    await beginShare(db, actor(), explanation, guildId);
    for (const { id } of readers) await toggleClear(db, actor(id), explanation, guildId);
  }
}

/**
 * The topics that a member will study, in the roadmap's order, with now and then a topic of another of their tracks.
 */
function queue(roadmap: LoadedRoadmap, { tracks }: Habit, random: Random): TopicNode[] {
  const lines = tracks.map((title) =>
    roadmap.nodes.filter((node) => node.children.length === 0 && node.top.title === title),
  );
  const [main = [], ...rest] = lines;
  const ahead: TopicNode[] = [];
  while (main.length > 0) {
    const side = rest[Math.floor(random() * rest.length)];
    const next = random() < 0.25 && side !== undefined && side.length > 0 ? side.shift() : main.shift();
    if (next !== undefined) ahead.push(next);
  }
  return [...ahead, ...rest.flat()];
}

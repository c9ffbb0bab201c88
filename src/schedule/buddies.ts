import type { TopicNode } from '../roadmap/outline.ts';
import { isRefused } from '../discord/discord-error.ts';
import { withNames } from '../discord/names.ts';
import { OutboxError } from '../discord/outbox-error.ts';
import { apartIn, isApart } from '../store/company/buddies.ts';
import {
  type BuddyGroup,
  buddyGroup,
  buddyThreads,
  claimThread,
  keepGroups,
  lastTogether,
  noteBuddies,
  type PairingGuild,
  pairKey,
  type WantingBuddy,
  wantingBuddies,
} from '../store/company/buddy-groups.ts';
import type { BuddyPlace } from '../store/company/tables.ts';
import { isSetUp, guildOf, type Guild, NOBODYS_LOCALE } from '../store/members/guilds.ts';
import { buddyChoiceOf } from '../store/company/buddies.ts';
import { memberOf } from '../store/members/members.ts';
import { pinged } from '../store/members/pings.ts';
import { noteAway } from '../store/members/presence.ts';
import { namesOf } from '../store/members/memberships.ts';
import { zoneOf, NOBODYS_ZONE } from '../store/members/clocks.ts';
import { inPieces } from '../store/in-pieces.ts';
import { progressOf, progressOfMembers } from '../store/progress/progress.ts';
import { inTurns } from '../roadmap/in-turns.ts';
import type { LoadedRoadmap } from '../store/roadmaps/library.ts';
import type { Db } from '../store/schema.ts';
import { steadyId } from '../store/steady-id.ts';
import { type Candidate, fitOf, hoursOf, sharedHours } from '../study/company/fit.ts';
import { pairInSteps, weightOf } from '../study/company/pairing.ts';
import type { Progress } from '../study/progress/progress.ts';
import { dayNumber, weekOf } from '../time/study-day.ts';
import { dayName } from '../view/time.ts';
import { buddiesMessage, type Companions } from '../view/company/buddies.ts';
import { postBody } from '../view/post-body.ts';
import { roadmapsOf } from './posts/group-study.ts';
import { nextRun } from './due.ts';
import { type Scheduler, traceOf } from './scheduler.ts';
import { sendOnce } from './send-once.ts';
import { localAt } from '../time/local.ts';
import { HOUR } from '../time/units.ts';

type App = Scheduler['app'];

/** After downtime, a week is still paired until so many days after its Monday. */
const LATEST = 3;

/** The Monday of the week that is to be paired in a server now; null if there is none. */
export function weekToPair({ timeZone, dailyAt, pairedWeek }: PairingGuild, now: number): string | null {
  const local = localAt(now, timeZone ?? NOBODYS_ZONE);
  const today = local.toPlainDate().toString();
  const monday = weekOf(today);
  if (pairedWeek !== null && pairedWeek >= monday) return null;
  const days = dayNumber(today) - dayNumber(monday);
  const isEarly = days === 0 && Temporal.PlainTime.compare(local.toPlainTime(), dailyAt) < 0;
  return isEarly || days >= LATEST ? null : monday;
}

/** When buddies are paired in a server after an instant; both in epoch ms. */
export function nextPairing({ timeZone, dailyAt }: PairingGuild, now: number): number {
  const run = nextRun({ timeZone: timeZone ?? NOBODYS_ZONE, at: dailyAt, weekdays: [MONDAY] }, now);
  if (run === null) throw new Error('there is a Monday in every week');
  return run.at;
}

const MONDAY = 1;

/** So many people are paired at once. In a larger group, chance divides them every week anew. */
const AT_ONCE = 200;

interface Wanting extends Candidate {
  readonly topicId: string | null;
}

/** Pairs those of a server who want it, for a week from its Monday on. A week is paired once. */
export async function pairWeek(app: App, guildId: string, monday: string, now: number): Promise<void> {
  const { db } = app;
  const guild = await guildOf(db, guildId);
  if (guild === null) return;
  const people = await wantingOf(app, guild, monday);
  if (people.length < 2) return;
  const apart = await apartIn(db, guildId);
  const last = await lastTogether(
    db,
    guildId,
    people.map(({ userId }) => userId),
  );
  const byChance = people
    .map((one) => ({ one, chance: steadyId(guildId, monday, one.userId) }))
    .toSorted((a, b) => (a.chance < b.chance ? -1 : 1))
    .map(({ one }) => one);
  const parts = Math.ceil(people.length / AT_ONCE);
  const groups: (readonly Wanting[])[] = [];
  for (let part = 0; part < parts; part += 1) {
    const own = byChance.filter((_person, place) => place % parts === part);
    const weights = await inTurns(weightsOf(own));
    for (const group of await inTurns(pairInSteps(own.length, weights)))
      groups.push(group.flatMap((place) => own[place] ?? []));
  }
  await keepGroups(db, guildId, monday, groups, now);

  function* weightsOf(own: readonly Wanting[]): Generator<void, (a: number, b: number) => number | null> {
    // Each weight is asked for several times, so all are worked out first.
    const weights: (number | null)[][] = [];
    for (const [place, one] of own.entries()) {
      weights.push(
        own.slice(0, place).map((other) => {
          const [a, b] = [one.userId, other.userId];
          if (isApart(apart, guildId, a, b) || isApart(apart, guildId, b, a)) return null;
          const met = last.get(pairKey(a, b));
          const weeksSince = met === undefined ? null : Math.round((dayNumber(monday) - dayNumber(met)) / 7);
          return weightOf({ fit: fitOf(one, other), weeksSince, hoursMeet: sharedHours(one, other) > 0 });
        }),
      );
      yield;
    }
    return (a, b) => weights[Math.max(a, b)]?.[Math.min(a, b)] ?? null;
  }
}

async function wantingOf(app: App, guild: Guild, monday: string): Promise<readonly Wanting[]> {
  const { db } = app;
  const roadmaps = await roadmapsOf(app, guild);
  const wanting: Wanting[] = [];
  const members = new Map((await wantingBuddies(db, guild.id)).map((one) => [one.member.userId, one]));
  for await (const userIds of inPieces([...members.keys()])) {
    const progress = await progressOfMembers(
      db,
      userIds,
      roadmaps.map(({ id }) => id),
    );
    for (const userId of userIds) {
      const one = members.get(userId);
      if (one !== undefined) wanting.push(await wants(one, progress.get(userId) ?? new Map()));
    }
  }
  return wanting;

  async function wants({ member, slots }: WantingBuddy, progress: Progress): Promise<Wanting> {
    const timeZone = await zoneOf(db, member, guild.id);
    const studied = roadmaps.flatMap((roadmap) => {
      return [...progress].flatMap(([topicId, { state, since }]) => {
        const node = state === 'doing' ? roadmap.byId.get(topicId) : undefined;
        return node === undefined
          ? []
          : [{ topicId, since, near: node.parent?.id ?? `${roadmap.id} ${node.section.key}` }];
      });
    });
    // Who hides their topics is paired by the hours alone, because a pair by topics would tell them.
    const topics = member.showTopics ? studied.toSorted((a, b) => b.since - a.since) : [];
    return {
      userId: member.userId,
      hours: hoursOf(slots, monday, timeZone),
      topicIds: new Set(topics.map(({ topicId }) => topicId)),
      sections: new Set(topics.map(({ near }) => near)),
      topicId: topics[0]?.topicId ?? null,
    };
  }
}

/**
 * Tells a group of its week: in a private thread; or in the channel if there can be none and all of the group agreed to
 * that. Each step can be repeated, so that a restart in between does no harm.
 */
export async function tellBuddies(app: App, known: BuddyGroup, now: number): Promise<void> {
  const { db, outbox } = app;
  const guild = await guildOf(db, known.guildId);
  if (guild === null || !isSetUp(guild)) return settle('none');
  if (!outbox.available(guild.id)) return;
  const group = known.threadId === null ? await withoutGone(app, known, now) : known;
  if (group.members.length < 2) return settle('none');
  if (group.threadId === null && !(await claimThread(db, group, now))) return;
  const called = group.members.map(({ userId }) => userId);
  try {
    const threadId = group.threadId ?? (await openFor(app, guild, group));
    if (threadId !== null) {
      for (const userId of called) await outbox.addToThread(threadId, userId);
      return await send(threadId, 'thread');
    }
  } catch (error) {
    if (!isClosed(error)) throw error;
    app.log.warn({ guildId: guild.id, cause: traceOf(error) }, 'buddies got no private thread');
  }
  const choices = await Promise.all(called.map((userId) => buddyChoiceOf(db, guild.id, userId)));
  if (!choices.every(({ isOpenly }) => isOpenly)) return settle('none');
  return send(guild.channelId, 'channel');

  async function send(channelId: string, place: BuddyPlace): Promise<void> {
    const words = app.wordsFor(guild?.locale ?? NOBODYS_LOCALE);
    const message = buddiesMessage(
      words,
      await companionsOf(app, guild, group),
      group.id,
      place === 'thread',
    );
    const people = await pinged(db, 'buddies', called);
    const body = postBody(await withNames(app, group.guildId, message, people.userIds), { people });
    const sent = await sendOnce(app, { id: group.id, channelId, claimedAt: group.pairedAt }, body, now);
    if (sent === 'unavailable') return;
    await settle(sent === 'sent' ? place : 'none');
  }

  async function settle(place: BuddyPlace): Promise<void> {
    await noteBuddies(db, known.id, { place, settled: 1 });
  }
}

/** A group without those who have left the server, which Discord does not tell. Nobody is brought into a thread alone. */
async function withoutGone({ db, outbox }: App, group: BuddyGroup, now: number): Promise<BuddyGroup> {
  for (const { userId } of group.members) {
    if (!(await outbox.isMember(group.guildId, userId))) await noteAway(db, group.guildId, [userId], now);
  }
  return (await buddyGroup(db, group.id)) ?? group;
}

async function openFor(
  { db, outbox, wordsFor }: App,
  guild: Guild & { readonly channelId: string },
  group: BuddyGroup,
): Promise<string | null> {
  const names = await namesOf(
    db,
    guild.id,
    group.members.map(({ userId }) => userId),
  );
  const threadId = await outbox.openPrivateThread({
    guildId: guild.id,
    channelId: guild.channelId,
    name: wordsFor(guild.locale).buddies.thread(
      [...names.values()].join(', '),
      dayName(group.monday, guild.locale, { day: 'numeric', month: 'long' }),
    ),
    // An earlier run may have opened it, and ended before it knew.
    others: group.askedAt === null ? null : await buddyThreads(db, guild.id),
  });
  if (threadId !== null) await noteBuddies(db, group.id, { thread_id: threadId });
  return threadId;
}

/** Archives the thread of a group whose week is over. */
export async function closeBuddies({ db, outbox, log }: App, group: BuddyGroup): Promise<void> {
  if (!outbox.available(group.guildId)) return;
  try {
    if (group.threadId !== null) await outbox.archiveThread(group.threadId);
  } catch (error) {
    if (!isClosed(error)) throw error;
    log.warn({ guildId: group.guildId, cause: traceOf(error) }, 'a thread of buddies stays open');
  }
  await noteBuddies(db, group.id, { settled: 2 });
}

/** What the message and the panel tell about a group: who is in it, on which topics, and when it suits all of them. */
export async function companionsOf(app: App, guild: Guild | null, group: BuddyGroup): Promise<Companions> {
  const roadmaps = guild === null ? [] : await roadmapsOf(app, guild);
  const people = [];
  const hours: Candidate[] = [];
  for (const { userId, topicId } of group.members) {
    const member = await memberOf(app.db, userId);
    people.push({
      userId,
      topic: member.showTopics ? await topicNow(app.db, roadmaps, userId, topicId) : null,
    });
    const { slots } = await buddyChoiceOf(app.db, group.guildId, userId);
    const timeZone = await zoneOf(app.db, member, group.guildId);
    hours.push({
      userId,
      hours: hoursOf(slots ?? [], group.monday, timeZone),
      topicIds: new Set(),
      sections: new Set(),
    });
  }
  return { people, times: commonTimes(hours) };
}

/**
 * What a member studies at the moment: the topic that they began last.
 * @param paired the topic for which they were paired, as long as they have begun no other
 */
async function topicNow(
  db: Db,
  roadmaps: readonly LoadedRoadmap[],
  userId: string,
  paired: string | null,
): Promise<TopicNode | null> {
  const begun: { readonly node: TopicNode; readonly since: number }[] = [];
  for (const roadmap of roadmaps) {
    for (const [id, { state, since }] of await progressOf(db, userId, roadmap.id)) {
      const node = roadmap.byId.get(id);
      if (node !== undefined && state === 'doing') begun.push({ node, since });
    }
  }
  const [latest] = begun.toSorted((a, b) => b.since - a.since);
  return latest?.node ?? roadmaps.flatMap(({ byId }) => byId.get(paired ?? '') ?? [])[0] ?? null;
}

/** When the times begin that suit all of some people, in epoch ms. Hours that follow each other are one time. */
function commonTimes(people: readonly Candidate[]): readonly number[] {
  const [first, ...others] = people;
  if (first === undefined) return [];
  const common = [...first.hours].filter((hour) => others.every((other) => other.hours.has(hour)));
  const all = new Set(common);
  return common
    .filter((hour) => !all.has(hour - 1))
    .toSorted((a, b) => a - b)
    .map((hour) => hour * HOUR);
}

/** Whether the channel or thread is closed to the bot, so that trying again would not help. */
function isClosed(error: unknown): boolean {
  if (error instanceof OutboxError) return !['unavailable', 'lost-sight', 'too-fast'].includes(error.reason);
  return isRefused(error);
}

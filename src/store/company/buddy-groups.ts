import type { Candidate, Slot } from '../../study/company/fit.ts';
import { turn } from '../../roadmap/in-turns.ts';
import { inPieces } from '../in-pieces.ts';
import { fromMembersOf } from '../members/memberships.ts';
import { type Member, toMember } from '../members/members.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import { readSlots } from './buddies.ts';
import { isUnderWay } from './claim.ts';
import type { BuddyGroupRow, BuddyPlace } from './tables.ts';

/** Two or three members who study together in a week, without those who have left the group since. */
export interface BuddyGroup {
  readonly id: string;
  readonly guildId: string;
  /** The Monday of the week, `YYYY-MM-DD`. */
  readonly monday: string;
  /** Epoch ms. */
  readonly pairedAt: number;
  /** When a thread was last asked for; epoch ms. */
  readonly askedAt: number | null;
  readonly threadId: string | null;
  readonly place: BuddyPlace | null;
  readonly members: readonly BuddyMember[];
}

export interface BuddyMember {
  readonly userId: string;
  /** The topic that they studied when the week began; null if they hide it. */
  readonly topicId: string | null;
  /** Whether the others were told that they proved a topic. */
  readonly isTold: boolean;
}

/** How many members of a server had a buddy in a week that began on one of these days (`YYYY-MM-DD`). */
export async function pairedIn(
  db: Db,
  guildId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  const { people } = await db
    .selectFrom('buddy_group')
    .innerJoin('buddy_in', 'buddy_in.group_id', 'buddy_group.id')
    .select((eb) => eb.fn.count<number>('buddy_in.user_id').distinct().as('people'))
    .where('buddy_group.guild_id', '=', guildId)
    .where('buddy_group.monday', '>=', from)
    .where('buddy_group.monday', '<=', to)
    .executeTakeFirstOrThrow();
  return people;
}

/** A server in which people want to be paired. */
export interface PairingGuild {
  readonly id: string;
  readonly timeZone: string | null;
  /** `HH:MM`, local. */
  readonly dailyAt: string;
  /** The Monday of the week that was paired last. */
  readonly pairedWeek: string | null;
}

/** The servers of a share in which it is time (epoch ms) to look whether buddies are to be paired. */
export async function pairingGuilds(db: Db, share: Share, now: number): Promise<readonly PairingGuild[]> {
  const { rows } = await toPair(db, { share, now });
  return rows.map(({ id, time_zone, daily_at, paired_week }) => ({
    id,
    timeZone: time_zone,
    dailyAt: daily_at,
    pairedWeek: paired_week,
  }));
}

const toPair = prepared((db: Db, { share, now }: { readonly share: Share; readonly now: number }) =>
  db
    .selectFrom('guild')
    .select(['id', 'time_zone', 'daily_at', 'paired_week'])
    .where('pair_at', '<=', now)
    .where('left_at', 'is', null)
    .where(ofShare(share, 'id')),
);

/**
 * Stores when to look again whether buddies are to be paired in a server, or that nobody there wants one any more. Somebody
 * who says meanwhile that they want one is heard at the next tick all the same.
 * @param at epoch ms
 * @param now when it was looked; epoch ms
 */
export async function planPairing(db: Db, guildId: string, at: number, now: number): Promise<void> {
  await db
    .updateTable('guild')
    .set((eb) => ({
      pair_at: eb
        .case()
        .when(
          eb.exists(
            eb
              .selectFrom('membership')
              .select('user_id')
              .where('guild_id', '=', guildId)
              .where('buddy_slots', 'is not', null),
          ),
        )
        .then(at)
        .else(null)
        .end(),
    }))
    .where('id', '=', guildId)
    .where('pair_at', '<=', now)
    .execute();
}

/** A member who wants to be paired, and the times that suit them. */
export interface WantingBuddy {
  readonly member: Member;
  readonly slots: readonly Slot[];
}

/** The members of a server who want to be paired, with the times that suit them. */
export async function wantingBuddies(db: Db, guildId: string): Promise<readonly WantingBuddy[]> {
  const rows = await fromMembersOf(db, guildId)
    .innerJoin('member', 'member.user_id', 'membership.user_id')
    .selectAll('member')
    .select('buddy_slots')
    .where('buddy_slots', 'is not', null)
    .orderBy('member.user_id')
    .execute();
  return rows.map((row) => ({ member: toMember(row), slots: readSlots((row.buddy_slots ?? '').split(' ')) }));
}

/** The last week (its Monday) in which some members of a server were in a group with another, by the key of both. */
export async function lastTogether(
  db: Db,
  guildId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const last = new Map<string, string>();
  for await (const some of inPieces(userIds)) {
    const rows = await db
      .selectFrom('buddy_in as one')
      // SQLite keeps the order of a cross join, so it begins with these members, and not with all groups of the server.
      .crossJoin('buddy_group')
      .crossJoin('buddy_in as other')
      .whereRef('buddy_group.id', '=', 'one.group_id')
      .whereRef('other.group_id', '=', 'one.group_id')
      .whereRef('other.user_id', '>', 'one.user_id')
      .select((eb) => ['one.user_id as a', 'other.user_id as b', eb.fn.max('monday').as('monday')])
      .where('guild_id', '=', guildId)
      .where('one.user_id', 'in', some)
      .groupBy(['one.user_id', 'other.user_id'])
      .execute();
    for (const { a, b, monday } of rows) last.set(pairKey(a, b), monday);
  }
  return last;
}

/** A name for two people, whichever comes first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

const GROUPS_AT_ONCE = 100;

/**
 * Stores the groups of a week, unless the week was paired before.
 * @param now epoch ms
 * @returns whether they were stored
 */
export function keepGroups(
  db: Db,
  guildId: string,
  monday: string,
  groups: readonly (readonly Pick<Candidate & BuddyMember, 'userId' | 'topicId'>[])[],
  now: number,
): Promise<boolean> {
  return write(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('guild')
      .set({ paired_week: monday })
      .where('id', '=', guildId)
      .where((eb) => eb.or([eb('paired_week', 'is', null), eb('paired_week', '<', monday)]))
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return false;
    // A statement for many groups at once, because nobody else can write meanwhile.
    const named = groups.map((members, place) => ({
      id: steadyId('buddies', guildId, monday, place),
      members,
    }));
    for (let from = 0; from < named.length; from += GROUPS_AT_ONCE) {
      const some = named.slice(from, from + GROUPS_AT_ONCE);
      await trx
        .insertInto('buddy_group')
        .values(some.map(({ id }) => ({ id, guild_id: guildId, monday, paired_at: now, settled: 0 })))
        .execute();
      await trx
        .insertInto('buddy_in')
        .values(
          some.flatMap(({ id, members }) =>
            members.map(({ userId, topicId }) => ({ group_id: id, user_id: userId, topic_id: topicId })),
          ),
        )
        .execute();
    }
    return true;
  });
}

/**
 * The groups that were not told yet, and those whose week is over, or will soon be, and whose thread is still open.
 * @param before the Monday (`YYYY-MM-DD`) before which weeks are over
 */
export async function openGroups(db: Db, share: Share, before: string): Promise<readonly BuddyGroup[]> {
  const { rows } = await groupsOpen(db, { share, before });
  return withMembers(db, rows);
}

const groupsOpen = prepared((db: Db, { share, before }: { readonly share: Share; readonly before: string }) =>
  db
    .selectFrom('buddy_group')
    .selectAll()
    .where((eb) => eb.or([eb('settled', '=', 0), eb.and([eb('settled', '=', 1), eb('monday', '<', before)])]))
    .where(ofShare(share, 'guild_id'))
    .orderBy('paired_at')
    .orderBy('id'),
);

/** The group of a member in a week (its Monday). Null if they are in none. */
export async function groupOfMember(
  db: Db,
  guildId: string,
  userId: string,
  monday: string,
): Promise<BuddyGroup | null> {
  const rows = await db
    .selectFrom('buddy_group')
    .innerJoin('buddy_in', 'buddy_in.group_id', 'buddy_group.id')
    .selectAll('buddy_group')
    .where('guild_id', '=', guildId)
    .where('monday', '=', monday)
    .where('buddy_in.user_id', '=', userId)
    .execute();
  return (await withMembers(db, rows))[0] ?? null;
}

/**
 * Claims to open the thread of a group, or to find it, so that nobody else opens a second one meanwhile.
 * @param now epoch ms
 * @returns false if somebody else is at it
 */
export async function claimThread(
  db: Db,
  { id, askedAt }: Pick<BuddyGroup, 'id' | 'askedAt'>,
  now: number,
): Promise<boolean> {
  if (isUnderWay(askedAt, now)) return false;
  const { numUpdatedRows } = await db
    .updateTable('buddy_group')
    .set({ asked_at: now })
    .where('id', '=', id)
    .where('thread_id', 'is', null)
    .where('asked_at', askedAt === null ? 'is' : '=', askedAt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The ids of the threads that groups of a server have had. */
export async function buddyThreads(db: Db, guildId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('buddy_group')
    .select('thread_id')
    .where('guild_id', '=', guildId)
    .where('thread_id', 'is not', null)
    .execute();
  return new Set(rows.flatMap(({ thread_id }) => thread_id ?? []));
}

/** Stores what became of a group's thread or message. */
export async function noteBuddies(
  db: Db,
  id: string,
  change: Partial<Pick<BuddyGroupRow, 'thread_id' | 'place' | 'settled'>>,
): Promise<void> {
  await db.updateTable('buddy_group').set(change).where('id', '=', id).execute();
}

/** Whether members of a server were paired since a week (its Monday), but got no private thread. */
export async function lacksThreads(db: Db, guildId: string, monday: string): Promise<boolean> {
  const row = await db
    .selectFrom('buddy_group')
    .select('id')
    .where('guild_id', '=', guildId)
    .where('monday', '>=', monday)
    .where('place', 'in', ['channel', 'none'])
    .executeTakeFirst();
  return row !== undefined;
}

/** A member of a group who has proven a topic of it since the week began. The others are not told yet. */
export interface ProvenBuddy {
  readonly groupId: string;
  readonly userId: string;
  readonly topicId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** Who has proven a topic that somebody in their group studies. Members who hide their topics are left out. */
export async function provenInGroups(db: Db, share: Share): Promise<readonly ProvenBuddy[]> {
  const { rows } = await provenBuddies(db, { share });
  const firsts = new Map<string, ProvenBuddy>();
  for (const { id, user_id, topic_id, proven_at } of rows) {
    const key = `${id} ${user_id}`;
    if (!firsts.has(key))
      firsts.set(key, { groupId: id, userId: user_id, topicId: topic_id, at: proven_at ?? 0 });
  }
  return [...firsts.values()];
}

const provenBuddies = prepared((db: Db, { share }: { readonly share: Share }) =>
  db
    .selectFrom('buddy_group')
    .innerJoin('buddy_in', 'buddy_in.group_id', 'buddy_group.id')
    .innerJoin('member', 'member.user_id', 'buddy_in.user_id')
    .innerJoin('proof', 'proof.user_id', 'buddy_in.user_id')
    .innerJoin('buddy_in as studying', (on) =>
      on.onRef('studying.group_id', '=', 'buddy_group.id').onRef('studying.topic_id', '=', 'proof.topic_id'),
    )
    .select(['buddy_group.id', 'buddy_in.user_id', 'proof.topic_id', 'proof.proven_at'])
    .where('buddy_group.settled', '=', 1)
    .where('buddy_group.place', '=', 'thread')
    .where(ofShare(share, 'buddy_group.guild_id'))
    .where('buddy_in.proven_told_at', 'is', null)
    .where('member.show_topics', '=', 1)
    .where('proof.proven_elsewhere', '=', 0)
    .whereRef('proof.proven_at', '>=', 'buddy_group.paired_at')
    .orderBy('proof.proven_at'),
);

/** Notes that the others are told of a proof (epoch ms). */
export async function noteProvenTold(db: Db, { groupId, userId }: ProvenBuddy, now: number): Promise<void> {
  await db
    .updateTable('buddy_in')
    .set({ proven_told_at: now })
    .where('group_id', '=', groupId)
    .where('user_id', '=', userId)
    .execute();
}

/** The group with an id; null if there is none. */
export async function buddyGroup(db: Db, id: string): Promise<BuddyGroup | null> {
  const rows = await db.selectFrom('buddy_group').selectAll().where('id', '=', id).execute();
  return (await withMembers(db, rows))[0] ?? null;
}

async function withMembers(db: Db, rows: readonly BuddyGroupRow[]): Promise<readonly BuddyGroup[]> {
  const found: BuddyGroup[] = [];
  for (const [place, row] of rows.entries()) {
    // On a Monday there may be hundreds.
    if (place % GROUPS_AT_ONCE === GROUPS_AT_ONCE - 1) await turn();
    const members = await fromMembersOf(db, row.guild_id)
      .innerJoin('buddy_in', 'buddy_in.user_id', 'membership.user_id')
      .select(['buddy_in.user_id', 'topic_id', 'proven_told_at'])
      .where('group_id', '=', row.id)
      .orderBy('buddy_in.user_id')
      .execute();
    found.push({
      id: row.id,
      guildId: row.guild_id,
      monday: row.monday,
      pairedAt: row.paired_at,
      askedAt: row.asked_at,
      threadId: row.thread_id,
      place: row.place,
      members: members.map(({ user_id, topic_id, proven_told_at }) => ({
        userId: user_id,
        topicId: topic_id,
        isTold: proven_told_at !== null,
      })),
    });
  }
  return found;
}

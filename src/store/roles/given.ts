import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { write } from '../write.ts';
import type { MilestoneRole } from './milestones.ts';
import type { GivenRoleRow } from './tables.ts';
import { MINUTE } from '../../time/units.ts';

/** A role that a member has reached, and which has to be given or told of. */
export interface ReachedRole {
  readonly guildId: string;
  readonly userId: string;
  readonly roleId: string;
  readonly milestoneId: string;
  readonly tries: number;
  readonly givenAt: number | null;
}

/** So long, in ms, another process leaves a role alone that one has begun to give. */
const CLAIMED_FOR = 5 * MINUTE;

/** Adds roles that a member has reached. A role that they reached before stays as it is. `at`: epoch ms. */
export async function addReached(
  db: Db,
  guildId: string,
  userId: string,
  reached: readonly MilestoneRole[],
  at: number,
): Promise<void> {
  for (const { id, roleId } of reached) {
    await db
      .insertInto('given_role')
      .values({
        guild_id: guildId,
        user_id: userId,
        role_id: roleId,
        milestone_id: id,
        reached_at: at,
        next_at: at,
        tries: 0,
        claimed_at: null,
        given_at: null,
        joined_at: null,
        told_at: null,
        telling: 0,
      })
      .onConflict((conflict) => conflict.columns(['user_id', 'guild_id', 'role_id']).doNothing())
      .execute();
  }
}

/**
 * The roles of a share that are to be given at an instant (epoch ms), a limited number at a time, the longest due first.
 */
export async function dueRoles(
  db: Db,
  share: Share,
  now: number,
  most: number,
): Promise<readonly ReachedRole[]> {
  const { rows } = await rolesDue(db, { share, now, most });
  return rows.map(toReached);
}

const rolesDue = prepared(
  (db: Db, { share, now, most }: { readonly share: Share; readonly now: number; readonly most: number }) =>
    db
      .selectFrom('given_role')
      // SQLite keeps the order of a cross join, so it begins with what is due, and not with every guild.
      .crossJoin('guild')
      .whereRef('guild.id', '=', 'given_role.guild_id')
      .selectAll('given_role')
      .where('given_role.next_at', '<=', now)
      .where('guild.left_at', 'is', null)
      .where(ofShare(share, 'given_role.guild_id'))
      .orderBy('given_role.next_at')
      .orderBy('given_role.user_id')
      .limit(most),
);

/**
 * Claims a role that is due, so that one process gives it. A claim of a process that has ended runs out.
 * @returns whether this process may give it
 */
export async function claimRole(db: Db, role: ReachedRole, now: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('given_role')
    .set({ claimed_at: now })
    .where((eb) => eb.and(keyOf(role)))
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<=', now - CLAIMED_FOR)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Notes that a member has a role now.
 * @param joinedAt when they had joined the server, as Discord says; epoch ms
 * @param isNew false if they had it already, so that there is nothing to tell
 */
export async function noteGiven(
  db: Db,
  role: ReachedRole,
  { now, joinedAt, isNew }: { readonly now: number; readonly joinedAt: number; readonly isNew: boolean },
): Promise<void> {
  await write(db, async (trx) => {
    const member = await trx
      .selectFrom('member')
      .select('tell_roles')
      .where('user_id', '=', role.userId)
      .executeTakeFirst();
    const isFirst = isNew && role.givenAt === null;
    await trx
      .updateTable('given_role')
      .set({
        next_at: null,
        tries: 0,
        claimed_at: null,
        given_at: now,
        joined_at: joinedAt,
        ...(!isFirst && { told_at: now }),
        telling: isFirst ? (member?.tell_roles ?? 0) : 0,
      })
      .where((eb) => eb.and(keyOf(role)))
      .execute();
  });
}

/** Puts off the giving of a role. `at`: epoch ms; null until the member is back in the server. */
export async function putOffRole(db: Db, role: ReachedRole, at: number | null): Promise<void> {
  await db
    .updateTable('given_role')
    .set({ next_at: at, claimed_at: null, tries: role.tries + 1 })
    .where((eb) => eb.and(keyOf(role)))
    .execute();
}

/** Tries everything again at once that a guild's members have reached and not been given. `now`: epoch ms. */
export async function retryRoles(db: Db, guildId: string, now: number): Promise<void> {
  await db
    .updateTable('given_role')
    .set({ next_at: now, tries: 0 })
    .where('guild_id', '=', guildId)
    .where('next_at', '>', now)
    .execute();
}

/**
 * Lets a member who came back to a server get their roles again. Roles that they lost without leaving were taken by a
 * moderator, and stay away.
 * @param joinedAt when they joined the server, as Discord says; epoch ms
 */
export async function noteArrival(
  db: Db,
  guildId: string,
  userId: string,
  joinedAt: number,
  now: number,
): Promise<void> {
  const { rows } = await givenBefore(db, { guildId, userId, joinedAt });
  // That is hardly ever so, and a write waits for others.
  if (rows.length === 0) return;
  await db
    .updateTable('given_role')
    .set({ next_at: now, tries: 0 })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('next_at', 'is', null)
    .where((eb) => eb.or([eb('joined_at', 'is', null), eb('joined_at', '<', joinedAt)]))
    .execute();
}

type InGuild = { readonly guildId: string; readonly userId: string };

const givenBefore = prepared(
  (db: Db, { guildId, userId, joinedAt }: InGuild & { readonly joinedAt: number }) =>
    db
      .selectFrom('given_role')
      .select('role_id')
      .where('guild_id', '=', guildId)
      .where('user_id', '=', userId)
      .where('next_at', 'is', null)
      .where((eb) => eb.or([eb('joined_at', 'is', null), eb('joined_at', '<', joinedAt)])),
);

/** The given roles of a share of which groups are to be told, a limited number at a time. */
export async function rolesToTell(db: Db, share: Share, most: number): Promise<readonly ReachedRole[]> {
  const { rows } = await toTell(db, { share, most });
  return rows.map(toReached);
}

const toTell = prepared((db: Db, { share, most }: { readonly share: Share; readonly most: number }) =>
  db
    .selectFrom('given_role')
    .selectAll()
    .where('telling', '=', 1)
    .where(ofShare(share, 'guild_id'))
    .orderBy('given_at')
    .orderBy('user_id')
    .limit(most),
);

/** Notes that a group was told of a role, or cannot be told. */
export async function noteGroupTold(db: Db, role: ReachedRole): Promise<void> {
  await db
    .updateTable('given_role')
    .set({ telling: 0 })
    .where((eb) => eb.and(keyOf(role)))
    .execute();
}

/** The roles that a member was given in a guild and has not been told of. They count as told from `at` on, epoch ms. */
export async function takeUntoldRoles(
  db: Db,
  userId: string,
  guildId: string,
  at: number,
): Promise<readonly ReachedRole[]> {
  // There is hardly ever any, and a write waits for others.
  if ((await untold(db, { userId, guildId })).rows.length === 0) return [];
  return write(db, async (trx) => {
    const { rows } = await untold(trx, { userId, guildId });
    for (const row of rows) {
      await trx
        .updateTable('given_role')
        .set({ told_at: at })
        .where((eb) => eb.and(keyOf(toReached(row))))
        .execute();
    }
    return rows.map(toReached);
  });
}

const untold = prepared((db: Db, of: InGuild) =>
  untoldRoles(db, of).selectAll().orderBy('given_at').orderBy('role_id'),
);

/** The ids of a member's roles in a guild, given or to be given, as the beginning or a part of other queries. */
export function rolesOf(db: Db, { userId, guildId }: InGuild) {
  return db
    .selectFrom('given_role')
    .select('given_role.role_id')
    .where('given_role.user_id', '=', userId)
    .where('given_role.guild_id', '=', guildId);
}

/** Those that they were given and have not been told of. */
export function untoldRoles(db: Db, of: InGuild) {
  return rolesOf(db, of).where('given_role.given_at', 'is not', null).where('given_role.told_at', 'is', null);
}

/** The roles that members of a guild were given within a span (epoch ms; the end is not in it) for the first time. */
export async function rolesGivenIn(
  db: Db,
  guildId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly (ReachedRole & { readonly isTold: boolean })[]> {
  const rows = await db
    .selectFrom('given_role')
    .innerJoin('member', 'member.user_id', 'given_role.user_id')
    .innerJoin('membership', (on) =>
      on
        .onRef('membership.user_id', '=', 'given_role.user_id')
        .onRef('membership.guild_id', '=', 'given_role.guild_id'),
    )
    .selectAll('given_role')
    .select('member.tell_roles')
    .where('given_role.guild_id', '=', guildId)
    .where('membership.away_since', 'is', null)
    .where('given_role.given_at', 'is not', null)
    .where('given_role.reached_at', '>=', from)
    .where('given_role.reached_at', '<', to)
    .orderBy('given_role.reached_at')
    .orderBy('given_role.user_id')
    .execute();
  return rows.map((row) => ({ ...toReached(row), isTold: row.tell_roles === 1 }));
}

function keyOf({ guildId, userId, roleId }: ReachedRole) {
  return { guild_id: guildId, user_id: userId, role_id: roleId };
}

function toReached(row: GivenRoleRow): ReachedRole {
  return {
    guildId: row.guild_id,
    userId: row.user_id,
    roleId: row.role_id,
    milestoneId: row.milestone_id,
    tries: row.tries,
    givenAt: row.given_at,
  };
}

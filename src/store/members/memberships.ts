import type { Updateable } from 'kysely';
import type { Actor } from '../actor.ts';
import type { Choice } from '../../study/progress/progress.ts';
import { noteChoice } from './last-choice.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { write } from '../write.ts';
import { ensureMember, type Member, toMember } from './members.ts';
import type { MembershipRow } from './tables.ts';

/**
 * Makes a member join a guild, which may then see their progress on its roadmaps. The guild has to exist. `at`: epoch
 * ms.
 */
export async function join(db: Db, guildId: string, userId: string, at: number): Promise<void> {
  await ensureMember(db, userId, at);
  await db
    .insertInto('membership')
    .values({ guild_id: guildId, user_id: userId, joined_at: at })
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'user_id']).doUpdateSet({ away_since: null, roles_due: 1 }),
    )
    .execute();
}

/**
 * Makes a member leave a guild. Their progress is kept, but the guild no longer sees it.
 * @returns whether they had joined
 */
export async function leave(db: Db, guildId: string, userId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('membership')
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Whether a member has joined in a guild and is still there. */
export async function hasJoined(db: Db, guildId: string, userId: string): Promise<boolean> {
  return (await joinedRow(db, { guildId, userId })).rows.length > 0;
}

const joinedRow = prepared(
  (db: Db, { guildId, userId }: { readonly guildId: string; readonly userId: string }) =>
    db
      .selectFrom('membership')
      .select('user_id')
      .where('guild_id', '=', guildId)
      .where('away_since', 'is', null)
      .where('user_id', '=', userId),
);

/** A member of a guild with their settings, and their names if they were seen there. */
export interface GuildMember extends Member {
  readonly names: SeenNames | null;
}

/** The settings and names of some members who are in a guild, by user id. */
export async function membersAmong(
  db: Db,
  guildId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, GuildMember>> {
  const { rows } = await memberRows(db, { guildId, userIds });
  return new Map(
    rows.map((row) => {
      const { user_id: userId, display_name: name, username } = row;
      return [
        userId,
        { ...toMember(row), names: name === null || username === null ? null : { name, username } },
      ];
    }),
  );
}

const memberRows = prepared((db: Db, of: { readonly guildId: string; readonly userIds: readonly string[] }) =>
  db
    .selectFrom('membership')
    .innerJoin('member', 'member.user_id', 'membership.user_id')
    .selectAll('member')
    .select(['display_name', 'username'])
    .where('membership.guild_id', '=', of.guildId)
    .where('membership.away_since', 'is', null)
    .where('membership.user_id', 'in', of.userIds),
);

/**
 * The ids of everybody who has joined in a guild, for use in other queries: `where('user_id', 'in', joinedIn(db,
 * guildId))`. A member who has left the guild or the server is not among them, so nothing of theirs is seen there.
 */
export function joinedIn(db: Db, guildId: string) {
  return db
    .selectFrom('membership')
    .select('membership.user_id')
    .where('membership.guild_id', '=', guildId)
    .where('membership.away_since', 'is', null);
}

/**
 * The members of a guild, as the beginning of a query about what they did: `selectFrom` this, `crossJoin` the other
 * tables, and connect them by `whereRef`. SQLite keeps the order of a cross join, so it begins with the few members
 * of the guild and not with everybody's rows about a topic. PostgreSQL finds the order by itself.
 */
export function fromMembersOf(db: Db, guildId: string) {
  return db
    .selectFrom('membership')
    .where('membership.guild_id', '=', guildId)
    .where('membership.away_since', 'is', null);
}

/** The names of a member in a guild. */
export interface SeenNames {
  /** The name that is shown beside their messages there. */
  readonly name: string;
  readonly username: string;
}

/**
 * Stores the names under which a member was seen in a guild. Nothing is stored about people who have not joined
 * there.
 */
export async function noteNames(
  db: Db,
  guildId: string,
  userId: string,
  { name, username }: SeenNames,
): Promise<void> {
  const [seen] = (await namesThere(db, { guildId, userId })).rows;
  // They have hardly ever changed, and a write waits for others.
  if (seen === undefined || (seen.display_name === name && seen.username === username)) return;
  await db
    .updateTable('membership')
    .set({ display_name: name, username })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .execute();
}

const namesThere = prepared(
  (db: Db, { guildId, userId }: { readonly guildId: string; readonly userId: string }) =>
    db
      .selectFrom('membership')
      .select(['display_name', 'username'])
      .where('guild_id', '=', guildId)
      .where('user_id', '=', userId),
);

/** The names of those of some people who are in a guild and were seen there, by user id. */
export async function namesIn(
  db: Db,
  guildId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, SeenNames>> {
  if (userIds.length === 0) return new Map();
  const members = await membersAmong(db, guildId, userIds);
  return new Map([...members].flatMap(([userId, { names }]) => (names === null ? [] : [[userId, names]])));
}

/** The last seen names of some people in a guild, by user id. Only people who joined there have names. */
export async function namesOf(
  db: Db,
  guildId: string,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await nameRows(db, { guildId, userIds });
  return new Map(rows.flatMap(({ user_id: id, display_name: name }) => (name === null ? [] : [[id, name]])));
}

const nameRows = prepared((db: Db, of: { readonly guildId: string; readonly userIds: readonly string[] }) =>
  db
    .selectFrom('membership')
    .select(['user_id', 'display_name'])
    .where('guild_id', '=', of.guildId)
    .where('user_id', 'in', of.userIds),
);

/** How many people have joined in a guild. */
export async function groupSize(db: Db, guildId: string): Promise<number> {
  const { count } = await db
    .selectFrom('membership')
    .select((eb) => eb.fn.countAll<number | string>().as('count'))
    .where('guild_id', '=', guildId)
    .where('away_since', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What members choose for a group alone. The columns stand with the features that read them. */
type GroupChoice = Partial<Pick<Updateable<MembershipRow>, (typeof GROUP_CHOICES)[number]>>;
const GROUP_CHOICES = ['on_board', 'helps', 'lends_work', 'buddy_slots', 'buddy_openly'] as const;

/** Where each is chosen. */
const NOTED: Readonly<Record<(typeof GROUP_CHOICES)[number], Choice>> = {
  on_board: 'board',
  helps: 'settings',
  lends_work: 'settings',
  buddy_slots: 'buddies',
  buddy_openly: 'buddies',
};

/**
 * Stores what a member chose for a group.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function chooseInGroup(db: Db, actor: Actor, guildId: string, choice: GroupChoice): Promise<void> {
  const noted = GROUP_CHOICES.find((column) => column in choice) ?? 'helps';
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await trx
      .updateTable('membership')
      .set(choice)
      .where('guild_id', '=', guildId)
      .where('user_id', '=', actor.userId)
      .execute();
    await noteChoice(trx, actor, NOTED[noted]);
  });
}

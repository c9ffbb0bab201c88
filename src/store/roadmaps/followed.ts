import type { ExpressionBuilder } from 'kysely';
import { prepared } from '../prepared.ts';
import type { Db, Tables } from '../schema.ts';
import type { CopiedRoadmap } from './copied-roadmap.ts';
import type { Owner } from './owners.ts';

/** The person who looks at roadmaps, and the place; `guildId` is null in direct messages. */
export interface Reader {
  readonly userId: string;
  readonly guildId: string | null;
}

/** The default roadmaps of a reader, if they have any. */
export interface Defaults {
  readonly guild: string | null;
  readonly member: string | null;
}

/**
 * Reads every roadmap that somebody may use, by title: the bundled ones, the server's and their own. In direct
 * messages, the roadmaps of all servers that they study with take the place of the server's.
 */
export function usableRoadmaps(db: Db, reader: Reader): Promise<readonly CopiedRoadmap[]> {
  return db
    .selectFrom('roadmap')
    .select(['id', 'title', 'base_id as baseId'])
    .where((eb) => isUsable(eb, reader))
    .orderBy('title')
    .orderBy('id')
    .execute();
}

/** Tells whether somebody may use a roadmap. A roadmap that does not exist is not usable. */
export async function mayUse(db: Db, reader: Reader, roadmapId: string): Promise<boolean> {
  const row = await db
    .selectFrom('roadmap')
    .select('id')
    .where('id', '=', roadmapId)
    .where((eb) => isUsable(eb, reader))
    .executeTakeFirst();
  return row !== undefined;
}

/** A roadmap that somebody follows, with the number of the version in use. */
export interface Followed {
  readonly id: string;
  readonly revision: number;
}

/**
 * Reads the roadmaps that somebody follows in a place, the default one first: the server's, then their own. In a
 * server, a member's default applies if the server follows it; otherwise the server's default applies.
 */
export async function followedBy(db: Db, reader: Reader, defaults: Defaults): Promise<readonly Followed[]> {
  const { guildId, userId } = reader;
  const guildDefault = (guildId === null ? null : defaults.guild) ?? '';
  const of = { userId, guildDefault, ownDefault: defaults.member ?? '' };
  const { rows } = await (guildId === null ? usableAlone(db, of) : usableIn(db, { ...of, guildId }));
  const guilds = inOrder(rows, 'guild_since', of.guildDefault);
  const own = inOrder(rows, 'own_since', of.ownDefault);
  const first = guilds.length > 0 && !guilds.some(({ id }) => id === of.ownDefault) ? [] : own.slice(0, 1);
  return [...new Set([...first, ...guilds, ...own])];
}

/** Those of some rows that are followed in one way: the default one first, then by when they were first followed. */
function inOrder<Since extends string>(
  rows: readonly (Followed & Readonly<Record<Since, number | null>>)[],
  since: Since,
  defaultId: string,
): readonly Followed[] {
  const place = (row: (typeof rows)[number]): number => (row.id === defaultId ? -1 : (row[since] ?? 0));
  return rows
    .filter((row) => row.id === defaultId || row[since] !== null)
    .toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

type Follower = {
  readonly userId: string;
  /** The ids of the default roadmaps; empty if there is none. */
  readonly guildDefault: string;
  readonly ownDefault: string;
};

const usableIn = prepared((db: Db, of: Follower & { readonly guildId: string }) => followedRows(db, of));

const usableAlone = prepared((db: Db, of: Follower) => followedRows(db, { ...of, guildId: null }));

function followedRows(
  db: Db,
  { userId, guildId, guildDefault, ownDefault }: Follower & { readonly guildId: string | null },
) {
  const ofGuild = db
    .selectFrom('guild_follow')
    .select('roadmap_id')
    .where('guild_id', '=', guildId ?? '');
  const ofMember = db.selectFrom('member_follow').select('roadmap_id').where('user_id', '=', userId);
  const named = (id: string) => db.selectNoFrom((eb) => eb.val(id).as('roadmap_id'));
  return (
    db
      .selectFrom(ofGuild.union(ofMember).union(named(guildDefault)).union(named(ownDefault)).as('followed'))
      // SQLite keeps the order of a cross join, so it begins with the few that are followed, and not with every roadmap.
      .crossJoin('roadmap')
      .leftJoin('guild_follow', (on) =>
        on
          .onRef('guild_follow.roadmap_id', '=', 'roadmap.id')
          .on('guild_follow.guild_id', '=', guildId ?? ''),
      )
      .leftJoin('member_follow', (on) =>
        on.onRef('member_follow.roadmap_id', '=', 'roadmap.id').on('member_follow.user_id', '=', userId),
      )
      .select(['roadmap.id', 'roadmap.revision'])
      .select(['guild_follow.since as guild_since', 'member_follow.since as own_since'])
      .whereRef('roadmap.id', '=', 'followed.roadmap_id')
      .where((eb) => isUsable(eb, { userId, guildId }))
  );
}

/** Reads the ids of the roadmaps that a member follows, the default one first. */
export async function followedByMember(
  db: Db,
  userId: string,
  defaultId: string | null,
): Promise<readonly string[]> {
  const { rows } = await memberFollows(db, { userId });
  return [...new Set([...listed(defaultId), ...rows.map(({ roadmap_id }) => roadmap_id)])];
}

const memberFollows = prepared((db: Db, { userId }: { readonly userId: string }) =>
  db
    .selectFrom('member_follow')
    .select('roadmap_id')
    .where('user_id', '=', userId)
    .orderBy('since')
    .orderBy('roadmap_id'),
);

/** Reads the ids of the roadmaps that a server follows, the default one first. */
export async function followedByGuild(
  db: Db,
  guildId: string,
  defaultId: string | null,
): Promise<readonly string[]> {
  const { rows } = await guildFollows(db, { guildId });
  return [...new Set([...listed(defaultId), ...rows.map(({ roadmap_id }) => roadmap_id)])];
}

const guildFollows = prepared((db: Db, { guildId }: { readonly guildId: string }) =>
  db
    .selectFrom('guild_follow')
    .select('roadmap_id')
    .where('guild_id', '=', guildId)
    .orderBy('since')
    .orderBy('roadmap_id'),
);

/** Lets a server or a member follow a roadmap in addition to the default one. They must exist. `at`: epoch ms. */
export async function follow(trx: Db, owner: Owner, roadmapId: string, at: number): Promise<void> {
  const row = { roadmap_id: roadmapId, since: at };
  await ('guildId' in owner
    ? trx
        .insertInto('guild_follow')
        .values({ ...row, guild_id: owner.guildId })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    : trx
        .insertInto('member_follow')
        .values({ ...row, user_id: owner.userId })
        .onConflict((conflict) => conflict.doNothing())
        .execute());
}

/** Makes a server or a member stop following a roadmap that is not their default one. Progress is kept. */
export async function unfollow(trx: Db, owner: Owner, roadmapId: string): Promise<void> {
  await ('guildId' in owner
    ? trx
        .deleteFrom('guild_follow')
        .where('guild_id', '=', owner.guildId)
        .where('roadmap_id', '=', roadmapId)
        .execute()
    : trx
        .deleteFrom('member_follow')
        .where('user_id', '=', owner.userId)
        .where('roadmap_id', '=', roadmapId)
        .execute());
}

function isUsable(eb: ExpressionBuilder<Tables, 'roadmap'>, { userId, guildId }: Reader) {
  const ofGuild = eb.selectFrom('guild_roadmap').select('guild_id').whereRef('roadmap_id', '=', 'roadmap.id');
  const ofMember = eb
    .selectFrom('member_roadmap')
    .select('user_id')
    .whereRef('roadmap_id', '=', 'roadmap.id');
  const joined = eb
    .selectFrom('membership')
    .select('membership.guild_id')
    .where('membership.user_id', '=', userId)
    .where('membership.away_since', 'is', null);
  return eb.or([
    eb.exists(
      guildId === null
        ? ofGuild.where('guild_roadmap.guild_id', 'in', joined)
        : ofGuild.where('guild_roadmap.guild_id', '=', guildId),
    ),
    eb.exists(ofMember.where('member_roadmap.user_id', '=', userId)),
    eb.not(eb.or([eb.exists(ofGuild), eb.exists(ofMember)])),
  ]);
}

function listed(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}

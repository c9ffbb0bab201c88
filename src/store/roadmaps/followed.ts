import type { ExpressionBuilder } from 'kysely';
import { prepared } from '../prepared.ts';
import type { Db, Tables } from '../schema.ts';
import type { NamedRoadmap, Owner } from './owners.ts';

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
export function usableRoadmaps(db: Db, reader: Reader): Promise<readonly NamedRoadmap[]> {
  return db
    .selectFrom('roadmap')
    .select(['id', 'title'])
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

/**
 * Reads the ids of the roadmaps that somebody follows in a place, the default one first: the server's, then their own. In a
 * server, a member's default applies if the server follows it; otherwise the server's default applies.
 */
export async function followedBy(db: Db, reader: Reader, defaults: Defaults): Promise<readonly string[]> {
  const { guildId, userId } = reader;
  const guilds = guildId === null ? [] : await followedByGuild(db, guildId, defaults.guild);
  const own = await followedByMember(db, userId, defaults.member);
  const first = guilds.length > 0 && !guilds.some((id) => id === defaults.member) ? [] : own.slice(0, 1);
  const wanted = [...new Set([...first, ...guilds, ...own])];
  if (wanted.length === 0) return [];
  const { rows } = await (guildId === null
    ? usableAlone(db, { wanted, userId })
    : usableIn(db, { wanted, userId, guildId }));
  const usable = new Set(rows.map(({ id }) => id));
  return wanted.filter((id) => usable.has(id));
}

const usableIn = prepared(
  (db: Db, { wanted, ...reader }: { readonly wanted: readonly string[]; userId: string; guildId: string }) =>
    db
      .selectFrom('roadmap')
      .select('id')
      .where('id', 'in', wanted)
      .where((eb) => isUsable(eb, reader)),
);

const usableAlone = prepared(
  (db: Db, { wanted, userId }: { readonly wanted: readonly string[]; readonly userId: string }) =>
    db
      .selectFrom('roadmap')
      .select('id')
      .where('id', 'in', wanted)
      .where((eb) => isUsable(eb, { userId, guildId: null })),
);

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

import { createHash } from 'node:crypto';
import type { Db } from '../schema.ts';
import { type Owner, ownRoadmaps } from './owners.ts';

/** Where a roadmap was read from. */
export interface RoadmapLink {
  readonly roadmapId: string;
  readonly link: string;
  /** Whether it is read again once a day. */
  readonly watched: boolean;
  /** The text that it has by now, if that is another than was seen, and what links in it are resolved against. */
  readonly found: { readonly source: string; readonly base: string | null } | null;
  /** Since when it cannot be read; epoch ms. */
  readonly failingSince: number | null;
}

/** Short enough for a custom id, and no two texts of one file have the same. */
export function hashOf(source: string): string {
  return createHash('sha256').update(source).digest('base64url').slice(0, 16);
}

/** @returns the link of a roadmap, or null if it was not read from one */
export async function linkOfRoadmap(db: Db, roadmapId: string): Promise<RoadmapLink | null> {
  const row = await db
    .selectFrom('roadmap_link')
    .selectAll()
    .where('roadmap_id', '=', roadmapId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    roadmapId,
    link: row.link,
    watched: row.watched === 1,
    found: row.found === null ? null : { source: row.found, base: row.base },
    failingSince: row.failing_since,
  };
}

/** The owner's roadmap that was read from a link, or null if none was. */
export async function roadmapWithLink(db: Db, owner: Owner, link: string): Promise<string | null> {
  const own = (await ownRoadmaps(db, owner)).map(({ id }) => id);
  const row = await db
    .selectFrom('roadmap_link')
    .select('roadmap_id')
    .where('link', '=', link)
    .where('roadmap_id', 'in', own)
    .executeTakeFirst();
  return row?.roadmap_id ?? null;
}

/** A roadmap has taken over what its link said; whether that is watched stays as it was. `at`: epoch ms. */
export async function noteTaken(
  db: Db,
  { roadmapId, link, source }: { roadmapId: string; link: string; source: string },
  at: number,
): Promise<void> {
  const values = { link, read_at: at, seen: hashOf(source), found: null, base: null, failing_since: null };
  await db
    .insertInto('roadmap_link')
    .values({ ...values, roadmap_id: roadmapId, watched: 0 })
    .onConflict((conflict) => conflict.column('roadmap_id').doUpdateSet(values))
    .execute();
}

/** What the link says by now was looked at, and is left: it is offered again once it says something else. */
export async function noteLeft(db: Db, roadmapId: string, source: string): Promise<void> {
  await db
    .updateTable('roadmap_link')
    .set({ seen: hashOf(source), found: null, base: null })
    .where('roadmap_id', '=', roadmapId)
    .execute();
}

/** Whether the link of a roadmap is read once a day from now on. */
export async function watchLink(db: Db, roadmapId: string, watched: boolean): Promise<void> {
  await db
    .updateTable('roadmap_link')
    .set({ watched: watched ? 1 : 0, failing_since: null, ...(!watched && { found: null, base: null }) })
    .where('roadmap_id', '=', roadmapId)
    .execute();
}

/** A link that is to be read again. */
export interface DueLink {
  readonly roadmapId: string;
  readonly link: string;
  readonly seen: string;
}

/**
 * The watched links that were read last before an instant (epoch ms), the longest ago first; none of servers that the
 * bot has left.
 * @param most how many
 */
export function linksToRead(db: Db, before: number, most: number): Promise<readonly DueLink[]> {
  return db
    .selectFrom('roadmap_link')
    .select(['roadmap_id as roadmapId', 'link', 'seen'])
    .where('watched', '=', 1)
    .where('read_at', '<=', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('guild_roadmap')
            .innerJoin('guild', 'guild.id', 'guild_roadmap.guild_id')
            .select('guild.id')
            .whereRef('guild_roadmap.roadmap_id', '=', 'roadmap_link.roadmap_id')
            .where('left_at', 'is not', null),
        ),
      ),
    )
    .orderBy('read_at')
    .limit(most)
    .execute();
}

/** A link is about to be read: what fails is tried again when it is due next. `at`: epoch ms. */
export async function noteReading(db: Db, roadmapId: string, at: number): Promise<void> {
  await db.updateTable('roadmap_link').set({ read_at: at }).where('roadmap_id', '=', roadmapId).execute();
}

/** What a link says by now; null if that is what was seen of it. */
export async function noteFound(db: Db, roadmapId: string, found: RoadmapLink['found']): Promise<void> {
  await db
    .updateTable('roadmap_link')
    .set({ found: found?.source ?? null, base: found?.base ?? null, failing_since: null })
    .where('roadmap_id', '=', roadmapId)
    .execute();
}

/** A link could not be read; `at`: epoch ms. */
export async function noteFailing(db: Db, roadmapId: string, at: number): Promise<void> {
  await db
    .updateTable('roadmap_link')
    .set({ failing_since: at })
    .where('roadmap_id', '=', roadmapId)
    .where('failing_since', 'is', null)
    .execute();
}

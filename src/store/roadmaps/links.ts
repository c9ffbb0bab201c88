import { createHash } from 'node:crypto';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { type Owner, ownRoadmaps } from './owners.ts';

/** The link that a roadmap was read from. */
export interface RoadmapLink {
  readonly roadmapId: string;
  readonly link: string;
  /** Whether it is read again once a day. */
  readonly watched: boolean;
  /** Its present text, if that is another one than was seen, and the base for links in it. */
  readonly found: { readonly source: string; readonly base: string | null } | null;
  /** Since when it cannot be read; epoch ms. */
  readonly failingSince: number | null;
}

/** A hash of a text, short enough for a custom id. Two versions of a file do not have the same. */
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

/** Notes that a roadmap now has the text of its link. Whether the link is watched does not change. `at`: epoch ms. */
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

/** Notes that the link's present text was looked at and not applied. It is offered again when the text changes. */
export async function noteLeft(db: Db, roadmapId: string, source: string): Promise<void> {
  await db
    .updateTable('roadmap_link')
    .set({ seen: hashOf(source), found: null, base: null })
    .where('roadmap_id', '=', roadmapId)
    .execute();
}

/** Turns the daily reading of a roadmap's link on or off. */
export async function watchLink(db: Db, roadmapId: string, watched: boolean): Promise<void> {
  await db
    .updateTable('roadmap_link')
    .set({ watched: watched ? 1 : 0, failing_since: null, ...(!watched && { found: null, base: null }) })
    .where('roadmap_id', '=', roadmapId)
    .execute();
}

/** A link that has to be read again. */
export interface DueLink {
  readonly roadmapId: string;
  readonly link: string;
  readonly seen: string;
}

/**
 * Claims a watched link of a share that was last read before an instant, so that it is read once: the one that was read
 * the longest ago. Those of servers that the bot has left are not read. If the reading fails, the link is tried again
 * when it is due next.
 * @param before epoch ms, as `at`, the time of the reading
 * @returns null if there is none
 */
export async function claimLink(db: Db, share: Share, before: number, at: number): Promise<DueLink | null> {
  const { rows } = await claim(db, { share, before, at });
  return rows[0] ?? null;
}

const claim = prepared(
  (
    db: Db,
    { share, before, at }: { readonly share: Share; readonly before: number; readonly at: number },
  ) => {
    const due = db
      .selectFrom('roadmap_link')
      .leftJoin('guild_roadmap', 'guild_roadmap.roadmap_id', 'roadmap_link.roadmap_id')
      .leftJoin('guild', 'guild.id', 'guild_roadmap.guild_id')
      .select('roadmap_link.roadmap_id')
      .where('watched', '=', 1)
      .where('read_at', '<=', before)
      .where('guild.left_at', 'is', null)
      .where(ofShare(share, 'guild_roadmap.guild_id'))
      .orderBy('read_at')
      .limit(1);
    return db
      .updateTable('roadmap_link')
      .set({ read_at: at })
      .where('roadmap_id', 'in', due)
      .where('read_at', '<=', before)
      .returning(['roadmap_id as roadmapId', 'link', 'seen']);
  },
);

/** Stores the link's present text; null if it is the one that was seen. */
export async function noteFound(db: Db, roadmapId: string, found: RoadmapLink['found']): Promise<void> {
  await db
    .updateTable('roadmap_link')
    .set({ found: found?.source ?? null, base: found?.base ?? null, failing_since: null })
    .where('roadmap_id', '=', roadmapId)
    .execute();
}

/** Notes that a link could not be read; `at`: epoch ms. */
export async function noteFailing(db: Db, roadmapId: string, at: number): Promise<void> {
  await db
    .updateTable('roadmap_link')
    .set({ failing_since: at })
    .where('roadmap_id', '=', roadmapId)
    .where('failing_since', 'is', null)
    .execute();
}

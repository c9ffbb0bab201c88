import type { Stay } from '../../study/rooms.ts';
import { ROOM_RULES } from '../../study/rooms.ts';
import { piecesOf } from '../../study/sessions/pieces.ts';
import { type Span, studyDay } from '../../time/study-day.ts';
import { clockOf } from '../members/clocks.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { NEARBY } from '../sessions/logs.ts';
import { addSession, sessionsOf } from '../sessions/sessions.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import type { RoomStayRow } from './tables.ts';

/** A member's stay in a study room of a guild. */
export interface GuildStay {
  readonly guildId: string;
  readonly userId: string;
  readonly stay: Stay;
}

/** The stays in a guild's study rooms. */
export async function staysIn(db: Db, guildId: string): Promise<readonly GuildStay[]> {
  const rows = await db
    .selectFrom('room_stay')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('user_id')
    .execute();
  return rows.map(toStay);
}

/** The guilds of a share in whose study rooms somebody stays. */
export async function guildsWithStays(db: Db, share: Share): Promise<readonly string[]> {
  const { rows } = await withStays(db, { share });
  return rows.map(({ guild_id }) => guild_id);
}

const withStays = prepared((db: Db, { share }: { readonly share: Share }) =>
  db.selectFrom('room_stay').select('guild_id').distinct().where(ofShare(share, 'guild_id')),
);

/** The guilds in whose study rooms a member stays. */
export async function guildsOfStays(db: Db, userId: string): Promise<readonly string[]> {
  const rows = await db.selectFrom('room_stay').select('guild_id').where('user_id', '=', userId).execute();
  return rows.map(({ guild_id }) => guild_id);
}

/** Whether a member has switched on that their time in study rooms counts. */
export async function countsRooms(db: Db, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('member')
    .select('counts_rooms')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.counts_rooms === 1;
}

/**
 * Writes how a stay is now, and the time that has ended to count.
 * @param stay null if the member has left
 */
export async function keepStay(
  db: Db,
  { guildId, userId }: Pick<GuildStay, 'guildId' | 'userId'>,
  stay: Stay | null,
  counted: Span | null,
): Promise<void> {
  await write(db, async (trx) => {
    const member = await trx
      .selectFrom('member')
      .select('user_id')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    // A member who has just deleted their data leaves nothing behind.
    if (member === undefined) return;
    await trx.deleteFrom('room_stay').where('guild_id', '=', guildId).where('user_id', '=', userId).execute();
    if (stay !== null) await trx.insertInto('room_stay').values(toRow({ guildId, userId, stay })).execute();
    if (counted === null) return;
    const id = steadyId(guildId, userId, counted.from, 'room');
    const there = await trx.selectFrom('session').select('id').where('id', '=', id).executeTakeFirst();
    if (there !== undefined) return;
    const actor = { interactionId: id, userId, guildId, at: counted.to };
    await addSession(trx, actor, {
      id,
      kind: 'room',
      topic_id: null,
      started_at: counted.from,
      ends_at: counted.to,
    });
  });
}

/** How much more time in study rooms may count on the member's present study day, in ms. `now`: epoch ms. */
export async function roomTimeLeft(db: Db, userId: string, guildId: string, now: number): Promise<number> {
  const { timeZone, dayStart } = await clockOf(db, userId, guildId);
  const today = studyDay(now, timeZone, dayStart);
  const rooms = (await sessionsOf(db, userId, now - NEARBY)).filter(({ kind }) => kind === 'room');
  const had = piecesOf(rooms, now)
    .filter(({ date }) => date === today)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return ROOM_RULES.aDay - had;
}

function toRow({ guildId, userId, stay }: GuildStay): RoomStayRow {
  return {
    guild_id: guildId,
    user_id: userId,
    channel_id: stay.channelId,
    voice_id: stay.voiceId,
    since: stay.since,
    seen_at: stay.seenAt,
    sign_at: stay.signAt,
    deaf_since: stay.deafSince,
    counts_since: stay.countsSince,
  };
}

function toStay(row: RoomStayRow): GuildStay {
  return {
    guildId: row.guild_id,
    userId: row.user_id,
    stay: {
      channelId: row.channel_id,
      voiceId: row.voice_id,
      since: row.since,
      seenAt: row.seen_at,
      signAt: row.sign_at,
      deafSince: row.deaf_since,
      countsSince: row.counts_since,
    },
  };
}

import type { Db } from '../schema.ts';
import type { RoomStayRow } from './tables.ts';

/** A member's present stays in study rooms. */
export function roomStaysOf(db: Db, userId: string): Promise<readonly Omit<RoomStayRow, 'user_id'>[]> {
  return db
    .selectFrom('room_stay')
    .select([
      'guild_id',
      'channel_id',
      'voice_id',
      'since',
      'seen_at',
      'sign_at',
      'deaf_since',
      'counts_since',
    ])
    .where('user_id', '=', userId)
    .orderBy('guild_id')
    .execute();
}

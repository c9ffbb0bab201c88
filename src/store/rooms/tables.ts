export interface RoomTables {
  study_room: { channel_id: string; guild_id: string; at: number };
  room_stay: RoomStayRow;
}

/**
 * A member who is in a study room at the moment and has switched counting on. The row goes when they leave; what counted is
 * a row of `session`.
 */
export interface RoomStayRow {
  guild_id: string;
  user_id: string;
  channel_id: string;
  /** Discord's id of their voice connection. */
  voice_id: string;
  since: number;
  /** Until when it is known that they were there; written once a minute. */
  seen_at: number;
  sign_at: number;
  deaf_since: number | null;
  counts_since: number | null;
}

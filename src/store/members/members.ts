import type { StreakUnit } from '../../study/progress/streak.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import type { MemberRow, Theme } from './tables.ts';

/** A Discord user's own settings, the same in every guild. */
export interface Member {
  readonly userId: string;
  /** An IANA name, or null to use the guild's. */
  readonly timeZone: string | null;
  /** The hour, 0 to 12, at which their day starts. */
  readonly dayStart: number;
  /** Null: the language of their Discord. */
  readonly locale: string | null;
  /** Whether groups that they joined may see which topics they are on and have done. */
  readonly showTopics: boolean;
  /** Whether groups that they joined may see their percentages and streak. */
  readonly showProgress: boolean;
  /** The roadmap that they follow in direct messages, and wherever a guild has chosen none. */
  readonly roadmapId: string | null;
  /** In percent: a topic counts as fading when the chance that they remember it is below this. */
  readonly fadingBelow: number;
  /** The theme of the pictures for this member. */
  readonly theme: Theme;
  /** Whether their groups are told when they are given a role. */
  readonly tellRoles: boolean;
  /** Whether their streak is counted in days or in weeks. */
  readonly streakUnit: StreakUnit;
  /** Whether their time in study rooms counts. */
  readonly countsRooms: boolean;
  /** Whether they are told by direct message when a session of their own ends. */
  readonly pingEnd: boolean;
}

export type MemberSettings = Partial<Omit<Member, 'userId'>>;

/** Many people study past midnight, so by default a day ends at 4 in the morning. */
export const DEFAULT_DAY_START = 4;
/** In percent. At 80, one of five such topics is forgotten. */
export const DEFAULT_FADING_BELOW = 80;

/** The settings of somebody about whom nothing is stored. */
export function newcomer(userId: string): Member {
  return {
    userId,
    timeZone: null,
    dayStart: DEFAULT_DAY_START,
    locale: null,
    showTopics: true,
    showProgress: true,
    roadmapId: null,
    fadingBelow: DEFAULT_FADING_BELOW,
    theme: 'dark',
    tellRoles: false,
    streakUnit: 'day',
    countsRooms: false,
    pingEnd: false,
  };
}

/** @returns the member's settings, or those of a newcomer */
export async function memberOf(db: Db, userId: string): Promise<Member> {
  const [row] = (await memberRow(db, { userId })).rows;
  return row === undefined ? newcomer(userId) : toMember(row);
}

const memberRow = prepared((db: Db, { userId }: { readonly userId: string }) =>
  db.selectFrom('member').selectAll().where('user_id', '=', userId),
);

/** Stores the member if they are new, so that rows can refer to them. `at`: epoch ms. */
export async function ensureMember(db: Db, userId: string, at: number): Promise<void> {
  await addNewcomer(db, { userId, at });
}

const addNewcomer = prepared((db: Db, { userId, at }: { readonly userId: string; readonly at: number }) =>
  db
    .insertInto('member')
    .values({ ...toRow(newcomer(userId)), user_id: userId, created_at: at })
    .onConflict((conflict) => conflict.column('user_id').doNothing()),
);

/** Changes the given settings and keeps the others. `at`: epoch ms. */
export async function changeMember(
  db: Db,
  userId: string,
  settings: MemberSettings,
  at: number,
): Promise<void> {
  await ensureMember(db, userId, at);
  if (Object.keys(settings).length === 0) return;
  await db.updateTable('member').set(toRow(settings)).where('user_id', '=', userId).execute();
}

/** A member from their row. */
export function toMember(row: Omit<MemberRow, 'created_at'>): Member {
  return {
    userId: row.user_id,
    timeZone: row.time_zone,
    dayStart: row.day_start,
    locale: row.locale,
    showTopics: row.show_topics === 1,
    showProgress: row.show_progress === 1,
    roadmapId: row.roadmap_id,
    fadingBelow: row.fading_below,
    theme: row.theme,
    tellRoles: row.tell_roles === 1,
    streakUnit: row.streak_unit,
    countsRooms: row.counts_rooms === 1,
    pingEnd: row.ping_end === 1,
  };
}

type Columns = Omit<MemberRow, 'user_id' | 'created_at'>;

/** Settings as columns of the table. Settings that are not given are left out. */
function toRow(member: Member): Columns;
function toRow(settings: MemberSettings): { [Column in keyof Columns]: Columns[Column] | undefined };
function toRow({ showTopics, showProgress, tellRoles, countsRooms, pingEnd, ...settings }: MemberSettings) {
  return {
    time_zone: settings.timeZone,
    day_start: settings.dayStart,
    locale: settings.locale,
    show_topics: showTopics === undefined ? undefined : Number(showTopics),
    show_progress: showProgress === undefined ? undefined : Number(showProgress),
    roadmap_id: settings.roadmapId,
    fading_below: settings.fadingBelow,
    theme: settings.theme,
    tell_roles: tellRoles === undefined ? undefined : Number(tellRoles),
    streak_unit: settings.streakUnit,
    counts_rooms: countsRooms === undefined ? undefined : Number(countsRooms),
    ping_end: pingEnd === undefined ? undefined : Number(pingEnd),
  };
}

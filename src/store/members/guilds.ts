import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import type { GuildRow, Theme } from './tables.ts';

/**
 * A Discord server and the choices of its organisers. It gets posts once roadmap, channel and time zone are chosen.
 */
export interface Guild {
  readonly id: string;
  readonly roadmapId: string | null;
  readonly channelId: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
  readonly locale: string;
  /** `HH:MM`, local. */
  readonly dailyAt: string;
  /** ISO weekdays of the daily post, 1 for Monday. */
  readonly weekdays: readonly number[];
  /** ISO weekday of the weekly summary. */
  readonly weeklyDay: number;
  /** The role that posts mention, or null. */
  readonly roleId: string | null;
  /** The theme of the pictures in posts. */
  readonly theme: Theme;
  /**
   * Whether the daily post takes turns between the roadmaps that the server follows. Otherwise it is always about the
   * default one.
   */
  readonly dailyTurns: boolean;
  /** Whether organisers are still choosing for the first time. Nothing is posted before they press *Start*. */
  readonly choosing: boolean;
  /** When the group wants to be done with its roadmap, `YYYY-MM-DD`; null without such a date. */
  readonly targetDate: string | null;
  /** Whether it has a quest each week. */
  readonly quests: boolean;
  /** When the bot was removed; epoch ms, null while it is there. */
  readonly leftAt: number | null;
}

/** A guild of which everything that posts need is chosen. */
export type CompleteGuild = Guild & {
  readonly roadmapId: string;
  readonly channelId: string;
  readonly timeZone: string;
};

/** Whether everything that posts need is chosen. */
export function isComplete(guild: Guild): guild is CompleteGuild {
  return guild.roadmapId !== null && guild.channelId !== null && guild.timeZone !== null;
}

/** Whether a guild has started, so that it posts unless its posts are paused. */
export function isSetUp(guild: Guild): guild is CompleteGuild {
  return isComplete(guild) && !guild.choosing;
}

export type GuildSettings = Partial<Omit<Guild, 'id'>>;

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
/** The weekly summary then tells Monday to Sunday, as every other screen does. */
const MONDAY = 1;

/** The locale of members and of servers whose language is unknown. */
export const NOBODYS_LOCALE = 'en-US';

/** A guild of which nothing is stored yet, with the usual choices. */
export function newGuild(id: string, locale: string): Guild {
  return {
    id,
    roadmapId: null,
    channelId: null,
    timeZone: null,
    locale,
    dailyAt: '09:00',
    weekdays: EVERY_DAY,
    weeklyDay: MONDAY,
    roleId: null,
    theme: 'dark',
    dailyTurns: false,
    choosing: false,
    targetDate: null,
    quests: false,
    leftAt: null,
  };
}

/** @returns the guild, or null if nothing is stored about it */
export async function guildOf(db: Db, id: string): Promise<Guild | null> {
  const [row] = (await guildRow(db, { id })).rows;
  return row === undefined ? null : toGuild(row);
}

const guildRow = prepared((db: Db, { id }: { readonly id: string }) =>
  db.selectFrom('guild').selectAll().where('id', '=', id),
);

/**
 * Stores the guild if it is new, so that rows can refer to it, and marks it as present. `locale`: Discord's for the
 * server; `at`: epoch ms.
 */
export async function ensureGuild(db: Db, id: string, locale: string, at: number): Promise<void> {
  await db
    .insertInto('guild')
    .values({ ...toRow(newGuild(id, locale)), id, created_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ left_at: null }))
    .execute();
}

/** Changes the given settings and keeps the others. The guild has to exist. */
export async function changeGuild(db: Db, id: string, settings: GuildSettings): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  const { numUpdatedRows } = await db
    .updateTable('guild')
    .set(toRow(settings))
    // Another zone or hour moves the pairing of buddies, so its time is worked out again. It stays null where nobody wants one.
    .$if('timeZone' in settings || 'dailyAt' in settings, (update) =>
      update.set((eb) => ({ pair_at: eb.case().when('pair_at', 'is', null).then(null).else(0).end() })),
    )
    .where('id', '=', id)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('a guild is ensured before it is changed');
}

/** Every stored guild of a share, with whether the bot was there at the end of its last run. */
export async function knownGuilds(
  db: Db,
  share: Share,
): Promise<readonly { id: string; present: boolean }[]> {
  const rows = await db.selectFrom('guild').select(['id', 'left_at']).where(ofShare(share, 'id')).execute();
  return rows.map((row) => ({ id: row.id, present: row.left_at === null }));
}

/** Marks a guild as present again. A guild that is not stored stays unknown. */
export async function markPresent(db: Db, guildId: string): Promise<void> {
  await db
    .updateTable('guild')
    .set({ left_at: null })
    .where('id', '=', guildId)
    .where('left_at', 'is not', null)
    .execute();
}

/** Marks that the bot was removed from a guild; `at`: epoch ms. */
export async function markLeft(db: Db, guildId: string, at: number): Promise<void> {
  await db.updateTable('guild').set({ left_at: at }).where('id', '=', guildId).execute();
}

function toGuild(row: GuildRow): Guild {
  return {
    id: row.id,
    roadmapId: row.roadmap_id,
    channelId: row.channel_id,
    timeZone: row.time_zone,
    locale: row.locale,
    dailyAt: row.daily_at,
    weekdays: row.weekdays.split('').map(Number),
    weeklyDay: row.weekly_day,
    roleId: row.role_id,
    theme: row.theme,
    dailyTurns: row.daily_turns === 1,
    choosing: row.choosing === 1,
    targetDate: row.target_date,
    quests: row.quests === 1,
    leftAt: row.left_at,
  };
}

type Columns = Omit<GuildRow, 'id' | 'created_at'>;

/** Settings as columns of the table. Settings that are not given are left out. */
function toRow(guild: Guild): Columns;
function toRow(settings: GuildSettings): { [Column in keyof Columns]: Columns[Column] | undefined };
function toRow({ weekdays, dailyTurns, choosing, quests, ...settings }: GuildSettings) {
  return {
    roadmap_id: settings.roadmapId,
    channel_id: settings.channelId,
    time_zone: settings.timeZone,
    locale: settings.locale,
    daily_at: settings.dailyAt,
    weekdays: weekdays?.join(''),
    weekly_day: settings.weeklyDay,
    role_id: settings.roleId,
    theme: settings.theme,
    daily_turns: dailyTurns === undefined ? undefined : Number(dailyTurns),
    choosing: choosing === undefined ? undefined : Number(choosing),
    target_date: settings.targetDate,
    quests: quests === undefined ? undefined : Number(quests),
    left_at: settings.leftAt,
  };
}

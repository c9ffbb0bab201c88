import type { Db, ReminderStop, ReminderWay, ReminderRow } from './schema.ts';
import { steadyId } from './steady-id.ts';

/** The local hours that can be chosen: all of a day. */
export const REMINDER_HOURS = { first: 0, last: 23 } as const;
export const USUAL_REMINDER_HOUR = 9;

/** A run of a reminder: its instant (epoch ms) and the local date that it is for. */
interface PlannedReminder {
  readonly at: number;
  readonly date: string;
}

/** One that is about to be sent, or was. */
interface ReminderClaim {
  readonly id: string;
  readonly channelId: string;
  /** Epoch ms. */
  readonly claimedAt: number;
}

/** That a member asked to be reminded to study. */
export interface Reminder {
  readonly userId: string;
  readonly way: ReminderWay;
  /** For a mention. */
  readonly guildId: string | null;
  /** Local, 0 to 23. */
  readonly hour: number;
  /** IANA name, and a locale: what counted for them when they asked; their own settings go before these. */
  readonly timeZone: string;
  readonly locale: string;
  readonly next: PlannedReminder | null;
  /** None comes for this local date or an earlier one: it had one, or the reminder is paused. */
  readonly lastDate: string | null;
  readonly claim: ReminderClaim | null;
  /** How often the due reminder was put off, because Discord refused it for now. */
  readonly tries: number;
  /** Since when direct messages are refused for a reason that may pass; epoch ms. */
  readonly refusedSince: number | null;
  /** Why it has ended, if it has. */
  readonly stopped: ReminderStop | null;
}

/** @returns what the member asked for, or null if they asked for nothing */
export async function reminderOf(db: Db, userId: string): Promise<Reminder | null> {
  const row = await db.selectFrom('reminder').selectAll().where('user_id', '=', userId).executeTakeFirst();
  return row === undefined ? null : toReminder(row);
}

/** Writes the reminders that a member asked for, in place of their earlier choice. The member has to exist. */
export async function writeReminder(
  db: Db,
  asked: Pick<Reminder, 'userId' | 'way' | 'guildId' | 'hour' | 'timeZone' | 'locale' | 'next'>,
): Promise<void> {
  const values = {
    way: asked.way,
    guild_id: asked.guildId,
    hour: asked.hour,
    time_zone: asked.timeZone,
    locale: asked.locale,
    next_at: asked.next?.at ?? null,
    next_date: asked.next?.date ?? null,
    ...UNCLAIMED,
    refused_since: null,
    stopped: null,
  };
  await db
    .insertInto('reminder')
    .values({ user_id: asked.userId, last_date: null, ...values })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
    .execute();
}

/**
 * The reminders that are due or under way at an instant (epoch ms), the longest due first. Those that were put off
 * until later are left out.
 */
export async function dueReminders(db: Db, now: number): Promise<readonly Reminder[]> {
  const rows = await db
    .selectFrom('reminder')
    .selectAll()
    .where('next_at', '<=', now)
    .where((eb) => eb.or([eb('retry_at', 'is', null), eb('retry_at', '<=', now)]))
    .orderBy('next_at')
    .orderBy('user_id')
    .execute();
  return rows.map(toReminder);
}

/** Plans the next reminder, and releases the claim. */
export async function planReminder(db: Db, userId: string, next: PlannedReminder | null): Promise<void> {
  await db
    .updateTable('reminder')
    .set({ next_at: next?.at ?? null, next_date: next?.date ?? null, ...UNCLAIMED })
    .where('user_id', '=', userId)
    .execute();
}

/**
 * Claims a planned reminder before it is sent; from then on there is none for that date any more.
 * @returns the claim, or null if it is no longer planned so
 */
export async function claimReminder(
  db: Db,
  userId: string,
  planned: PlannedReminder,
  channelId: string,
  now: number,
): Promise<ReminderClaim | null> {
  const id = steadyId(userId, 'reminder', planned.date);
  const { numUpdatedRows } = await db
    .updateTable('reminder')
    .set({ claim_id: id, claimed_at: now, channel_id: channelId, last_date: planned.date })
    .where('user_id', '=', userId)
    .where('next_at', '=', planned.at)
    .where('next_date', '=', planned.date)
    .where('claim_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? { id, channelId, claimedAt: now } : null;
}

/**
 * Puts off every direct message that is due and for which no conversation was begun yet: the next is tried at `until` (epoch ms, as
 * `now`).
 */
export async function putOffDirectMessages(db: Db, now: number, until: number): Promise<void> {
  await db
    .updateTable('reminder')
    .set((eb) => ({ tries: eb('tries', '+', 1), retry_at: until }))
    .where('next_at', '<=', now)
    .where('way', '=', 'dm')
    .where('claim_id', 'is', null)
    .execute();
}

/** Notes since when somebody's direct messages are refused for a reason that may pass (epoch ms), or that they are not. */
export async function noteRefused(db: Db, userId: string, since: number | null): Promise<void> {
  await db
    .updateTable('reminder')
    .set({ refused_since: since })
    .where('user_id', '=', userId)
    .where('refused_since', 'is distinct from', since)
    .execute();
}

/** None comes until a local date (`YYYY-MM-DD`) is over; `next`: the first one after it. */
export async function pauseReminder(
  db: Db,
  userId: string,
  until: string,
  next: PlannedReminder | null,
): Promise<void> {
  await db.updateTable('reminder').set({ last_date: until }).where('user_id', '=', userId).execute();
  await planReminder(db, userId, next);
}

/** Reminding has come to an end; hour and way are kept for when it is turned on again. */
export async function stopReminder(db: Db, userId: string, stopped: ReminderStop): Promise<void> {
  await db
    .updateTable('reminder')
    .set({ stopped, next_at: null, next_date: null, ...UNCLAIMED })
    .where('user_id', '=', userId)
    .execute();
}

const UNCLAIMED = { claim_id: null, claimed_at: null, channel_id: null, tries: 0, retry_at: null };

function toReminder(row: ReminderRow): Reminder {
  const { claim_id: id, channel_id: channelId, claimed_at: claimedAt, next_at: at, next_date: date } = row;
  return {
    userId: row.user_id,
    way: row.way,
    guildId: row.guild_id,
    hour: row.hour,
    timeZone: row.time_zone,
    locale: row.locale,
    next: at === null || date === null ? null : { at, date },
    lastDate: row.last_date,
    claim: id === null || channelId === null || claimedAt === null ? null : { id, channelId, claimedAt },
    tries: row.tries,
    refusedSince: row.refused_since,
    stopped: row.stopped,
  };
}

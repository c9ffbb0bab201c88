import { prepared } from './prepared.ts';
import type { Db } from './schema.ts';
import type { ReminderStop, ReminderWay, ReminderRow } from './reminder-tables.ts';
import { ofShare, type Share } from './share.ts';
import { steadyId } from './steady-id.ts';

/** The local hours that can be chosen: all hours of a day. */
export const REMINDER_HOURS = { first: 0, last: 23 } as const;
export const USUAL_REMINDER_HOUR = 9;

/** A run of a reminder: its instant (epoch ms) and the local date that it is for. */
interface PlannedReminder {
  readonly at: number;
  readonly date: string;
}

/** A reminder that was sent or is about to be sent. */
interface ReminderClaim {
  readonly id: string;
  readonly channelId: string;
  /** Epoch ms. */
  readonly claimedAt: number;
}

/** A member's request to be reminded to study. */
export interface Reminder {
  readonly userId: string;
  readonly way: ReminderWay;
  /** The guild in which they are mentioned; null for direct messages. */
  readonly guildId: string | null;
  /** Local, 0 to 23. */
  readonly hour: number;
  /**
   * The IANA name and the locale that counted when they asked. Their own settings, if there are any, count before
   * these.
   */
  readonly timeZone: string;
  readonly locale: string;
  readonly next: PlannedReminder | null;
  /** The last date without a further reminder: it had one, or the reminder is paused until then. */
  readonly lastDate: string | null;
  readonly claim: ReminderClaim | null;
  /** How often the due reminder was put off because Discord refused it. */
  readonly tries: number;
  /** Since when direct messages are refused for a reason that may pass; epoch ms, null if they are not. */
  readonly refusedSince: number | null;
  /** Why it has ended; null if it has not. */
  readonly stopped: ReminderStop | null;
}

/** @returns the member's request, or null if they made none */
export async function reminderOf(db: Db, userId: string): Promise<Reminder | null> {
  const row = await db.selectFrom('reminder').selectAll().where('user_id', '=', userId).executeTakeFirst();
  return row === undefined ? null : toReminder(row);
}

/** Stores a member's request in place of an earlier one. The member has to exist. */
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
 * The reminders of a share that are due or claimed at an instant (epoch ms), the longest due first. Those that were put
 * off until later are left out.
 */
export async function dueReminders(db: Db, share: Share, now: number): Promise<readonly Reminder[]> {
  const { rows } = await remindersDue(db, { share, now });
  return rows.map(toReminder);
}

const remindersDue = prepared((db: Db, { share, now }: { readonly share: Share; readonly now: number }) =>
  db
    .selectFrom('reminder')
    .selectAll()
    .where('next_at', '<=', now)
    .where(ofShare(share, 'guild_id'))
    .where((eb) => eb.or([eb('retry_at', 'is', null), eb('retry_at', '<=', now)]))
    .orderBy('next_at')
    .orderBy('user_id'),
);

/** Plans the next reminder, and releases the claim. */
export async function planReminder(db: Db, userId: string, next: PlannedReminder | null): Promise<void> {
  await db
    .updateTable('reminder')
    .set({ next_at: next?.at ?? null, next_date: next?.date ?? null, ...UNCLAIMED })
    .where('user_id', '=', userId)
    .execute();
}

/**
 * Claims a planned reminder before it is sent. There is no further one for that date.
 * @returns the claim, or null if the plan has changed
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
 * Puts off every due direct message whose conversation is not open yet. The next one is tried at `until` (epoch ms,
 * as `now`).
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

/**
 * Notes since when somebody's direct messages are refused for a reason that may pass (epoch ms). Null: they are not
 * refused.
 */
export async function noteRefused(db: Db, userId: string, since: number | null): Promise<void> {
  await db
    .updateTable('reminder')
    .set({ refused_since: since })
    .where('user_id', '=', userId)
    .where('refused_since', 'is distinct from', since)
    .execute();
}

/** Pauses a reminder until a local date (`YYYY-MM-DD`) is over; `next`: the first one after it. */
export async function pauseReminder(
  db: Db,
  userId: string,
  until: string,
  next: PlannedReminder | null,
): Promise<void> {
  await db.updateTable('reminder').set({ last_date: until }).where('user_id', '=', userId).execute();
  await planReminder(db, userId, next);
}

/** Ends a reminder. Its hour and way are kept in case it is turned on again. */
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

import type { PlannedRun } from './posts.ts';
import { noteNames, withoutForgotten } from '../members/named-in-posts.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import type { DeliveryRow, DeliveryState } from './tables.ts';
import { type DeliveryKind, isPost, type PostKind } from '../../study/post-kinds.ts';
import { steadyId } from '../steady-id.ts';
import { HOUR } from '../../time/units.ts';

/** One scheduled message, for a guild, a kind and a local date, from its claim to its result. */
export interface Delivery {
  /** Made from its key, see `deliveryId`. Its buttons carry it. */
  readonly id: string;
  readonly guildId: string;
  readonly kind: DeliveryKind;
  /** The local date that it is for, `YYYY-MM-DD`. */
  readonly date: string;
  readonly state: DeliveryState;
  readonly channelId: string;
  /** Epoch ms, like the instants below. */
  readonly dueAt: number;
  readonly claimedAt: number;
  readonly sentAt: number | null;
  readonly messageId: string | null;
  /** Its stored content. The kind of post that wrote it can read it. */
  readonly content: unknown;
  /** Whether it mentions the guild's role. */
  readonly pings: boolean;
}

/** The key of a delivery. */
export interface DeliveryKey {
  readonly guildId: string;
  readonly kind: DeliveryKind;
  readonly date: string;
}

/** The id of a delivery, made from its key. */
export function deliveryId({ guildId, kind, date }: DeliveryKey): string {
  return steadyId(guildId, kind, date);
}

/**
 * A post does not mention the role on a date on which another kind of post did, nor so long after it, in
 * milliseconds.
 */
const ONE_PING = 6 * HOUR;

/**
 * Claims a delivery before it is sent, with its content and whether it mentions the role. Call it in a transaction.
 * @param claim `at` and `run.at` in epoch ms; `content` is stored as JSON
 * @returns the delivery, or null if there is already one for that key
 */
export async function claimDelivery(
  db: Db,
  claim: {
    readonly guildId: string;
    readonly kind: DeliveryKind;
    readonly run: PlannedRun;
    readonly channelId: string;
    readonly content: unknown;
    readonly at: number;
  },
): Promise<Delivery | null> {
  const { content, named } = await withoutForgotten(db, JSON.stringify(claim.content));
  const row: DeliveryRow = {
    ...newRow(claim.guildId, claim.kind, claim.run, claim.channelId, claim.at),
    state: 'claimed',
    content,
    // Only posts that the group has asked for mention its role.
    pings: !isPost(claim.kind) || (await hasJustPinged(db, claim)) ? 0 : 1,
  };
  const { numAffectedRows } = await newDelivery(db, row);
  if (numAffectedRows !== 1n) return null;
  await noteNames(db, row.id, named);
  return toDelivery(row);
}

const newDelivery = prepared((db: Db, row: Readonly<DeliveryRow>) =>
  db
    .insertInto('delivery')
    .values(row)
    .onConflict((conflict) => conflict.doNothing()),
);

/** Whether a post of another kind has mentioned the role on the same date, or a few hours ago. */
async function hasJustPinged(
  db: Db,
  claim: Pick<Delivery, 'guildId' | 'kind'> & { readonly run: PlannedRun; readonly at: number },
): Promise<boolean> {
  const { guildId, kind, run, at } = claim;
  const { rows } = await pingsSince(db, { guildId, kind, date: run.date, since: at - ONE_PING });
  return rows.length > 0;
}

const pingsSince = prepared((db: Db, of: Readonly<DeliveryKey> & { readonly since: number }) =>
  db
    .selectFrom('delivery')
    .select('id')
    .where('guild_id', '=', of.guildId)
    .where('kind', '!=', of.kind)
    .where('state', 'in', ['claimed', 'sent'])
    .where('pings', '=', 1)
    .where((eb) => eb.or([eb('local_date', '=', of.date), eb('claimed_at', '>', of.since)]))
    .limit(1),
);

/** Runs of a post that led to no message. */
interface MissedRuns {
  readonly guildId: string;
  readonly kind: PostKind;
  readonly runs: readonly PlannedRun[];
  readonly channelId: string;
  readonly state: 'skipped' | 'failed';
  /** Epoch ms. */
  readonly at: number;
}

/** Stores runs that led to no message, so that they are counted and never tried again. */
export async function noteRuns(
  db: Db,
  { guildId, kind, runs, channelId, state, at }: MissedRuns,
): Promise<void> {
  for (const run of runs) {
    await db
      .insertInto('delivery')
      .values({ ...newRow(guildId, kind, run, channelId, at), state, content: null })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}

/** Marks a claimed delivery as sent. `at`: epoch ms. */
export async function markSent(db: Db, id: string, messageId: string, at: number): Promise<void> {
  await sentMark(db, { id, messageId, at });
}

const sentMark = prepared(
  (db: Db, of: { readonly id: string; readonly messageId: string; readonly at: number }) =>
    db
      .updateTable('delivery')
      .set({ state: 'sent', message_id: of.messageId, sent_at: of.at })
      .where('id', '=', of.id)
      .where('state', '=', 'claimed'),
);

/** Ends a claimed delivery without a message. It is not tried again. */
export async function giveUp(db: Db, id: string, state: 'skipped' | 'failed'): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state })
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .execute();
}

/**
 * Claims a delivery anew that led to no message, for something that has happened since.
 * @param of `at` in epoch ms
 * @returns whether it is claimed now; false if it was sent, or may have been
 */
export async function claimAgain(
  trx: Db,
  id: string,
  of: { readonly channelId: string; readonly at: number },
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('delivery')
    .set({ state: 'claimed', channel_id: of.channelId, due_at: of.at, claimed_at: of.at })
    .where('id', '=', id)
    .where('state', 'in', ['skipped', 'failed'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * The deliveries of a share that were claimed and not marked, in guilds where the bot is. Nobody knows whether they were
 * sent.
 */
export async function unsettledDeliveries(db: Db, share: Share): Promise<readonly Delivery[]> {
  const { rows } = await unsettled(db, { share });
  return rows.map(toDelivery);
}

const unsettled = prepared((db: Db, { share }: { readonly share: Share }) =>
  db
    .selectFrom('delivery')
    .innerJoin('guild', 'guild.id', 'delivery.guild_id')
    .selectAll('delivery')
    .where('delivery.state', '=', 'claimed')
    .where(ofShare(share, 'delivery.guild_id'))
    .where('guild.left_at', 'is', null)
    .orderBy('delivery.claimed_at')
    .orderBy('delivery.id'),
);

/** @returns the delivery, or null if there is none with this id */
export async function deliveryOf(db: Db, id: string): Promise<Delivery | null> {
  const row = await db.selectFrom('delivery').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toDelivery(row);
}

/** The last daily post of a guild that was sent after an instant (epoch ms), if it is known where it is. */
export async function lastDaily(db: Db, guildId: string, after: number): Promise<Delivery | null> {
  const row = await db
    .selectFrom('delivery')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('kind', '=', 'daily')
    .where('state', '=', 'sent')
    .where('sent_at', '>', after)
    .where('message_id', 'is not', null)
    .orderBy('local_date', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toDelivery(row);
}

/**
 * A guild's deliveries of a kind for dates before one (`YYYY-MM-DD`), oldest first, including those that may have
 * been sent.
 */
export async function pastDeliveries(
  db: Db,
  guildId: string,
  kind: PostKind,
  before: string,
): Promise<readonly Delivery[]> {
  const { rows } = await postedBefore(db, { guildId, kind, date: before });
  return rows.map(toDelivery);
}

const postedBefore = prepared((db: Db, of: Readonly<DeliveryKey>) =>
  db
    .selectFrom('delivery')
    .selectAll()
    .where('guild_id', '=', of.guildId)
    .where('kind', '=', of.kind)
    .where('local_date', '<', of.date)
    .where('state', 'in', ['claimed', 'sent'])
    .orderBy('local_date'),
);

function newRow(guildId: string, kind: DeliveryKind, run: PlannedRun, channelId: string, at: number) {
  return {
    id: deliveryId({ guildId, kind, date: run.date }),
    guild_id: guildId,
    kind,
    local_date: run.date,
    channel_id: channelId,
    due_at: run.at,
    claimed_at: at,
    sent_at: null,
    message_id: null,
    pings: 0,
  };
}

function toDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    guildId: row.guild_id,
    kind: row.kind,
    date: row.local_date,
    state: row.state,
    channelId: row.channel_id,
    dueAt: row.due_at,
    claimedAt: row.claimed_at,
    sentAt: row.sent_at,
    messageId: row.message_id,
    content: row.content === null ? null : JSON.parse(row.content),
    pings: row.pings === 1,
  };
}

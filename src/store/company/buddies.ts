import { z } from 'zod';
import { type Slot, SLOTS } from '../../study/company/fit.ts';
import type { Actor } from '../actor.ts';
import { chooseInGroup, fromMembersOf } from '../members/memberships.ts';
import { once } from '../once.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';

/** What a member chose about buddies in a server. */
export interface BuddyChoice {
  /** The times that suit them; null if they are not paired. */
  readonly slots: readonly Slot[] | null;
  /** Whether their group may be named in the channel if the bot cannot open private threads. */
  readonly isOpenly: boolean;
  /** With how many others they do not want to be paired, and those of them who are in the group. */
  readonly notWith: { readonly count: number; readonly here: readonly string[] };
}

/** How many others a member can name with whom they do not want to be paired. */
export const MOST_NOT_WITH = 25;

const slot = z.enum(SLOTS);

/** Times from a list of choices. Others are left out. */
export function readSlots(values: readonly string[]): readonly Slot[] {
  const chosen = new Set(values.flatMap((value) => slot.safeParse(value).data ?? []));
  return SLOTS.filter((each) => chosen.has(each));
}

/** @returns what a member chose in a server that they joined */
export async function buddyChoiceOf(db: Db, guildId: string, userId: string): Promise<BuddyChoice> {
  const row = await fromMembersOf(db, guildId)
    .select(['buddy_slots', 'buddy_openly'])
    .where('user_id', '=', userId)
    .executeTakeFirst();
  const not = await apartIn(db, guildId);
  const here = await fromMembersOf(db, guildId).select('user_id').orderBy('user_id').execute();
  const slots = row?.buddy_slots ?? null;
  return {
    slots: slots === null ? null : readSlots(slots.split(' ')),
    isOpenly: row?.buddy_openly === 1,
    notWith: {
      count: not.get(userId)?.size ?? 0,
      here: here.map(({ user_id }) => user_id).filter((other) => isApart(not, guildId, userId, other)),
    },
  };
}

/**
 * Stores the times at which a member wants to be paired, or that they do not (null).
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function chooseSlots(
  db: Db,
  actor: Actor,
  guildId: string,
  slots: readonly Slot[] | null,
): Promise<void> {
  return write(db, async (trx) => {
    await chooseInGroup(trx, actor, guildId, { buddy_slots: slots === null ? null : slots.join(' ') });
    if (slots === null) return;
    // Whether they can be paired this week is looked at once, see `pairingGuilds`.
    await trx.updateTable('guild').set({ pair_at: actor.at }).where('id', '=', guildId).execute();
  });
}

/**
 * Stores whether a member's group may be named in the channel.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function chooseOpenly(db: Db, actor: Actor, guildId: string, isOpenly: boolean): Promise<void> {
  return chooseInGroup(db, actor, guildId, { buddy_openly: isOpenly ? 1 : 0 });
}

/**
 * Stores with whom a member does not want to be paired, in place of what they said before about people who are here. Nobody:
 * forgets all of it.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function chooseNotWith(
  db: Db,
  actor: Actor,
  guildId: string,
  others: readonly string[],
): Promise<void> {
  await write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    // Discord's list shows only those who are here, so the others are kept unless nobody is chosen.
    const here = await fromMembersOf(trx, guildId).select('user_id').execute();
    const shown = here.map(({ user_id }) => apartId(guildId, actor.userId, user_id));
    await trx
      .deleteFrom('buddy_not')
      .where('guild_id', '=', guildId)
      .where('user_id', '=', actor.userId)
      .$if(others.length > 0, (query) => query.where('not_with', 'in', shown))
      .execute();
    for (const other of others.filter((each) => each !== actor.userId).slice(0, MOST_NOT_WITH)) {
      const notWith = apartId(guildId, actor.userId, other);
      await trx
        .insertInto('buddy_not')
        .values({ guild_id: guildId, user_id: actor.userId, not_with: notWith })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

/** What the members of a server said about with whom they do not want to be paired, by user id. */
type Apart = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads with whom the members of a server do not want to be paired. */
export async function apartIn(db: Db, guildId: string): Promise<Apart> {
  const rows = await db
    .selectFrom('buddy_not')
    .select(['user_id', 'not_with'])
    .where('guild_id', '=', guildId)
    .execute();
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id);
  return new Map([...byUser].map(([userId, own]) => [userId, new Set(own.map(({ not_with }) => not_with))]));
}

/** Whether a member does not want to be paired with another. */
export function isApart(apart: Apart, guildId: string, userId: string, other: string): boolean {
  return apart.get(userId)?.has(apartId(guildId, userId, other)) === true;
}

function apartId(guildId: string, userId: string, other: string): string {
  return steadyId('not with', guildId, userId, other);
}

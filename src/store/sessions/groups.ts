import { endOfPlan, type Plan } from '../../study/sessions/plan.ts';
import type { Session } from '../../study/sessions/session.ts';
import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share, WHOLE } from '../share.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import { fromSessions, toSessions } from './rows.ts';
import { addSession, end, openSession, sessionOf } from './sessions.ts';
import type { GroupSessionRow } from './tables.ts';

/** A session of a group, in a message that others join it from. */
export interface GroupSession {
  readonly id: string;
  readonly guildId: string;
  readonly channelId: string;
  /** Null until it is known that the message was sent. */
  readonly messageId: string | null;
  readonly plan: Plan;
  /** When the last one left, if that was before the end of the plan; epoch ms. */
  readonly endedAt: number | null;
  /** The hash of what the message last showed. */
  readonly shown: string | null;
  /** The index of the last phase that people were called for, and the message that did so. */
  readonly called: number;
  readonly callMessageId: string | null;
}

/** When a session of a group ended or ends; epoch ms. */
export function endOfGroup({ plan, endedAt }: GroupSession): number {
  return endedAt ?? endOfPlan(plan);
}

/**
 * Begins a session of a group in a channel, with the member in it. If there is one in the channel already, that one stays,
 * and nobody joins it.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function beginGroup(
  db: Db,
  actor: Actor & { readonly guildId: string },
  channelId: string,
  plan: Omit<Plan, 'startedAt'>,
): Promise<{ readonly group: GroupSession; readonly session: Session | null }> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const present = (await unsettledGroups(trx, WHOLE)).find(
      (group) => group.channelId === channelId && actor.at < endOfGroup(group),
    );
    if (present !== undefined) return { group: present, session: null };
    const id = steadyId(actor.interactionId, 'group');
    await trx
      .insertInto('group_session')
      .values({
        id,
        guild_id: actor.guildId,
        channel_id: channelId,
        message_id: null,
        started_at: actor.at,
        work_minutes: plan.workMinutes,
        break_minutes: plan.breakMinutes,
        rounds: plan.rounds,
        ended_at: null,
        shown: null,
        called: 0,
        call_message_id: null,
        settled: 0,
      })
      .execute();
    const group = await groupOf(trx, id);
    if (group === null) throw new Error('the session was just added');
    return { group, session: await joinWithin(trx, actor, group) };
  });
}

/**
 * Joins a session of a group. A session in which the member is elsewhere ends.
 * @returns the member's session in it; null if it is over
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function joinGroup(db: Db, actor: Actor, group: GroupSession): Promise<Session | null> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    return joinWithin(trx, actor, group);
  });
}

async function joinWithin(trx: Db, actor: Actor, group: GroupSession): Promise<Session | null> {
  if (actor.at >= endOfGroup(group)) return null;
  const open = await openSession(trx, actor.userId, actor.at);
  if (open?.group?.id === group.id) return open;
  if (open !== null) await end(trx, open, actor.at);
  return addSession(trx, actor, {
    kind: 'together',
    group_id: group.id,
    topic_id: open?.topicId ?? null,
    started_at: actor.at,
    ends_at: endOfPlan(group.plan),
  });
}

/** Sets whether a member is mentioned when the next phase begins. Returns their session, or null if there is none. */
export async function chooseCalls(
  db: Db,
  userId: string,
  id: string,
  calls: boolean,
): Promise<Session | null> {
  await db
    .updateTable('session')
    .set({ calls: Number(calls) })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .execute();
  return sessionOf(db, userId, id);
}

/** A session of a group; null if there is none of that id. */
export async function groupOf(db: Db, id: string): Promise<GroupSession | null> {
  const row = await db.selectFrom('group_session').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : toGroup(row);
}

/** The sessions of a share whose message does not show yet how they ended. */
export async function unsettledGroups(db: Db, share: Share): Promise<readonly GroupSession[]> {
  const { rows } = await unsettled(db, { share });
  return rows.map(toGroup);
}

const unsettled = prepared((db: Db, { share }: { readonly share: Share }) =>
  db
    .selectFrom('group_session')
    .selectAll()
    .where('settled', '=', 0)
    .where(ofShare(share, 'guild_id'))
    .orderBy('started_at')
    .orderBy('id'),
);

/** Everybody's sessions in a session of a group, in the order of joining. */
export async function sessionsIn(db: Db, groupId: string): Promise<readonly Session[]> {
  const rows = await fromSessions(db)
    .where('session.group_id', '=', groupId)
    .orderBy('session.started_at')
    .orderBy('session.id')
    .execute();
  return toSessions(rows);
}

/** Notes what is known of the messages of a session of a group. */
export async function noteGroup(
  db: Db,
  id: string,
  noted: Partial<Pick<GroupSessionRow, 'message_id' | 'shown' | 'called' | 'call_message_id' | 'settled'>>,
): Promise<void> {
  await db.updateTable('group_session').set(noted).where('id', '=', id).execute();
}

/** Deletes a session of a group that could not be posted, with what its members did in it. */
export async function dropGroup(db: Db, id: string): Promise<void> {
  await write(db, async (trx) => {
    await trx.deleteFrom('session').where('group_id', '=', id).execute();
    await trx.deleteFrom('group_session').where('id', '=', id).execute();
  });
}

function toGroup(row: GroupSessionRow): GroupSession {
  return {
    id: row.id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    messageId: row.message_id,
    plan: {
      startedAt: row.started_at,
      workMinutes: row.work_minutes,
      breakMinutes: row.break_minutes,
      rounds: row.rounds,
    },
    endedAt: row.ended_at,
    shown: row.shown,
    called: row.called,
    callMessageId: row.call_message_id,
  };
}

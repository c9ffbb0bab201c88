import type { Session } from '../../study/sessions/session.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { fromSessions, toSessions } from './rows.ts';

type Span = { readonly from: number; readonly to: number };

/** Sessions of a share whose members want to be told of the end, which lies within a span (epoch ms; `to` is in it). */
export async function sessionsToCall(db: Db, share: Share, span: Span): Promise<readonly Session[]> {
  const { rows } = await toCall(db, { share, ...span });
  return toSessions(rows);
}

const toCall = prepared((db: Db, { share, from, to }: { readonly share: Share } & Span) =>
  fromSessions(db)
    .where('session.ends_at', '>', from)
    .where('session.ends_at', '<=', to)
    .where('session.ended_at', 'is', null)
    .where('session.kind', '=', 'alone')
    .where('session.calls', '=', 1)
    .where(ofShare(share, 'session.guild_id'))
    .orderBy('session.ends_at')
    .orderBy('session.id'),
);

/** Notes that a member was told of the end of a session, or cannot be told. */
export async function noteCalled(db: Db, id: string): Promise<void> {
  await db.updateTable('session').set({ calls: 0 }).where('id', '=', id).execute();
}

/** Sets whether a member is told when a session of their own ends. */
export async function chooseCallAtEnd(db: Db, userId: string, id: string, calls: boolean): Promise<void> {
  await db
    .updateTable('session')
    .set({ calls: Number(calls) })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('kind', '=', 'alone')
    .execute();
}

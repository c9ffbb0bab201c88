import { readSetting, writeSetting } from '../bot-settings.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import { ofShare, type Share } from '../share.ts';
import { DAY, MINUTE } from '../../time/units.ts';

/**
 * How far back each look reaches behind the last one, in milliseconds: an act is written a little later than the instant
 * that it carries.
 */
const OVERLAP = 2 * MINUTE;
/** Study that is older when it is found changes nothing: the bot was away, and nobody could study with it. */
const FURTHEST = 14 * DAY;

/**
 * Marks the memberships of everybody who studied since the last look, because they may have reached a milestone.
 * @param now epoch ms
 */
export async function markTouched(db: Db, now: number): Promise<void> {
  const { rows } = await anyRole(db, {});
  if (rows.length === 0) return;
  const last = Number((await readSetting(db, 'roles-looked-at')) ?? now);
  const since = Math.max(Math.min(last, now) - OVERLAP, now - FURTHEST);
  const touched = db
    .selectFrom('activity')
    .select('user_id')
    .where('at', '>=', since)
    .union(db.selectFrom('proof').select('user_id').where('proven_at', '>=', since))
    .union(
      db
        .selectFrom('session')
        .select('user_id')
        .where('ends_at', '>=', since)
        .where((eb) =>
          eb.or([
            eb('ended_at', '>=', since),
            eb.and([eb('ended_at', 'is', null), eb('ends_at', '<=', now)]),
          ]),
        ),
    )
    .union(db.selectFrom('session').select('user_id').where('logged_at', '>=', since));
  await db
    .updateTable('membership')
    .set({ roles_due: 1 })
    .where('roles_due', '=', 0)
    .where('user_id', 'in', touched)
    .execute();
  await writeSetting(db, 'roles-looked-at', String(now));
}

const anyRole = prepared((db: Db) => db.selectFrom('milestone_role').select('id').limit(1));

/** Memberships of a share that may have reached a milestone of their guild, a limited number at a time. */
export async function dueMemberships(
  db: Db,
  share: Share,
  most: number,
): Promise<readonly { readonly guildId: string; readonly userId: string }[]> {
  const { rows } = await membershipsDue(db, { share, most });
  return rows;
}

const membershipsDue = prepared((db: Db, { share, most }: { readonly share: Share; readonly most: number }) =>
  db
    .selectFrom('membership')
    .select(['guild_id as guildId', 'user_id as userId'])
    .where('roles_due', '=', 1)
    .where('away_since', 'is', null)
    .where(ofShare(share, 'guild_id'))
    .where('guild_id', 'in', (eb) => eb.selectFrom('milestone_role').select('milestone_role.guild_id'))
    .orderBy('guild_id')
    .orderBy('user_id')
    .limit(most),
);

/** Marks that a membership was looked at. Call it before its study is read, so that nothing newer is missed. */
export async function noteLookedAt(db: Db, guildId: string, userId: string): Promise<void> {
  await db
    .updateTable('membership')
    .set({ roles_due: 0 })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .execute();
}

import { type Milestone, ROLE_LIMITS } from '../../study/roles.ts';
import type { Actor } from '../actor.ts';
import { once } from '../once.ts';
import type { Db } from '../schema.ts';
import { steadyId } from '../steady-id.ts';
import { write } from '../write.ts';
import type { MilestoneRoleRow } from './tables.ts';

/** A role that a guild gives for a milestone. */
export interface MilestoneRole {
  readonly id: string;
  readonly roleId: string;
  readonly milestone: Milestone;
  /** When Discord last refused it although nothing seemed to be wrong; epoch ms. */
  readonly refusedAt: number | null;
}

/** The roles that a guild gives, in the order in which they were added. */
export async function milestoneRolesOf(db: Db, guildId: string): Promise<readonly MilestoneRole[]> {
  const rows = await db
    .selectFrom('milestone_role')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.flatMap(toRole);
}

/**
 * Lets a guild give a role for a milestone, also to members who have reached it already.
 * @returns `full` if the guild gives as many as it may, `there` if it gives this one already
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function addMilestoneRole(
  db: Db,
  actor: Actor & { readonly guildId: string },
  roleId: string,
  milestone: Milestone,
): Promise<'added' | 'there' | 'full'> {
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const present = await milestoneRolesOf(trx, actor.guildId);
    const wanted = columnsOf(milestone);
    if (present.some((each) => each.roleId === roleId && isSame(columnsOf(each.milestone), wanted)))
      return 'there';
    if (present.length >= ROLE_LIMITS.roles) return 'full';
    const id = steadyId(actor.interactionId, 'role');
    const { guildId: guild_id, at } = actor;
    await trx
      .insertInto('milestone_role')
      .values({ id, guild_id, role_id: roleId, ...wanted, refused_at: null, at })
      .execute();
    await trx.updateTable('membership').set({ roles_due: 1 }).where('guild_id', '=', guild_id).execute();
    return 'added';
  });
}

/** Stops giving a role for a milestone. Nobody loses it. */
export async function removeMilestoneRole(db: Db, actor: Actor & { readonly guildId: string }, id: string) {
  await write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    await trx
      .deleteFrom('milestone_role')
      .where('id', '=', id)
      .where('guild_id', '=', actor.guildId)
      .execute();
    await trx
      .deleteFrom('given_role')
      .where('milestone_id', '=', id)
      .where('guild_id', '=', actor.guildId)
      .where('given_at', 'is', null)
      .execute();
    // Another milestone may lead to the same role.
    await trx.updateTable('membership').set({ roles_due: 1 }).where('guild_id', '=', actor.guildId).execute();
  });
}

/** Notes that Discord refused to let the bot give a role (epoch ms), or that it no longer does (null). */
export async function noteRefusedRole(db: Db, guildId: string, roleId: string, at: number | null) {
  await db
    .updateTable('milestone_role')
    .set({ refused_at: at })
    .where('guild_id', '=', guildId)
    .where('role_id', '=', roleId)
    .where('refused_at', 'is distinct from', at)
    .execute();
}

type Columns = Pick<MilestoneRoleRow, 'kind' | 'roadmap_id' | 'subject' | 'amount'>;

function columnsOf(milestone: Milestone): Columns {
  const { kind } = milestone;
  switch (milestone.kind) {
    case 'streak':
      return { kind, roadmap_id: null, subject: null, amount: milestone.days };
    case 'stage':
      return { kind, roadmap_id: milestone.roadmapId, subject: milestone.topicId, amount: 0 };
    case 'done':
    case 'proven':
      return {
        kind,
        roadmap_id: milestone.roadmapId,
        subject: milestone.sectionId,
        amount: milestone.percent,
      };
  }
}

function isSame(one: Columns, other: Columns): boolean {
  return (['kind', 'roadmap_id', 'subject', 'amount'] as const).every((name) => one[name] === other[name]);
}

function toRole(row: MilestoneRoleRow): readonly MilestoneRole[] {
  const { kind, amount, roadmap_id: roadmapId, subject } = row;
  const of = (milestone: Milestone): readonly MilestoneRole[] => [
    { id: row.id, roleId: row.role_id, milestone, refusedAt: row.refused_at },
  ];
  if (kind === 'streak') return of({ kind, days: amount });
  if (roadmapId === null || subject === null) return [];
  return kind === 'stage'
    ? of({ kind, roadmapId, topicId: subject })
    : of({ kind, roadmapId, sectionId: subject, percent: amount });
}

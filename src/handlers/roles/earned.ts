import type { Notice } from '../../discord/handlers.ts';
import { roadmapsAbout } from '../../schedule/roles.ts';
import { takeUntoldRoles } from '../../store/roles/given.ts';
import { milestoneRolesOf } from '../../store/roles/milestones.ts';
import { earnedNotice } from '../../view/roles/earned.ts';

/** Tells a member below their next answer in the server that they were given a role. */
export const earnedRoleNotice: Notice = async ({ app, words, userId, guildId, member, now }) => {
  if (guildId === null) return null;
  const untold = await takeUntoldRoles(app.db, userId, guildId, now);
  if (untold.length === 0) return null;
  const milestones = new Map((await milestoneRolesOf(app.db, guildId)).map((role) => [role.id, role]));
  const earned = untold.map(({ roleId, milestoneId }) => ({
    roleId,
    milestone: milestones.get(milestoneId)?.milestone ?? null,
  }));
  const roadmaps = await roadmapsAbout(app, [...milestones.values()], words.locale);
  return earnedNotice(words, earned, roadmaps, member.tellRoles);
};

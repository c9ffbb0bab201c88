import type { RoleJson } from './json.ts';
import { has } from './permissions.ts';
import { refusals } from './refused.ts';
import type { Guild, World } from './world.ts';

/** Whether a role stands above another. Of two at the same position, the one with the lower id does. */
function isAbove(role: RoleJson, other: RoleJson): boolean {
  if (role.position !== other.position) return role.position > other.position;
  return BigInt(role.id) < BigInt(other.id);
}

/**
 * Gives a member one role or takes it away, as the bot asks. Giving a role that the member has changes nothing.
 * @throws Refused if the role or the member is unknown, or the bot lacks the permission or does not stand above the
 * role; nobody can give a managed role
 */
export function changeMemberRole(
  world: World,
  guild: Guild,
  userId: string,
  roleId: string,
  change: 'give' | 'take',
): void {
  const role = guild.roles.get(roleId);
  // Discord's @everyone has the server's id, and counts as no role here.
  if (role === undefined || role.id === guild.id) throw refusals.unknownRole();
  const member = guild.members.get(userId);
  if (member === undefined) throw refusals.unknownMember();
  const own = (guild.members.get(world.bot.json.id)?.roles ?? []).flatMap((id) => guild.roles.get(id) ?? []);
  const held = own.reduce((sum, { permissions }) => sum | BigInt(permissions), 0n);
  const may = has(held, 'ManageRoles') || has(held, 'Administrator');
  if (!may || role.managed || !own.some((each) => isAbove(each, role)))
    throw refusals.missingPermissions('MANAGE_ROLES');
  const others = member.roles.filter((id) => id !== roleId);
  member.roles = change === 'give' ? [...others, roleId] : others;
}

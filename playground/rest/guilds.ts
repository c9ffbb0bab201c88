import { channelJson } from '../state/channels.ts';
import { guildJson } from '../state/guilds.ts';
import { refusals } from '../state/refused.ts';
import type { Guild, World } from '../state/world.ts';
import { changeMemberRole } from '../state/roles.ts';
import { nothing, ok, type Handler } from './call.ts';

export const getGuild: Handler = ({ world, query }, id) => {
  const guild = reachableGuild(world, id);
  const counts =
    query.get('with_counts') === 'true'
      ? { approximate_member_count: guild.members.size, approximate_presence_count: 1 }
      : {};
  return ok({ ...guildJson(guild), ...counts });
};

export const getGuildChannels: Handler = ({ world }, id) => {
  const channels = [...reachableGuild(world, id).channels.values()];
  return ok(channels.filter((channel) => channel.thread === null).map(channelJson));
};

export const getRoles: Handler = ({ world }, id) => ok([...reachableGuild(world, id).roles.values()]);

export const getMember: Handler = ({ world }, id, userId = '') => {
  const guild = reachableGuild(world, id);
  if (!world.users.has(userId)) throw refusals.unknownUser();
  const member = guild.members.get(userId);
  if (!member) throw refusals.unknownMember();
  return ok(member);
};

export const putMemberRole: Handler = ({ world }, id, userId = '', roleId = '') => {
  changeMemberRole(world, reachableGuild(world, id), userId, roleId, 'give');
  return nothing;
};

export const deleteMemberRole: Handler = ({ world }, id, userId = '', roleId = '') => {
  changeMemberRole(world, reachableGuild(world, id), userId, roleId, 'take');
  return nothing;
};

/** The whole member list needs the privileged intent GUILD_MEMBERS, which this bot does not have. */
export const listMembers: Handler = ({ world }, id) => {
  reachableGuild(world, id);
  throw refusals.missingAccess();
};

function reachableGuild(world: World, id = ''): Guild {
  const guild = world.guilds.get(id);
  if (!guild?.hasBot) throw refusals.unknownGuild();
  return guild;
}

import { type Client, type Guild, PermissionFlagsBits, type Role, Routes } from 'discord.js';
import { z } from 'zod';
import { isForbidden, isNoMember, isRefused, isRoleGone } from './discord-error.ts';

/**
 * Why the bot does not give a role. `everyone`: everybody has it; `managed`: it belongs to an app or to boosts;
 * `moderation`: whoever has it can moderate; `permission`: the bot may give no roles; `order`: the bot's own role does
 * not stand above it.
 */
export type RoleProblem = 'gone' | 'everyone' | 'managed' | 'moderation' | 'permission' | 'order';

/**
 * What became of giving a role. `there`: the member had it already; `pending`: they have not accepted the server's rules
 * yet; `left`: they are not in the server; `refused`: Discord does not let the bot; `unavailable`: nobody knows.
 */
export type Giving =
  | { readonly fate: 'given' | 'there'; readonly joinedAt: number }
  | { readonly fate: 'pending' | 'left' | 'gone' | 'refused' | 'unavailable' };

/** What the bot needs of Discord to give members roles. */
export interface RoleGiver {
  /** Why the bot does not give a role, as far as it knows without asking. Null if it can. */
  problem(guildId: string, roleId: string): RoleProblem | null;
  /** Gives a member one role. Giving it twice changes nothing. */
  give(guildId: string, userId: string, roleId: string): Promise<Giving>;
}

/**
 * Rights over other members or the server. A bot that gave them for study would let people come to power by ticking
 * topics.
 */
const MODERATION =
  PermissionFlagsBits.Administrator |
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ManageRoles |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ManageThreads |
  PermissionFlagsBits.ManageWebhooks |
  PermissionFlagsBits.ManageNicknames |
  PermissionFlagsBits.ManageEvents |
  PermissionFlagsBits.ManageGuildExpressions |
  PermissionFlagsBits.KickMembers |
  PermissionFlagsBits.BanMembers |
  PermissionFlagsBits.ModerateMembers |
  PermissionFlagsBits.MuteMembers |
  PermissionFlagsBits.DeafenMembers |
  PermissionFlagsBits.MoveMembers |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.ViewAuditLog;

const membership = z.object({
  roles: z.array(z.string()),
  joined_at: z.string().nullable(),
  pending: z.boolean().default(false),
});

/** Makes the giver of roles of a Discord client. */
export function makeRoleGiver(client: Client): RoleGiver {
  return {
    problem(guildId, roleId) {
      const guild = client.guilds.cache.get(guildId);
      // While the guild cannot be reached, nothing is known.
      if (guild?.available !== true) return null;
      const role = guild.roles.cache.get(roleId);
      return role === undefined ? 'gone' : problemOf(guild, role);
    },

    async give(guildId, userId, roleId) {
      if (client.guilds.cache.get(guildId)?.available !== true) return { fate: 'unavailable' };
      try {
        const member = membership.parse(await client.rest.get(Routes.guildMember(guildId, userId)));
        if (member.pending) return { fate: 'pending' };
        const joinedAt = Date.parse(member.joined_at ?? '') || 0;
        if (member.roles.includes(roleId)) return { fate: 'there', joinedAt };
        // One role at a time: a whole list would undo what somebody else changed meanwhile (discord.js issue 7879).
        await client.rest.put(Routes.guildMemberRole(guildId, userId, roleId), {
          reason: 'Milestone reached',
        });
        return { fate: 'given', joinedAt };
      } catch (error) {
        if (isNoMember(error)) return { fate: 'left' };
        if (isRoleGone(error)) return { fate: 'gone' };
        if (isForbidden(error) || isRefused(error)) return { fate: 'refused' };
        return { fate: 'unavailable' };
      }
    },
  };
}

function problemOf(guild: Guild, role: Role): RoleProblem | null {
  const { me } = guild.members;
  if (role.id === guild.id) return 'everyone';
  if (role.managed) return 'managed';
  if ((role.permissions.bitfield & MODERATION) !== 0n) return 'moderation';
  if (me === null || !me.permissions.has(PermissionFlagsBits.ManageRoles)) return 'permission';
  return me.roles.highest.comparePositionTo(role) > 0 ? null : 'order';
}

import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord.js';

/** For personal commands: they work in servers, and everywhere if the member has added the bot to their account. */
export const forEverybody = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** For commands about a study group, which make sense only in its server. */
export const forMembers = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/**
 * For organisers' commands. Discord hides them from others by default, but a server can change that, so the handlers
 * check it too.
 */
export const forOrganisers = {
  ...forMembers,
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

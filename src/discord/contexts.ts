import { ApplicationIntegrationType, InteractionContextType, PermissionFlagsBits } from 'discord.js';

/** Where a personal command can be used: in servers, and everywhere if the member has added the bot to their account. */
export const forEverybody = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** A command about a study group makes sense only in its server. */
export const forMembers = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** Discord hides it from others by default; a server can override that, so handlers check it as well. */
export const forOrganisers = {
  ...forMembers,
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

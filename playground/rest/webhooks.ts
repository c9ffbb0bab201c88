import { MessageFlags } from 'discord-api-types/v10';

import { TOKEN_LIFE, tell } from '../state/interactions.ts';
import { deleteMessage, editMessage, messageJson, type MessageBody } from '../state/messages.ts';
import { refusals } from '../state/refused.ts';
import type { Interaction, StoredMessage, World } from '../state/world.ts';
import { bodyOf, nothing, ok, type Call, type Handler } from './call.ts';
import { reply } from './interactions.ts';

/** How many follow-ups an app may send if only the user has installed it. */
const USER_INSTALL_FOLLOW_UPS = 5;

/**
 * The interaction of a token.
 * @throws Refused if the token is unknown, its interaction has no response yet, or it is 15 minutes old
 */
function interactionOf(world: World, applicationId = '', token = ''): Interaction {
  const interaction = world.interactionsByToken.get(token);
  if (!interaction || applicationId !== world.application.id) throw refusals.unknownWebhook();
  if (world.clock.now() - interaction.createdAt > TOKEN_LIFE) throw refusals.invalidToken();
  if (interaction.response === null) throw refusals.unknownWebhook();
  return interaction;
}

/** A message of the interaction: `@original`, or a follow-up by its id. */
function messageOf(interaction: Interaction, id: string): StoredMessage {
  const own = [interaction.original, ...interaction.followUps];
  const message =
    id === '@original' ? interaction.original : own.find((candidate) => candidate?.json.id === id);
  if (!message || message.deleted) throw refusals.unknownMessage();
  return message;
}

function edit(call: Call, interaction: Interaction, message: StoredMessage) {
  editMessage(call.world, message, bodyOf<MessageBody>(call), call.files);
  if (message === interaction.original && interaction.deferred === 'owed') interaction.deferred = 'given';
  tell(call.world, interaction, 'edited');
  return ok(messageJson(call.world, message));
}

/** Sends a follow-up. The first one after a deferred reply fills that reply, as Discord still does for older apps. */
export const postFollowUp: Handler = (call, applicationId, token) => {
  const { world } = call;
  const interaction = interactionOf(world, applicationId, token);
  const { original } = interaction;
  if (original && !original.deleted && (original.json.flags & MessageFlags.Loading) !== 0) {
    return edit(call, interaction, original);
  }
  if (interaction.isUserInstallOnly && interaction.followUps.length >= USER_INSTALL_FOLLOW_UPS) {
    throw refusals.tooManyFollowUps();
  }
  const message = reply(world, interaction, bodyOf<MessageBody>(call), call.files, 0);
  interaction.followUps.push(message);
  tell(world, interaction, 'followed up');
  return ok(messageJson(world, message));
};

export const getOwnMessage: Handler = ({ world }, applicationId, token, id = '') =>
  ok(messageJson(world, messageOf(interactionOf(world, applicationId, token), id)));

export const patchOwnMessage: Handler = (call, applicationId, token, id = '') => {
  const interaction = interactionOf(call.world, applicationId, token);
  return edit(call, interaction, messageOf(interaction, id));
};

export const deleteOwnMessage: Handler = ({ world }, applicationId, token, id = '') => {
  const interaction = interactionOf(world, applicationId, token);
  const message = messageOf(interaction, id);
  deleteMessage(world, message);
  if (message === interaction.original && interaction.deferred === 'owed') interaction.deferred = 'given';
  tell(world, interaction, 'edited');
  return nothing;
};

import type { CommandJson } from '../state/json.ts';
import { refusals } from '../state/refused.ts';
import type { World } from '../state/world.ts';
import { bodyOf, nothing, ok, type Call, type Handler } from './call.ts';

type Sent = Partial<CommandJson> & { name: string };

const list = (world: World, guildId?: string): CommandJson[] =>
  [...world.commands.values()].filter((command) => command.guild_id === guildId);

/** Within a scope, a command is identified by its kind and name. */
const sameAs = (world: World, sent: Sent, guildId?: string): CommandJson | undefined =>
  list(world, guildId).find((command) => command.name === sent.name && command.type === (sent.type ?? 1));

/** Completes a command to the form that Discord stores. */
function stored(world: World, sent: Sent, id: string, guildId?: string): CommandJson {
  return {
    id,
    application_id: world.application.id,
    version: world.ids.next(),
    type: sent.type ?? 1,
    name: sent.name,
    name_localizations: sent.name_localizations ?? null,
    description: sent.description ?? '',
    description_localizations: sent.description_localizations ?? null,
    default_member_permissions: sent.default_member_permissions ?? null,
    dm_permission: sent.dm_permission ?? true,
    contexts: sent.contexts ?? null,
    integration_types: sent.integration_types ?? [0],
    nsfw: sent.nsfw ?? false,
    ...(sent.options && sent.options.length > 0 ? { options: sent.options } : {}),
    ...(guildId === undefined ? {} : { guild_id: guildId }),
  };
}

/** Discord gives the localisations only if the request asks for them. */
function shown(call: Call, command: CommandJson): unknown {
  if (call.query.get('with_localizations') === 'true') return command;
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command;
  return rest;
}

function replaceAll(call: Call, guildId?: string) {
  const { world } = call;
  const sent = bodyOf<Sent[]>(call);
  const kept = sent.map((each) =>
    stored(world, each, sameAs(world, each, guildId)?.id ?? world.ids.next(), guildId),
  );
  for (const old of list(world, guildId)) world.commands.delete(old.id);
  for (const command of kept) world.commands.set(command.id, command);
  world.feed.emit({ kind: 'commands' });
  return ok(kept);
}

function create(call: Call, guildId?: string) {
  const { world } = call;
  const sent = bodyOf<Sent>(call);
  const present = sameAs(world, sent, guildId);
  const command = stored(world, sent, present?.id ?? world.ids.next(), guildId);
  world.commands.set(command.id, command);
  world.feed.emit({ kind: 'commands' });
  return ok(command, present ? 200 : 201);
}

function find(world: World, id: string | undefined, guildId?: string): CommandJson {
  const command = world.commands.get(id ?? '');
  if (!command || command.guild_id !== guildId) throw refusals.unknownCommand();
  return command;
}

function change(call: Call, id: string | undefined, guildId?: string) {
  const old = find(call.world, id, guildId);
  const command = stored(call.world, { ...old, ...bodyOf<Partial<Sent>>(call) }, old.id, guildId);
  call.world.commands.set(command.id, command);
  call.world.feed.emit({ kind: 'commands' });
  return ok(command);
}

function remove(call: Call, id: string | undefined, guildId?: string) {
  call.world.commands.delete(find(call.world, id, guildId).id);
  call.world.feed.emit({ kind: 'commands' });
  return nothing;
}

export const getCommands: Handler = (call) => ok(list(call.world).map((command) => shown(call, command)));
export const putCommands: Handler = (call) => replaceAll(call);
export const postCommand: Handler = (call) => create(call);
export const getCommand: Handler = (call, _app, id) => ok(find(call.world, id));
export const patchCommand: Handler = (call, _app, id) => change(call, id);
export const deleteCommand: Handler = (call, _app, id) => remove(call, id);

export const getGuildCommands: Handler = (call, _app, guildId) =>
  ok(list(call.world, reachable(call.world, guildId)).map((command) => shown(call, command)));
export const putGuildCommands: Handler = (call, _app, guildId) =>
  replaceAll(call, reachable(call.world, guildId));
export const postGuildCommand: Handler = (call, _app, guildId) =>
  create(call, reachable(call.world, guildId));
export const getGuildCommand: Handler = (call, _app, guildId, id) =>
  ok(find(call.world, id, reachable(call.world, guildId)));
export const patchGuildCommand: Handler = (call, _app, guildId, id) =>
  change(call, id, reachable(call.world, guildId));
export const deleteGuildCommand: Handler = (call, _app, guildId, id) =>
  remove(call, id, reachable(call.world, guildId));

function reachable(world: World, guildId: string | undefined): string {
  if (guildId === undefined || !world.guilds.get(guildId)?.hasBot) throw refusals.missingAccess();
  return guildId;
}

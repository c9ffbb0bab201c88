import * as account from './account.ts';
import type { Handler } from './call.ts';
import * as events from './events.ts';
import * as channels from './channels.ts';
import * as commands from './commands.ts';
import * as guilds from './guilds.ts';
import * as interactions from './interactions.ts';
import * as messages from './messages.ts';
import * as threads from './threads.ts';
import * as webhooks from './webhooks.ts';

export interface Route {
  readonly method: string;
  /** The path after the version; `:` stands for an id. */
  readonly pattern: string;
  readonly handler: Handler;
  /** Whether the path contains a token (an interaction's), so that no bot token is needed. */
  readonly isOpen: boolean;
}

const route = (method: string, pattern: string, handler: Handler): Route => ({
  method,
  pattern,
  handler,
  isOpen: pattern.startsWith('/interactions/') || pattern.startsWith('/webhooks/'),
});

/** All routes of the local Discord. */
export const routes: readonly Route[] = [
  route('GET', '/gateway', account.getGateway),
  route('GET', '/gateway/bot', account.getGatewayBot),
  route('GET', '/users/@me', account.getMe),
  route('GET', '/users/@me/guilds', account.getMyGuilds),
  route('POST', '/users/@me/channels', account.openPrivateChannel),
  route('GET', '/users/:', account.getUser),
  route('GET', '/applications/@me', account.getApplication),
  route('GET', '/oauth2/applications/@me', account.getApplication),

  route('GET', '/applications/:/commands', commands.getCommands),
  route('PUT', '/applications/:/commands', commands.putCommands),
  route('POST', '/applications/:/commands', commands.postCommand),
  route('GET', '/applications/:/commands/:', commands.getCommand),
  route('PATCH', '/applications/:/commands/:', commands.patchCommand),
  route('DELETE', '/applications/:/commands/:', commands.deleteCommand),
  route('GET', '/applications/:/guilds/:/commands', commands.getGuildCommands),
  route('PUT', '/applications/:/guilds/:/commands', commands.putGuildCommands),
  route('POST', '/applications/:/guilds/:/commands', commands.postGuildCommand),
  route('GET', '/applications/:/guilds/:/commands/:', commands.getGuildCommand),
  route('PATCH', '/applications/:/guilds/:/commands/:', commands.patchGuildCommand),
  route('DELETE', '/applications/:/guilds/:/commands/:', commands.deleteGuildCommand),

  route('GET', '/guilds/:', guilds.getGuild),
  route('GET', '/guilds/:/channels', guilds.getGuildChannels),
  route('GET', '/guilds/:/roles', guilds.getRoles),
  route('GET', '/guilds/:/members', guilds.listMembers),
  route('GET', '/guilds/:/members/:', guilds.getMember),
  route('PUT', '/guilds/:/members/:/roles/:', guilds.putMemberRole),
  route('DELETE', '/guilds/:/members/:/roles/:', guilds.deleteMemberRole),
  route('GET', '/guilds/:/threads/active', threads.getActiveThreads),
  route('GET', '/guilds/:/scheduled-events', events.getEvents),
  route('POST', '/guilds/:/scheduled-events', events.postEvent),
  route('GET', '/guilds/:/scheduled-events/:', events.getEvent),
  route('PATCH', '/guilds/:/scheduled-events/:', events.patchEvent),
  route('DELETE', '/guilds/:/scheduled-events/:', events.removeEvent),
  route('GET', '/guilds/:/scheduled-events/:/users', events.getEventUsers),

  route('GET', '/channels/:', channels.getChannel),
  route('PATCH', '/channels/:', channels.patchChannel),
  route('DELETE', '/channels/:', channels.removeChannel),
  route('POST', '/channels/:/typing', channels.typing),
  route('POST', '/channels/:/threads', threads.postThread),
  route('GET', '/channels/:/thread-members', threads.getThreadMembers),
  route('PUT', '/channels/:/thread-members/:', threads.putThreadMember),
  route('GET', '/channels/:/messages', messages.getMessages),
  route('POST', '/channels/:/messages', messages.postMessage),
  route('GET', '/channels/:/messages/:', messages.getMessage),
  route('PATCH', '/channels/:/messages/:', messages.patchMessage),
  route('DELETE', '/channels/:/messages/:', messages.removeMessage),
  route('POST', '/channels/:/messages/:/threads', threads.postThreadUnderMessage),

  route('POST', '/interactions/:/:/callback', interactions.postCallback),
  route('POST', '/webhooks/:/:', webhooks.postFollowUp),
  route('GET', '/webhooks/:/:/messages/:', webhooks.getOwnMessage),
  route('PATCH', '/webhooks/:/:/messages/:', webhooks.patchOwnMessage),
  route('DELETE', '/webhooks/:/:/messages/:', webhooks.deleteOwnMessage),
];

const byMethod = Map.groupBy(routes, (each) => each.method);

/** The route of a request, with the ids in its path. The first matching route wins. */
export function findRoute(method: string, path: string): { route: Route; ids: string[] } | undefined {
  const parts = path.split('/');
  for (const candidate of byMethod.get(method) ?? []) {
    const pattern = candidate.pattern.split('/');
    if (pattern.length !== parts.length) continue;
    if (!pattern.every((part, index) => part === ':' || part === parts[index])) continue;
    return { route: candidate, ids: parts.filter((_, index) => pattern[index] === ':') };
  }
  return undefined;
}

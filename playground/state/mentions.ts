import { permissionsOf } from './channels.ts';
import { everyComponent } from './components.ts';
import type { MessageJson } from './json.ts';
import { has } from './permissions.ts';
import type { Channel, World } from './world.ts';

/** What a request allows to be mentioned. */
export interface AllowedMentions {
  parse?: ('everyone' | 'users' | 'roles')[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

/**
 * Who is pinged by a message's text, as far as the request allows it (all, if it says nothing) and its author may: everyone, and
 * roles that are not open to all, by a permission only.
 */
export function mentionsIn(
  world: World,
  channel: Channel,
  json: Pick<MessageJson, 'author' | 'content' | 'components'>,
  allowed: AllowedMentions | undefined,
): Pick<MessageJson, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const text = [json.content, ...everyComponent(json.components).map((c) => c.content ?? '')].join('\n');
  const may = (kind: 'users' | 'roles', id: string): boolean =>
    allowed === undefined || (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
  const ids = (pattern: RegExp): string[] => [
    ...new Set([...text.matchAll(pattern)].flatMap((m) => m[1] ?? [])),
  ];
  const author = world.users.get(json.author.id);
  const mayMentionAll = author !== undefined && has(permissionsOf(world, author, channel), 'MentionEveryone');
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  return {
    mentions: ids(/<@!?(\d+)>/g)
      .filter((id) => may('users', id))
      .flatMap((id) => world.users.get(id)?.json ?? []),
    mention_roles: ids(/<@&(\d+)>/g).filter(
      (id) => may('roles', id) && guild?.roles.has(id) && (mayMentionAll || guild.roles.get(id)?.mentionable),
    ),
    mention_everyone:
      /@(everyone|here)\b/.test(text) &&
      mayMentionAll &&
      (allowed === undefined || (allowed.parse ?? []).includes('everyone')),
  };
}

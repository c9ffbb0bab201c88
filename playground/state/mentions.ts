import { permissionsOf } from './channels.ts';
import { everyComponent } from './components.ts';
import type { MessageJson } from './json.ts';
import { has } from './permissions.ts';
import type { Channel, World } from './world.ts';

/** The mentions that a request allows. */
export interface AllowedMentions {
  parse?: ('everyone' | 'users' | 'roles')[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

/**
 * The people and roles that a message's text pings, if the request allows it (it allows all if it does not say) and the
 * author may. Pinging everyone, and roles that are not open to all, needs a permission.
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

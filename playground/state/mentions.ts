import { everyComponent } from './components.ts';
import type { MessageJson } from './json.ts';
import type { Channel, World } from './world.ts';

/** What a request allows to be mentioned. */
export interface AllowedMentions {
  parse?: ('everyone' | 'users' | 'roles')[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

/** Who is mentioned by a message's text, as far as the request allows it (all, if it says nothing). */
export function mentionsIn(
  world: World,
  channel: Channel,
  json: Pick<MessageJson, 'content' | 'components'>,
  allowed: AllowedMentions | undefined,
): Pick<MessageJson, 'mentions' | 'mention_roles' | 'mention_everyone'> {
  const text = [json.content, ...everyComponent(json.components).map((c) => c.content ?? '')].join('\n');
  const may = (kind: 'users' | 'roles', id: string): boolean =>
    allowed === undefined || (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
  const ids = (pattern: RegExp): string[] => [
    ...new Set([...text.matchAll(pattern)].flatMap((m) => m[1] ?? [])),
  ];
  const guild = channel.guildId === null ? undefined : world.guilds.get(channel.guildId);
  return {
    mentions: ids(/<@!?(\d+)>/g)
      .filter((id) => may('users', id))
      .flatMap((id) => world.users.get(id)?.json ?? []),
    mention_roles: ids(/<@&(\d+)>/g).filter((id) => may('roles', id) && guild?.roles.has(id)),
    mention_everyone:
      /@(everyone|here)\b/.test(text) &&
      guild !== undefined &&
      (allowed === undefined || (allowed.parse ?? []).includes('everyone')),
  };
}

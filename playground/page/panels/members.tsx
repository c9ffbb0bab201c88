import { ApplicationCommandType } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { MemberView } from '../../web/protocol.ts';
import { Avatar, Icon } from '../icons.tsx';
import { colour } from '../message/colour.ts';
import { useViewer, type Viewer } from '../viewer.ts';
import { Menu, type MenuItem } from './menu.tsx';

/** The list at the right: the members, under the roles that are shown separately. */
export function Members({ onClose }: { readonly onClose: (() => void) | null }): VNode {
  const { guild, world, words } = useViewer();
  const members = guild?.members ?? [];
  const hoisted = (guild?.roles ?? [])
    .filter((role) => role.hoist)
    .toSorted((a, b) => b.position - a.position);
  const roleOf = (member: MemberView): string =>
    hoisted.find((role) => member.roles.includes(role.id))?.id ?? '';
  const groups = [
    ...hoisted.map((role) => ({ id: role.id, name: role.name })),
    { id: '', name: words.members },
  ]
    .map((group) => ({ ...group, members: members.filter((member) => roleOf(member) === group.id) }))
    .filter((group) => group.members.length > 0);
  return (
    <aside
      class="members"
      aria-label={words.members}
      onKeyDown={(event) => event.key === 'Escape' && onClose?.()}
    >
      {onClose !== null && (
        <button type="button" class="bare close" aria-label="Close the members" onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
      {groups.map((group) => (
        <section>
          <h3>{`${group.name} — ${group.members.length}`}</h3>
          <ul>
            {group.members.map((member) => (
              <Line
                key={member.user.id}
                member={member}
                isYou={member.user.id === world.you.id}
                tint={colour(guild?.roles.find((role) => role.id === group.id)?.color || null)}
              />
            ))}
          </ul>
        </section>
      ))}
    </aside>
  );
}

interface LineProps {
  readonly member: MemberView;
  readonly isYou: boolean;
  readonly tint: string | undefined;
}

function Line({ member, isYou, tint }: LineProps): VNode {
  const viewer = useViewer();
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isBot = member.user.bot === true;
  return (
    <li
      onContextMenu={(event) => {
        event.preventDefault();
        setMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <button
        type="button"
        ref={button}
        class="member"
        aria-haspopup="menu"
        onClick={() => {
          const box = button.current?.getBoundingClientRect();
          setMenu({ x: box?.left ?? 0, y: box?.bottom ?? 0 });
        }}
      >
        <Avatar id={member.user.id} name={member.name} bot={isBot} />
        <span class="member-name" style={{ '--role': tint }}>
          {member.name}
        </span>
        {isBot && <span class="tag">{viewer.words.app}</span>}
        {isYou && <span class="quiet">you</span>}
        <span class="member-more">
          <Icon name="more" size={18} />
        </span>
      </button>
      {menu !== null && (
        <Menu
          at={menu}
          label={member.name}
          items={itemsFor(member, viewer)}
          onClose={() => setMenu(null)}
          back={button}
        />
      )}
    </li>
  );
}

function itemsFor(member: MemberView, viewer: Viewer): MenuItem[] {
  return (viewer.world.commands[viewer.guild?.id ?? 'dm'] ?? [])
    .filter((command) => command.type === ApplicationCommandType.User)
    .map((command) => ({
      label: command.name_localizations?.[viewer.world.you.locale] ?? command.name,
      run: () =>
        void viewer.act({
          do: 'menu',
          channelId: viewer.channel.id,
          command: command.name,
          targetId: member.user.id,
        }),
    }));
}

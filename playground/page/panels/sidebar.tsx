import type { VNode } from 'preact';
import type { ChannelView, GuildView, PersonView } from '../../web/protocol.ts';
import { Avatar, Icon, type IconName } from '../icons.tsx';
import { Picker } from '../message/picker.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  readonly unread: ReadonlySet<string>;
  readonly onOpenGuild: (guildId: string | null) => void;
  readonly onBecome: (personId: string) => void;
}

const LANGUAGE = new Intl.DisplayNames('en', { type: 'language' });

/** The bar at the left: the servers, the channels of the open one, and the person who looks. */
export function Sidebar({ unread, onOpenGuild, onBecome }: Props): VNode {
  const { world, guild } = useViewer();
  return (
    <>
      <nav class="rail" aria-label="Servers">
        <RailButton
          name="Direct messages"
          current={guild === null}
          unread={unread.has(world.dm.id)}
          onOpen={() => onOpenGuild(null)}
        >
          <Avatar id={world.bot.id} name={world.bot.username} bot />
        </RailButton>
        <hr />
        {world.guilds.map((each) => (
          <RailButton
            key={each.id}
            name={each.name}
            current={each.id === guild?.id}
            unread={each.channels.some((channel) => unread.has(channel.id))}
            onOpen={() => onOpenGuild(each.id)}
          >
            <Initials guild={each} />
          </RailButton>
        ))}
      </nav>
      <aside class="channels" aria-label="Channels and who you are">
        <h2>{guild?.name ?? 'Direct messages'}</h2>
        <nav aria-label="Channels">
          <ul>
            {guild === null ? (
              <ChannelLine channel={world.dm} icon="at" isUnread={false} />
            ) : (
              guild.channels
                .filter((channel) => channel.kind === 'text')
                .map((channel) => (
                  <ChannelLine
                    key={channel.id}
                    channel={channel}
                    icon="hash"
                    isUnread={unread.has(channel.id)}
                  >
                    {guild.channels
                      .filter((thread) => thread.parentId === channel.id)
                      .map((thread) => (
                        <ChannelLine
                          key={thread.id}
                          channel={thread}
                          icon="thread"
                          isUnread={unread.has(thread.id)}
                        />
                      ))}
                  </ChannelLine>
                ))
            )}
            {guild?.channels
              .filter((channel) => channel.kind === 'voice')
              .map((channel) => (
                <VoiceLine key={channel.id} channel={channel} guild={guild} />
              ))}
          </ul>
        </nav>
        <div class="you">
          <Avatar id={world.you.id} name={world.you.name} />
          <Picker
            label="You are"
            placeholder=""
            chosen={[world.you.id]}
            min={1}
            max={1}
            options={world.people.map((person) => ({
              value: person.id,
              label: person.name,
              description: describe(person),
            }))}
            onChoose={([id]) => id !== undefined && id !== world.you.id && onBecome(id)}
          />
          <p class="quiet" title={describe(world.you)}>
            {describe(world.you).split(' · ').slice(0, 2).join(' · ')}
          </p>
        </div>
      </aside>
    </>
  );
}

const describe = (person: PersonView): string =>
  `${person.about} · ${LANGUAGE.of(person.locale) ?? person.locale} · ${person.timeZone.split('/').at(-1)?.replace('_', ' ')}`;

interface RailProps {
  readonly name: string;
  readonly current: boolean;
  readonly unread: boolean;
  readonly onOpen: () => void;
  readonly children: VNode;
}

function RailButton({ name, current, unread, onOpen, children }: RailProps): VNode {
  return (
    <button
      type="button"
      class={`rail-button ${current ? 'current' : ''} ${unread ? 'unread' : ''}`}
      aria-label={unread ? `${name}, new messages` : name}
      aria-current={current ? 'true' : undefined}
      title={name}
      onClick={onOpen}
    >
      {children}
    </button>
  );
}

function Initials({ guild }: { readonly guild: GuildView }): VNode {
  const letters = guild.name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 3)
    .join('');
  // The style sheet draws the letters. As a text they would be read aloud one by one.
  return <span class="initials" data-letters={letters} />;
}

interface LineProps {
  readonly channel: ChannelView;
  readonly icon: IconName;
  readonly isUnread: boolean;
  readonly children?: readonly VNode[];
}

function ChannelLine({ channel, icon, isUnread, children }: LineProps): VNode {
  const viewer = useViewer();
  const current = viewer.channel.id === channel.id;
  return (
    <li>
      <button
        type="button"
        class={`channel-line ${current ? 'current' : ''} ${isUnread ? 'unread' : ''}`}
        aria-current={current ? 'page' : undefined}
        onClick={() => viewer.openChannel(channel.id)}
      >
        <Icon name={icon} size={18} />
        <span>{channel.name}</span>
        {isUnread && <span class="visually-hidden">, new messages</span>}
      </button>
      {children !== undefined && children.length > 0 && <ul>{children}</ul>}
    </li>
  );
}

interface VoiceProps {
  readonly channel: ChannelView;
  readonly guild: GuildView;
}

/** A voice channel, with those who are in it. Nothing is heard there; the bot learns who comes and goes. */
function VoiceLine({ channel, guild }: VoiceProps): VNode {
  const { world, act } = useViewer();
  const isIn = channel.inVoice.includes(world.you.id);
  const move = (channelId: string | null): void => void act({ do: 'voice', guildId: guild.id, channelId });
  return (
    <li>
      <div class="voice-line">
        <Icon name="voice" size={18} />
        <span>{channel.name}</span>
        <button
          type="button"
          class="bare"
          aria-label={`${isIn ? 'Leave' : 'Join'} ${channel.name}`}
          disabled={!channel.open}
          onClick={() => move(isIn ? null : channel.id)}
        >
          {isIn ? 'Leave' : 'Join'}
        </button>
      </div>
      {channel.inVoice.length > 0 && (
        <ul class="in-voice" aria-label={`In ${channel.name}`}>
          {guild.members
            .filter(({ user }) => channel.inVoice.includes(user.id))
            .map(({ user, name }) => (
              <li key={user.id}>
                <Avatar id={user.id} name={name} />
                <span>{name}</span>
              </li>
            ))}
        </ul>
      )}
    </li>
  );
}

import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ChannelView, WorldView } from '../web/protocol.ts';
import type { Prefill } from './composer/use-composing.ts';
import { Modal } from './modal/modal.tsx';
import { Conversation } from './panels/conversation.tsx';
import { Header } from './panels/header.tsx';
import { Inspector } from './panels/inspector.tsx';
import { Members } from './panels/members.tsx';
import { LargePicture } from './panels/picture.tsx';
import { Sidebar } from './panels/sidebar.tsx';
import { TimeBar, useTicking } from './panels/time-bar.tsx';
import { usePanels } from './panels/use-panels.ts';
import { useWelcome } from './panels/use-welcome.ts';
import { useRemembered } from './remembered.ts';
import type { PageState } from './state.ts';
import { useActs } from './use-acts.ts';
import { useUnread } from './use-unread.ts';
import { metIn, ViewerContext, type Picture, type Viewer } from './viewer.ts';
import { wordsFor } from './words.ts';

/** How often timestamps in messages are written anew, in milliseconds. */
const REFRESH = 15_000;

interface Props {
  readonly state: PageState;
  readonly world: WorldView;
  readonly onBecome: (personId: string) => void;
}

/** Discord as one person sees it, with the playground's own controls around it. */
export function Room({ state, world, onBecome }: Props): VNode {
  const [channelId, setChannelId] = useRemembered('playground.channel', '');
  const [prefill, setPrefill] = useState<Prefill | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const panels = usePanels();
  const welcome = useWelcome(world.you.id);

  const channels = channelsOf(world);
  const channel = channels.find((each) => each.id === channelId) ?? channels[0] ?? world.dm;
  const guild = world.guilds.find((each) => each.id === channel.guildId) ?? null;
  const clock = state.clock[guild?.id ?? world.guilds[0]?.id ?? ''];
  const now = useTicking(clock?.now ?? 0, REFRESH);
  const unread = useUnread(state, channel.id, world.you.id);
  const acts = useActs(world.you.id, channel.id);
  const { modal } = acts;
  const place = channel.kind === 'dm' ? `@${channel.name}` : `#${channel.name}`;
  useEffect(() => {
    document.title = `${place} · Roadmate playground`;
  }, [place]);

  const shown = state.messages[channel.id];
  const starter = state.messages[channel.parentId ?? '']?.find(({ json }) => json.id === channel.id);
  const hasList = panels.hasMembers && guild !== null;
  const viewer: Viewer = useMemo(
    () => ({
      world,
      guild,
      channel,
      // People in the list of members count as met. Phones do not show that list by themselves.
      met: new Set([
        ...metIn([...(starter ? [starter] : []), ...(shown ?? [])].map(({ json }) => json)),
        ...(hasList ? guild.members.map((member) => member.user.id) : []),
      ]),
      words: wordsFor(world.you.locale),
      now,
      act: acts.act,
      openChannel: (id) => {
        setChannelId(id);
        panels.openDrawer(false);
      },
      enlarge: setPicture,
      fill: (command, options = {}) =>
        setPrefill((before) => ({ count: (before?.count ?? 0) + 1, command, options })),
    }),
    [world, channel, now, shown, starter, hasList],
  );
  const become = (personId: string): void => {
    onBecome(personId);
    panels.openDrawer(false);
  };
  const openGuild = (guildId: string | null): void =>
    setChannelId((channels.find((each) => each.guildId === guildId) ?? world.dm).id);

  return (
    <ViewerContext.Provider value={viewer}>
      <div class={`page ${panels.isDrawerOpen ? 'drawer-open' : ''}`}>
        <SkipLink />
        <div class="sidebar">
          <Sidebar unread={unread} onOpenGuild={openGuild} onBecome={become} />
        </div>
        {panels.isDrawerOpen && (
          <button
            type="button"
            class="shade"
            aria-label="Close the channels"
            onClick={() => panels.openDrawer(false)}
          />
        )}
        <main class="main" inert={panels.isDrawerOpen}>
          <h1 class="visually-hidden">Roadmate playground</h1>
          {clock !== undefined && <TimeBar clock={clock} />}
          <Header
            bot={state.bot}
            refused={state.requests.filter((request) => request.refusal !== null).length}
            panels={panels}
            onHelp={welcome.open}
          />
          <div class="middle">
            <Conversation
              place={place}
              messages={shown ?? []}
              starter={starter}
              acts={acts}
              welcome={welcome}
              prefill={prefill}
            />
            {hasList && !panels.isInspecting && (
              <Members onClose={panels.isWide ? null : () => panels.showMembers(false)} />
            )}
            {panels.isInspecting && (
              <Inspector requests={state.requests} onClose={() => panels.inspect(false)} />
            )}
          </div>
        </main>
        {modal !== null && (
          <Modal
            key={modal.modalId}
            modal={modal.json}
            onSubmit={(fields) => acts.act({ do: 'submit', modalId: modal.modalId, fields })}
            onClose={acts.closeModal}
          />
        )}
        {picture !== null && <LargePicture picture={picture} onClose={() => setPicture(null)} />}
      </div>
    </ViewerContext.Provider>
  );
}

/** The channels with messages. The conversation with the bot is the last. */
const channelsOf = (world: WorldView): readonly ChannelView[] => [
  ...world.guilds.flatMap((guild) => guild.channels).filter(({ kind }) => kind !== 'voice'),
  world.dm,
];

/** The first thing that Tab reaches, because there may be many messages before the field. */
const SkipLink = (): VNode => (
  <a
    class="skip-link"
    href="#message-field"
    onClick={(event) => {
      event.preventDefault();
      document.querySelector<HTMLElement>('.composer [data-field]')?.focus();
    }}
  >
    Skip to the message field
  </a>
);

import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Act, ModalView, Outcome, WorldView } from '../web/protocol.ts';
import { Composer } from './composer/composer.tsx';
import type { Prefill } from './composer/use-composing.ts';
import { send, useServer } from './connection.ts';
import { Icon } from './icons.tsx';
import { History, type Failure } from './message/history.tsx';
import { Modal } from './modal/modal.tsx';
import { Header } from './panels/header.tsx';
import { Inspector } from './panels/inspector.tsx';
import { Members } from './panels/members.tsx';
import { LargePicture } from './panels/picture.tsx';
import { Sidebar } from './panels/sidebar.tsx';
import { TimeBar, useTicking } from './panels/time-bar.tsx';
import { Welcome } from './panels/welcome.tsx';
import { useRemembered } from './remembered.ts';
import { useUnread } from './use-unread.ts';
import { useMedia, WIDE } from './use-media.ts';
import type { PageState } from './state.ts';
import { metIn, ViewerContext, type Picture, type Viewer } from './viewer.ts';
import { wordsFor } from './words.ts';

/** How often timestamps in messages are written anew, in milliseconds. */
const REFRESH = 15_000;

/** The whole page. */
export function App(): VNode {
  const [as, become] = useRemembered('playground.as', '');
  const state = useServer(as === '' ? null : as);
  if (state.world === null) {
    return (
      <main class="starting" aria-busy="true">
        <h1>Roadmate playground</h1>
        <p role="status">Starting…</p>
      </main>
    );
  }
  return <Room state={state} world={state.world} onBecome={become} />;
}

interface RoomProps {
  readonly state: PageState;
  readonly world: WorldView;
  readonly onBecome: (personId: string) => void;
}

function Room({ state, world, onBecome }: RoomProps): VNode {
  const [channelId, setChannelId] = useRemembered('playground.channel', '');
  const [visited, setVisited] = useRemembered('playground.visited', 'no');
  const [tried, setTried] = useState<ReadonlySet<string>>(new Set());
  const [isInspecting, setInspecting] = useState(false);
  const isWide = useMedia(WIDE);
  const [wideMembers, setWideMembers] = useRemembered('playground.members', 'yes');
  const [narrowMembers, setNarrowMembers] = useState(false);
  const hasMembers = isWide ? wideMembers === 'yes' : narrowMembers;
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [prefill, setPrefill] = useState<Prefill | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [picture, setPicture] = useState<Picture | null>(null);
  const [modal, setModal] = useState<ModalView | null>(null);
  const [failures, setFailures] = useState<readonly (Failure & { readonly channelId: string })[]>([]);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());

  const written = world.guilds.flatMap((each) => each.channels).filter(({ kind }) => kind !== 'voice');
  const all = [...written, world.dm];
  const channel = all.find((each) => each.id === channelId) ?? all[0] ?? world.dm;
  const guild = world.guilds.find((each) => each.id === channel.guildId) ?? null;
  const clock = state.clock[guild?.id ?? world.guilds[0]?.id ?? ''];
  const now = useTicking(clock?.now ?? 0, REFRESH);
  const words = wordsFor(world.you.locale);
  const unread = useUnread(state, channel.id, world.you.id);
  const place = channel.kind === 'dm' ? `@${channel.name}` : `#${channel.name}`;

  const act = async (action: Act): Promise<Outcome> => {
    const outcome = await send(world.you.id, action);
    if (outcome.kind === 'modal') setModal(outcome.modal);
    setNotice(outcome.kind === 'refused' ? outcome.reason : null);
    return outcome;
  };
  const shown = state.messages[channel.id];
  const starter = state.messages[channel.parentId ?? '']?.find(({ json }) => json.id === channel.id);
  const hasList = hasMembers && guild !== null;
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
      words,
      now,
      act,
      openChannel: (id) => {
        setChannelId(id);
        setDrawerOpen(false);
      },
      enlarge: setPicture,
      fill: (command, options = {}) =>
        setPrefill((before) => ({ count: (before?.count ?? 0) + 1, command, options })),
    }),
    [world, channel, now, shown, starter, hasList],
  );
  const become = (personId: string): void => {
    onBecome(personId);
    setDrawerOpen(false);
  };
  const openGuild = (guildId: string | null): void => {
    setChannelId((written.find((each) => each.guildId === guildId) ?? world.dm).id);
  };
  const run = async (command: string, action: Act): Promise<void> => {
    if (visited === 'no') setVisited('slim');
    setTried((before) => new Set([...before, command]));
    const outcome = await act(action);
    if (outcome.kind !== 'failed') return;
    setFailures((before) => [
      ...before,
      { key: (before.at(-1)?.key ?? 0) + 1, command, channelId: channel.id },
    ]);
  };
  useEffect(() => {
    setModal(null);
    setFailures([]);
    setTried(new Set());
  }, [world.you.id]);
  useEffect(() => {
    if (!isDrawerOpen) return undefined;
    // What had the focus is inert now, so no element of the page would hear the key.
    const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && setDrawerOpen(false);
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isDrawerOpen]);
  useEffect(() => {
    document.title = `${place} · Roadmate playground`;
  }, [place]);

  return (
    <ViewerContext.Provider value={viewer}>
      <div class={`page ${isDrawerOpen ? 'drawer-open' : ''}`}>
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
        <div class="sidebar">
          <Sidebar unread={unread} onOpenGuild={openGuild} onBecome={become} />
        </div>
        {isDrawerOpen && (
          <button
            type="button"
            class="shade"
            aria-label="Close the channels"
            onClick={() => setDrawerOpen(false)}
          />
        )}
        <main class="main" inert={isDrawerOpen}>
          <h1 class="visually-hidden">Roadmate playground</h1>
          {clock !== undefined && <TimeBar clock={clock} />}
          <Header
            bot={state.bot}
            refused={state.requests.filter((request) => request.refusal !== null).length}
            isInspecting={isInspecting}
            hasMembers={hasMembers}
            onDrawer={() => setDrawerOpen(true)}
            onInspect={() => setInspecting(!isInspecting)}
            onMembers={() =>
              isWide ? setWideMembers(hasMembers ? 'no' : 'yes') : setNarrowMembers(!hasMembers)
            }
            onHelp={() => setVisited('no')}
          />
          <div class="middle">
            <div class="conversation" lang={world.you.locale}>
              {visited !== 'yes' && (
                <Welcome slim={visited === 'slim'} tried={tried} onClose={() => setVisited('yes')} />
              )}
              <History
                starter={starter}
                messages={(shown ?? []).filter((view) => !dismissed.has(view.json.id))}
                failures={failures.filter((failure) => failure.channelId === channel.id)}
                place={place}
                onDismiss={(id) => setDismissed((before) => new Set([...before, id]))}
                onDismissFailure={(key) =>
                  setFailures((before) => before.filter((failure) => failure.key !== key))
                }
              />
              {notice !== null && (
                <p class="notice" role="alert">
                  {notice}
                  <button
                    type="button"
                    class="bare"
                    aria-label="Close the notice"
                    onClick={() => setNotice(null)}
                  >
                    <Icon name="close" />
                  </button>
                </p>
              )}
              <Composer
                prefill={prefill}
                place={place}
                onSlash={(command, options) =>
                  void run(command, { do: 'slash', channelId: channel.id, command, options })
                }
                onSay={(text, files) => void act({ do: 'say', channelId: channel.id, text, files })}
              />
            </div>
            {hasList && !isInspecting && <Members onClose={isWide ? null : () => setNarrowMembers(false)} />}
            {isInspecting && <Inspector requests={state.requests} onClose={() => setInspecting(false)} />}
          </div>
        </main>
        {modal !== null && (
          <Modal
            key={modal.modalId}
            modal={modal.json}
            onSubmit={(fields) => act({ do: 'submit', modalId: modal.modalId, fields })}
            onClose={() => setModal(null)}
          />
        )}
        {picture !== null && <LargePicture picture={picture} onClose={() => setPicture(null)} />}
      </div>
    </ViewerContext.Provider>
  );
}

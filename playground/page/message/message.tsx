import { ApplicationCommandType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../web/protocol.ts';
import { dateFormat } from '../date-format.ts';
import { Avatar, Icon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { formatTimestamp } from '../markdown/timestamp.ts';
import { Menu, type MenuItem } from '../panels/menu.tsx';
import { MentionedContext, nameOf, useViewer, type Viewer } from '../viewer.ts';
import { Components } from './components.tsx';
import { Embed } from './embed.tsx';
import { useInteraction } from './interact.ts';
import { FileCard, Media } from './media.tsx';

interface Props {
  readonly view: MessageView;
  /** Whether it follows a message of the same author, and needs no head. */
  readonly follows: boolean;
  /** Whether it is the message on which the open thread stands. It then has no link to that thread. */
  readonly isStarter?: boolean;
  readonly onDismiss: (id: string) => void;
}

/** A message, as the person who looks sees it. */
export function Message({ view, follows, isStarter = false, onDismiss }: Props): VNode {
  const viewer = useViewer();
  const { json } = view;
  const use = useInteraction(json);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const more = useRef<HTMLButtonElement>(null);
  const name = nameOf(viewer, json.author.id) ?? json.author.username;
  const isBot = json.author.bot === true;
  const seconds = Date.parse(json.timestamp) / 1000;
  const by = json.interaction_metadata?.user;
  const said = `${name}, ${formatTimestamp(seconds, 't', viewer.world.you, viewer.now) ?? ''}`;
  // The head gives author and time. A further label would be read aloud twice.
  const hasHead = !follows || view.used !== null;
  const openMenu = (): void => {
    const box = more.current?.getBoundingClientRect();
    setMenu({ x: box?.left ?? 0, y: box?.bottom ?? 0 });
  };
  return (
    <li
      class={`message ${hasHead ? '' : 'follows'} ${view.ephemeral ? 'ephemeral' : ''}`}
      data-message-id={json.id}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenu({ x: event.clientX, y: event.clientY });
      }}
    >
      <article aria-label={hasHead ? undefined : said}>
        {by !== undefined && view.used !== null && (
          <div class="used">
            <Icon name="reply" size={16} />
            <span class="author">{nameOf(viewer, by.id) ?? by.username}</span> {viewer.words.used}{' '}
            <button type="button" class="mention" onClick={() => viewer.fill(view.used ?? '')}>
              /{view.used}
            </button>
          </div>
        )}
        {hasHead && (
          <header>
            <Avatar id={json.author.id} name={name} bot={isBot} />
            <span class={`author ${isBot ? 'of-bot' : ''}`}>{name}</span>
            {isBot && <span class="tag">{viewer.words.app}</span>}
            <Sent seconds={seconds} viewer={viewer} />
          </header>
        )}
        <MentionedContext.Provider value={json.mentions}>
          <Body view={view} use={use} viewer={viewer} name={name} opensThread={!isStarter} />
        </MentionedContext.Provider>
        {use.failed && (
          <p class="failed" role="alert">
            {viewer.words.interactionFailed}
          </p>
        )}
        {view.ephemeral && (
          <p class="only-you">
            <Icon name="eye" size={16} /> {viewer.words.onlyYou} •{' '}
            <button type="button" class="as-link" onClick={() => onDismiss(json.id)}>
              {viewer.words.dismiss}
            </button>
          </p>
        )}
      </article>
      <div class="toolbar">
        <button type="button" ref={more} aria-label="More" aria-haspopup="menu" onClick={openMenu}>
          <Icon name="more" />
        </button>
      </div>
      {menu !== null && (
        <Menu
          at={menu}
          label={viewer.words.apps}
          items={itemsFor(view, viewer)}
          onClose={() => setMenu(null)}
          back={more}
        />
      )}
    </li>
  );
}

function itemsFor({ json }: MessageView, viewer: Viewer): MenuItem[] {
  const commands = viewer.world.commands[viewer.guild?.id ?? 'dm'] ?? [];
  return commands
    .filter((command) => command.type === ApplicationCommandType.Message)
    .map((command) => ({
      label: command.name_localizations?.[viewer.world.you.locale] ?? command.name,
      run: () =>
        void viewer.act({ do: 'menu', channelId: json.channel_id, command: command.name, targetId: json.id }),
    }));
}

function Sent({ seconds, viewer }: { readonly seconds: number; readonly viewer: Viewer }): VNode {
  const { you } = viewer.world;
  const day = dateFormat('en-CA', { timeZone: you.timeZone, dateStyle: 'short' });
  const isToday = day.format(seconds * 1000) === day.format(viewer.now);
  const style = isToday ? 't' : 'f';
  return (
    <time
      dateTime={new Date(seconds * 1000).toISOString()}
      title={formatTimestamp(seconds, 'F', you, viewer.now) ?? ''}
    >
      {formatTimestamp(seconds, style, you, viewer.now)}
    </time>
  );
}

interface BodyProps {
  readonly view: MessageView;
  readonly use: ReturnType<typeof useInteraction>;
  readonly viewer: Viewer;
  readonly name: string;
  readonly opensThread: boolean;
}

function Body({ view, use, viewer, name, opensThread }: BodyProps): VNode {
  const { json } = view;
  if ((json.flags & MessageFlags.Loading) !== 0) {
    return (
      <p class="thinking">
        <span class="dots" aria-hidden="true" /> {viewer.words.thinking(name)}
      </p>
    );
  }
  if (json.type === MessageType.ThreadCreated) {
    return <p class="quiet">{viewer.words.startedThread(json.content)}</p>;
  }
  const isV2 = (json.flags & MessageFlags.IsComponentsV2) !== 0;
  const edited = json.edited_timestamp !== null && <span class="edited">{viewer.words.edited}</span>;
  return (
    <div class="body">
      {json.content !== '' && <Markdown text={json.content} />}
      {!isV2 && ownAttachments(json).map((file) => <Attachment file={file} />)}
      {json.embeds.map((embed) => (
        <Embed embed={embed} />
      ))}
      <Components components={json.components} message={json} use={use} />
      {edited}
      {opensThread && json.thread !== undefined && (
        <ThreadCard id={json.thread.id} name={json.thread.name ?? ''} viewer={viewer} />
      )}
    </div>
  );
}

/** The attachments that no embed shows. */
function ownAttachments({ attachments, embeds }: MessageView['json']): MessageView['json']['attachments'] {
  const shown = new Set(embeds.flatMap((embed) => [embed.image?.url, embed.thumbnail?.url]));
  return attachments.filter((file) => !shown.has(file.url));
}

function Attachment({ file }: { readonly file: MessageView['json']['attachments'][number] }): VNode {
  if (!file.content_type.startsWith('image/'))
    return <FileCard name={file.filename} size={file.size} url={file.url} />;
  return (
    <Media
      kind="wide"
      url={file.url}
      alt={file.description ?? file.filename}
      spoiler={file.filename.startsWith('SPOILER_')}
      width={file.width}
      height={file.height}
    />
  );
}

function ThreadCard({
  id,
  name,
  viewer,
}: {
  readonly id: string;
  readonly name: string;
  readonly viewer: Viewer;
}): VNode {
  return (
    <button type="button" class="thread-card" onClick={() => viewer.openChannel(id)}>
      <Icon name="thread" />
      <strong>{name}</strong>
      <span>{viewer.words.viewThread} ›</span>
    </button>
  );
}

import type { ComponentChildren, VNode } from 'preact';
import { useContext, useMemo, useState } from 'preact/hooks';
import type { UserJson } from '../../state/json.ts';
import { isOpenable } from '../address.ts';
import { MentionedContext, mentionedName, useViewer, type Viewer } from '../viewer.ts';
import { readBlocks, type Block } from './blocks.ts';
import { parse, type TextNode } from './inline.ts';
import { formatTimestamp } from './timestamp.ts';

/** Shows a text as Discord does in messages, embeds and Text Displays. */
export function Markdown({ text }: { readonly text: string }): VNode {
  const blocks = useMemo(() => readBlocks(text), [text]);
  return (
    <div class="markdown">
      <Blocks blocks={blocks} />
    </div>
  );
}

/** Shows a single line: without headings, quotes and lists (embed titles, field names). */
export function InlineMarkdown({ text }: { readonly text: string }): VNode {
  const nodes = useMemo(() => parse(text), [text]);
  return <Nodes nodes={nodes} />;
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }): VNode {
  return (
    <>
      {blocks.map((block) => {
        if (block.kind === 'text') return <Nodes nodes={block.nodes} />;
        if (block.kind === 'quote') {
          return (
            <blockquote>
              <Blocks blocks={block.content} />
            </blockquote>
          );
        }
        const items = block.items.map((item) => (
          <li>
            <Blocks blocks={item.content} />
          </li>
        ));
        return block.start === null ? <ul>{items}</ul> : <ol start={block.start}>{items}</ol>;
      })}
    </>
  );
}

function Nodes({ nodes }: { readonly nodes: TextNode['content'] }): VNode {
  const viewer = useViewer();
  const mentioned = useContext(MentionedContext);
  if (typeof nodes === 'string') return <>{nodes}</>;
  // A block of code stands on lines of its own, so the line break after it is dropped.
  const shown = nodes?.filter((node, at) => node.type !== 'br' || nodes[at - 1]?.type !== 'codeBlock');
  return <>{shown?.map((node) => render(node, viewer, mentioned))}</>;
}

const plain = (node: TextNode): string =>
  typeof node.content === 'string' ? node.content : (node.content?.map(plain).join('') ?? node.name ?? '');

function render(node: TextNode, viewer: Viewer, mentioned: readonly UserJson[]): ComponentChildren {
  const inner = <Nodes nodes={node.content} />;
  switch (node.type) {
    case 'text':
    case 'emoticon':
      return inner;
    case 'newline':
    case 'br':
      return <br />;
    case 'strong':
      return <strong>{inner}</strong>;
    case 'em':
      return <em>{inner}</em>;
    case 'underline':
      return <u>{inner}</u>;
    case 'strikethrough':
      return <s>{inner}</s>;
    case 'inlineCode':
      return <code>{inner}</code>;
    case 'codeBlock':
      return (
        <pre tabIndex={0} aria-label={node.lang === '' ? 'Code' : `Code: ${node.lang}`}>
          <code>{inner}</code>
        </pre>
      );
    case 'spoiler':
      return <Spoiler>{inner}</Spoiler>;
    case 'heading':
      return <h3 class={`md-h${node.level ?? 1}`}>{inner}</h3>;
    case 'subtext':
      return <div class="subtext">{inner}</div>;
    case 'blockQuote':
      return <blockquote>{inner}</blockquote>;
    case 'link':
    case 'url':
    case 'autolink':
      return <Link to={node.target ?? ''}>{inner}</Link>;
    case 'twemoji':
      return node.name;
    case 'emoji':
      return `:${node.name}:`;
    case 'timestamp':
      return <Timestamp seconds={Number(node.timestamp)} style={node.format} />;
    default:
      return renderMention(node, viewer, mentioned);
  }
}

function renderMention(node: TextNode, viewer: Viewer, mentioned: readonly UserJson[]): ComponentChildren {
  const id = node.id ?? '';
  switch (node.type) {
    case 'everyone':
    case 'here':
      return <span class="mention">@{node.type}</span>;
    case 'user':
      return <span class="mention">@{mentionedName(viewer, mentioned, id) ?? 'unknown-user'}</span>;
    case 'role': {
      const role = viewer.guild?.roles.find((each) => each.id === id);
      return <span class="mention">@{role?.name.replace(/^@/, '') ?? 'unknown-role'}</span>;
    }
    case 'channel': {
      const channel = viewer.guild?.channels.find((each) => each.id === id);
      if (channel === undefined) return <span class="mention">#unknown</span>;
      return (
        <button type="button" class="mention" onClick={() => viewer.openChannel(id)}>
          #{channel.name}
        </button>
      );
    }
    case 'slashCommand':
      return (
        <button type="button" class="mention" onClick={() => viewer.fill(node.fullName ?? '')}>
          /{node.fullName}
        </button>
      );
    default:
      return plain(node);
  }
}

/** Links only to addresses that Discord opens. Every other link stays text. */
function Link({ to, children }: { readonly to: string; readonly children: ComponentChildren }): VNode {
  if (!isOpenable(to)) return <>{children}</>;
  return (
    <a href={to} title={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function Timestamp({
  seconds,
  style,
}: {
  readonly seconds: number;
  readonly style: string | undefined;
}): VNode {
  const { world, now } = useViewer();
  const shown = formatTimestamp(seconds, style, world.you, now);
  if (shown === null) return <>{`<t:${seconds}${style === undefined ? '' : `:${style}`}>`}</>;
  return (
    <time
      class="timestamp"
      dateTime={new Date(seconds * 1000).toISOString()}
      title={formatTimestamp(seconds, 'F', world.you, now) ?? undefined}
    >
      {shown}
    </time>
  );
}

/** Hides its content until it is pressed. */
function Spoiler({ children }: { readonly children: ComponentChildren }): VNode {
  const [shown, setShown] = useState(false);
  const { words } = useViewer();
  if (shown) return <span class="spoiler shown">{children}</span>;
  return (
    <button type="button" class="spoiler" aria-label={words.spoiler} onClick={() => setShown(true)}>
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

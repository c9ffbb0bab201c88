import type { VNode } from 'preact';
import type { EmbedJson } from '../../state/json.ts';
import { InlineMarkdown, Markdown } from '../markdown/markdown.tsx';
import { formatTimestamp } from '../markdown/timestamp.ts';
import { openable } from '../address.ts';
import { useViewer } from '../viewer.ts';
import { colour } from './colour.ts';
import { Media } from './media.tsx';

function Linked({ url, text }: { readonly url: string | undefined; readonly text: string }): VNode {
  if (url === undefined) return <InlineMarkdown text={text} />;
  return (
    <a href={openable(url)} target="_blank" rel="noopener noreferrer">
      <InlineMarkdown text={text} />
    </a>
  );
}

/** An embed of a message. */
export function Embed({ embed }: { readonly embed: EmbedJson }): VNode {
  const { world, now } = useViewer();
  const at = embed.timestamp === undefined ? null : Date.parse(embed.timestamp) / 1000;
  const footer = [embed.footer?.text, at === null ? null : formatTimestamp(at, 'f', world.you, now)];
  return (
    <div class="embed" style={{ borderInlineStartColor: colour(embed.color) }}>
      <div class="embed-body">
        <div class="embed-text">
          {embed.author !== undefined && (
            <div class="embed-author">
              <Linked url={embed.author.url} text={embed.author.name} />
            </div>
          )}
          {embed.title !== undefined && (
            <div class="embed-title">
              <Linked url={embed.url} text={embed.title} />
            </div>
          )}
          {embed.description !== undefined && <Markdown text={embed.description} />}
          {embed.fields !== undefined && embed.fields.length > 0 && (
            <dl class="embed-fields">
              {embed.fields.map((field) => (
                <div class={field.inline === true ? 'inline' : ''}>
                  <dt>
                    <InlineMarkdown text={field.name} />
                  </dt>
                  <dd>
                    <Markdown text={field.value} />
                  </dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        {embed.thumbnail !== undefined && <Media kind="thumbnail" url={embed.thumbnail.url} alt={null} />}
      </div>
      {embed.image !== undefined && <Media kind="wide" url={embed.image.url} alt={embed.title} />}
      {footer.some((part) => part !== null && part !== undefined) && (
        <div class="embed-footer">{footer.filter(Boolean).join(' • ')}</div>
      )}
    </div>
  );
}

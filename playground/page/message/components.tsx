import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Component, MessageJson } from '../../state/json.ts';
import { openable } from '../address.ts';
import { Icon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { useViewer } from '../viewer.ts';
import { colour } from './colour.ts';
import type { Use } from './interact.ts';
import { FileCard, Media } from './media.tsx';
import { Picker } from './picker.tsx';
import { initialOf, optionsOf } from './select-options.ts';

interface Props {
  readonly component: Component;
  readonly message: MessageJson;
  readonly use: Use;
}

/** The components of a message, of the old kind (rows under a text) or the new kind (the whole message). */
export function Components({
  components,
  message,
  use,
}: Omit<Props, 'component'> & { readonly components: readonly Component[] }): VNode {
  return (
    <>
      {components.map((component, index) => (
        <Any key={`${index}-${component.type}`} component={component} message={message} use={use} />
      ))}
    </>
  );
}

function Any({ component, message, use }: Props): VNode | null {
  const inner = (): VNode => (
    <Components components={component.components ?? []} message={message} use={use} />
  );
  switch (component.type) {
    case ComponentType.ActionRow:
      return <div class="row">{inner()}</div>;
    case ComponentType.Button:
      return <Button component={component} use={use} />;
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return <Select component={component} use={use} />;
    case ComponentType.TextDisplay:
      return <Markdown text={component.content ?? ''} />;
    case ComponentType.Section:
      return (
        <div class="section">
          <div>{inner()}</div>
          {component.accessory !== undefined && (
            <Any component={component.accessory} message={message} use={use} />
          )}
        </div>
      );
    case ComponentType.Thumbnail:
      return (
        <Media
          kind="thumbnail"
          url={urlOf(component)}
          alt={component.description}
          spoiler={component.spoiler}
        />
      );
    case ComponentType.MediaGallery:
      return <Gallery items={component.items ?? []} />;
    case ComponentType.File:
      return (
        <FileCard
          name={fileName(component, message)}
          size={component.size}
          url={urlOf({ media: component.file })}
        />
      );
    case ComponentType.Separator: {
      const size = component.spacing === 2 ? 'large' : 'small';
      return component.divider === false ? <div class={`gap ${size}`} /> : <hr class={size} />;
    }
    case ComponentType.Container:
      return (
        <Container accent={colour(component.accent_color)} spoiler={component.spoiler === true}>
          {inner()}
        </Container>
      );
    default:
      return null;
  }
}

const urlOf = ({ media }: { media?: Component['media'] }): string => media?.url ?? '';

function fileName(component: Component, message: MessageJson): string {
  const attached = message.attachments.find((each) => each.id === component.file?.attachment_id);
  const path = URL.parse(urlOf({ media: component.file }))?.pathname ?? '';
  return component.name ?? attached?.filename ?? decodeURIComponent(path.split('/').at(-1) ?? 'file');
}

interface ContainerProps {
  readonly accent: string | undefined;
  readonly spoiler: boolean;
  readonly children: ComponentChildren;
}

function Container({ accent, spoiler, children }: ContainerProps): VNode {
  const { words } = useViewer();
  const [covered, setCovered] = useState(spoiler);
  return (
    <div class={`container ${accent === undefined ? '' : 'accented'}`} style={{ '--accent': accent }}>
      {covered && (
        <button type="button" class="cover" onClick={() => setCovered(false)}>
          {words.spoiler}
        </button>
      )}
      <div class="container-body" inert={covered}>
        {children}
      </div>
    </div>
  );
}

function Gallery({ items }: { readonly items: NonNullable<Component['items']> }): VNode {
  return (
    <div class="gallery" data-count={items.length}>
      {items.map((item) => (
        <Media
          kind="tile"
          url={item.media.url}
          alt={item.description}
          spoiler={item.spoiler}
          width={item.media.width}
          height={item.media.height}
        />
      ))}
    </div>
  );
}

const STYLE: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
};

function Button({ component, use }: Omit<Props, 'message'>): VNode {
  const label = (
    <>
      {component.emoji?.name !== undefined && <span class="emoji">{component.emoji.name}</span>}
      {component.label !== undefined && <span>{component.label}</span>}
    </>
  );
  if (component.style === ButtonStyle.Link) {
    return (
      <a class="button secondary" href={openable(component.url)} target="_blank" rel="noopener noreferrer">
        {label}
        <Icon name="out" size={16} />
      </a>
    );
  }
  const id = component.custom_id ?? '';
  const busy = use.busy === id;
  return (
    <button
      type="button"
      class={`button ${STYLE[component.style ?? 2] ?? 'secondary'} ${busy ? 'busy' : ''}`}
      aria-label={component.label === undefined ? (component.emoji?.name ?? 'Button') : undefined}
      aria-busy={busy}
      disabled={component.disabled}
      onClick={() => use.press(id)}
    >
      {label}
    </button>
  );
}

function Select({ component, use }: Omit<Props, 'message'>): VNode {
  const viewer = useViewer();
  const id = component.custom_id ?? '';
  const placeholder = component.placeholder ?? viewer.words.choose;
  return (
    <Picker
      label={placeholder}
      placeholder={placeholder}
      options={optionsOf(component, viewer)}
      chosen={initialOf(component)}
      min={component.min_values ?? 1}
      max={component.max_values ?? 1}
      disabled={component.disabled === true}
      busy={use.busy === id}
      onChoose={(values) => use.choose(id, values)}
    />
  );
}

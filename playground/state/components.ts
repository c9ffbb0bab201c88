import { ComponentType } from 'discord-api-types/v10';

import type { AttachmentJson, Component, EmbedJson, MediaJson } from './json.ts';

/**
 * Completes the bot's components to the form that Discord stores and returns: a number for each, the defaults of its
 * kind, and addresses for the files named as `attachment://name`.
 */
export function storedComponents(
  sent: readonly Component[],
  attachments: readonly AttachmentJson[],
  nextId: () => string,
): Component[] {
  let number = 0;
  const used = new Set(everyComponent(sent).flatMap((component) => component.id ?? []));
  const numbered = (): number => {
    do number += 1;
    while (used.has(number));
    return number;
  };
  const media = (item: MediaJson): MediaJson => {
    const file = attachmentOf(item.url, attachments);
    return {
      id: nextId(),
      url: file?.url ?? item.url,
      proxy_url: file?.url ?? item.url,
      width: file?.width ?? null,
      height: file?.height ?? null,
      content_type: file?.content_type ?? null,
      ...(file ? { attachment_id: file.id } : {}),
    };
  };
  const complete = (component: Component): Component => ({
    ...component,
    id: component.id || numbered(),
    ...(component.components ? { components: component.components.map(complete) } : {}),
    ...(component.accessory ? { accessory: complete(component.accessory) } : {}),
    ...(isSelect(component.type)
      ? { min_values: component.min_values ?? 1, max_values: component.max_values ?? 1 }
      : {}),
    ...ofKind[component.type]?.(component),
  });
  /** The fields that Discord adds to components of a kind. */
  const ofKind: Partial<Record<ComponentType, (component: Component) => Partial<Component>>> = {
    [ComponentType.Container]: ({ accent_color = null, spoiler = false }) => ({ accent_color, spoiler }),
    [ComponentType.Separator]: ({ divider = true, spacing = 1 }) => ({ divider, spacing }),
    [ComponentType.Thumbnail]: (thumbnail) => ({
      description: thumbnail.description ?? null,
      spoiler: thumbnail.spoiler ?? false,
      ...(thumbnail.media ? { media: media(thumbnail.media) } : {}),
    }),
    [ComponentType.MediaGallery]: ({ items = [] }) => ({
      items: items.map((item) => ({
        media: media(item.media),
        description: item.description ?? null,
        spoiler: item.spoiler ?? false,
      })),
    }),
    [ComponentType.File]: ({ file, spoiler = false }) => {
      const attachment = file && attachmentOf(file.url, attachments);
      return {
        spoiler,
        name: attachment?.filename ?? null,
        size: attachment?.size ?? null,
        ...(file ? { file: media(file) } : {}),
      };
    },
  };
  return sent.map(complete);
}

/** Completes embeds with their kind and the addresses of their files. */
export function storedEmbeds(
  sent: readonly EmbedJson[],
  attachments: readonly AttachmentJson[],
): EmbedJson[] {
  const picture = (image: { url: string }): { url: string; proxy_url: string } => {
    const url = attachmentOf(image.url, attachments)?.url ?? image.url;
    return { url, proxy_url: url };
  };
  return sent.map((embed) => ({
    ...embed,
    type: embed.type ?? 'rich',
    ...(embed.fields ? { fields: embed.fields.map((field) => ({ inline: false, ...field })) } : {}),
    ...(embed.image ? { image: picture(embed.image) } : {}),
    ...(embed.thumbnail ? { thumbnail: picture(embed.thumbnail) } : {}),
  }));
}

/** All components in reading order, nested ones too. */
export function everyComponent(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...everyComponent(component.components ?? []),
    ...everyComponent(component.component ? [component.component] : []),
    ...everyComponent(component.accessory ? [component.accessory] : []),
  ]);
}

const SELECTS: ReadonlySet<ComponentType> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** Whether a component is a select of any kind. */
export function isSelect(type: ComponentType): boolean {
  return SELECTS.has(type);
}

const V2_ONLY: ReadonlySet<ComponentType> = new Set([
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
]);

/** Whether a component is only allowed in a message of the newer kind (flag `IS_COMPONENTS_V2`). */
export function isV2Only(component: Component): boolean {
  return V2_ONLY.has(component.type);
}

function attachmentOf(url: string, attachments: readonly AttachmentJson[]): AttachmentJson | undefined {
  if (!url.startsWith('attachment://')) return undefined;
  const name = url.slice('attachment://'.length);
  return attachments.find((attachment) => attachment.filename === name);
}

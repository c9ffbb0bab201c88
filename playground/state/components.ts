import { ComponentType } from 'discord-api-types/v10';

import type { AttachmentJson, Component, EmbedJson, MediaJson } from './json.ts';

/**
 * Completes the components that the bot sent to what Discord stores and gives back: a number for each, the defaults of its kind, and
 * addresses for the files that it names as `attachment://name`.
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
  const complete = (component: Component): Component => {
    const stored: Component = { ...component, id: component.id || numbered() };
    if (component.components) stored.components = component.components.map(complete);
    if (component.accessory) stored.accessory = complete(component.accessory);
    if (isSelect(component.type)) {
      stored.min_values = component.min_values ?? 1;
      stored.max_values = component.max_values ?? 1;
    }
    switch (component.type) {
      case ComponentType.Container:
        stored.accent_color = component.accent_color ?? null;
        stored.spoiler = component.spoiler ?? false;
        break;
      case ComponentType.Separator:
        stored.divider = component.divider ?? true;
        stored.spacing = component.spacing ?? 1;
        break;
      case ComponentType.Thumbnail:
        stored.description = component.description ?? null;
        stored.spoiler = component.spoiler ?? false;
        if (component.media) stored.media = media(component.media);
        break;
      case ComponentType.MediaGallery:
        stored.items = (component.items ?? []).map((item) => ({
          media: media(item.media),
          description: item.description ?? null,
          spoiler: item.spoiler ?? false,
        }));
        break;
      case ComponentType.File:
        stored.spoiler = component.spoiler ?? false;
        if (component.file) {
          const file = attachmentOf(component.file.url, attachments);
          stored.file = media(component.file);
          stored.name = file?.filename ?? null;
          stored.size = file?.size ?? null;
        }
        break;
      default:
    }
    return stored;
  };
  return sent.map(complete);
}

/** Completes embeds: their kind, and the addresses of the files that they show. */
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

/** All components in reading order, those inside of others too. */
export function everyComponent(components: readonly Component[]): Component[] {
  return components.flatMap((component) => [
    component,
    ...everyComponent(component.components ?? []),
    ...everyComponent(component.component ? [component.component] : []),
    ...everyComponent(component.accessory ? [component.accessory] : []),
  ]);
}

const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

export function isSelect(type: number): boolean {
  return SELECTS.includes(type);
}

/** Whether a component may stand only in a message of the newer kind (flag `IS_COMPONENTS_V2`). */
export function isV2Only(component: Component): boolean {
  return component.type >= ComponentType.Section && component.type <= ComponentType.Container;
}

function attachmentOf(url: string, attachments: readonly AttachmentJson[]): AttachmentJson | undefined {
  if (!url.startsWith('attachment://')) return undefined;
  const name = url.slice('attachment://'.length);
  return attachments.find((attachment) => attachment.filename === name);
}

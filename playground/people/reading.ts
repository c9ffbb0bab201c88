import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { everyComponent } from '../state/components.ts';
import type { Component, EmbedJson, MediaJson, MessageJson, ModalJson } from '../state/json.ts';

/**
 * Everything that a person reads in a message, in reading order, a line for each piece. Labels of buttons are left out.
 */
export function textOf(message: Pick<MessageJson, 'content' | 'embeds' | 'components'>): string {
  return asRead(
    [message.content, ...message.embeds.flatMap(linesOf), ...everyComponent(message.components).map(readable)]
      .filter((line) => line !== '')
      .join('\n'),
  );
}

/** A text as a person reads it, who sees no difference between a no-break space and another. */
export function asRead(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

/** Everything that a person reads in a modal: its title, texts, labels and descriptions. */
export function textOfModal(modal: ModalJson): string {
  const lines = everyComponent(modal.components).flatMap((component) => [
    component.label ?? '',
    component.description ?? '',
    readable(component),
  ]);
  return asRead([modal.title, ...lines].filter((line) => line !== '').join('\n'));
}

function readable(component: Component): string {
  return component.type === ComponentType.TextDisplay ? (component.content ?? '') : '';
}

function linesOf(embed: EmbedJson): string[] {
  return [
    embed.author?.name ?? '',
    embed.title ?? '',
    embed.description ?? '',
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text ?? '',
  ];
}

/** A file of a message, as a person sees it there. */
export interface ShownFile {
  readonly id: string;
  readonly filename: string;
  readonly url: string;
  /** The text that is read aloud in its place, or null. */
  readonly description: string | null;
}

/** The files of a message in reading order: its attachments, and files that its components show. */
export function filesOf(message: Pick<MessageJson, 'attachments' | 'components'>): ShownFile[] {
  const attached = message.attachments.map(({ id, filename, url, description = null }) => ({
    id,
    filename,
    url,
    description,
  }));
  const shown = everyComponent(message.components).flatMap((component) => [
    ...fileIn(component.file, null),
    ...fileIn(component.media, component.description),
    ...(component.items ?? []).flatMap((item) => fileIn(item.media, item.description)),
  ]);
  return [...attached.filter(({ id }) => !shown.some((file) => file.id === id)), ...shown];
}

/** The file of a component. A picture from elsewhere in the web is none. */
function fileIn(media: MediaJson | undefined, description: string | null | undefined): ShownFile[] {
  if (media?.attachment_id === undefined) return [];
  const name = new URL(media.url).pathname.split('/').at(-1) ?? '';
  return [
    {
      id: media.attachment_id,
      filename: decodeURIComponent(name),
      url: media.url,
      description: description ?? null,
    },
  ];
}

/** The buttons of a message, links among them, in reading order. */
export function buttonsOf(message: Pick<MessageJson, 'components'>): Component[] {
  return everyComponent(message.components).filter((component) => component.type === ComponentType.Button);
}

/** The text on a button: its label, or its emoji if it has no label. */
export function faceOf(button: Component): string {
  return asRead(button.label ?? button.emoji?.name ?? '');
}

/** Whether a button is a link. */
export function isLink(button: Component): boolean {
  return button.style === ButtonStyle.Link;
}

import { ButtonStyle, ComponentType } from 'discord-api-types/v10';

import { everyComponent } from '../state/components.ts';
import type { Component, EmbedJson, MessageJson, ModalJson } from '../state/json.ts';

/** All that a person reads in a message, in reading order, a line for each piece. Labels of buttons are not among it. */
export function textOf(message: Pick<MessageJson, 'content' | 'embeds' | 'components'>): string {
  return [
    message.content,
    ...message.embeds.flatMap(linesOf),
    ...everyComponent(message.components).map(readable),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** All that a person reads in a modal: its title, texts, labels and descriptions. */
export function textOfModal(modal: ModalJson): string {
  const lines = everyComponent(modal.components).flatMap((component) => [
    component.label ?? '',
    component.description ?? '',
    readable(component),
  ]);
  return [modal.title, ...lines].filter((line) => line !== '').join('\n');
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

/** The buttons of a message, links among them, in reading order. */
export function buttonsOf(message: Pick<MessageJson, 'components'>): Component[] {
  return everyComponent(message.components).filter((component) => component.type === ComponentType.Button);
}

/** What stands on a button: its label, or its emoji if it has no label. */
export function faceOf(button: Component): string {
  return button.label ?? button.emoji?.name ?? '';
}

export function isLink(button: Component): boolean {
  return button.style === ButtonStyle.Link;
}

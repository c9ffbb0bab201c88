import { ComponentType } from 'discord-api-types/v10';
import type { Component } from '../../state/json.ts';
import { nameOf, type Viewer } from '../viewer.ts';
import type { PickerOption } from './picker-option.ts';

const CHANNEL_TYPE = { text: 0, dm: 1, voice: 2, thread: 11 } as const;

/** The options of a select of any kind, for the person who looks. */
export function optionsOf(component: Component, viewer: Viewer): PickerOption[] {
  switch (component.type) {
    case ComponentType.StringSelect:
      return (component.options ?? []).map((option) => ({
        value: option.value,
        label: option.label,
        description: option.description,
        emoji: option.emoji?.name,
      }));
    case ComponentType.UserSelect:
      return people(viewer);
    case ComponentType.RoleSelect:
      return roles(viewer);
    case ComponentType.MentionableSelect:
      return [...people(viewer), ...roles(viewer)];
    case ComponentType.ChannelSelect:
      return (viewer.guild?.channels ?? [])
        .filter((channel) => component.channel_types?.includes(CHANNEL_TYPE[channel.kind]) ?? true)
        .map((channel) => ({ value: channel.id, label: `#${channel.name}`, description: undefined }));
    default:
      return [];
  }
}

function people(viewer: Viewer): PickerOption[] {
  const members = viewer.guild?.members.map((member) => member.user) ?? [];
  return members.map((user) => ({
    value: user.id,
    label: nameOf(viewer, user.id) ?? user.username,
    description: user.username,
  }));
}

function roles(viewer: Viewer): PickerOption[] {
  const { guild } = viewer;
  return (guild?.roles ?? [])
    .filter((role) => role.id !== guild?.id)
    .map((role) => ({ value: role.id, label: `@${role.name}` }));
}

/** The values that are chosen at first. */
export function initialOf(component: Component): string[] {
  if (component.default_values !== undefined) return component.default_values.map((value) => value.id);
  return (component.options ?? []).filter((option) => option.default === true).map((option) => option.value);
}

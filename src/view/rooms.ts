import { ChannelType, ComponentType, SelectMenuDefaultValueType } from 'discord.js';
import { MOST_ROOMS } from '../store/rooms/rooms.ts';
import type { Words } from '../words/index.ts';
import { button, card, filled, joined, LIMITS, type Message, row, text } from './components.ts';
import { customId } from './custom-id.ts';
import { clip } from './escape.ts';

/**
 * The page of `/setup` about study rooms.
 * @param away the one of them that is the server's channel for people who are away; null if none is
 * @param note what has just happened
 * @param isExplained whether it lists the rules by which time counts
 */
export function roomsView(
  { rooms: say, setup }: Words,
  channelIds: readonly string[],
  away: string | null,
  note: string | null = null,
  isExplained = false,
): Message {
  return card(
    away === null ? 'neutral' : 'problem',
    text(say.heading, say.how),
    ...filled(away === null ? null : say.away(`<#${away}>`), note, isExplained ? say.rules : null),
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.ChannelSelect,
          custom_id: customId('setup-rooms-choose'),
          placeholder: clip(say.choose, LIMITS.placeholder),
          channel_types: [ChannelType.GuildVoice, ChannelType.GuildStageVoice],
          min_values: 0,
          max_values: MOST_ROOMS,
          default_values: channelIds.map((id) => ({ type: SelectMenuDefaultValueType.Channel, id })),
        },
      ],
    },
    row(
      isExplained
        ? button(say.hideRules, customId('setup-rooms'))
        : button(say.howCounted, customId('setup-rooms', 'rules')),
      button(setup.backHere, customId('setup')),
    ),
  );
}

/** The most characters that the links to rooms may take. */
const LINKS = 600;

/** The study rooms of a server, as links. */
export function roomsHere({ rooms: say }: Words, channelIds: readonly string[]): string {
  if (channelIds.length === 0) return say.none;
  return say.here(
    joined(
      channelIds.map((id) => `<#${id}>`),
      LINKS,
    ),
  );
}

import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { GuildView, OptionValue, PersonView, WorldView } from '../../web/protocol.ts';
import type { EntryOption } from './entries.ts';

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly value: OptionValue;
}

/** The place of the person, as far as values depend on it. */
export interface Place {
  readonly world: WorldView;
  readonly guild: GuildView | null;
  readonly yes: string;
  readonly no: string;
}

const MOST = 25;
const CHANNEL_TYPE = { text: 0, dm: 1, voice: 2, thread: 11 } as const;

/**
 * The values that a person can choose for an option, by the typed text. Null if any text is allowed. Options with
 * autocomplete ask the bot instead.
 */
export function suggest(option: EntryOption, typed: string, place: Place): Suggestion[] | null {
  const all = candidates(option, place);
  if (all === null) return null;
  const query = typed.trim().toLocaleLowerCase(place.world.you.locale).replace(/^[@#]/, '');
  return all
    .filter((each) =>
      `${each.label} ${each.detail ?? ''}`.toLocaleLowerCase(place.world.you.locale).includes(query),
    )
    .slice(0, MOST);
}

function candidates(option: EntryOption, place: Place): Suggestion[] | null {
  if (option.choices.length > 0) {
    return option.choices.map((choice) => ({
      key: String(choice.value),
      label: choice.name,
      value: choice.value,
    }));
  }
  switch (option.type) {
    case Kind.Boolean:
      return [
        { key: 'true', label: place.yes, value: true },
        { key: 'false', label: place.no, value: false },
      ];
    case Kind.User:
      return users(place);
    case Kind.Role:
      return roles(place);
    case Kind.Mentionable:
      return [...users(place), ...roles(place)];
    case Kind.Channel:
      return (place.guild?.channels ?? [])
        .filter((channel) => option.channelTypes?.includes(CHANNEL_TYPE[channel.kind]) ?? true)
        .map((channel) => ({ key: channel.id, label: `#${channel.name}`, value: channel.id }));
    default:
      return null;
  }
}

function users({ guild, world }: Place): Suggestion[] {
  if (guild === null) {
    const both: readonly (PersonView | { id: string; name: string })[] = [
      world.you,
      { id: world.bot.id, name: world.bot.username },
    ];
    return both.map((person) => ({ key: person.id, label: `@${person.name}`, value: person.id }));
  }
  return guild.members.map((member) => ({
    key: member.user.id,
    label: `@${member.name}`,
    detail: member.user.username,
    value: member.user.id,
  }));
}

const roles = ({ guild }: Place): Suggestion[] =>
  (guild?.roles ?? [])
    .filter((role) => role.id !== guild?.id)
    .map((role) => ({ key: role.id, label: `@${role.name}`, value: role.id }));

import { ApplicationCommandOptionType as Kind, ApplicationCommandType } from 'discord-api-types/v10';
import type { ChoiceJson, CommandJson, CommandOptionJson } from '../../state/json.ts';

/** The translations of a name or description. */
interface Localized {
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
}

export interface EntryOption {
  /** The name that is sent. */
  readonly name: string;
  /** The name that is shown. */
  readonly label: string;
  readonly description: string;
  readonly type: Kind;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly ChoiceJson[];
  readonly channelTypes: readonly number[] | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
}

/** A line of the `/` menu: a command, or one of its subcommands. */
export interface Entry {
  /** The full name that is sent, such as `roadmap view`. */
  readonly path: string;
  /** The full name that the person sees. */
  readonly label: string;
  readonly description: string;
  /** Required options come first, as Discord demands. */
  readonly options: readonly EntryOption[];
}

/** Everything that can be typed after `/`, in a member's language, sorted by name. */
export function entriesOf(commands: readonly CommandJson[], locale: string): Entry[] {
  return commands
    .filter((command) => command.type === ApplicationCommandType.ChatInput)
    .flatMap((command) => flatten(command, command.options ?? [], { path: '', label: '' }, locale))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
}

function flatten(
  node: { readonly name: string; readonly description: string } & Localized,
  options: readonly CommandOptionJson[],
  above: { readonly path: string; readonly label: string },
  locale: string,
): Entry[] {
  const path = `${above.path} ${node.name}`.trim();
  const label = `${above.label} ${shownName(node, locale)}`.trim();
  const parts = options.filter(
    (option) => option.type === Kind.Subcommand || option.type === Kind.SubcommandGroup,
  );
  if (parts.length > 0) {
    return parts.flatMap((part) => flatten(part, part.options ?? [], { path, label }, locale));
  }
  const own = options.map((option) => readOption(option, locale));
  return [{ path, label, description: shownDescription(node, locale), options: own }];
}

const shownName = (node: { readonly name: string } & Localized, locale: string): string =>
  node.name_localizations?.[locale] ?? node.name;

const shownDescription = (node: { readonly description: string } & Localized, locale: string): string =>
  node.description_localizations?.[locale] ?? node.description;

function readOption(option: CommandOptionJson & Localized, locale: string): EntryOption {
  return {
    name: option.name,
    label: shownName(option, locale),
    description: shownDescription(option, locale),
    type: option.type,
    required: option.required ?? false,
    autocomplete: option.autocomplete ?? false,
    choices: (option.choices ?? []).map((choice) => ({ ...choice, name: shownName(choice, locale) })),
    channelTypes: option.channel_types ?? null,
    min: option.min_value ?? null,
    max: option.max_value ?? null,
    minLength: option.min_length ?? null,
    maxLength: option.max_length ?? null,
  };
}

/**
 * The entries that match the text after `/`: first names that begin with it, then names with a word that does, then the
 * rest.
 */
export function matchEntries(entries: readonly Entry[], typed: string): Entry[] {
  const query = typed.toLowerCase().trimStart();
  const rank = (entry: Entry): number => {
    const names = [entry.label.toLowerCase(), entry.path];
    if (names.some((name) => name.startsWith(query))) return 0;
    if (names.some((name) => name.includes(` ${query}`))) return 1;
    return names.some((name) => name.includes(query)) ? 2 : 3;
  };
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((each) => each.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map((each) => each.entry);
}

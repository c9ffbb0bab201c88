import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';

import type { PersonsFile } from '../state/files.ts';
import type { CommandJson, CommandOptionJson, Json } from '../state/json.ts';
import type { Resolver, Thing } from './things.ts';

/** What a person enters for an option: text, a number, yes or no; a person, channel, role (or an id of such); a file. */
export type OptionValue = string | number | boolean | Thing | PersonsFile;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** An option as it is sent. */
export interface SentOption {
  type: number;
  name: string;
  value?: string | number | boolean;
  focused?: true;
  options?: SentOption[];
}

/** A command line as a person reads it: the command, and its group and subcommand if it has them. */
export interface CommandPath {
  readonly command: CommandJson;
  readonly subs: readonly CommandOptionJson[];
  /** The options that can be filled in. */
  readonly options: readonly CommandOptionJson[];
}

/** Finds the subcommand that a command line names: `roadmap view`. Throws if Discord would not offer it. */
export function commandPath(command: CommandJson, words: readonly string[]): CommandPath {
  const subs: CommandOptionJson[] = [];
  let options = command.options ?? [];
  for (const word of words) {
    const sub = options.find((option) => option.name === word && option.type <= Kind.SubcommandGroup);
    if (!sub) throw new Error(`/${command.name} has no subcommand "${word}".`);
    subs.push(sub);
    options = sub.options ?? [];
  }
  if (options.some((option) => option.type <= Kind.SubcommandGroup)) {
    throw new Error(`/${command.name} needs one of: ${options.map((option) => option.name).join(', ')}.`);
  }
  return { command, subs, options };
}

/** The options as they are sent. Throws for what Discord's client does not let a person send. */
export function sentOptions(path: CommandPath, values: OptionValues, resolver: Resolver): SentOption[] {
  for (const name of Object.keys(values)) {
    if (!path.options.some((option) => option.name === name)) {
      throw new Error(`/${path.command.name} has no option "${name}".`);
    }
  }
  for (const option of path.options) {
    if (option.required && values[option.name] === undefined) {
      throw new Error(`/${path.command.name} needs the option "${option.name}".`);
    }
  }
  const given = Object.entries(values).flatMap(([name, value]) => {
    const option = path.options.find((each) => each.name === name);
    return option ? [{ type: option.type, name, value: sentValue(option, value, resolver) }] : [];
  });
  return nested(path, given);
}

/** The options as they are sent while a person types: unfinished, the last one (or `focused`) under the cursor. */
export function typedOptions(
  path: CommandPath,
  values: OptionValues,
  focused: string,
  resolver: Resolver,
): SentOption[] {
  const given = Object.entries(values).flatMap(([name, value]): SentOption[] => {
    const option = path.options.find((each) => each.name === name);
    if (!option) throw new Error(`/${path.command.name} has no option "${name}".`);
    if (name === focused) return [{ type: option.type, name, value: String(value), focused: true }];
    return [{ type: option.type, name, value: sentValue(option, value, resolver) }];
  });
  return nested(path, given);
}

function nested(path: CommandPath, given: SentOption[]): SentOption[] {
  return path.subs.reduceRight((options, sub) => [{ type: sub.type, name: sub.name, options }], given);
}

function sentValue(
  option: CommandOptionJson,
  value: OptionValue,
  resolver: Resolver,
): string | number | boolean {
  const refuse = (why: string): never => {
    throw new Error(`The option "${option.name}" takes ${why}, not ${JSON.stringify(value)}.`);
  };
  switch (option.type) {
    case Kind.String: {
      if (typeof value !== 'string') return refuse('text');
      const choice = option.choices?.find((each) => each.value === value || each.name === value);
      if (option.choices && option.choices.length > 0 && !choice) {
        return refuse(`one of ${option.choices.map((each) => each.name).join(', ')}`);
      }
      if (value.length < (option.min_length ?? 0)) return refuse(`${option.min_length} characters or more`);
      if (value.length > (option.max_length ?? 6000))
        return refuse(`${option.max_length ?? 6000} characters at most`);
      return choice ? choice.value : value;
    }
    case Kind.Integer:
    case Kind.Number: {
      const choice = option.choices?.find((each) => each.value === value || each.name === value);
      if (choice) return choice.value;
      if (option.choices && option.choices.length > 0) return refuse('one of its choices');
      // What is typed into an option with autocomplete may be a choice's value that came back as text.
      if (typeof value !== 'number') return refuse('a number');
      if (option.type === Kind.Integer && !Number.isSafeInteger(value)) return refuse('a whole number');
      if (value < (option.min_value ?? -Infinity)) return refuse(`${option.min_value} or more`);
      if (value > (option.max_value ?? Infinity)) return refuse(`${option.max_value} at most`);
      return value;
    }
    case Kind.Boolean:
      return typeof value === 'boolean' ? value : refuse('true or false');
    case Kind.User:
      return isThing(value) ? resolver.user(value) : refuse('a person');
    case Kind.Role:
      return isThing(value) ? resolver.role(value) : refuse('a role');
    case Kind.Channel:
      return isThing(value) ? resolver.channel(value, option.channel_types) : refuse('a channel');
    case Kind.Mentionable:
      return isThing(value) ? resolver.mentionable(value) : refuse('a person or role');
    case Kind.Attachment:
      return isFile(value) ? resolver.file(value) : refuse('a file');
    default:
      return refuse('what this server does not know');
  }
}

function isThing(value: OptionValue): value is Thing {
  return typeof value === 'string' || (typeof value === 'object' && 'id' in value);
}

function isFile(value: OptionValue): value is PersonsFile {
  return typeof value === 'object' && 'content' in value;
}

/** The `data` of an interaction that names a command. */
export function commandData(path: CommandPath, options: SentOption[], resolver: Resolver): Json {
  const { command } = path;
  return {
    id: command.id,
    name: command.name,
    type: command.type,
    ...(command.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    ...(options.length > 0 ? { options } : {}),
    ...(resolver.resolved ? { resolved: resolver.resolved } : {}),
  };
}

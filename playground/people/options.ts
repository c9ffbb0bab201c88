import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';

import type { PersonsFile } from '../state/files.ts';
import type { ChoiceJson, CommandJson, CommandOptionJson, Json } from '../state/json.ts';
import type { User } from '../state/world.ts';
import type { Resolver, Thing } from './things.ts';

/** What a person enters for an option: text, a number, yes or no; a person, channel or role (or its id); a file. */
export type OptionValue = string | number | boolean | Thing | PersonsFile;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** An option as it is sent. */
export interface SentOption {
  type: Kind;
  name: string;
  value?: string | number | boolean;
  focused?: true;
  options?: SentOption[];
}

/** A command line as a person reads it: the command, with its group and subcommand if it has them. */
export interface CommandPath {
  readonly command: CommandJson;
  readonly subs: readonly CommandOptionJson[];
  /** The options that a person can fill in. */
  readonly options: readonly CommandOptionJson[];
}

const isSub = (option: CommandOptionJson): boolean =>
  option.type === Kind.Subcommand || option.type === Kind.SubcommandGroup;

/**
 * Finds the subcommand in a command line: `roadmap view`.
 * @throws Error if Discord would not offer it
 */
export function commandPath(command: CommandJson, words: readonly string[]): CommandPath {
  const subs: CommandOptionJson[] = [];
  let options = command.options ?? [];
  for (const word of words) {
    const sub = options.find((option) => option.name === word && isSub(option));
    if (!sub) throw new Error(`/${command.name} has no subcommand "${word}".`);
    subs.push(sub);
    options = sub.options ?? [];
  }
  if (options.some(isSub)) {
    throw new Error(`/${command.name} needs one of: ${options.map((option) => option.name).join(', ')}.`);
  }
  return { command, subs, options };
}

/**
 * The options as they are sent.
 * @throws Error for values that Discord's client does not let a person send
 */
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

/** The options during typing: they are unfinished, and the cursor is in the last one (or in `focused`). */
export function typedOptions(
  path: CommandPath,
  values: OptionValues,
  focused: string,
  resolver: Resolver,
): SentOption[] {
  const given = Object.entries(values).flatMap(([name, value]): SentOption[] => {
    const option = path.options.find((each) => each.name === name);
    if (!option) throw new Error(`/${path.command.name} has no option "${name}".`);
    if (name === focused) return [{ type: option.type, name, value: typedText(value), focused: true }];
    return [{ type: option.type, name, value: sentValue(option, value, resolver) }];
  });
  return nested(path, given);
}

/** What a person's client sends for a suggestion: its value, or, for text in some clients, its name. */
export function takenAs(
  user: User,
  option: Pick<CommandOptionJson, 'type'>,
  choice: ChoiceJson,
): ChoiceJson['value'] {
  return user.sendsLabels && option.type === Kind.String ? choice.name : choice.value;
}

/** The text in the field during typing. */
function typedText(value: OptionValue): string {
  return typeof value === 'object' ? unfit('text') : String(value);
}

function nested(path: CommandPath, given: SentOption[]): SentOption[] {
  return path.subs.reduceRight((options, sub) => [{ type: sub.type, name: sub.name, options }], given);
}

type Sent = string | number | boolean;

/** Says what was wrong. The thrower adds the option's name. */
class Unfit extends Error {}

/**
 * The value to send for an option.
 * @throws Unfit for a value that Discord's client would not accept
 */
function sentValue(option: CommandOptionJson, value: OptionValue, resolver: Resolver): Sent {
  try {
    return readers[option.type]?.(value, option, resolver) ?? '';
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    throw new Error(`The option "${option.name}" takes ${error.message}, not ${JSON.stringify(value)}.`, {
      cause: error,
    });
  }
}

const unfit = (takes: string): never => {
  throw new Unfit(takes);
};

function text(value: OptionValue, { choices, min_length = 0, max_length = 6000 }: CommandOptionJson): Sent {
  if (typeof value !== 'string') return unfit('text');
  if (choices && choices.length > 0) return picked(value, choices);
  if (value.length < min_length) return unfit(`${min_length} characters or more`);
  return value.length > max_length ? unfit(`${max_length} characters at most`) : value;
}

function number(
  value: OptionValue,
  { choices, min_value = -Infinity, max_value = Infinity }: CommandOptionJson,
): Sent {
  if (choices && choices.length > 0) return picked(value, choices);
  if (typeof value !== 'number') return unfit('a number');
  if (value < min_value) return unfit(`${min_value} or more`);
  return value > max_value ? unfit(`${max_value} at most`) : value;
}

function picked(value: OptionValue, choices: readonly ChoiceJson[]): Sent {
  const choice = choices.find((each) => each.value === value || each.name === value);
  return choice ? choice.value : unfit(`one of ${choices.map((each) => each.name).join(', ')}`);
}

const thing = (value: OptionValue, what: string): Thing => (isThing(value) ? value : unfit(what));

/** How each kind of option is read. */
const readers: Partial<
  Record<Kind, (value: OptionValue, option: CommandOptionJson, resolver: Resolver) => Sent>
> = {
  [Kind.String]: text,
  [Kind.Number]: number,
  [Kind.Integer]: (value, option) =>
    typeof value === 'number' && !Number.isSafeInteger(value)
      ? unfit('a whole number')
      : number(value, option),
  [Kind.Boolean]: (value) => (typeof value === 'boolean' ? value : unfit('true or false')),
  [Kind.User]: (value, _option, resolver) => resolver.user(thing(value, 'a person')),
  [Kind.Role]: (value, _option, resolver) => resolver.role(thing(value, 'a role')),
  [Kind.Channel]: (value, option, resolver) =>
    resolver.channel(thing(value, 'a channel'), option.channel_types),
  [Kind.Mentionable]: (value, _option, resolver) => resolver.mentionable(thing(value, 'a person or role')),
  [Kind.Attachment]: (value, _option, resolver) => resolver.file(isFile(value) ? value : unfit('a file')),
};

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

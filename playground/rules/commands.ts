import { limits } from './limits.ts';
import { localeFaults } from './locales.ts';
import { optionsFaults, type Option } from './options.ts';
import { nameFaults, uniqueNames, type Localised } from './names.ts';
import type { Fault, Path } from './refusal.ts';

export interface Command extends Localised {
  type?: number | null;
  options?: readonly Option[] | null;
  contexts?: readonly number[] | null;
  integration_types?: readonly number[] | null;
}

const SLASH = 1;
const USER = 2;
const MESSAGE = 3;

/** Checks a whole list of commands: the number of each type, double names, and each command. */
export function* commandListFaults(commands: readonly Command[]): Iterable<Fault> {
  for (const [type, most, name] of [
    [SLASH, limits.command.slash, 'slash'],
    [USER, limits.command.user, 'user'],
    [MESSAGE, limits.command.message, 'message'],
  ] as const) {
    const placed = [...commands.entries()].filter(([, command]) => (command.type ?? SLASH) === type);
    if (placed.length > most) {
      yield {
        path: [],
        code: 'APPLICATION_COMMANDS_MAX',
        message: `Maximum number of application commands reached (${most}).`,
        rule: `An app has at most ${most} ${name} commands; these are ${placed.length}`,
      };
    }
    yield* uniqueNames(
      placed.map(([index, item]) => ({ item, path: [index] })),
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    );
  }
  for (const [index, command] of commands.entries()) yield* commandFaults(command, [index]);
}

/** Checks a command: names, descriptions, options, contexts and size. */
export function* commandFaults(command: Command, path: Path): Iterable<Fault> {
  const isSlash = (command.type ?? SLASH) === SLASH;
  yield* nameFaults(command, path, isSlash);
  const describes = (command.description ?? '').trim() !== '';
  if (isSlash !== describes) {
    yield {
      path: [...path, 'description'],
      code: isSlash ? 'BASE_TYPE_REQUIRED' : 'APPLICATION_COMMAND_INVALID_DESCRIPTION',
      message: isSlash ? 'This field is required' : 'Context menu commands cannot have a description',
      rule: isSlash ? 'A slash command has a description' : 'A user or message command has no description',
    };
  }
  if (!isSlash && (command.options ?? []).length > 0) {
    yield {
      path: [...path, 'options'],
      code: 'APPLICATION_COMMAND_INVALID_OPTIONS',
      message: 'Context menu commands cannot have options',
      rule: 'A user or message command has no options',
    };
  }
  yield* partFaults(command, path);
  const size = commandLength(command);
  if (size > limits.command.total) {
    yield {
      path,
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${limits.command.total})`,
      rule: `A command has at most ${limits.command.total} characters; ${command.name} has ${size}`,
    };
  }
}

/** Checks a change of a command. It contains only what is new, so only that is judged. */
export function* changeFaults(change: Partial<Command>): Iterable<Fault> {
  yield* localeFaults(change.name_localizations, ['name_localizations']);
  yield* partFaults(change, []);
}

function* partFaults(command: Partial<Command>, path: Path): Iterable<Fault> {
  yield* localeFaults(command.description_localizations, [...path, 'description_localizations']);
  yield* optionsFaults(command.options ?? [], [...path, 'options']);
  for (const field of ['contexts', 'integration_types'] as const) {
    yield* setFaults(command[field], [...path, field]);
  }
}

function* setFaults(values: readonly number[] | null | undefined, path: Path): Iterable<Fault> {
  if (values === undefined || values === null) return;
  if (values.length === 0) {
    yield {
      path,
      code: 'BASE_TYPE_MIN_LENGTH',
      message: 'Must be 1 or more in length.',
      rule: `${path.at(-1)} names at least one`,
    };
  }
  if (new Set(values).size < values.length) {
    yield {
      path,
      code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
      message: 'The set already contains this value.',
      rule: `${path.at(-1)} names each once`,
    };
  }
}

/** The characters that count towards the 8,000: names, descriptions and choices, each in its longest translation. */
function commandLength(command: Command | Option): number {
  const own =
    longest(command.name, command.name_localizations) +
    longest(command.description ?? '', command.description_localizations);
  const choices = 'choices' in command ? (command.choices ?? []) : [];
  const chosen = choices.reduce(
    (sum, { name, name_localizations, value }) =>
      sum + longest(name, name_localizations) + String(value).length,
    0,
  );
  return (command.options ?? []).reduce((sum, option) => sum + commandLength(option), own + chosen);
}

const longest = (text: string, localisations?: Readonly<Record<string, string>> | null): number =>
  Math.max(text.length, ...Object.values(localisations ?? {}).map(({ length }) => length));

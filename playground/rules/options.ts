import { limits } from './limits.ts';
import { localeFaults } from './locales.ts';
import { nameFaults, uniqueNames, type Localised } from './names.ts';
import type { Fault, Path } from './refusal.ts';

export interface Option extends Localised {
  type: number;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: readonly OptionChoice[] | null;
  options?: readonly Option[] | null;
  min_value?: number | null;
  max_value?: number | null;
  min_length?: number | null;
  max_length?: number | null;
}

interface OptionChoice {
  name: string;
  name_localizations?: Readonly<Record<string, string>> | null;
  value: string | number;
}

const isSubcommand = ({ type }: Option): boolean => type === 1 || type === 2;

/** Checks the options of a command or subcommand: their order, names, choices and ranges. */
export function* optionsFaults(options: readonly Option[], path: Path): Iterable<Fault> {
  yield* uniqueNames(
    options.map((item, index) => ({ item, path: [...path, index] })),
    'APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME',
    'Option name already exists',
  );
  if (options.some(isSubcommand) && !options.every(isSubcommand)) {
    yield {
      path,
      code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
      rule: 'A command has either subcommands or other options',
    };
  }
  for (const [index, option] of options.entries()) {
    const place = [...path, index];
    if (option.required && options.slice(0, index).some((before) => !before.required)) {
      yield {
        path: place,
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
        rule: `Required options stand before the others; ${option.name} does not`,
      };
    }
    yield* nameFaults(option, place, true);
    yield* localeFaults(option.description_localizations, [...place, 'description_localizations']);
    yield* choicesFaults(option, place);
    yield* rangeFaults(option, place);
    yield* optionsFaults(option.options ?? [], [...place, 'options']);
  }
}

function* choicesFaults({ autocomplete, choices }: Option, path: Path): Iterable<Fault> {
  if (autocomplete && (choices ?? []).length > 0) {
    yield {
      path: [...path, 'choices'],
      code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_WITH_AUTOCOMPLETE',
      message: 'Autocomplete cannot be used with choices',
      rule: 'An option has either choices or autocomplete',
    };
  }
  const names = new Set<string>();
  for (const [index, choice] of (choices ?? []).entries()) {
    const place = [...path, 'choices', index];
    if (names.has(choice.name)) {
      yield {
        path: [...place, 'name'],
        code: 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS',
        message: 'Option choice name already exists',
        rule: `The choices of an option have different names; twice: ${choice.name}`,
      };
    }
    names.add(choice.name);
    const most = limits.command.choiceValue;
    const { length } = String(choice.value);
    if (typeof choice.value === 'string' && (length < 1 || length > most)) {
      yield {
        path: [...place, 'value'],
        code: 'BASE_TYPE_BAD_LENGTH',
        message: `Must be between 1 and ${most} in length.`,
        rule: `The value of a choice has 1 to ${most} characters; it has ${length}`,
      };
    }
    yield* localeFaults(choice.name_localizations, [...place, 'name_localizations']);
  }
}

function* rangeFaults(option: Option, path: Path): Iterable<Fault> {
  for (const [least, most] of [
    ['min_value', 'max_value'],
    ['min_length', 'max_length'],
  ] as const) {
    if ((option[least] ?? -Infinity) <= (option[most] ?? Infinity)) continue;
    yield {
      path: [...path, least],
      code: 'APPLICATION_COMMAND_OPTIONS_RANGE_INVALID',
      message: `${least} must be less than or equal to ${most}`,
      rule: `${least} of an option is not over its ${most}`,
    };
  }
}

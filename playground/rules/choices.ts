import { limits } from './limits.ts';
import { localeFaults } from './locales.ts';
import type { Fault } from './refusal.ts';

export interface AutocompleteChoice {
  name: string;
  name_localizations?: Readonly<Record<string, string>> | null;
  value: string | number;
}

const STRING = 3;
const INTEGER = 4;

/**
 * Checks the choices of an autocomplete: readable names, and values of the option's type (3 string, 4 integer, 10
 * number).
 */
export function* choiceFaults(
  choices: readonly (AutocompleteChoice | null)[],
  optionType?: number,
): Iterable<Fault> {
  for (const [index, choice] of choices.entries()) {
    const path = ['data', 'choices', index];
    if (choice === null) {
      yield {
        path,
        code: 'LIST_ITEM_VALUE_REQUIRED',
        message: 'List item values of ModelType are required',
        rule: 'A choice has a name and a value',
      };
      continue;
    }
    const { name, value } = choice;
    if (name.trim() === '') {
      yield {
        path: [...path, 'name'],
        code: 'BASE_TYPE_REQUIRED',
        message: 'This field is required',
        rule: 'A choice has a name',
      };
    }
    yield* localeFaults(choice.name_localizations, [...path, 'name_localizations']);
    const place = [...path, 'value'];
    const most = limits.autocomplete.value;
    if (typeof value === 'string' && (value.length < 1 || value.length > most)) {
      yield {
        path: place,
        code: 'BASE_TYPE_BAD_LENGTH',
        message: `Must be between 1 and ${most} in length.`,
        rule: `The value of a choice has 1 to ${most} characters; it has ${value.length}`,
      };
    }
    if (optionType !== undefined && !isOfType(value, optionType)) {
      yield {
        path: place,
        code: optionType === STRING ? 'STRING_TYPE_CONVERT' : 'NUMBER_TYPE_COERCE',
        message: `Value ${JSON.stringify(value)} is not of the option's type.`,
        rule: `The value of a choice has its option's type (${optionType}); ${JSON.stringify(value)} has not`,
      };
    }
  }
}

function isOfType(value: string | number, optionType: number): boolean {
  if (optionType === STRING) return typeof value === 'string';
  return optionType === INTEGER ? Number.isSafeInteger(value) : typeof value === 'number';
}

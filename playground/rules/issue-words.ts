import type * as z from 'zod/mini';
import type { Fault } from './refusal.ts';

type Words = Omit<Fault, 'path'>;

const WRONG_TYPE: Readonly<Record<string, readonly [code: string, message: string]>> = {
  string: ['STRING_TYPE_CONVERT', 'Could not interpret the value as string.'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
  object: ['MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType'],
  record: ['DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'],
};

/** Discord's words for a value that its description does not allow, and the rule in plain words. */
export function wordsFor(issue: z.core.$ZodIssue, value: unknown, field: string): Words {
  const given = JSON.stringify(value);
  if (value === undefined) {
    return { code: 'BASE_TYPE_REQUIRED', message: 'This field is required', rule: `${field} is required` };
  }
  switch (issue.code) {
    case 'invalid_type': {
      const [code, message] = WRONG_TYPE[issue.expected] ?? [
        'NUMBER_TYPE_COERCE',
        `Value ${given} is not int.`,
      ];
      return { code, message, rule: `${field} is of type ${issue.expected}, not ${given}` };
    }
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), value, field);
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), value, field);
    case 'invalid_value': {
      const choices = issue.values.map(String).join(', ');
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${choices}}.`,
        rule: `${field} is one of ${choices}, not ${given}`,
      };
    }
    case 'invalid_format':
      return issue.format === 'url'
        ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.', rule: `${field} is a whole URL` }
        : {
            code: 'BASE_TYPE_FORMAT',
            message: `Value ${given} is not well formed.`,
            rule: `${field} is well formed (${issue.format}); ${given} is not`,
          };
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      break;
  }
  return {
    code: 'BASE_TYPE_INVALID',
    message: 'Invalid value.',
    rule: `${field} is as Discord describes it; ${given} is not`,
  };
}

function tooBig(origin: string, most: number, value: unknown, field: string): Words {
  const length = lengthOf(value);
  if (length === null) {
    const message = `${origin} value should be less than or equal to ${most}.`;
    return { code: 'NUMBER_TYPE_MAX', message, rule: `${field} is at most ${most}` };
  }
  return {
    code: 'BASE_TYPE_MAX_LENGTH',
    message: `Must be ${most} or fewer in length.`,
    rule: `${field} has at most ${most} ${unit(value)}; it has ${length}`,
  };
}

function tooSmall(origin: string, least: number, value: unknown, field: string): Words {
  if (lengthOf(value) === null) {
    const message = `${origin} value should be greater than or equal to ${least}.`;
    return { code: 'NUMBER_TYPE_MIN', message, rule: `${field} is at least ${least}` };
  }
  return {
    code: 'BASE_TYPE_MIN_LENGTH',
    message: `Must be ${least} or more in length.`,
    rule: `${field} has at least ${least} ${unit(value)}`,
  };
}

const lengthOf = (value: unknown): number | null =>
  typeof value === 'string' || Array.isArray(value) ? value.length : null;

const unit = (value: unknown): string => (Array.isArray(value) ? 'items' : 'characters');

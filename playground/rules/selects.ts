import { kind, type Component } from './body.ts';
import { emojiFaults } from './buttons.ts';
import type { Fault, Path } from './refusal.ts';

const SELECTS: ReadonlySet<number> = new Set<number>([
  kind.stringSelect,
  kind.userSelect,
  kind.roleSelect,
  kind.mentionableSelect,
  kind.channelSelect,
]);
const WITH_RANGE: ReadonlySet<number> = new Set([...SELECTS, kind.checkboxGroup, kind.fileUpload]);

export const isSelect = ({ type }: Component): boolean => SELECTS.has(type);

/** Checks a select: its values differ, its range is possible, and its defaults are within the range. */
export function* selectFaults(component: Component, path: Path): Iterable<Fault> {
  yield* optionFaults(component, path);
  if (WITH_RANGE.has(component.type)) yield* rangeFaults(component, path);
  const chosen =
    component.default_values?.length ?? (component.options ?? []).filter((option) => option.default).length;
  const most =
    component.max_values ?? (component.type === kind.checkboxGroup ? component.options?.length : 1) ?? 1;
  if (chosen > most) {
    yield {
      path: [...path, component.default_values ? 'default_values' : 'options'],
      code: 'SELECT_COMPONENT_TOO_MANY_DEFAULTS',
      message: `Must be ${most} or fewer in length.`,
      rule: `At most ${most} of the options may be chosen at first, as max_values says; ${chosen} are`,
    };
  }
  if (component.default_values && chosen > 0 && chosen < (component.min_values ?? 1)) {
    yield {
      path: [...path, 'default_values'],
      code: 'BASE_TYPE_MIN_LENGTH',
      message: `Must be ${component.min_values ?? 1} or more in length.`,
      rule: `At least ${component.min_values ?? 1} must be chosen at first, as min_values says; ${chosen} are`,
    };
  }
}

function* optionFaults({ options }: Component, path: Path): Iterable<Fault> {
  const seen = new Set<string>();
  for (const [index, { value, emoji }] of (options ?? []).entries()) {
    const place = [...path, 'options', index];
    if (seen.has(value)) {
      yield {
        path: [...place, 'value'],
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message: 'The specified option value is already used',
        rule: `The values of a list's options differ; twice: ${value}`,
      };
    }
    seen.add(value);
    yield* emojiFaults(emoji, place);
  }
}

function* rangeFaults({ type, min_values, max_values, options }: Component, path: Path): Iterable<Fault> {
  const least = min_values ?? 1;
  const most = max_values ?? (type === kind.checkboxGroup ? (options?.length ?? 1) : 1);
  if (least > most) {
    yield {
      path: [...path, 'min_values'],
      code: 'NUMBER_TYPE_MAX',
      message: `int value should be less than or equal to ${most}.`,
      rule: `min_values is not over max_values: ${least} of ${most}`,
    };
  }
  if (options && Math.max(least, max_values ?? 1) > options.length) {
    yield {
      path: [...path, 'options'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between ${Math.max(least, most)} and 25 in length.`,
      rule: `There are as many options as max_values lets choose: ${options.length} of ${Math.max(least, most)}`,
    };
  }
}

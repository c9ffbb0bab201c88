import { kind, type Component } from './body.ts';
import { commonFaults } from './components.ts';
import { limits } from './limits.ts';
import type { Fault, Path } from './refusal.ts';
import { isSelect, selectFaults } from './selects.ts';

export interface ModalBody {
  title: string;
  custom_id: string;
  components: readonly Component[];
}

/** Checks a modal: its title, one to five parts, and in each label a field that a person can fill in. */
export function* modalFaults({ title, components }: ModalBody, path: Path): Iterable<Fault> {
  const parts = [...path, 'components'];
  if (title.trim() === '') {
    yield {
      path: [...path, 'title'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
      rule: 'A modal has a title',
    };
  }
  if (components.length > limits.modal.components) {
    yield {
      path: parts,
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between 1 and ${limits.modal.components} in length.`,
      rule: `A modal has at most ${limits.modal.components} parts; this one has ${components.length}`,
    };
  }
  yield* commonFaults(components, parts);
  for (const [index, part] of components.entries()) {
    const place = [...parts, index];
    if (part.type === kind.row) {
      yield {
        path: [...place, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: 'Value of field "type" must be one of (10, 18).',
        rule: 'In a modal a text input stands in a Label; rows are the old way',
      };
    }
    if (part.component) yield* fieldFaults(part.component, [...place, 'component']);
  }
}

function* fieldFaults(field: Component, path: Path): Iterable<Fault> {
  if (field.type === kind.textInput) yield* textInputFaults(field, path);
  yield* selectFaults(field, path);
  yield* fileTypeFaults(field, path);
  if (field.disabled) {
    yield {
      path: [...path, 'disabled'],
      code: 'COMPONENT_DISABLED_IN_MODAL',
      message: 'Components in modals cannot be disabled',
      rule: 'A field of a modal is not disabled',
    };
  }
  const mayBeLeft = isSelect(field) || field.type === kind.checkboxGroup || field.type === kind.fileUpload;
  if (mayBeLeft && field.min_values === 0 && field.required !== false) {
    yield {
      path: [...path, 'required'],
      code: 'COMPONENT_REQUIRED_WITH_NO_MINIMUM',
      message: 'required must be false if min_values is 0',
      rule: 'A field of a modal with min_values 0 says required: false',
    };
  }
}

/** Checks the kinds of files of an upload: `audio`, `image`, `video`, or endings of names. */
function* fileTypeFaults({ file_types: types }: Component, path: Path): Iterable<Fault> {
  const place = [...path, 'file_types'];
  if ((types?.length ?? 0) > limits.modal.fileTypes) {
    yield {
      path: place,
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${limits.modal.fileTypes} or fewer in length.`,
      rule: `A file upload names at most ${limits.modal.fileTypes} kinds of files`,
    };
  }
  for (const [index, type] of (types ?? []).entries()) {
    if (/^(?:audio|image|video|\.[\w.]+)$/.test(type)) continue;
    yield {
      path: [...place, index],
      code: 'BASE_TYPE_CHOICES',
      message: 'Value must be audio, image, video or begin with a dot.',
      rule: `A file upload names audio, image, video or endings such as .md, not ${type}`,
    };
  }
}

function* textInputFaults(input: Component, path: Path): Iterable<Fault> {
  const least = input.min_length ?? 0;
  const most = input.max_length ?? limits.modal.text;
  if ((input.label ?? null) !== null) {
    yield {
      path: [...path, 'label'],
      code: 'TEXT_INPUT_LABEL_IN_LABEL',
      message: 'A text input within a label cannot have a label',
      rule: 'A text input has no label of its own: the Label around it has',
    };
  }
  if (least > most) {
    yield {
      path: [...path, 'min_length'],
      code: 'NUMBER_TYPE_MAX',
      message: `int value should be less than or equal to ${most}.`,
      rule: `min_length is not over max_length: ${least} of ${most}`,
    };
  }
  const length = input.value?.length ?? 0;
  if (length > 0 && (length < least || length > most)) {
    yield {
      path: [...path, 'value'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between ${least} and ${most} in length.`,
      rule: `The value of a text input keeps to its own lengths, ${least} to ${most}; it has ${length}`,
    };
  }
}

import { ComponentType } from 'discord-api-types/v10';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { Component } from '../../state/json.ts';
import type { FieldValue } from '../../web/protocol.ts';
import { Picker } from '../message/picker.tsx';
import { optionsOf } from '../message/select-options.ts';
import { FilePicker } from '../files/file-picker.tsx';
import type { FieldProblem } from '../problems.ts';
import { useViewer } from '../viewer.ts';
import type { Field } from './fields.ts';

interface Props {
  readonly field: Field;
  readonly value: FieldValue;
  readonly problem: FieldProblem | undefined;
  readonly onChange: (value: FieldValue) => void;
}

const CHOICES: ReadonlySet<number> = new Set([ComponentType.RadioGroup, ComponentType.CheckboxGroup]);

/** A field of any kind with its label, its description and its problem. */
export function FieldInput({ field, value, problem, onChange }: Props): VNode {
  const { words } = useViewer();
  const id = useId();
  const { component } = field;
  const isGroup = CHOICES.has(component.type);
  const isRequired = component.type !== ComponentType.Checkbox && (component.required ?? true);
  const about = `${id}-about`;
  const label = (
    <>
      {field.label}
      {isRequired && (
        <span class="required" aria-hidden="true">
          {' '}
          *
        </span>
      )}
    </>
  );
  const notes = (
    <div id={about}>
      {field.description !== null && <p class="quiet">{field.description}</p>}
      {problem !== undefined && (
        <p class="field-problem" role="alert">
          {words.fieldProblem[problem.kind](problem.limit ?? 0)}
        </p>
      )}
    </div>
  );
  if (isGroup) {
    return (
      <fieldset class="field" aria-describedby={about}>
        <legend>{label}</legend>
        {notes}
        <Group field={field} value={value} onChange={onChange} name={id} />
      </fieldset>
    );
  }
  return (
    <div class="field">
      <label for={id} id={`${id}-label`}>
        {label}
      </label>
      {notes}
      <Control
        field={field}
        value={value}
        onChange={onChange}
        id={id}
        about={about}
        invalid={problem !== undefined}
      />
    </div>
  );
}

type Option = NonNullable<Component['options']>[number];
type GroupProps = Omit<Props, 'problem'> & { readonly name: string };

function Group({ field, value, onChange, name }: GroupProps): VNode {
  const { component } = field;
  const isRadio = component.type === ComponentType.RadioGroup;
  const chosen = Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [value];
  const toggle = (option: Option): void => {
    if (isRadio) return onChange(option.value);
    const kept = chosen.filter((each): each is string => typeof each === 'string' && each !== option.value);
    onChange(chosen.includes(option.value) ? kept : [...kept, option.value]);
  };
  return (
    <div class="choices">
      {(component.options ?? []).map((option) => (
        <label class="choice">
          <input
            type={isRadio ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option)}
          />
          <span>
            {option.label}
            {option.description !== undefined && <span class="quiet">{option.description}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

/** The kinds of files for the browser's own dialogue; all kinds if the field names none. */
const acceptOf = (types: readonly string[] | undefined): string | undefined =>
  types?.map((type) => (type.startsWith('.') ? type : `${type}/*`)).join(',');

/** Text inputs and buttons share the field `style`. For a text input, 2 means several lines. */
const isParagraph = ({ style }: Component): boolean => Number(style) === 2;

type ControlProps = Omit<Props, 'problem'> & {
  readonly id: string;
  readonly about: string;
  readonly invalid: boolean;
};

function Control({ field, value, onChange, id, about, invalid }: ControlProps): VNode | null {
  const viewer = useViewer();
  const { component } = field;
  const text = typeof value === 'string' ? value : '';
  const shared = {
    id,
    'aria-describedby': about,
    'aria-invalid': invalid,
    'aria-required': component.required ?? true,
  };
  switch (component.type) {
    case ComponentType.TextInput: {
      const { max_length: max, placeholder } = component;
      const onInput = (event: { currentTarget: { value: string } }): void =>
        onChange(event.currentTarget.value);
      return (
        <div class="text-input">
          {isParagraph(component) ? (
            <textarea {...shared} rows={4} value={text} placeholder={placeholder} onInput={onInput} />
          ) : (
            <input {...shared} type="text" value={text} placeholder={placeholder} onInput={onInput} />
          )}
          {max !== undefined && <span class="count quiet">{`${text.length} / ${max}`}</span>}
        </div>
      );
    }
    case ComponentType.Checkbox:
      return (
        <input
          id={id}
          type="checkbox"
          aria-describedby={about}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case ComponentType.FileUpload:
      return (
        <FilePicker
          input={shared}
          files={Array.isArray(value) ? value.filter((each) => typeof each === 'object') : []}
          max={component.max_values ?? 1}
          accept={acceptOf(component.file_types)}
          onChange={onChange}
        />
      );
    default:
      return (
        <Picker
          id={id}
          label={field.label}
          labelledBy={`${id}-label`}
          describedBy={about}
          required={component.required ?? true}
          placeholder={component.placeholder ?? viewer.words.choose}
          options={optionsOf(component, viewer)}
          chosen={Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []}
          min={(component.required ?? true) ? (component.min_values ?? 1) : 0}
          max={component.max_values ?? 1}
          invalid={invalid}
          onChoose={onChange}
        />
      );
  }
}

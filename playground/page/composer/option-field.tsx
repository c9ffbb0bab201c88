import type { TargetedKeyboardEvent, VNode } from 'preact';
import type { OptionValue } from '../../web/protocol.ts';
import { FilePicker } from '../files/file-picker.tsx';
import type { Problem } from '../problems.ts';
import type { Given } from './draft.ts';

/** The attributes that connect a field of the composer with the list above it. */
export interface Combobox {
  readonly role: 'combobox';
  readonly 'aria-autocomplete': 'list';
  readonly 'aria-expanded': boolean;
  readonly 'aria-controls': string;
  readonly 'aria-activedescendant': string | undefined;
}

interface Props {
  readonly given: Given;
  readonly combobox: Combobox;
  readonly problem: Problem | undefined;
  readonly isFile: boolean;
  readonly onFocus: () => void;
  readonly onChange: (text: string, chosen: OptionValue | null) => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

/** An option of the command in the composer: its name, and the field for its value. */
export function OptionField({
  given,
  combobox,
  problem,
  isFile,
  onFocus,
  onChange,
  onKeyDown,
}: Props): VNode {
  const { option, text } = given;
  const named = {
    'data-field': option.name,
    'aria-label': `${option.label}: ${option.description}`,
    'aria-required': option.required,
    'aria-invalid': problem !== undefined,
  };
  const shared = { ...named, onFocus, onKeyDown };
  // A field for files contains several things to press, so it cannot be a label.
  const Around = isFile ? 'div' : 'label';
  return (
    <Around
      class={`option ${problem === undefined ? '' : 'invalid'} ${given.chosen === null ? '' : 'chosen'}`}
    >
      <span>{option.label}</span>
      {isFile ? (
        <FilePicker
          input={named}
          files={typeof given.chosen === 'object' && given.chosen !== null ? [given.chosen] : []}
          max={1}
          onChange={([file]) => onChange(file?.name ?? '', file ?? null)}
          onFocus={onFocus}
          onKeyDown={(event) => {
            // Until a file is chosen, Enter opens the browser's own dialogue.
            if (event.key !== 'Enter' || given.chosen !== null) onKeyDown(event);
          }}
        />
      ) : (
        <input
          {...shared}
          {...combobox}
          type="text"
          autoComplete="off"
          value={text}
          onInput={(event) => onChange(event.currentTarget.value, null)}
        />
      )}
    </Around>
  );
}

import type { TargetedKeyboardEvent, VNode } from 'preact';
import type { FileView, OptionValue } from '../../web/protocol.ts';
import { readFile } from '../read-file.ts';
import type { Problem } from '../problems.ts';
import type { Given } from './draft.ts';

/** What makes a field of the composer one with the list above it. */
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

/** One option of the command in the composer: its name, and the field for its value. */
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
  const take = (file: FileView): void => onChange(file.name, file);
  const shared = {
    'data-field': option.name,
    'aria-label': `${option.label}: ${option.description}`,
    'aria-required': option.required,
    'aria-invalid': problem !== undefined,
    onFocus,
    onKeyDown,
  };
  return (
    <label
      class={`option ${problem === undefined ? '' : 'invalid'} ${given.chosen === null ? '' : 'chosen'}`}
    >
      <span>{option.label}</span>
      {isFile ? (
        <input
          {...shared}
          type="file"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) void readFile(file).then(take);
          }}
          onKeyDown={(event) => {
            // Enter opens the browser's own dialogue until a file is chosen.
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
    </label>
  );
}

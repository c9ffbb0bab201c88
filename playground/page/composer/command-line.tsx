import { ApplicationCommandOptionType as Kind } from 'discord-api-types/v10';
import type { TargetedKeyboardEvent, VNode } from 'preact';
import type { OptionValue } from '../../web/protocol.ts';
import { Icon } from '../icons.tsx';
import { useViewer } from '../viewer.ts';
import type { Problem } from '../problems.ts';
import { TAIL } from './composing.ts';
import { remaining, type CommandDraft } from './draft.ts';
import { OptionField, type Combobox } from './option-field.tsx';

interface Props {
  readonly draft: CommandDraft;
  readonly tail: string;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly combobox: Combobox;
  readonly onFocus: (name: string) => void;
  readonly onChange: (name: string, text: string, chosen: OptionValue | null) => void;
  readonly onTail: (text: string) => void;
  readonly onCancel: () => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

/** The command that a person is filling in: its name, its options, room for further ones, and a button that gives it up. */
export function CommandLine(props: Props): VNode {
  const { draft, problems, combobox, onKeyDown } = props;
  const { words } = useViewer();
  const more = remaining(draft).length;
  return (
    <>
      <div class="command-line" role="group" aria-label={`/${draft.entry.label}`}>
        <span class="command-name">/{draft.entry.label}</span>
        {draft.given.map((given) => (
          <OptionField
            key={given.option.name}
            given={given}
            combobox={combobox}
            problem={problems.get(given.option.name)}
            isFile={given.option.type === Kind.Attachment}
            onFocus={() => props.onFocus(given.option.name)}
            onChange={(text, chosen) => props.onChange(given.option.name, text, chosen)}
            onKeyDown={onKeyDown}
          />
        ))}
        <input
          {...combobox}
          type="text"
          autoComplete="off"
          class="tail"
          data-field={TAIL}
          value={props.tail}
          aria-label={`/${draft.entry.label}: ${words.optional}`}
          placeholder={more > 0 ? `+${more} ${words.optional}` : ''}
          onInput={(event) => props.onTail(event.currentTarget.value)}
          onFocus={() => props.onFocus(TAIL)}
          onKeyDown={onKeyDown}
        />
      </div>
      <button type="button" class="bare" aria-label={words.cancel} onClick={props.onCancel}>
        <Icon name="close" />
      </button>
    </>
  );
}

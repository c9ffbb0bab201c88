import type { TargetedKeyboardEvent, VNode } from 'preact';
import type { FileView } from '../../web/protocol.ts';
import { AttachButton } from '../files/attach-button.tsx';
import { useViewer } from '../viewer.ts';
import { TAIL } from './composing.ts';
import type { Combobox } from './option-field.tsx';

interface Props {
  readonly text: string;
  /** The name of the place that the message goes to. */
  readonly place: string;
  readonly combobox: Combobox;
  readonly onFiles: (files: readonly FileView[]) => void;
  readonly onText: (text: string) => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

/** The message that a person is writing: its text, and the button that adds files. */
export function MessageLine({ text, place, combobox, onFiles, onText, onFocus, onKeyDown }: Props): VNode {
  const { channel, words } = useViewer();
  return (
    <>
      <AttachButton disabled={!channel.open} onChoose={onFiles} />
      <input
        {...combobox}
        type="text"
        autoComplete="off"
        data-field={TAIL}
        value={text}
        disabled={!channel.open}
        placeholder={channel.open ? words.messageTo(place) : words.closed}
        aria-label={words.messageTo(place)}
        onInput={(event) => onText(event.currentTarget.value)}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { FileView } from '../../web/protocol.ts';
import { Icon } from '../icons.tsx';
import { useViewer } from '../viewer.ts';
import { readFile } from './read-file.ts';

interface Props {
  readonly disabled: boolean;
  readonly onChoose: (files: readonly FileView[]) => void;
}

/** The plus beside the message field. It adds files to the message. */
export function AttachButton({ disabled, onChoose }: Props): VNode {
  const { words } = useViewer();
  const field = useRef<HTMLInputElement>(null);
  const take = async (given: FileList | null): Promise<void> => {
    onChoose(await Promise.all([...(given ?? [])].map(readFile)));
    if (field.current !== null) field.current.value = '';
  };
  return (
    <>
      <button
        type="button"
        class="bare"
        aria-label={words.upload}
        title={words.upload}
        disabled={disabled}
        onClick={() => field.current?.click()}
      >
        <Icon name="plus" />
      </button>
      <input
        ref={field}
        hidden
        type="file"
        multiple
        onChange={(event) => void take(event.currentTarget.files)}
      />
    </>
  );
}

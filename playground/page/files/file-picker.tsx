import type { TargetedDragEvent, TargetedKeyboardEvent, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { FileView } from '../../web/protocol.ts';
import { Icon } from '../icons.tsx';
import { useViewer } from '../viewer.ts';
import { FileList } from './file-list.tsx';
import { readFile } from './read-file.ts';

interface Props {
  readonly files: readonly FileView[];
  readonly max: number;
  /** The kinds of files that the dialogue offers first, as in `accept` of an input; all kinds by default. */
  readonly accept?: string | undefined;
  readonly onChange: (files: readonly FileView[]) => void;
  /** Further attributes of the input: its id, its name and the id of its description. */
  readonly input: Readonly<Record<string, string | boolean | undefined>>;
  readonly onFocus?: () => void;
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLInputElement>) => void;
}

/**
 * Discord's field for files. People drop files on it or look for them, and each file below has a button that removes
 * it.
 */
export function FilePicker({ files, max, accept, onChange, input, onFocus, onKeyDown }: Props): VNode {
  const { words } = useViewer();
  const [isOver, setOver] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const take = async (given: FileList | null | undefined): Promise<void> => {
    const read = await Promise.all([...(given ?? [])].map(readFile));
    // A field for a single file keeps the last choice.
    onChange(max === 1 ? read.slice(-1) : [...files, ...read].slice(0, max));
    // Without this, the same file could not be chosen again after it was removed.
    if (field.current !== null) field.current.value = '';
  };
  const onDrop = (event: TargetedDragEvent<HTMLDivElement>): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer?.files);
  };
  return (
    <div class="file-picker">
      <div
        class={`file-drop ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        onClick={(event) => event.target !== field.current && field.current?.click()}
      >
        <input
          {...input}
          ref={field}
          class="visually-hidden"
          type="file"
          accept={accept}
          multiple={max > 1}
          onChange={(event) => void take(event.currentTarget.files)}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
        />
        <span aria-hidden="true">
          <Icon name="file" /> {words.dropFiles(max)}
        </span>
      </div>
      <FileList files={files} onRemove={(file) => onChange(files.filter((each) => each !== file))} />
    </div>
  );
}

import type { VNode } from 'preact';
import type { FileView } from '../../web/protocol.ts';
import { Icon } from '../icons.tsx';
import { useViewer } from '../viewer.ts';

interface Props {
  readonly files: readonly FileView[];
  readonly onRemove: (file: FileView) => void;
}

/** The files that were chosen and not yet sent. */
export function FileList({ files, onRemove }: Props): VNode | null {
  const { words } = useViewer();
  if (files.length === 0) return null;
  return (
    <ul class="chosen-files">
      {files.map((file) => (
        <li key={file.name}>
          <Icon name="file" size={18} />
          <span>{file.name}</span>
          <button
            type="button"
            class="bare"
            aria-label={words.removeFile(file.name)}
            onClick={() => onRemove(file)}
          >
            <Icon name="close" size={18} />
          </button>
        </li>
      ))}
    </ul>
  );
}

import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';

export interface Row {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  readonly run: () => void;
}

interface Props {
  readonly id: string;
  readonly open: boolean;
  readonly rows: readonly Row[];
  /** The highlighted row; -1: none. */
  readonly at: number;
  readonly status: string | null;
  readonly heading: { readonly label: string; readonly detail: string } | null;
  readonly onPoint: (at: number) => void;
}

/** What stands above the composer while one types: commands, options or values. */
export function SuggestionList({ id, open, rows, at, status, heading, onPoint }: Props): VNode {
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    <div class="suggestions" hidden={!open}>
      {heading !== null && (
        <p class="suggestions-head">
          <strong>{heading.label}</strong> <span class="quiet">{heading.detail}</span>
        </p>
      )}
      <div id={id} role="listbox" aria-label={heading?.label ?? 'Commands'} class="suggestion-rows">
        {open &&
          rows.map((row, index) => (
            <div
              id={`${id}-${index}`}
              key={row.key}
              role="option"
              aria-selected={index === at}
              class={`suggestion ${index === at ? 'active' : ''}`}
              onPointerMove={() => onPoint(index)}
              // Keeps the focus in the field.
              onPointerDown={(event) => event.preventDefault()}
              onClick={row.run}
            >
              <span class="suggestion-label">{row.label}</span>
              {row.detail !== '' && <span class="quiet">{row.detail}</span>}
            </div>
          ))}
      </div>
      <p class="suggestions-status quiet" role="status">
        {open ? status : null}
      </p>
    </div>
  );
}

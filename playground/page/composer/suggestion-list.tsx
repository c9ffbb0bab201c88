import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { useViewer } from '../viewer.ts';
import type { Offers, Pick } from './offers.ts';

interface Props {
  readonly id: string;
  /** Null while the list is closed. */
  readonly offers: Offers | null;
  /** The index of the highlighted row; -1 for none. */
  readonly at: number;
  readonly onPoint: (at: number) => void;
  readonly onPick: (pick: Pick) => void;
}

/** The list above the composer: commands, options or values. */
export function SuggestionList({ id, offers, at, onPoint, onPick }: Props): VNode {
  const { words } = useViewer();
  const heading = offers?.heading ?? null;
  const status = offers?.status ?? null;
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);
  return (
    <div class="suggestions" hidden={offers === null}>
      {heading !== null && (
        <p class="suggestions-head">
          <strong>{heading.label}</strong> <span class="quiet">{heading.detail}</span>
        </p>
      )}
      <div id={id} role="listbox" aria-label={heading?.label ?? 'Commands'} class="suggestion-rows">
        {offers?.rows.map((row, index) => (
          <div
            id={`${id}-${index}`}
            key={row.key}
            role="option"
            aria-selected={index === at}
            class={`suggestion ${index === at ? 'active' : ''}`}
            onPointerMove={() => onPoint(index)}
            // The focus stays in the field.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(row.pick)}
          >
            <span class="suggestion-label">{row.label}</span>
            {row.detail !== '' && <span class="quiet">{row.detail}</span>}
          </div>
        ))}
      </div>
      <p class="suggestions-status quiet" role="status">
        {status !== null ? words.status[status] : null}
      </p>
    </div>
  );
}

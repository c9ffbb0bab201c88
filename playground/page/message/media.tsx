import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';
import { openable } from '../address.ts';
import { useViewer } from '../viewer.ts';

interface MediaProps {
  readonly url: string;
  readonly alt: string | null | undefined;
  readonly spoiler?: boolean | undefined;
  readonly kind: 'tile' | 'thumbnail' | 'wide';
  readonly width?: number | null | undefined;
  readonly height?: number | null | undefined;
}

/**
 * A picture that opens in full size. A spoiler has a cover, and a description replaces a picture that cannot be shown.
 */
export function Media({ url, alt, spoiler, kind, width, height }: MediaProps): VNode {
  const viewer = useViewer();
  const [covered, setCovered] = useState(spoiler === true);
  const [broken, setBroken] = useState(false);
  const description = alt ?? '';
  if (covered) {
    return (
      <button type="button" class={`media ${kind} covered`} onClick={() => setCovered(false)}>
        {viewer.words.spoiler}
      </button>
    );
  }
  if (broken) {
    return (
      <span class={`media ${kind} broken`}>
        <Icon name="file" /> {description === '' ? new URL(url, location.href).host : description}
      </span>
    );
  }
  return (
    <button
      type="button"
      class={`media ${kind}`}
      aria-label={description === '' ? 'Picture; opens large' : `${description} (opens large)`}
      onClick={() => viewer.enlarge({ url, alt: description })}
    >
      <img
        src={url}
        alt={description}
        width={width ?? undefined}
        height={height ?? undefined}
        onError={() => setBroken(true)}
      />
    </button>
  );
}

const UNITS = ['bytes', 'KB', 'MB'] as const;

function sizeOf(bytes: number): string {
  const unit = Math.min(UNITS.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)));
  return `${Number((bytes / 1024 ** unit).toFixed(unit === 0 ? 0 : 2))} ${UNITS[unit]}`;
}

interface FileProps {
  readonly name: string;
  readonly size: number | null | undefined;
  readonly url: string;
}

/** A file that can be downloaded. */
export function FileCard({ name, size, url }: FileProps): VNode {
  return (
    <div class="file-card">
      <Icon name="file" size={28} />
      <div>
        <a href={openable(url)} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
        {size !== undefined && size !== null && <div class="quiet">{sizeOf(size)}</div>}
      </div>
      <Icon name="download" />
    </div>
  );
}

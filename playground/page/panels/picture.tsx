import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { openable } from '../address.ts';
import { Icon } from '../icons.tsx';
import type { Picture } from '../viewer.ts';

/** A picture in its full size over the page. */
export function LargePicture({
  picture,
  onClose,
}: {
  readonly picture: Picture;
  readonly onClose: () => void;
}): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="large-picture"
      aria-label="Picture"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <button type="button" class="bare" aria-label="Close" onClick={onClose}>
        <Icon name="close" size={28} />
      </button>
      <img src={picture.url} alt={picture.alt} />
      {picture.alt !== '' && <p aria-hidden="true">{picture.alt}</p>}
      <a href={openable(picture.url)} target="_blank" rel="noopener noreferrer">
        Open in a new tab
      </a>
    </dialog>
  );
}

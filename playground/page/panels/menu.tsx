import type { RefObject, TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useViewer } from '../viewer.ts';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
}

interface Props {
  /** The place where it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onClose: () => void;
  /** The element that gets the focus back. */
  readonly back: RefObject<HTMLElement | null>;
}

const MARGIN = 8;

/** A menu of a right click. Arrows move, Enter runs, and Escape and Tab close it. */
export function Menu({ at, label, items, onClose, back }: Props): VNode {
  const { words } = useViewer();
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const shown = menu.current;
    if (shown === null) return;
    shown.showPopover();
    shown.style.left = `${Math.max(MARGIN, Math.min(at.x, innerWidth - shown.offsetWidth - MARGIN))}px`;
    shown.style.top = `${Math.max(MARGIN, Math.min(at.y, innerHeight - shown.offsetHeight - MARGIN))}px`;
    (shown.querySelector('button') ?? shown).focus();
  }, []);
  useEffect(() => {
    const outside = (event: Event): void => {
      if (event.target instanceof Node && menu.current?.contains(event.target) === true) return;
      onClose();
    };
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('scroll', outside, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('scroll', outside, true);
    };
  }, []);

  const leave = (): void => {
    onClose();
    back.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const here = buttons.findIndex((button) => button === document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) buttons[(here + step + buttons.length) % buttons.length]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') leave();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={menu}
      class="floating menu"
      popover="manual"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {items.length === 0 ? (
        <div class="quiet" role="menuitem" aria-disabled="true">
          {words.noApps}
        </div>
      ) : (
        items.map((item) => (
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              leave();
              item.run();
            }}
          >
            {item.label}
          </button>
        ))
      )}
    </div>
  );
}

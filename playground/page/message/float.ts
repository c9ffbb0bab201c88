import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

const GAP = 4;
const MARGIN = 8;

/**
 * Keeps an open list in the browser's top layer, below its button, or above it if there is more room. The list closes
 * when the page behind it moves.
 */
export function useFloating(
  open: boolean,
  anchor: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  close: () => void,
): void {
  // The list stays open while it is drawn again, and what closes it has to know what was chosen meanwhile.
  const latest = useRef(close);
  latest.current = close;
  useLayoutEffect(() => {
    const closed = (): void => latest.current();
    const from = anchor.current;
    const shown = list.current;
    if (!open || from === null || shown === null) return undefined;
    shown.showPopover();
    const box = from.getBoundingClientRect();
    const below = innerHeight - box.bottom - GAP - MARGIN;
    const above = box.top - GAP - MARGIN;
    const isBelow = below >= Math.min(shown.scrollHeight, 320) || below >= above;
    shown.style.width = `${Math.max(box.width, 220)}px`;
    shown.style.left = `${Math.max(MARGIN, Math.min(box.left, innerWidth - Math.max(box.width, 220) - MARGIN))}px`;
    shown.style.maxHeight = `${Math.min(320, isBelow ? below : above)}px`;
    shown.style.top = isBelow ? `${box.bottom + GAP}px` : 'auto';
    shown.style.bottom = isBelow ? 'auto' : `${innerHeight - box.top + GAP}px`;
    const outside = (event: Event): void => {
      const target = event.target;
      if (target instanceof Node && (from.contains(target) || shown.contains(target))) return;
      closed();
    };
    document.addEventListener('pointerdown', outside, true);
    document.addEventListener('scroll', outside, true);
    addEventListener('resize', closed);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      document.removeEventListener('scroll', outside, true);
      removeEventListener('resize', closed);
    };
  }, [open]);
}

import { useEffect } from 'preact/hooks';

/** Elements that take keys themselves: fields, and everything that is open over the page. */
const TAKES_KEYS = 'input, textarea, select, [contenteditable], dialog, [role="menu"], [role="listbox"]';

/**
 * Whether a key that was pressed anywhere is meant for the message field: a letter, or a paste. Discord does the same.
 */
function isMeant(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) return false;
  if (event.target instanceof Element && event.target.closest(TAKES_KEYS) !== null) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'v';
  // A space presses the button that has the focus, and scrolls elsewhere.
  return event.key.length === 1 && event.key !== ' ';
}

/** Moves the focus to a field when somebody types anywhere on the page. The key itself then arrives there. */
export function useTypingAnywhere(focus: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isMeant(event)) focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

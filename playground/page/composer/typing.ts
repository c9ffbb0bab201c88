import { useEffect } from 'preact/hooks';

/** What takes keys itself: fields, and what is open over the page. */
const TAKES_KEYS = 'input, textarea, select, [contenteditable], dialog, [role="menu"], [role="listbox"]';

/** Whether a key that was pressed somewhere on the page is meant for the message field, as in Discord: a letter, or a paste. */
function isMeant(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.altKey || event.isComposing) return false;
  if (event.target instanceof Element && event.target.closest(TAKES_KEYS) !== null) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === 'v';
  // A space presses the button that has the focus, and scrolls elsewhere.
  return event.key.length === 1 && event.key !== ' ';
}

/** Brings what is typed anywhere on the page to a field. The key itself then arrives there. */
export function useTypingAnywhere(focus: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isMeant(event)) focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

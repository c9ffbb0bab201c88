import { useEffect, useState } from 'preact/hooks';
import { useRemembered } from '../remembered.ts';
import { useMedia, WIDE } from '../use-media.ts';

/** Which panels are open beside the conversation, or over it on a narrow page. */
export interface Panels {
  readonly isInspecting: boolean;
  readonly inspect: (open: boolean) => void;
  /** Whether the members are asked for. The inspector stands in their place while it is open. */
  readonly hasMembers: boolean;
  readonly showMembers: (open: boolean) => void;
  /** Whether the members have a column of their own, instead of lying over the messages. */
  readonly isWide: boolean;
  /** On a narrow page, servers, channels and the person are in a drawer. */
  readonly isDrawerOpen: boolean;
  readonly openDrawer: (open: boolean) => void;
}

/** The open panels. The browser remembers the members of a wide page; on a narrow one they start closed. */
export function usePanels(): Panels {
  const [isInspecting, inspect] = useState(false);
  const isWide = useMedia(WIDE);
  const [wideMembers, setWideMembers] = useRemembered('playground.members', 'yes');
  const [narrowMembers, setNarrowMembers] = useState(false);
  const [isDrawerOpen, openDrawer] = useState(false);
  useEffect(() => {
    if (!isDrawerOpen) return undefined;
    // What had the focus is inert now, so no element of the page would hear the key.
    const closeOnEscape = (event: KeyboardEvent) => event.key === 'Escape' && openDrawer(false);
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isDrawerOpen]);
  return {
    isInspecting,
    inspect,
    hasMembers: isWide ? wideMembers === 'yes' : narrowMembers,
    showMembers: (open) => (isWide ? setWideMembers(open ? 'yes' : 'no') : setNarrowMembers(open)),
    isWide,
    isDrawerOpen,
    openDrawer,
  };
}

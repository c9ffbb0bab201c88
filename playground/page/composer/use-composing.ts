import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { OptionValue } from '../../web/protocol.ts';
import { useViewer } from '../viewer.ts';
import { beginCommand, START, type Composing } from './composing.ts';
import type { Entry } from './entries.ts';
import { useTypingAnywhere } from './typing.ts';

/** A command that another part of the page puts into the composer. */
export interface Prefill {
  /** Grows with each command, because the same one may be asked for again. */
  readonly count: number;
  readonly command: string;
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** Changes the composer, from what it is by then. */
export type Change = (next: (state: Composing) => Composing) => void;

/** The content of the composer, and a way to change it. It starts anew in every channel and for every person. */
export function useComposing(
  box: RefObject<HTMLFormElement | null>,
  entries: readonly Entry[],
  prefill: Prefill | null,
): [Composing, Change] {
  const { world, channel } = useViewer();
  const [state, change] = useState(START);
  const focus = (field: string): void =>
    box.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();

  // The field may be a new one, so it gets the focus after it was drawn.
  useLayoutEffect(() => {
    if (state.wanted !== null) focus(state.wanted.field);
  }, [state.wanted]);
  useEffect(() => {
    const entry = entries.find((each) => each.path === prefill?.command);
    if (prefill !== null && entry !== undefined) change((now) => beginCommand(now, entry, prefill.options));
  }, [prefill?.count]);
  useEffect(() => change(START), [channel.id, world.you.id]);
  useTypingAnywhere(() => focus(state.active));
  return [state, change];
}

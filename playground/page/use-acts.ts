import { useEffect, useState } from 'preact/hooks';
import type { Act, ModalView, Outcome } from '../web/protocol.ts';
import { send } from './connection.ts';
import type { Failure } from './message/history.tsx';

/** What came of the person's acts, as far as the page has to show it. */
export interface Acts {
  readonly act: (action: Act) => Promise<Outcome>;
  /** Acts by a command, and keeps it if nothing answers. */
  readonly run: (command: string, action: Act) => Promise<void>;
  /** The form that the bot has opened. */
  readonly modal: ModalView | null;
  readonly closeModal: () => void;
  /** The reason why the last act was refused. */
  readonly notice: string | null;
  readonly closeNotice: () => void;
  /** The commands without an answer in this channel. */
  readonly failures: readonly Failure[];
  readonly dismissFailure: (key: number) => void;
}

/** Acts as a person in a channel. Another person starts without forms and failures. */
export function useActs(you: string, channelId: string): Acts {
  const [modal, setModal] = useState<ModalView | null>(null);
  const [notice, setNotice] = useState<string | null>(null);
  const [failures, setFailures] = useState<readonly (Failure & { readonly channelId: string })[]>([]);
  useEffect(() => {
    setModal(null);
    setFailures([]);
  }, [you]);

  const act = async (action: Act): Promise<Outcome> => {
    const outcome = await send(you, action);
    if (outcome.kind === 'modal') setModal(outcome.modal);
    setNotice(outcome.kind === 'refused' ? outcome.reason : null);
    return outcome;
  };
  const run = async (command: string, action: Act): Promise<void> => {
    const outcome = await act(action);
    if (outcome.kind !== 'failed') return;
    setFailures((before) => [...before, { key: (before.at(-1)?.key ?? 0) + 1, command, channelId }]);
  };
  return {
    act,
    run,
    modal,
    closeModal: () => setModal(null),
    notice,
    closeNotice: () => setNotice(null),
    failures: failures.filter((failure) => failure.channelId === channelId),
    dismissFailure: (key) => setFailures((before) => before.filter((failure) => failure.key !== key)),
  };
}

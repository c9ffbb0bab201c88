import { useState } from 'preact/hooks';
import type { MessageJson } from '../../state/json.ts';
import { useViewer } from '../viewer.ts';

/** How a person uses the components of a message. */
export interface Use {
  /** The custom id of the component that waits for the bot's answer. */
  readonly busy: string | null;
  readonly failed: boolean;
  readonly press: (customId: string) => void;
  readonly choose: (customId: string, values: readonly string[]) => void;
}

/** How the person who looks uses the components of a message. */
export function useInteraction(message: MessageJson): Use {
  const { act } = useViewer();
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const at = { channelId: message.channel_id, messageId: message.id };
  const run = async (customId: string, values: readonly string[] | null): Promise<void> => {
    if (busy !== null) return;
    setBusy(customId);
    setFailed(false);
    const outcome = await act(
      values === null ? { do: 'press', ...at, customId } : { do: 'choose', ...at, customId, values },
    );
    setBusy(null);
    setFailed(outcome.kind === 'failed');
  };
  return {
    busy,
    failed,
    press: (customId) => void run(customId, null),
    choose: (customId, values) => void run(customId, values),
  };
}

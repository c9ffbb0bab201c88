import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { MessageView } from '../../web/protocol.ts';
import { Composer } from '../composer/composer.tsx';
import type { Prefill } from '../composer/use-composing.ts';
import { Icon } from '../icons.tsx';
import { History } from '../message/history.tsx';
import type { Acts } from '../use-acts.ts';
import { useViewer } from '../viewer.ts';
import type { WelcomeState } from './use-welcome.ts';
import { Welcome } from './welcome.tsx';

interface Props {
  /** The name of the channel, with the sign before it. */
  readonly place: string;
  readonly messages: readonly MessageView[];
  /** The message on which the open thread stands, if there is one. */
  readonly starter: MessageView | undefined;
  readonly acts: Acts;
  readonly welcome: WelcomeState;
  readonly prefill: Prefill | null;
}

/** What is said in the open channel, and the field to say something. */
export function Conversation({ place, messages, starter, acts, welcome, prefill }: Props): VNode {
  const { world, channel } = useViewer();
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  return (
    <div class="conversation" lang={world.you.locale}>
      {welcome.size !== 'closed' && (
        <Welcome slim={welcome.size === 'slim'} tried={welcome.tried} onClose={welcome.close} />
      )}
      <History
        starter={starter}
        messages={messages.filter((view) => !dismissed.has(view.json.id))}
        failures={acts.failures}
        place={place}
        onDismiss={(id) => setDismissed((before) => new Set([...before, id]))}
        onDismissFailure={acts.dismissFailure}
      />
      {acts.notice !== null && (
        <p class="notice" role="alert">
          {acts.notice}
          <button type="button" class="bare" aria-label="Close the notice" onClick={acts.closeNotice}>
            <Icon name="close" />
          </button>
        </p>
      )}
      <Composer
        prefill={prefill}
        place={place}
        onSlash={(command, options) => {
          welcome.note(command);
          void acts.run(command, { do: 'slash', channelId: channel.id, command, options });
        }}
        onSay={(text, files) => void acts.act({ do: 'say', channelId: channel.id, text, files })}
      />
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { OptionValue, Outcome } from '../../web/protocol.ts';
import { useViewer } from '../viewer.ts';
import type { Asked } from './offers.ts';

interface Question {
  readonly command: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly focused: string;
}

/** Discord asks while one types, not at every key; milliseconds. */
const PAUSE = 120;

/** Asks the bot for choices as one types; null asks nothing. An answer that has been overtaken is dropped. */
export function useAutocomplete(question: Question | null): Asked {
  const { act, channel } = useViewer();
  const [asked, setAsked] = useState<Asked>({ state: 'loading', choices: [] });
  const key = question === null ? null : JSON.stringify(question);
  useEffect(() => {
    if (question === null) return undefined;
    let overtaken = false;
    setAsked({ state: 'loading', choices: [] });
    const settle = (outcome: Outcome): void => {
      if (overtaken) return;
      if (outcome.kind === 'choices') setAsked({ state: 'ready', choices: outcome.choices });
      else setAsked({ state: 'failed', choices: [] });
    };
    const timer = setTimeout(() => {
      void act({ do: 'autocomplete', channelId: channel.id, ...question }).then(settle);
    }, PAUSE);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [key, channel.id]);
  return asked;
}

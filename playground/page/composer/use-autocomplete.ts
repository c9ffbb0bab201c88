import { useEffect, useState } from 'preact/hooks';
import type { OptionValue, Outcome } from '../../web/protocol.ts';
import { useViewer } from '../viewer.ts';
import type { Asked } from './offers.ts';

interface Question {
  readonly command: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly focused: string;
}

/** The wait after a key before the bot is asked, in milliseconds. Discord does not ask at every key either. */
const PAUSE = 120;

/**
 * Asks the bot for choices during typing. Null asks nothing. An answer that comes after a newer question is dropped.
 */
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

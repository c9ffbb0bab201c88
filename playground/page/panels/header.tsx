import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { BotState } from '../../web/protocol.ts';
import { Icon } from '../icons.tsx';
import { useRemembered } from '../remembered.ts';
import { useViewer } from '../viewer.ts';

interface Props {
  readonly bot: BotState;
  readonly refused: number;
  readonly isInspecting: boolean;
  readonly hasMembers: boolean;
  readonly onDrawer: () => void;
  readonly onInspect: () => void;
  readonly onMembers: () => void;
  readonly onHelp: () => void;
}

const BOT: Readonly<Record<BotState, string | null>> = {
  starting: 'The bot is starting…',
  ready: null,
  ended: 'The bot has ended; see the terminal',
  gone: 'The playground has ended; start it again',
};

/** The bar above the messages: the name of the place, and buttons for other panels. */
export function Header(props: Props): VNode {
  const { channel, guild } = useViewer();
  const icon = { text: 'hash', thread: 'thread', dm: 'at', voice: 'voice' } as const;
  const trouble = BOT[props.bot];
  return (
    <header class="header">
      <button
        type="button"
        class="bare only-narrow"
        aria-label="Servers and channels"
        onClick={props.onDrawer}
      >
        <Icon name="menu" />
      </button>
      <Icon name={icon[channel.kind]} />
      <h2>{channel.name}</h2>
      {channel.topic !== null && <p class="topic quiet">{channel.topic}</p>}
      <p class="bot-state" role="status">
        {trouble}
      </p>
      <div class="header-buttons">
        <button
          type="button"
          class="bare"
          aria-label="What is this?"
          title="What is this?"
          onClick={props.onHelp}
        >
          <span class="question">?</span>
        </button>
        <ThemeSwitch />
        <button
          type="button"
          class="bare"
          aria-label={props.refused === 0 ? 'Inspector' : `Inspector, ${props.refused} refused`}
          aria-pressed={props.isInspecting}
          title="Inspector: what the bot asks of Discord"
          onClick={props.onInspect}
        >
          <Icon name="inspect" />
          {props.refused > 0 && <span class="badge">{props.refused}</span>}
        </button>
        {guild !== null && (
          <button
            type="button"
            class="bare"
            aria-label="Members"
            aria-pressed={props.hasMembers}
            title="Members"
            onClick={props.onMembers}
          >
            <Icon name="people" />
          </button>
        )}
      </div>
    </header>
  );
}

function ThemeSwitch(): VNode {
  const [theme, setTheme] = useRemembered('playground.theme', '');
  const isDark = theme === '' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  const next = isDark ? 'light' : 'dark';
  return (
    <button
      type="button"
      class="bare"
      aria-label={`Switch to ${next}`}
      title={`Switch to ${next}`}
      onClick={() => setTheme(next)}
    >
      <Icon name={isDark ? 'sun' : 'moon'} />
    </button>
  );
}

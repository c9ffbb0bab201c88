import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { BotState } from '../../web/protocol.ts';
import { Icon } from '../icons.tsx';
import { useRemembered } from '../remembered.ts';
import { useViewer } from '../viewer.ts';
import type { Panels } from './use-panels.ts';

interface Props {
  readonly bot: BotState;
  readonly refused: number;
  readonly panels: Panels;
  readonly onHelp: () => void;
}

const BOT: Readonly<Record<BotState, string | null>> = {
  starting: 'The bot is starting…',
  ready: null,
  ended: 'The bot has ended; see the terminal',
  gone: 'The playground has ended; start it again',
};

/** The bar above the messages: the name of the place, and buttons for other panels. */
export function Header({ bot, refused, panels, onHelp }: Props): VNode {
  const { channel, guild } = useViewer();
  const icon = { text: 'hash', thread: 'thread', dm: 'at', voice: 'voice' } as const;
  const trouble = BOT[bot];
  return (
    <header class="header">
      <button
        type="button"
        class="bare only-narrow"
        aria-label="Servers and channels"
        onClick={() => panels.openDrawer(true)}
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
        <button type="button" class="bare" aria-label="What is this?" title="What is this?" onClick={onHelp}>
          <span class="question">?</span>
        </button>
        <ThemeSwitch />
        <button
          type="button"
          class="bare"
          aria-label={refused === 0 ? 'Inspector' : `Inspector, ${refused} refused`}
          aria-pressed={panels.isInspecting}
          title="Inspector: what the bot asks of Discord"
          onClick={() => panels.inspect(!panels.isInspecting)}
        >
          <Icon name="inspect" />
          {refused > 0 && <span class="badge">{refused}</span>}
        </button>
        {guild !== null && (
          <button
            type="button"
            class="bare"
            aria-label="Members"
            aria-pressed={panels.hasMembers}
            title="Members"
            onClick={() => panels.showMembers(!panels.hasMembers)}
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

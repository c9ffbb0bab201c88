import type { VNode } from 'preact';
import { Icon } from '../icons.tsx';
import { NARROW, useMedia } from '../use-media.ts';
import { useViewer } from '../viewer.ts';

interface Idea {
  readonly title: string;
  readonly text: string;
}

/** By the command's full name. */
const IDEAS: Readonly<Record<string, Idea>> = {
  setup: {
    title: 'Set up the group',
    text: 'You are the organiser: check the channel and the hour, then press “Start posting”.',
  },
  'roadmap join': {
    title: 'Join, and see the roadmap',
    text: 'What you do is yours: the answers are shown to you alone.',
  },
  done: { title: 'Tick off a topic', text: 'Type a few letters of it, even with a typo: try “acdi”.' },
  today: { title: 'Ask what to study', text: 'Three topics for you, each with the reason.' },
  progress: {
    title: 'See ten weeks of work',
    text: 'Percent by section, your streak, this week and the last.',
  },
};
const SHOWN = 3;

interface Props {
  /** Whether to show one line, because the person has tried something. */
  readonly slim: boolean;
  /** The full names of the commands that were used. */
  readonly tried: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** The welcome of a first visit: an introduction, and three commands to try. */
export function Welcome({ slim, tried, onClose }: Props): VNode {
  const viewer = useViewer();
  const isNarrow = useMedia(NARROW);
  const offered = new Set(
    (viewer.world.commands[viewer.guild?.id ?? 'dm'] ?? []).map((command) => command.name),
  );
  const ideas = viewer.world.ideas
    .filter((command) => offered.has(command.split(' ')[0] ?? ''))
    .slice(0, SHOWN)
    .map((command) => ({ title: command, text: '', ...IDEAS[command], command }));
  const close = (
    <button type="button" class="bare" aria-label="Close the welcome" onClick={onClose}>
      <Icon name="close" />
    </button>
  );
  if (slim) {
    return (
      <section class="welcome slim" aria-label="Things to try">
        <span>Try:</span>
        {ideas.map((idea) => (
          <button type="button" class="mention" title={idea.title} onClick={() => viewer.fill(idea.command)}>
            /{idea.command}
            {tried.has(idea.command) && ' ✓'}
          </button>
        ))}
        <span class="quiet">then the buttons {isNarrow ? 'under' : 'beside'} the clock</span>
        {close}
      </section>
    );
  }
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      {close}
      <h2 id="welcome-title">Meet Roadmate, the study companion of this group</h2>
      <p>
        The bot runs on your machine, exactly as it would for Discord; everything around it here is a
        stand-in, so nothing leaves your computer. Three things to try:
      </p>
      <ol>
        {ideas.map((idea) => (
          <li>
            <button type="button" class="idea" onClick={() => viewer.fill(idea.command)}>
              <strong>{idea.title}</strong>
              <span>{idea.text}</span>
              <span class="mention">/{idea.command}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class="quiet">
        Then bring tomorrow with the buttons {isNarrow ? 'under' : 'beside'} the clock, and look through
        somebody else’s eyes:{' '}
        {isNarrow
          ? 'open the menu at the top left; at its end stands who you are.'
          : 'who you are stands at the bottom left.'}
      </p>
    </section>
  );
}

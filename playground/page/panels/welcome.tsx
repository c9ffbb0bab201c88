import type { VNode } from 'preact';
import { Icon } from '../icons.tsx';
import { useViewer } from '../viewer.ts';

interface Idea {
  readonly command: string;
  readonly title: string;
  readonly text: string;
}

const IDEAS: readonly Idea[] = [
  {
    command: 'setup',
    title: 'Set up the group',
    text: 'You are the organiser: choose the roadmap, a channel and the hour of the daily post.',
  },
  {
    command: 'roadmap join',
    title: 'Join, and see the roadmap',
    text: 'What you do is yours: the answers are shown to you alone.',
  },
  {
    command: 'done',
    title: 'Tick off a topic',
    text: 'Type a few letters of it, even with a typo: try “acid”.',
  },
];

/** A first visit: what this is, and three things to try. */
export function Welcome({ onClose }: { readonly onClose: () => void }): VNode {
  const viewer = useViewer();
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <button type="button" class="bare" aria-label="Close the welcome" onClick={onClose}>
        <Icon name="close" />
      </button>
      <h2 id="welcome-title">Meet Roadmate, the study companion of this group</h2>
      <p>
        The bot runs on your machine, exactly as it would for Discord; everything around it here is a
        stand-in, so nothing leaves your computer. Three things to try:
      </p>
      <ol>
        {IDEAS.map((idea) => (
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
        Then bring tomorrow with the buttons beside the clock, and look through somebody else’s eyes with “You
        are”.
      </p>
    </section>
  );
}

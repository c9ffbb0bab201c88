import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Act, ChannelView, GuildView, Outcome, OptionValue, WorldView } from '../web/protocol.ts';
import type { wordsFor } from './words.ts';

export interface Picture {
  readonly url: string;
  readonly alt: string;
}

/** What every part of the page may know and do: through whose eyes it looks, at what, and how it acts. */
export interface Viewer {
  readonly world: WorldView;
  /** Null in the conversation with the bot. */
  readonly guild: GuildView | null;
  readonly channel: ChannelView;
  readonly words: ReturnType<typeof wordsFor>;
  /** The playground's clock; epoch milliseconds. */
  readonly now: number;
  readonly act: (act: Act) => Promise<Outcome>;
  readonly openChannel: (channelId: string) => void;
  readonly enlarge: (picture: Picture) => void;
  /** Puts a command (by its full name) into the composer, with what is known of its options. */
  readonly fill: (command: string, options?: Readonly<Record<string, OptionValue>>) => void;
}

export const ViewerContext = createContext<Viewer | null>(null);

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('A part of the page stands outside of ViewerContext.');
  return viewer;
}

/** The name by which a user is shown in the place that is looked at. */
export function nameOf(viewer: Viewer, userId: string): string | null {
  if (userId === viewer.world.bot.id) return viewer.world.bot.username;
  const member = viewer.guild?.members.find((each) => each.user.id === userId);
  return member?.name ?? viewer.world.people.find((person) => person.id === userId)?.name ?? null;
}

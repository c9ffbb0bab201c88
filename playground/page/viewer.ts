import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MessageJson, UserJson } from '../state/json.ts';
import type { Act, ChannelView, GuildView, Outcome, OptionValue, WorldView } from '../web/protocol.ts';
import type { wordsFor } from './words.ts';

export interface Picture {
  readonly url: string;
  readonly alt: string;
}

/** What every part of the page needs: the person who looks, the place that they look at, and the ways to act. */
export interface Viewer {
  readonly world: WorldView;
  /** Null in the conversation with the bot. */
  readonly guild: GuildView | null;
  readonly channel: ChannelView;
  /** The people that the client has met here. Like Discord's client, it knows no other names. */
  readonly met: ReadonlySet<string>;
  readonly words: ReturnType<typeof wordsFor>;
  /** The playground's clock; epoch milliseconds. */
  readonly now: number;
  readonly act: (act: Act) => Promise<Outcome>;
  readonly openChannel: (channelId: string) => void;
  readonly enlarge: (picture: Picture) => void;
  /** Puts a command (by its full name) into the composer, with values for some of its options. */
  readonly fill: (command: string, options?: Readonly<Record<string, OptionValue>>) => void;
}

export const ViewerContext = createContext<Viewer | null>(null);

/** The viewer of the part of the page that calls this. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('A part of the page stands outside of ViewerContext.');
  return viewer;
}

/** The people in the payload of the message that is being drawn. Every client knows their names. */
export const MentionedContext = createContext<readonly UserJson[]>([]);

/** The name of a mentioned person; null if the client does not know it, and shows an unknown user. */
export function mentionedName(viewer: Viewer, mentioned: readonly UserJson[], userId: string): string | null {
  const { you, bot } = viewer.world;
  const named = mentioned.find((user) => user.id === userId);
  if (named === undefined && userId !== you.id && userId !== bot.id && !viewer.met.has(userId)) return null;
  return nameOf(viewer, userId) ?? named?.global_name ?? null;
}

/** The people whom a client meets through messages: authors, users of commands, and people who are mentioned. */
export function metIn(messages: readonly MessageJson[]): string[] {
  return messages.flatMap(({ author, mentions, interaction_metadata: by }) => [
    author.id,
    ...mentions.map((user) => user.id),
    ...(by === undefined ? [] : [by.user.id]),
  ]);
}

/** The name of a user in the present place. */
export function nameOf(viewer: Viewer, userId: string): string | null {
  if (userId === viewer.world.bot.id) return viewer.world.bot.username;
  const member = viewer.guild?.members.find((each) => each.user.id === userId);
  return member?.name ?? viewer.world.people.find((person) => person.id === userId)?.name ?? null;
}

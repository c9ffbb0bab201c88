import type { LocalDiscord } from '../discord.ts';
import { buttonsOf } from '../people/reading.ts';
import type { Person } from '../people/person.ts';
import type { Cast } from '../web/cast.ts';
import type { ClockView } from '../web/protocol.ts';
import { makeRandom } from './random.ts';

/** What a running playground offers to whoever lives in it. */
export interface Life {
  readonly discord: LocalDiscord;
  readonly cast: Cast;
  /** Moves the clock forward, for the bot as well; epoch milliseconds. */
  readonly setClock: (to: number) => Promise<void>;
  /** What is due next in a guild. */
  readonly due: (guildId: string) => Promise<ClockView>;
}

const HOUR = 3_600_000;
const POST_WITHIN = 5_000;
const DAYS = 4;
const SEED = 7;
const LINES: readonly (readonly [name: string, text: string])[] = [
  ['Deniz', 'Good morning! Who pairs on this tonight?'],
  ['Emeka', 'I can, after eight.'],
  ['Ana', 'This one took me two evenings. Worth it.'],
  ['Aylin', 'Reading the notes now, thank you!'],
];

/**
 * The last days of the demonstration, lived through with the running bot: its posts arrive on time, members say that
 * they are in, and tick topics off. Ends after a daily post on the day after the weekly summary.
 */
export async function liveLastDays({ discord, cast, setClock, due }: Life): Promise<void> {
  const [group] = discord.guilds;
  if (group === undefined) return;
  const random = makeRandom(SEED);
  const channel = group.channel('study-group');
  const person = (name: string): Person | undefined => {
    const found = cast.find((each) => each.name === name);
    return found && discord.person(found.id);
  };
  /** Goes to an instant at which the bot posts, and waits for the post. */
  const goTo = async (at: number | null): Promise<void> => {
    if (at === null) return;
    const before = channel.messages.length;
    await setClock(at);
    await discord.world.feed.until(() => (channel.messages.length > before ? true : undefined), POST_WITHIN);
    await discord.quiet();
  };
  for (let day = 0; day < DAYS; day += 1) {
    await goTo((await due(group.id)).nextDaily);
    const post = channel.lastMessage();
    const [joins] = post === undefined ? [] : buttonsOf(post);
    const readers = cast.slice(1).filter(() => random() < 0.4);
    for (const reader of readers) {
      if (post === undefined || joins?.custom_id === undefined) break;
      await discord.person(reader.id).press(post, { customId: joins.custom_id });
    }
    const [name, text] = LINES[day] ?? [];
    const speaker = person(name ?? '');
    if (speaker !== undefined && text !== undefined) channel.send(speaker, text);
    await setClock(discord.clock.now() + 10 * HOUR);
    for (const learner of cast.filter(() => random() < 0.45))
      await tickOff(discord.person(learner.id), channel.id);
    const { nextWeekly, nextDaily } = await due(group.id);
    if (nextWeekly !== null && nextDaily !== null && nextWeekly < nextDaily) await goTo(nextWeekly);
  }
  await goTo((await due(group.id)).nextDaily);
}

/** Marks as done what the bot proposes first: what is in progress. */
async function tickOff(person: Person, channelId: string): Promise<void> {
  const [first] = await person.type('done', { topic: '' }, { channel: channelId });
  if (first !== undefined) await person.slash('done', { topic: first.value }, { channel: channelId });
}

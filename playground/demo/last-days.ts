import type { LocalDiscord } from '../discord.ts';
import type { Person } from '../people/person.ts';
import { everyComponent } from '../state/components.ts';
import type { Component } from '../state/json.ts';
import type { Cast } from '../web/cast.ts';
import type { ClockView } from '../web/protocol.ts';
import { makeRandom } from './random.ts';
import { planEvenings } from './company.ts';
import { buildApps, explain, type Stage, writeThesis } from './works.ts';

/** The parts of a running playground that the last days need. */
export interface Life {
  readonly discord: LocalDiscord;
  readonly cast: Cast;
  /** Moves the clock forward, for the bot as well; epoch milliseconds. */
  readonly setClock: (to: number) => Promise<void>;
  /** The next due posts of a guild. */
  readonly due: (guildId: string) => Promise<ClockView>;
}

/** A button of a scheduled post: "I'm in" of a daily one, or "See my week" of a weekly one. */
const isPostButton = ({ custom_id: id }: Component): boolean => /:post:(in|week):/.test(id ?? '');
const isJoin = ({ custom_id: id }: Component): boolean => /:post:in:/.test(id ?? '');

const HOUR = 3_600_000;
/** In real milliseconds. */
const POSTED_WITHIN = 60_000;
const SEED = 7;
/** One line for each day, and what somebody shows on that day. */
const LINES: readonly (readonly [name: string, text: string, show?: (stage: Stage) => Promise<void>])[] = [
  ['Deniz', 'Good morning! Who pairs on this tonight?', planEvenings],
  ['Emeka', 'I can, after eight.', explain],
  ['Ana', 'This one took me two evenings. Worth it.', buildApps],
  ['Aylin', 'Reading the notes now, thank you!', writeThesis],
];

/**
 * Plays the last days of the demonstration with the running bot. Its posts arrive on time, members press "I'm in" and
 * tick topics off. The last day ends after a daily post, a day after the weekly summary.
 */
export async function liveLastDays({ discord, cast, setClock, due }: Life): Promise<void> {
  const [group] = discord.guilds;
  if (group === undefined) return;
  const random = makeRandom(SEED);
  const channel = group.channel('study-group');
  /** The number of scheduled posts in the channel. */
  const posted = (): number =>
    channel.messages.filter(({ components }) => everyComponent(components).some(isPostButton)).length;
  /** Moves the clock to the next daily post. Some members press "I'm in" there. */
  const nextPost = async (): Promise<void> => {
    const { posts } = await due(group.id);
    const { daily } = posts;
    if (daily === undefined || daily === null) return;
    const expected = posted() + Object.values(posts).filter((at) => at !== null && at <= daily).length;
    await setClock(daily);
    // The picture of the weekly summary takes its time, and the clock must not run on meanwhile.
    await discord.world.feed.until(() => (posted() >= expected ? true : undefined), POSTED_WITHIN);
    const post = channel.messages.findLast((message) => everyComponent(message.components).some(isJoin));
    const joins = everyComponent(post?.components ?? []).find(isJoin);
    if (post === undefined || joins?.custom_id === undefined) return;
    for (const reader of cast.slice(1).filter(() => random() < 0.35)) {
      await discord.person(reader.id).press(post, { customId: joins.custom_id }, { until: 'settled' });
    }
  };
  for (const [name, text, show] of LINES) {
    await nextPost();
    const speaker = cast.find((each) => each.name === name);
    await setClock(discord.clock.now() + HOUR);
    if (speaker !== undefined) channel.send(discord.person(speaker.id), text);
    await show?.({ discord, cast, channel });
    await setClock(discord.clock.now() + 9 * HOUR);
    for (const learner of cast.filter(() => random() < 0.45)) {
      await tickOff(discord.person(learner.id), channel.id);
    }
  }
  await nextPost();
  // The daily post says who studies just now.
  const learner = cast.find(({ name }) => name === 'Deniz');
  if (learner !== undefined) {
    const [topic] = await discord.person(learner.id).type('done', { topic: '' }, { channel: channel.id });
    const options = { minutes: 50, ...(topic !== undefined && { topic: topic.value }) };
    await discord.person(learner.id).slash('focus start', options, { channel: channel.id, until: 'settled' });
  }
}

/** Marks the bot's first suggestion as done, which is the topic in progress. */
async function tickOff(person: Person, channelId: string): Promise<void> {
  const [first] = await person.type('done', { topic: '' }, { channel: channelId });
  if (first !== undefined) {
    await person.slash('done', { topic: first.value }, { channel: channelId, until: 'settled' });
  }
}

import { PROOF_FIELD } from '../../src/view/proofs/form.ts';
import { SUBMISSION_FIELD } from '../../src/view/showcase/form.ts';
import { COMMENT } from '../../src/view/teach-back/thesis.ts';
import { GAP } from '../../src/view/teach-back/teach-back.ts';
import { en } from '../../src/words/en/index.ts';
import type { LocalDiscord } from '../discord.ts';
import type { Person } from '../people/person.ts';
import type { ChannelHandle } from '../people/channel.ts';
import type { MessageJson } from '../state/json.ts';
import { everyComponent } from '../state/components.ts';
import type { Cast } from '../web/cast.ts';
import { screenshotLike } from './png.ts';

/** Where the demonstration shows its work. Everybody who takes part reads English. */
export interface Stage {
  readonly discord: LocalDiscord;
  readonly cast: Cast;
  readonly channel: ChannelHandle;
}

const SETTLED = { until: 'settled' } as const;

/** An explanation that two members find clear, and a third one asks about. */
export async function explain(stage: Stage): Promise<void> {
  const [emeka, mira, ana, sam] = [
    personNamed(stage, 'Emeka'),
    personNamed(stage, 'Mira'),
    personNamed(stage, 'Ana'),
    personNamed(stage, 'Sam'),
  ] as const;
  const post = await share(stage, emeka, 'feynman write', 'Transactions', [
    'A transaction is a shopping basket: nothing is bought until you pay, and if you walk out, everything goes back on the shelf.',
    'The database keeps a list of what it is about to do. If the power fails in the middle, it reads the list and either finishes all of it or takes all of it away. That is why you never see half a transfer.',
  ]);
  for (const reader of [mira, ana]) await reader.press(post, en.teachBack.clear, SETTLED);
  const form = await sam.press(post, en.teachBack.gap);
  await sam.fill(
    form,
    { [GAP.question]: 'What happens if two people pay for the last one at once?' },
    SETTLED,
  );
}

/** A thesis with one reader who accepts it and one who is reading. */
export async function writeThesis(stage: Stage): Promise<void> {
  const [ana, emeka, mira] = [
    personNamed(stage, 'Ana'),
    personNamed(stage, 'Emeka'),
    personNamed(stage, 'Mira'),
  ] as const;
  const post = await share(stage, ana, 'tez write', 'Backend thesis', [
    'A backend is a promise: what it has said it has kept, it has kept. Everything else follows from how expensive that promise is to hold.',
    'I compare three ways to keep it: one database that does everything, a queue in front of it, and copies that agree later. For a group of our size the first wins until about two hundred requests a second; after that the queue buys time, and the copies buy readers.',
  ]);
  await emeka.press(post, en.thesis.offer, SETTLED);
  const form = await mira.press(post, en.thesis.accept);
  await mira.fill(form, { [COMMENT.comment]: 'The comparison at the end convinced me.' }, SETTLED);
}

/** Three apps in the gallery, with pictures and applause. */
export async function buildApps(stage: Stage): Promise<void> {
  const [emeka, ana, sam] = [
    personNamed(stage, 'Emeka'),
    personNamed(stage, 'Ana'),
    personNamed(stage, 'Sam'),
  ] as const;
  const apps = [
    [emeka, 'Twitter clone', [29, 155, 240], 'Cache the timeline before anything else.'],
    [ana, 'Medium clone', [26, 137, 80], 'Write the editor last; it ate half of my time.'],
    [sam, 'Pinterest', [189, 8, 28], 'Resize the pictures when they come in.'],
  ] as const;
  for (const [builder, app, colour, differently] of apps) {
    const how = { channel: stage.channel.id };
    await builder.slash('showcase claim', { app }, { ...how, ...SETTLED });
    const form = await builder.slash('showcase submit', { app }, how);
    await builder.fill(
      form,
      {
        [SUBMISSION_FIELD.repository]: `https://github.com/example/${app.toLowerCase().replaceAll(' ', '-')}`,
        [SUBMISSION_FIELD.picture]: [{ name: 'app.png', content: screenshotLike(960, 540, colour) }],
        [SUBMISSION_FIELD.alt]: 'A list of posts with their writers',
        [SUBMISSION_FIELD.differently]: differently,
      },
      SETTLED,
    );
  }
  // The gallery begins with the newest app, which belongs to neither of them.
  for (const [applause, reader] of [ana, emeka].entries()) {
    const gallery = await reader.slash('showcase gallery', {}, { channel: stage.channel.id });
    await reader.press(gallery, en.showcase.applaud(applause), SETTLED);
  }
}

/** Writes a work and shows it to the group. @returns its post */
async function share(
  { channel }: Stage,
  author: Person,
  command: string,
  topic: string,
  paragraphs: readonly string[],
): Promise<MessageJson> {
  const form = await author.slash(command, { topic }, { channel: channel.id });
  const saved = await author.fill(form, { [PROOF_FIELD.text]: paragraphs.join('\n\n') });
  await author.press(saved, en.proof.share, SETTLED);
  const post = channel.messages.findLast(
    ({ author: by, components }) => by.bot === true && everyComponent(components).length > 0,
  );
  if (post === undefined) throw new Error(`${topic} was not shared`);
  return post;
}

/**
 * A person of the demonstration.
 * @throws Error if nobody in it has this name
 */
export function personNamed({ discord, cast }: Stage, name: string): Person {
  const found = cast.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not in the demonstration`);
  return discord.person(found.id);
}

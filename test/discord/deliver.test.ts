import { setTimeout as sleep } from 'node:timers/promises';
import { MessageFlags } from 'discord.js';
import { describe, expect, test, vi } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { startWorld } from '../bot.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

async function study(thinkingAfter?: number) {
  const world = await startWorld(undefined, thinkingAfter === undefined ? {} : { thinkingAfter });
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  return { world, alice: guild.addMember({ name: 'Alice', locale: 'en-US' }) };
}

/** Does something while nobody can be answered, until both the bot and the person have given up. */
async function cutOff({ discord }: World, act: () => Promise<Answer>): Promise<Answer> {
  discord.faults.add({ path: /callback|webhooks/, times: 1000, kind: 'close' });
  const lost = act();
  await discord.quiet();
  discord.expire();
  discord.faults.clear();
  return lost;
}

const doneBy = async ({ app }: World): Promise<number> =>
  (await app.db.selectFrom('progress').where('state', '=', 'done').select('topic_id').execute()).length;

describe('an answer whose connection breaks', () => {
  test.each(['close', 'close-after-commit'] as const)('is still delivered (%s)', async (kind) => {
    const { world, alice } = await study();
    await using _ = world;
    await alice.slash('done', { topic: 'ACID' });
    await alice.slash('done', { topic: 'Transactions' });
    world.discord.faults.add({ path: /callback/, kind });
    const undone = await alice.slash('undo');
    expect(undone.failed).toBeNull();
    expect(undone.text).toContain('Transactions');
    expect(await doneBy(world)).toBe(1);
    // If Discord had received the answer, it refuses the second one.
    const refusals = kind === 'close' ? 0 : 1;
    await expect.poll(() => world.discord.takeRefusals().length).toBe(refusals);
  });
});

describe('an answer that reaches nobody', () => {
  test('is mentioned in the next one, if something was saved', async () => {
    const { world, alice } = await study();
    await using _ = world;
    const lost = await cutOff(world, () => alice.slash('done', { topic: 'ACID' }));
    expect(lost.failed).not.toBeNull();
    expect(world.logged.splice(0).join('')).toContain('reached nobody');

    const next = await alice.slash('help');
    await next.followedUp(1);
    expect(JSON.stringify(next.followUps)).toContain('My answer to </done:');
    expect((await alice.slash('help')).followUps).toEqual([]);
  });

  test('is not mentioned if nothing was saved', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await cutOff(world, () => alice.slash('topic', { topic: 'ACID' }));
    world.logged.splice(0);
    const next = await alice.slash('help');
    await world.discord.quiet();
    expect(next.followUps).toEqual([]);
  });

  test('to an undo: the next undo shows what was undone, and undoes nothing more', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await alice.slash('done', { topic: 'ACID' });
    await alice.slash('done', { topic: 'Transactions' });
    await cutOff(world, () => alice.slash('undo'));
    world.logged.splice(0);
    expect(await doneBy(world)).toBe(1);

    const again = await alice.slash('undo');
    expect(again.text).toContain('Transactions');
    await world.discord.quiet();
    expect(await doneBy(world)).toBe(1);
    expect((await alice.slash('undo')).text).toContain('ACID');
    expect(await doneBy(world)).toBe(0);
  });
});

describe('a failure', () => {
  test('because the database is away says so, and that nothing was saved', async () => {
    const { world, alice } = await study();
    await using _ = world;
    vi.spyOn(world.app.library, 'roadmap').mockRejectedValueOnce(new StoreError('unreachable', 'away'));
    expect((await alice.slash('done', { topic: 'ACID' })).text).toContain(
      'I can’t reach my database right now, so nothing was saved.',
    );
    expect(world.logged.splice(0).join('')).toContain('a handler failed');
    expect(await doneBy(world)).toBe(0);
  });

  test('after the change was saved does not claim that nothing changed', async () => {
    const { world, alice } = await study();
    await using _ = world;
    // The topic is written, but its card cannot be read any more.
    await world.app.db.schema.alterTable('proof').renameTo('elsewhere').execute();
    const answer = await alice.slash('done', { topic: 'ACID' });
    expect(answer.text).toContain('Saved, but');
    expect(await doneBy(world)).toBe(1);
    world.logged.splice(0);
    await world.app.db.schema.alterTable('elsewhere').renameTo('proof').execute();
  });

  test('about which nobody knows whether it was saved claims nothing', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await world.app.db.schema.alterTable('handled_interaction').renameTo('elsewhere').execute();
    const answer = await alice.slash('done', { topic: 'ACID' });
    expect(answer.text).toContain('can’t tell if it was saved');
    world.logged.splice(0);
    await world.app.db.schema.alterTable('elsewhere').renameTo('handled_interaction').execute();
  });
});

/** After so many real milliseconds the bot says that it is thinking, so that the tests are quick. */
const SOON = 20;

/** Does something while another program locks the database. */
async function whileHeld(
  { app }: World,
  until: () => Promise<unknown>,
  act: () => Promise<Answer>,
): Promise<Answer> {
  const held = app.db.transaction().execute(until);
  const [answer] = await Promise.all([act(), held]);
  return answer;
}
/** Resolves when the bot has answered or has said that it is thinking. */
const untilAnnounced =
  ({ discord }: World) =>
  () =>
    new Promise<void>((resolve) => {
      discord.on('event', (event) => {
        if (event.kind === 'interaction' && event.change === 'answered') resolve();
      });
    });
/**
 * The interaction has arrived long before the bot can answer it, so the bot has had time to say that it is thinking.
 */
const longAfterArrival =
  ({ discord }: World) =>
  async () => {
    await discord.gateway.roundTrip();
    await sleep(10 * SOON);
  };

describe('on a slow disk', () => {
  test('a form still opens', async () => {
    const { world, alice } = await study(SOON);
    await using _ = world;
    const card = await alice.slash('topic', { topic: 'ACID' });
    const answer = await whileHeld(world, longAfterArrival(world), () =>
      alice.choose(card, 'v1:menu', ['Put off…']),
    );
    expect(answer.failed).toBeNull();
    expect(answer.modal).not.toBeNull();
  });

  test('a form that would come too late waits behind a button', async () => {
    const { world, alice } = await study(SOON);
    await using _ = world;
    const card = await alice.slash('topic', { topic: 'ACID' });
    const answer = await whileHeld(world, untilAnnounced(world), () =>
      alice.choose(card, 'v1:menu', ['Put off…']),
    );
    expect(answer.failed).toBeNull();
    await answer.followedUp(1);
    expect(JSON.stringify(answer.followUps)).toContain('Your form is ready');
  });

  test('a form that nobody expected waits behind a button', async () => {
    const { world, alice } = await study(SOON);
    await using _ = world;
    const answer = await whileHeld(world, untilAnnounced(world), () =>
      alice.slash('done', { topic: 'Startup' }),
    );
    expect(answer.text).toContain('Your form is ready');
    expect((await alice.press(answer, 'Open form…')).modal).not.toBeNull();
  });

  test('a slow answer is announced, and comes in the end', async () => {
    const { world, alice } = await study(SOON);
    await using _ = world;
    const answer = await whileHeld(world, untilAnnounced(world), () =>
      alice.slash('done', { topic: 'ACID' }),
    );
    expect(answer.text).toContain('● **ACID** done.');
    expect(answer.ephemeral).toBe(true);
    expect(answer.followUps).toEqual([]);
  });

  test('a public answer stays public, even if the bot has told one person that it is thinking', async () => {
    const { world, alice } = await study(SOON);
    await using _ = world;
    await alice.slash('roadmap join');
    const answer = await whileHeld(world, untilAnnounced(world), () =>
      alice.slash('showcase claim', { app: 'Twitter clone' }),
    );
    expect(answer.ephemeral).toBe(true);
    await answer.followedUp(1);
    expect(JSON.stringify(answer.followUps)).toContain('is building “Twitter clone”');
    expect((answer.followUps[0]?.flags ?? 0) & MessageFlags.Ephemeral).toBe(0);
  });
});

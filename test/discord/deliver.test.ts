import { describe, expect, test } from 'vitest';
import { startWorld } from '../bot.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

async function study() {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  return { world, alice: guild.addMember({ name: 'Alice', locale: 'en-US' }) };
}

/** Nobody can be answered until the faults are taken away. */
function cutOff({ discord }: World): void {
  discord.faults.add({ path: /callback|webhooks/, times: 1000, kind: 'close' });
}

/** Somebody else holds the database for longer than the bot keeps people waiting in silence (ms). */
function holdStore({ app }: World): Promise<unknown> {
  return app.db.transaction().execute(() => new Promise((resolve) => setTimeout(resolve, 1700)));
}

const doneBy = async ({ app }: World): Promise<number> =>
  (await app.db.selectFrom('progress').where('state', '=', 'done').select('topic_id').execute()).length;

describe('an answer whose connection closes', () => {
  test.each(['close', 'close-after-commit'] as const)('is given all the same (%s)', async (kind) => {
    const { world, alice } = await study();
    await using _ = world;
    await alice.slash('done', { topic: 'ACID' });
    await alice.slash('done', { topic: 'Transactions' });
    world.discord.faults.add({ path: /callback/, kind });
    const undone = await alice.slash('undo');
    expect(undone.failed).toBeNull();
    expect(undone.text).toContain('Transactions');
    expect(await doneBy(world)).toBe(1);
    // Where Discord had the answer after all, it refuses the second one.
    const refusals = kind === 'close' ? 0 : 1;
    await expect.poll(() => world.discord.takeRefusals().length).toBe(refusals);
  });
});

describe('an answer that reaches nobody', () => {
  test('is told with the next one, if something was saved', async () => {
    const { world, alice } = await study();
    await using _ = world;
    cutOff(world);
    const lost = await alice.slash('done', { topic: 'ACID' });
    expect(lost.failed).not.toBeNull();
    await world.discord.quiet();
    world.discord.faults.clear();
    expect(world.logged.splice(0).join('')).toContain('reached nobody');

    const next = await alice.slash('help');
    await next.followedUp(1);
    expect(JSON.stringify(next.followUps)).toContain('My answer to `/done` didn’t reach you');
    expect((await alice.slash('help')).followUps).toEqual([]);
  });

  test('is not told of where nothing was saved', async () => {
    const { world, alice } = await study();
    await using _ = world;
    cutOff(world);
    await alice.slash('topic', { topic: 'ACID' });
    await world.discord.quiet();
    world.discord.faults.clear();
    world.logged.splice(0);
    const next = await alice.slash('help');
    await world.discord.quiet();
    expect(next.followUps).toEqual([]);
  });

  test('to an undo: the next undo shows what it took back, and takes nothing more', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await alice.slash('done', { topic: 'ACID' });
    await alice.slash('done', { topic: 'Transactions' });
    cutOff(world);
    await alice.slash('undo');
    await world.discord.quiet();
    world.discord.faults.clear();
    world.logged.splice(0);
    expect(await doneBy(world)).toBe(1);

    const again = await alice.slash('undo');
    expect(again.text).toContain('Transactions');
    expect(await doneBy(world)).toBe(1);
    expect((await alice.slash('undo')).text).toContain('ACID');
    expect(await doneBy(world)).toBe(0);
  });
});

describe('what fails', () => {
  test('after it was saved is not said to have changed nothing', async () => {
    const { world, alice } = await study();
    await using _ = world;
    // The topic is written, and its card cannot be read any more.
    await world.app.db.schema.alterTable('proof').renameTo('elsewhere').execute();
    const answer = await alice.slash('done', { topic: 'ACID' });
    expect(answer.text).toContain('It’s saved');
    expect(await doneBy(world)).toBe(1);
    world.logged.splice(0);
    await world.app.db.schema.alterTable('elsewhere').renameTo('proof').execute();
  });

  test('where nobody can tell whether it was saved, nothing is claimed', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await world.app.db.schema.alterTable('handled_interaction').renameTo('elsewhere').execute();
    const answer = await alice.slash('done', { topic: 'ACID' });
    expect(answer.text).toContain('can’t tell whether it was saved');
    world.logged.splice(0);
    await world.app.db.schema.alterTable('elsewhere').renameTo('handled_interaction').execute();
  });
});

describe('on a slow disk', () => {
  test('a form opens all the same', async () => {
    const { world, alice } = await study();
    await using _ = world;
    const card = await alice.slash('topic', { topic: 'ACID' });
    const [answer] = await Promise.all([alice.press(card, 'Not now…'), holdStore(world)]);
    expect(answer.failed).toBeNull();
    expect(answer.modal).not.toBeNull();
  });

  test('a form that nobody expected waits behind a button', async () => {
    const { world, alice } = await study();
    await using _ = world;
    const [answer] = await Promise.all([alice.slash('done', { topic: 'Startup' }), holdStore(world)]);
    expect(answer.text).toContain('Your form is ready');
    expect((await alice.press(answer, 'Open the form…')).modal).not.toBeNull();
  });

  test('what is for everybody is seen by everybody', async () => {
    const { world, alice } = await study();
    await using _ = world;
    await alice.slash('done', { topic: 'ACID' });
    const own = await alice.slash('progress');
    const [shared] = await Promise.all([alice.press(own, 'Share with the group'), holdStore(world)]);
    await shared.followedUp(1);
    const [post] = shared.followUps;
    expect((post?.flags ?? 0) & 64).toBe(0);
    expect(JSON.stringify(post)).toContain('Alice');
  });
});

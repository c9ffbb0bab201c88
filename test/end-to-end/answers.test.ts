import { describe, expect, test } from 'vitest';
import { changeMember } from '../../src/store/members/members.ts';
import { postIn, studyGroup, textOf, write } from '../commands/study-group.ts';

const MINUTE = 60_000;

/** Ana has shared an explanation with a group of five. */
async function sharedByAna() {
  const group = await studyGroup(['Ana', 'Ben', 'Cem', 'Dee', 'Efe']);
  const { world, guild, study, members } = group;
  const [ana, ben, cem, dee] = members;
  if (ana === undefined || ben === undefined || cem === undefined || dee === undefined)
    throw new Error('there are five');
  await write(world, ana, 'acid', 'feynman', 'All of it, or nothing of it.');
  const page = await ana.slash('feynman show', { topic: 'ACID' });
  await ana.press(page, 'Share with group', { until: 'settled' });
  const thread = () => study.threads[0]?.messages ?? [];
  /** The people whom messages in the thread and in the channel notified. */
  const calls = () =>
    [...study.messages, ...thread()].flatMap(({ mentions }) => mentions.map((user) => user.id));
  const clear = (who: typeof ben) => who.press(postIn(study, 0), 'Makes sense', { until: 'settled' });
  const ask = async (who: typeof ben, question: string) => {
    const form = await who.press(postIn(study, 0), 'Ask a question…');
    return who.fill(form, { question }, { until: 'settled' });
  };
  return { world, guild, study, ana, ben, cem, dee, page, thread, calls, clear, ask };
}

describe('the author of shared work', () => {
  test('can choose to be told of answers, and is notified of the first: at most once an hour', async () => {
    const { world, ana, ben, cem, page, thread, calls, clear, ask } = await sharedByAna();
    await using _ = world;
    expect(page.text).toContain('When somebody answers, I mention you there, at most once an hour.');
    await ask(ben, 'And in between?');
    expect(thread().map(({ mentions }) => mentions.map(({ id }) => id))).toEqual([[ana.id]]);
    expect(textOf(thread())).toContain('**Ben asks**');

    world.clock.advance(20 * MINUTE);
    await clear(ben);
    await ask(cem, 'And after a crash?');
    world.clock.advance(39 * MINUTE);
    await world.tick();
    expect(calls(), 'the hour is not over').toEqual([ana.id]);
    world.clock.advance(2 * MINUTE);
    await world.tick();
    await world.tick();
    expect(calls(), 'what came meanwhile is told once').toEqual([ana.id, ana.id]);
    expect(textOf(thread().slice(-1))).toContain(`<@${ana.id}>, there are more answers on **ACID**`);
  });

  test('is notified of a Clear too, but not after turning it off; nobody else can turn it off', async () => {
    const { world, ana, ben, cem, dee, page, thread, calls, clear } = await sharedByAna();
    await using _ = world;
    await clear(ben);
    expect(textOf(thread())).toContain('**It makes sense to Ben**');
    expect(calls()).toEqual([ana.id]);
    world.clock.advance(20 * MINUTE);
    await clear(cem);
    world.clock.advance(61 * MINUTE);
    await world.tick();
    expect(calls()).toEqual([ana.id, ana.id]);
    const more = thread().at(-1);
    if (more === undefined) throw new Error('she was called');
    expect((await dee.press(more, 'Don’t tell me')).text).toContain('Only its author');
    await ana.press(page, 'Don’t tell me');
    expect(page.text).toContain('I don’t tell you when somebody answers');
    world.clock.advance(120 * MINUTE);
    await clear(dee);
    await world.tick();
    expect(calls()).toEqual([ana.id, ana.id]);
    await ana.press(page, 'Tell me of answers');
    expect(page.text).toContain('at most once an hour');
  });

  test('is not notified after leaving', async () => {
    const { world, guild, study, ana, ben, calls } = await sharedByAna();
    await using _ = world;
    await world.app.db
      .updateTable('membership')
      .set({ away_since: 1 })
      .where('guild_id', '=', guild.id)
      .where('user_id', '=', ana.id)
      .execute();
    const refused = await ben.press(postIn(study, 0), 'Ask a question…');
    expect(refused.text).toContain('no longer shared here');
    expect(calls()).toEqual([]);
  });
});

describe('proven work', () => {
  test('is celebrated in the study channel, by names', async () => {
    const { world, study, ben, cem, clear } = await sharedByAna();
    await using _ = world;
    await clear(ben);
    expect(study.messages).toHaveLength(1);
    await clear(cem);
    expect(study.messages).toHaveLength(2);
    expect(textOf(postIn(study))).toContain('ACID, explained by Ana: it makes sense!');
    expect(textOf(postIn(study))).toContain('Makes sense to Ben and Cem.');
    expect(postIn(study).mentions).toEqual([]);
  });

  test('of a member who does not show their topics is celebrated only in its thread', async () => {
    const { world, study, ana, ben, cem, thread, clear } = await sharedByAna();
    await using _ = world;
    await changeMember(world.app.db, ana.id, { showTopics: false }, world.clock.now());
    await clear(ben);
    await clear(cem);
    expect(study.messages).toHaveLength(1);
    expect(textOf(thread())).toContain('ACID, explained by Ana: it makes sense!');
  });
});

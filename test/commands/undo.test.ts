import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { seedRoadmaps } from '../../src/seed.ts';
import { redo } from '../../src/store/progress/redo.ts';
import { changeMember } from '../../src/store/members/members.ts';
import { follow as followRoadmap } from '../../src/store/roadmaps/followed.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import { readOnce } from '../prepared.ts';
import { follow, PLAIN } from './other-roadmap.ts';
import { callOf, postIn, shareIt, studyGroup, topicOf, type World, write } from './study-group.ts';

const DAY = 24 * 60 * 60 * 1000;

async function group(...names: string[]) {
  const study = await studyGroup(['Ana', ...names]);
  const [ana, ben] = study.members;
  if (ana === undefined) throw new Error('she is there');
  study.world.clock.advance(1000);
  return { ...study, ana, ben };
}

const stateOf = async (world: World, person: Person, key: string) =>
  (
    await world.app.db
      .selectFrom('progress')
      .select('state')
      .where('user_id', '=', person.id)
      .where('topic_id', '=', await topicOf(world, key))
      .executeTakeFirst()
  )?.state;

/** Finishes a topic yesterday, which no undo of today's acts may reverse. */
async function finishAcid({ world, ana }: { world: World; ana: Person }): Promise<() => Promise<void>> {
  await ana.slash('done', { topic: 'ACID' });
  world.clock.advance(DAY);
  return async () => expect(await stateOf(world, ana, 'acid')).toBe('done');
}

async function answerReview(ana: Person): Promise<void> {
  const asked = await ana.slash('review');
  await ana.press(asked, 'I’ve answered');
  await ana.press(asked, { label: asked.buttons.find((label) => label.startsWith('Well')) ?? '' });
}

describe('undo reverses the last act:', () => {
  test('a review', async () => {
    const here = await group();
    await using _ = here.world;
    const acidIsDone = await finishAcid(here);
    await answerReview(here.ana);
    const undone = await here.ana.slash('undo');
    expect(undone.text).toContain('Undone: **ACID** (you reviewed it)');
    expect((await here.ana.slash('review')).text).toContain('Review · 1 of 1');
    await acidIsDone();
    expect((await here.ana.press(undone, 'Undo one more')).text).toContain('you marked it done');
  });

  test('a review that was put off', async () => {
    const here = await group();
    await using _ = here.world;
    const acidIsDone = await finishAcid(here);
    await here.ana.press(await here.ana.slash('review'), 'Not today');
    expect((await here.ana.slash('undo')).text).toContain('you put its review off');
    expect((await here.ana.slash('review')).text).toContain('Review · 1 of 1');
    await acidIsDone();
  });

  test('a swap of the picks', async () => {
    const here = await group();
    await using _ = here.world;
    const acidIsDone = await finishAcid(here);
    const today = await here.ana.slash('today');
    const picked = today.text;
    await here.ana.press(today, 'Other picks');
    expect(today.text).not.toBe(picked);
    expect((await here.ana.slash('undo')).text).toContain('Undone: your picks from before are back');
    expect((await here.ana.slash('today')).text).toBe(picked);
    await acidIsDone();
  });

  test('an act on the roadmap of another group', async () => {
    const here = await group();
    await using _ = here.world;
    const other = here.world.discord.addGuild({ name: 'Kitchen', locale: 'en-US', channels: ['kitchen'] });
    await here.world.discord.quiet();
    await follow(here.world, other, 'cooking', PLAIN.replace('Bread', 'Bread <!-- tr: Ekmek -->'));
    const acidIsDone = await finishAcid(here);
    other.addMember(here.ana);
    const [kitchen] = other.channels;
    if (kitchen === undefined) throw new Error('there is a channel');
    await here.ana.slash('done', { topic: 'Bread' }, { channel: kitchen });
    await changeMember(here.world.app.db, here.ana.id, { locale: 'tr' }, here.world.clock.now());
    expect((await here.ana.slash('undo')).text).toContain('Geri alındı: **Ekmek**');
    await acidIsDone();
  });
});

describe('what was undone is named, with what stands now:', () => {
  test('one topic', async () => {
    const here = await group();
    await using _ = here.world;
    await here.ana.slash('start', { topic: 'ACID' });
    here.world.clock.advance(1000);
    await here.ana.slash('done', { topic: 'ACID' });
    expect((await here.ana.slash('undo')).text).toMatch(
      /^◐ \*\*ACID\*\* is back in progress\.\n-# Undone: \*\*ACID\*\* \(you marked it done\)/m,
    );
  });

  test('all topics of an act', async () => {
    const here = await group();
    await using _ = here.world;
    await here.ana.press(await here.ana.slash('skip', { topic: 'Caching' }), 'Skip all 3');
    const { text } = await here.ana.slash('undo');
    expect(text).toContain('Undone: 3 topics (you skipped them)');
    expect(text).toContain('○ CDN · to do');
  });

  test('a topic that counts in two roadmaps is one topic', async () => {
    const here = await group();
    await using _ = here.world;
    const { world, guild, ana } = here;
    await seedRoadmaps(world.app.db, 'data/roadmaps', world.clock.now());
    await followRoadmap(world.app.db, { guildId: guild.id }, 'devops', world.clock.now());
    await ana.slash('done', { topic: 'tmux' });
    expect((await ana.slash('undo')).text).toMatch(
      /○ \*\*tmux\*\* is back on your list\.\n-# Undone: \*\*tmux\*\* .*\n-# The same in DevOps/,
    );
  });
});

describe('an act that cannot be undone is named, and undo does not reach past it:', () => {
  test('work that was written; the act before it is undone if it is named', async () => {
    const here = await group();
    await using _ = here.world;
    const acidIsDone = await finishAcid(here);
    await write(here.world, here.ana, 'acid', 'feynman', 'Either all of it happens, or nothing of it does.');
    const asked = await here.ana.slash('undo');
    expect(asked.text).toContain('I can’t undo what you wrote');
    expect(asked.text).toContain('Before that: **ACID** (you marked it done)');
    await acidIsDone();
    await here.ana.press(asked, 'Undo that');
    expect(asked.text).toContain('Undone: **ACID**');
    expect(await stateOf(here.world, here.ana, 'acid')).toBeUndefined();
  });

  test('work that was shared, and work that was deleted', async () => {
    const here = await group();
    await using _ = here.world;
    const { world, guild, ana } = here;
    const acidIsDone = await finishAcid(here);
    const proof = await write(world, ana, 'acid', 'feynman', 'Either all of it happens, or nothing does.');
    world.clock.advance(1000);
    await shareIt(await callOf(world, guild, ana), proof);
    expect((await ana.slash('undo')).text).toContain('I can’t undo sharing');
    world.clock.advance(1000);
    const own = await ana.slash('feynman show', { topic: 'ACID' });
    await ana.press(await ana.choose(own, 'More…', ['Delete']), 'Yes, delete');
    expect((await ana.slash('undo')).text).toContain('I can’t undo deleting.\n-# **ACID**');
    await acidIsDone();
  });

  test('feedback on others’ work', async () => {
    const here = await group('Ben');
    await using _ = here.world;
    const { world, guild, study, ana, ben } = here;
    if (ben === undefined) throw new Error('he is there');
    const acidIsDone = await finishAcid(here);
    const proof = await write(world, ben, 'indexes', 'feynman', 'A sorted copy of a column, with places.');
    await shareIt(await callOf(world, guild, ben), proof);
    await ana.press(postIn(study, 0), 'Makes sense');
    expect((await ana.slash('undo')).text).toContain('To undo *Makes sense*');
    await acidIsDone();
    await ana.press(postIn(study, 0), 'Makes sense');
    expect((await ana.slash('undo')).text).toContain('Undone: **ACID** (you marked it done)');
  });

  test('choosing a roadmap', async () => {
    const here = await group();
    await using _ = here.world;
    const acidIsDone = await finishAcid(here);
    const { app, clock } = here.world;
    await seedRoadmap(app.db, 'cooking', readOnce(PLAIN).roadmap, PLAIN, clock.now());
    const list = await here.ana.slash('roadmap list');
    await here.ana.choose(list, 'See a roadmap…', ['Cooking']);
    await here.ana.press(list, 'Study this');
    const asked = await here.ana.slash('undo');
    expect(asked.text).toMatch(/I can’t undo \*Study this\*\. .*\n-# \*\*Cooking\*\* · /);
    expect(asked.buttons).toEqual(['Stop studying this', 'Undo that']);
    await acidIsDone();
    await here.ana.press(asked, 'Stop studying this');
    expect(asked.text).toContain('## Cooking');
    expect(asked.text).toContain('Taken off your roadmaps. What you’ve done stays yours.');
  });

  test('joining a group', async () => {
    const here = await group();
    await using _ = here.world;
    const acidIsDone = await finishAcid(here);
    await here.ana.slash('roadmap leave');
    here.world.clock.advance(1000);
    await here.ana.slash('roadmap join');
    const asked = await here.ana.slash('undo');
    expect(asked.text).toContain('I can’t undo joining. To leave the group:');
    expect(asked.buttons).toContain('Undo that');
    await acidIsDone();
  });
});

describe('a choice that undo does not reach past:', () => {
  const CHOICES: readonly (readonly [string, (ana: Person, world: World) => Promise<unknown>, string])[] = [
    [
      'settings',
      async (ana) => ana.press(await ana.slash('settings'), { customId: 'v1:settings-theme:light' }),
      'I can’t undo settings',
    ],
    ['leaving the group', async (ana) => ana.slash('roadmap leave'), 'I can’t undo leaving'],
    [
      'another main roadmap',
      async (ana, { app, clock }) => {
        await seedRoadmap(app.db, 'cooking', readOnce(PLAIN).roadmap, PLAIN, clock.now());
        const list = await ana.slash('roadmap list');
        await ana.choose(list, 'See a roadmap…', ['Cooking']);
        await ana.press(list, 'Study this');
        await ana.press(list, 'Make it my main');
      },
      'I can’t undo choosing roadmaps',
    ],
  ];
  test.each(CHOICES)('%s', async (_name, choose, said) => {
    const here = await group();
    await using _ = here.world;
    const acidIsDone = await finishAcid(here);
    await choose(here.ana, here.world);
    const asked = await here.ana.slash('undo');
    expect(asked.text).toContain(said);
    expect(asked.text).toContain('Before that: **ACID**');
    await acidIsDone();
    await here.ana.press(asked, 'Undo that');
    expect(asked.text).toContain('Undone: **ACID**');
  });
});

describe('an undo is reversed:', () => {
  test('of a topic, which can be undone again', async () => {
    const here = await group();
    await using _ = here.world;
    await here.ana.slash('done', { topic: 'ACID' });
    here.world.clock.advance(1000);
    const answer = await here.ana.slash('undo');
    here.world.clock.advance(1000);
    await here.ana.press(answer, 'Redo');
    expect(answer.text).toMatch(
      /● \*\*ACID\*\* is done again\.\n-# Redone: \*\*ACID\*\* \(you marked it done\)/,
    );
    expect(await stateOf(here.world, here.ana, 'acid')).toBe('done');
    expect((await here.ana.slash('progress')).text).toContain('**Streak** 1 day');
    await here.ana.press(answer, 'Undo');
    expect(await stateOf(here.world, here.ana, 'acid')).toBeUndefined();
    here.world.clock.advance(1000);
    await here.ana.press(answer, 'Redo');
    expect(await stateOf(here.world, here.ana, 'acid')).toBe('done');
  });

  test('of a review', async () => {
    const here = await group();
    await using _ = here.world;
    await finishAcid(here);
    await answerReview(here.ana);
    const card = () => here.world.app.db.selectFrom('review').selectAll().execute();
    const answered = await card();
    const answer = await here.ana.slash('undo');
    expect(await card()).not.toEqual(answered);
    await here.ana.press(answer, 'Redo');
    expect(answer.text).toContain('Redone: **ACID** (you reviewed it)');
    expect(await card()).toEqual(answered);
    await here.ana.press(answer, 'Undo');
    expect(await card()).not.toEqual(answered);
  });

  test('of time that was added', async () => {
    const here = await group();
    await using _ = here.world;
    await here.ana.slash('focus log', { topic: 'ACID', minutes: 45, when: 'yesterday 18:30' });
    const answer = await here.ana.slash('undo');
    await here.ana.press(answer, 'Redo');
    expect((await here.ana.slash('topic', { topic: 'ACID' })).text).toContain('45 min studied');
    await here.ana.press(answer, 'Undo');
    expect((await here.ana.slash('topic', { topic: 'ACID' })).text).not.toContain('45 min studied');
  });

  test('but not twice, and not if something else was done since', async () => {
    const here = await group();
    await using _ = here.world;
    await here.ana.slash('done', { topic: 'ACID' });
    here.world.clock.advance(1000);
    const first = await here.ana.slash('undo');
    here.world.clock.advance(1000);
    const second = await here.ana.slash('done', { topic: 'CDN' });
    here.world.clock.advance(1000);
    await here.ana.press(first, 'Redo');
    expect(first.text).toContain('Nothing was redone');
    expect(await stateOf(here.world, here.ana, 'acid')).toBeUndefined();
    await here.ana.press(second, 'Undo');
    here.world.clock.advance(1000);
    await here.ana.press(second, 'Redo');
    expect(await stateOf(here.world, here.ana, 'cdn')).toBe('done');
    const { db } = here.world.app;
    const undoing = await db
      .selectFrom('activity')
      .select('batch')
      .where('action', '=', 'undo')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow();
    const again = { interactionId: '1', userId: here.ana.id, guildId: null, at: here.world.clock.now() };
    expect(await redo(db, again, undoing.batch), 'a second press').toBeNull();
  });
});

test('the answer to a review that was followed by written work is not offered for undoing', async () => {
  const here = await group();
  await using _ = here.world;
  await finishAcid(here);
  await answerReview(here.ana);
  here.world.clock.advance(DAY);
  await write(here.world, here.ana, 'acid', 'feynman', 'Either all of it happens, or nothing of it does.');
  const asked = await here.ana.slash('undo');
  expect(asked.text).toContain('Before that: **ACID** (you marked it done)');
});

test('the button under an act undoes that act or nothing', async () => {
  const here = await group();
  await using _ = here.world;
  const { world, ana } = here;
  const acid = await ana.slash('done', { topic: 'ACID' });
  world.clock.advance(1000);
  await ana.slash('done', { topic: 'Transactions' });
  await ana.press(acid, 'Undo');
  expect(acid.text).toContain('Nothing was undone');
  expect(acid.text).toContain('Your last step: **Transactions** (you marked it done)');
  expect(await stateOf(world, ana, 'acid')).toBe('done');
  await ana.press(acid, 'Undo that');
  expect(acid.text).toContain('Undone: **Transactions**');
});

test.each(['review', 'swap'] as const)(
  'an undo of a %s that is delivered again undoes nothing more',
  async (act) => {
    const here = await group();
    await using _ = here.world;
    const { world, ana } = here;
    const acidIsDone = await finishAcid(here);
    if (act === 'review') await answerReview(ana);
    else await ana.press(await ana.slash('today'), 'Other picks');
    const undone = await ana.slash('undo');
    await world.discord.replay(undone);
    expect(undone.text).toContain('Undone');
    expect(undone.followUps).toEqual([]);
    await acidIsDone();
    world.discord.takeRefusals();
  },
);

test('an act older than a day is shown before it is undone', async () => {
  const here = await group();
  await using _ = here.world;
  const acidIsDone = await finishAcid(here);
  here.world.clock.advance(1000);
  const asked = await here.ana.slash('undo');
  expect(asked.text).toContain('**Undo this?**\n**ACID** (you marked it done)');
  await acidIsDone();
  await here.ana.press(asked, 'Undo that');
  expect(asked.text).toContain('Undone: **ACID**');
});

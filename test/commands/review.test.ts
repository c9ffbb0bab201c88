import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { cardsOf } from '../../src/store/review/cards.ts';
import { startWorld } from '../bot.ts';

const DAY = 24 * 60 * 60 * 1000;

async function study() {
  const world = await startWorld('2026-11-23T09:00:00Z');
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  const ada = guild.addMember({ name: 'Ada', locale: 'en-US' });
  return { world, guild, ada };
}

/** The button of a grade, which also says when the topic comes back. */
const gradeOn = ({ buttons }: { readonly buttons: readonly string[] }, grade: string) => ({
  label: buttons.find((label) => label.startsWith(grade)) ?? grade,
});

type World = Awaited<ReturnType<typeof startWorld>>;

async function topicId(world: World, title: string): Promise<string> {
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  const node = roadmap?.nodes.find((each) => each.topic.title === title);
  if (node === undefined) throw new Error(title);
  return node.id;
}

async function writes(world: World, person: Person, title: string, text: string): Promise<void> {
  await writeProof(
    world.app.db,
    { interactionId: `w${title}${person.id}`, userId: person.id, guildId: null, at: world.clock.now() },
    { topicId: await topicId(world, title), method: 'cheatcode', parts: [text], url: null, language: null },
  );
}

test('a done topic comes back the day after, is answered, and comes again when FSRS says', async () => {
  const { world, ada } = await study();
  await using _ = world;
  expect((await ada.slash('review')).text).toContain('Nothing to review yet');
  await ada.slash('done', { topic: 'ACID' });
  const early = await ada.slash('review');
  expect(early.text).toContain('Nothing to review today');
  expect(early.text).toContain('Next review · tomorrow');

  world.clock.advance(DAY);
  const asked = await ada.slash('review');
  expect(asked.ephemeral).toBe(true);
  expect(asked.text).toContain('Review · 1 of 1\n');
  expect(asked.text).toContain('## ACID');
  expect(asked.text).toContain('in three sentences');
  await ada.press(asked, 'I’ve answered');
  expect(asked.text).toContain('No notes here');
  expect(asked.buttons.slice(0, 4)).toEqual([
    'Forgot · 1 day',
    'Hard · 2 days',
    'Well · 3 days',
    'Easy · 8 days',
  ]);
  await ada.press(asked, gradeOn(asked, 'Well'));
  expect(asked.text).toContain('## 1 of 1 remembered');
  expect(asked.text).toContain('**ACID** comes back in 3 days.');

  world.clock.advance(3 * DAY - 60 * 60 * 1000);
  const again = await ada.slash('review');
  expect(again.text).toMatch(/-# Starting to fade · last reviewed <t:\d+:R>/);
});

test('the most forgotten topic comes first; undo goes back step by step; “not today” waits until tomorrow', async () => {
  const { world, ada } = await study();
  await using _ = world;
  await ada.slash('done', { topic: 'ACID' });
  world.clock.advance(5 * DAY);
  await ada.slash('done', { topic: 'Transactions' });
  world.clock.advance(DAY);
  const asked = await ada.slash('review');
  expect(asked.text).toContain('Review · 1 of 2\n');
  expect(asked.text).toContain('## ACID');
  expect(asked.buttons).not.toContain('Undo');
  await ada.press(asked, 'I’ve answered');
  await ada.press(asked, gradeOn(asked, 'Easy'));
  expect(asked.text).toContain('-# ●◐ Review · 2 of 2\n');
  expect(asked.text).toContain('## Transactions');
  await ada.press(asked, 'Not today');
  expect(asked.text).toContain('**Transactions** waits until tomorrow');
  expect(asked.text).toContain('Nothing to review today');

  await ada.press(asked, 'Undo');
  expect(asked.text).toContain('Undone: your answer on **Transactions**');
  expect(asked.text).toContain('Review · 2 of 2\n');
  await ada.press(asked, 'Undo');
  expect(asked.text).toContain('Undone: your answer on **ACID**');
  expect(asked.text).toContain('Review · 1 of 2\n');
  expect(asked.buttons).not.toContain('Undo');
  expect((await cardsOf(world.app.db, ada.id, 'backend')).size).toBe(0);
});

test('the member’s own cheat code gives the cues, and is shown only when asked for', async () => {
  const { world, ada } = await study();
  await using _ = world;
  await ada.slash('done', { topic: 'ACID' });
  await writes(
    world,
    ada,
    'ACID',
    '# Atomicity\nall or nothing\n# Isolation\n[as if](https://evil.example) alone',
  );
  // Writing counts as a review, after which the topic comes back in three days.
  world.clock.advance(2 * DAY);
  // The question depends on how often the topic was reviewed. Within some days both kinds come.
  const questions = new Set<string>();
  for (let day = 0; day < 30 && questions.size < 2; day += 1) {
    world.clock.advance(DAY);
    const asked = await ada.slash('review');
    expect(asked.text).not.toContain('all or nothing');
    questions.add(/(?:Try to recall|Explain).*(?:\n- .*)*/.exec(asked.text)?.[0] ?? asked.text);
    expect((await ada.slash('review')).text).toBe(asked.text);
    await ada.press(asked, 'Show my notes');
    expect(asked.text).toContain('**Your cheat code**\n**Atomicity**\nall or nothing');
    expect(asked.text).not.toContain('](https');
    await ada.press(asked, { label: asked.buttons[0] ?? '' });
  }
  expect([...questions].toSorted()).toEqual([
    expect.stringContaining('in three sentences'),
    'Try to recall your notes on:\n- Atomicity\n- Isolation',
  ]);
});

test('long notes are cut between letters, and can be read completely', async () => {
  const { world, ada } = await study();
  await using _ = world;
  await ada.slash('done', { topic: 'ACID' });
  await writes(world, ada, 'ACID', `${'👩‍👩‍👧‍👦ş '.repeat(360)}\n\nthe end`);
  world.clock.advance(3 * DAY);
  const asked = await ada.slash('review');
  await ada.press(asked, 'Show my notes');
  expect(asked.text).not.toContain('the end');
  await ada.press(asked, 'Read all');
  expect(asked.text).toContain('Page 1 of 2');
  await ada.press(asked, 'Next');
  expect(asked.text).toContain('the end');
});

describe('older buttons', () => {
  test('do not answer an answered review again, nor does a second delivery', async () => {
    const { world, ada } = await study();
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    world.clock.advance(DAY);
    const one = await ada.slash('review');
    const other = await ada.slash('review');
    await ada.press(one, 'I’ve answered');
    await ada.press(other, 'I’ve answered');
    const rated = await ada.press(one, gradeOn(one, 'Well'));
    await world.discord.replay(rated);
    const late = await ada.press(other, gradeOn(other, 'Easy'));
    expect(late.text).toContain('already answered this one');
    const id = await topicId(world, 'ACID');
    expect((await cardsOf(world.app.db, ada.id, 'backend')).get(id)?.card.reps).toBe(1);
  });

  test('are refused if the topic is no longer done, the answer is somebody else’s, or the id is made up', async () => {
    const { world, guild, ada } = await study();
    await using _ = world;
    const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
    await ada.slash('done', { topic: 'ACID' });
    world.clock.advance(DAY);
    const asked = await ada.slash('review');
    await ada.press(asked, 'I’ve answered');
    await ada.press(asked, gradeOn(asked, 'Well'));
    const log = await world.app.db.selectFrom('review_log').select('id').execute();
    const own = await ben.slash('review');
    expect((await ben.press(own, { customId: `v1:review-undo:${log[0]?.id}` })).text).toContain(
      'can’t be undone',
    );
    const id = await topicId(world, 'ACID');
    await ada.choose(await ada.slash('topic', { topic: 'ACID' }), 'v1:menu', ['Mark not done']);
    const gone = await ada.press(asked, { customId: `v1:review-rate:good:${id}:1` });
    expect(gone.text).toContain('isn’t done any more');
    for (const customId of [
      `v1:review-rate:best:${id}:0`,
      `v1:review-rate:good:${id}:-1`,
      'v1:review-rate:good:nowhere:0',
      'v1:review-show',
    ]) {
      expect((await ada.press(await ada.slash('help'), { customId })).text).toContain('out of date');
    }
    // Its history stays, and continues when the topic is done again.
    await ada.slash('done', { topic: 'ACID' });
    expect((await cardsOf(world.app.db, ada.id, 'backend')).get(id)?.card.reps).toBe(1);
  });
});

test('works in direct messages, in Turkish', async () => {
  const { world } = await study();
  await using _ = world;
  const deniz = world.discord.addPerson({ name: 'Deniz', locale: 'tr' }).install();
  await deniz.dm.slash('done', { topic: 'acid' });
  world.clock.advance(DAY);
  const asked = await deniz.dm.slash('review');
  expect(asked.text).toContain('Tekrar · 1/1');
  await deniz.dm.press(asked, 'Anlattım');
  await deniz.dm.press(asked, gradeOn(asked, 'İyi'));
  expect(asked.text).toContain('Konuyu hatırladın');
});

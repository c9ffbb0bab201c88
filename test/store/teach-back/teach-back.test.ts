import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join, leave } from '../../../src/store/members/memberships.ts';
import { AlreadyHandled } from '../../../src/store/once.ts';
import { deletePersonalData, personalData } from '../../../src/store/members/personal-data.ts';
import type { Actor } from '../../../src/store/actor.ts';
import { proofWithId, removeProof, writeProof } from '../../../src/store/proofs/proofs.ts';
import {
  claimReadingReminder,
  dueReadingReminders,
  readingsOf,
  giveOpinion,
  settleReadingReminder,
  toggleOffer,
} from '../../../src/store/teach-back/readings.ts';
import type { Db } from '../../../src/store/schema.ts';
import { beginShare, endShare, sharedProof, shareOf } from '../../../src/store/proofs/shares.ts';
import {
  askGap,
  clearCounts,
  gapOf,
  questionsOf,
  settleGap,
  teachBackOf,
  toggleClear,
} from '../../../src/store/teach-back/teach-back.ts';
import { remindAt } from '../../../src/study/teach-back.ts';
import { atOnce } from '../../../src/roadmap/in-turns.ts';
import { dataInSteps } from '../../../src/view/settings/personal-export.ts';
import { idOf, storeWith } from '../store.ts';
import { WHOLE } from '../../../src/store/share.ts';

const MARKDOWN = `# Trail\n\n## Track\n\n- [ ] Walk\n- [ ] Run\n`;
const WEEK = 7 * 24 * 60 * 60_000;

let here: Awaited<ReturnType<typeof storeWith>>;
let db: Db;
let walk: string;
let count = 0;
beforeEach(async () => {
  here = await storeWith(MARKDOWN);
  db = here.db;
  walk = idOf(here.trail, 'Walk');
  count = 0;
  for (const guild of ['g', 'h']) await ensureGuild(db, guild, 'en-US', 0);
});
afterEach(() => here.close());

const by = (userId: string, guildId = 'g', at = 10): Actor => {
  count += 1;
  return { interactionId: String(count), userId, guildId, at };
};

/** Ana's work on the topic, shared with a guild that these people have joined. */
async function shared(method: 'feynman' | 'tez', ...members: string[]): Promise<string> {
  for (const userId of members) await join(db, 'g', userId, 1);
  const work = { topicId: walk, method, parts: ['One foot, then the other.'], url: null, language: null };
  const id = await writeProof(db, by('ana'), work);
  await beginShare(db, by('ana'), id, 'g');
  return id;
}

const provenAt = async (id: string) => (await proofWithId(db, id))?.provenAt;

describe('“Clear”', () => {
  test('of two others proves the step in a group of four', async () => {
    const id = await shared('feynman', 'ana', 'ben', 'can', 'dev');
    expect(await toggleClear(db, by('ben'), id, 'g')).toBe('clear');
    expect(await provenAt(id)).toBeNull();
    expect(await toggleClear(db, by('can', 'g', 20), id, 'g')).toBe('proven');
    expect(await provenAt(id)).toBe(20);
    expect(await toggleClear(db, by('dev', 'g', 30), id, 'g')).toBe('clear');
    expect(await provenAt(id)).toBe(20);
    expect((await teachBackOf(db, id, 'g')).clear).toEqual(['ben', 'can', 'dev']);
    expect([...(await clearCounts(db, [id], 'g'))]).toEqual([[id, 3]]);
    await leave(db, 'g', 'dev');
    expect([...(await clearCounts(db, [id], 'g'))], 'without who left').toEqual([[id, 2]]);
    expect([...(await clearCounts(db, [], 'g'))]).toEqual([]);
  });

  test('of one other is enough in a group of three', async () => {
    const id = await shared('feynman', 'ana', 'ben', 'can');
    expect(await toggleClear(db, by('ben'), id, 'g')).toBe('proven');
  });

  test('that is said again is withdrawn; a proven step stays proven', async () => {
    const id = await shared('feynman', 'ana', 'ben', 'can', 'dev');
    await toggleClear(db, by('ben'), id, 'g');
    expect(await toggleClear(db, by('ben'), id, 'g')).toBe('withdrawn');
    expect(await toggleClear(db, by('can'), id, 'g')).toBe('clear');
    expect(await provenAt(id)).toBeNull();
    await toggleClear(db, by('ben'), id, 'g');
    await toggleClear(db, by('ben'), id, 'g');
    await toggleClear(db, by('can'), id, 'g');
    expect((await teachBackOf(db, id, 'g')).clear).toEqual([]);
    expect(await provenAt(id)).toBe(10);
  });

  test('that is delivered twice counts once', async () => {
    const id = await shared('feynman', 'ana', 'ben', 'can', 'dev');
    const actor = by('ben');
    await toggleClear(db, actor, id, 'g');
    await expect(toggleClear(db, actor, id, 'g')).rejects.toThrow(AlreadyHandled);
    expect((await teachBackOf(db, id, 'g')).clear).toEqual(['ben']);
  });

  test('of somebody who has left the group does not count', async () => {
    const id = await shared('feynman', 'ana', 'ben', 'can', 'dev', 'eve');
    await toggleClear(db, by('ben'), id, 'g');
    await leave(db, 'g', 'ben');
    expect(await toggleClear(db, by('can'), id, 'g')).toBe('clear');
    expect((await teachBackOf(db, id, 'g')).clear).toEqual(['can']);
  });

  test('counts within one group: one voice in each of two groups is not two voices', async () => {
    const id = await shared('feynman', 'ana', 'ben', 'can', 'dev');
    for (const userId of ['ana', 'ben', 'can', 'eve']) await join(db, 'h', userId, 1);
    await beginShare(db, by('ana', 'h'), id, 'h');
    await toggleClear(db, by('ben'), id, 'g');
    expect(await toggleClear(db, by('eve', 'h'), id, 'h')).toBe('clear');
    expect((await teachBackOf(db, id, 'g')).clear).toEqual(['ben']);
  });

  test.each([
    ['was not shared with the guild', (id: string) => endShare(db, id, 'g')],
    ['is of somebody who has left', () => leave(db, 'g', 'ana')],
    ['was removed', (id: string) => removeProof(db, by('ana'), id)],
  ])('on an explanation that %s has no effect', async (_case, before) => {
    const id = await shared('feynman', 'ana', 'ben');
    await before(id);
    expect(await toggleClear(db, by('ben'), id, 'g')).toBeNull();
    expect(await askGap(db, by('ben'), id, 'g', 'Why?')).toBeNull();
    expect(await sharedProof(db, id, 'g')).toBeNull();
  });
});

describe('questions', () => {
  test('are open until their asker says that they are answered', async () => {
    const id = await shared('feynman', 'ana', 'ben', 'can');
    const gap = await askGap(db, by('ben', 'g', 20), id, 'g', 'Which foot first?');
    const question = { id: gap?.id, text: 'Which foot first?', askerId: 'ben' };
    expect(await questionsOf(db, 'g', walk)).toEqual([{ ...question, answeredAt: null }]);

    await settleGap(db, by('can'), gap?.id ?? '', true);
    expect((await gapOf(db, gap?.id ?? '', 'g'))?.answeredAt).toBeNull();
    await settleGap(db, by('ben', 'g', 30), gap?.id ?? '', true);
    expect(await questionsOf(db, 'g', walk)).toEqual([{ ...question, answeredAt: 30 }]);
    await settleGap(db, by('ben'), gap?.id ?? '', false);
    expect((await teachBackOf(db, id, 'g')).gaps).toMatchObject([{ answeredAt: null }]);
    expect(await gapOf(db, gap?.id ?? '', 'h')).toBeNull();
  });

  test.each([
    ['another group', 'h', () => Promise.resolve()],
    ['the group that the explainer has left', 'g', () => leave(db, 'g', 'ana')],
    ['the group that the asker has left', 'g', () => leave(db, 'g', 'ben')],
    ['the group, once it is no longer shared', 'g', (id: string) => endShare(db, id, 'g')],
  ])('are not in the question bank of %s', async (_case, guildId, before) => {
    const id = await shared('feynman', 'ana', 'ben');
    await join(db, 'h', 'ana', 1);
    await askGap(db, by('ben'), id, 'g', 'Why?');
    expect(await questionsOf(db, 'g', walk)).toHaveLength(1);
    await before(id);
    expect(await questionsOf(db, guildId, walk)).toEqual([]);
  });
});

describe('readers', () => {
  test('two accept a thesis, with a comment; “needs work” does not count against it', async () => {
    const id = await shared('tez', 'ana', 'ben', 'can', 'dev');
    expect(await toggleOffer(db, by('ben'), id, 'g')).toBe('offered');
    const say = (userId: string, verdict: 'accept' | 'work', comment: string, at: number) =>
      giveOpinion(db, by(userId, 'g', at), id, 'g', { verdict, comment });
    expect(await say('ben', 'work', 'Sources?', 20)).toBe('said');
    expect(await say('can', 'accept', 'Sound.', 30)).toBe('said');
    expect(await say('can', 'accept', 'Very sound.', 40)).toBe('said');
    expect(await say('ben', 'accept', 'Now it is.', 50)).toBe('proven');
    expect(await provenAt(id)).toBe(50);
    expect(await readingsOf(db, id, 'g')).toEqual([
      { userId: 'ben', offeredAt: 10, opinion: { verdict: 'accept', comment: 'Now it is.' } },
      { userId: 'can', offeredAt: null, opinion: { verdict: 'accept', comment: 'Very sound.' } },
    ]);
    expect(await toggleOffer(db, by('ben'), id, 'g')).toBe('said');
  });

  test('one is enough in a group of three', async () => {
    const id = await shared('tez', 'ana', 'ben', 'can');
    expect(await giveOpinion(db, by('ben'), id, 'g', { verdict: 'accept', comment: 'Yes.' })).toBe('proven');
  });

  test('a reader who offered and has not commented is reminded once, a week later', async () => {
    const id = await shared('tez', 'ana', 'ben', 'can', 'dev');
    await toggleOffer(db, by('ben', 'g', 10), id, 'g');
    expect(await dueReadingReminders(db, WHOLE, 10 + WEEK - 1)).toEqual([]);
    const due = await dueReadingReminders(db, WHOLE, remindAt(10));
    expect(due).toMatchObject([{ proofId: id, guildId: 'g', userId: 'ben', isWanted: true }]);
    const [reminder] = due;
    if (reminder === undefined) throw new Error('there is one');
    expect(reminder.id).toMatch(/^[\w-]{16}$/);
    expect(await claimReadingReminder(db, reminder, 10 + WEEK)).toBe(10 + WEEK);
    expect(await claimReadingReminder(db, reminder, 20 + WEEK)).toBe(10 + WEEK);
    await settleReadingReminder(db, reminder);
    expect(await dueReadingReminders(db, WHOLE, 10 + 10 * WEEK)).toEqual([]);
    expect(await claimReadingReminder(db, reminder, 30 + WEEK)).toBeNull();
  });

  test('a reader who withdrew the offer or has commented is not reminded', async () => {
    const id = await shared('tez', 'ana', 'ben', 'can', 'dev', 'eve');
    await toggleOffer(db, by('ben'), id, 'g');
    expect(await toggleOffer(db, by('ben'), id, 'g')).toBe('withdrawn');
    await toggleOffer(db, by('can'), id, 'g');
    await giveOpinion(db, by('can'), id, 'g', { verdict: 'work', comment: 'Sources?' });
    expect(await dueReadingReminders(db, WHOLE, 10 * WEEK)).toEqual([]);
  });

  test.each([
    ['the reader has left', () => leave(db, 'g', 'ben')],
    ['the author has left', () => leave(db, 'g', 'ana')],
    [
      'the thesis is accepted',
      async (id: string) => {
        for (const userId of ['can', 'dev'])
          await giveOpinion(db, by(userId), id, 'g', { verdict: 'accept', comment: 'Yes.' });
      },
    ],
  ])('nobody is reminded when %s', async (_case, before) => {
    const id = await shared('tez', 'ana', 'ben', 'can', 'dev');
    await toggleOffer(db, by('ben'), id, 'g');
    await before(id);
    expect(await dueReadingReminders(db, WHOLE, 10 * WEEK)).toMatchObject([{ isWanted: false }]);
  });
});

test('removing the work removes all feedback on it', async () => {
  const id = await shared('feynman', 'ana', 'ben');
  await toggleClear(db, by('ben'), id, 'g');
  await askGap(db, by('ben'), id, 'g', 'Why?');
  await toggleOffer(db, by('ben'), id, 'g');
  expect(await removeProof(db, by('ben'), id)).toBe(false);
  expect((await teachBackOf(db, id, 'g')).gaps).toHaveLength(1);
  expect(await removeProof(db, by('ana'), id)).toBe(true);
  for (const table of ['proof', 'proof_share', 'proof_clear', 'proof_gap', 'proof_reading'] as const)
    expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
});

test('sharing again keeps the feedback', async () => {
  const id = await shared('feynman', 'ana', 'ben', 'can', 'dev');
  await toggleClear(db, by('ben'), id, 'g');
  expect(await beginShare(db, by('ana'), id, 'g')).toBe(false);
  expect((await teachBackOf(db, id, 'g')).clear).toEqual(['ben']);
  expect(await shareOf(db, id, 'g')).toEqual({
    proofId: id,
    guildId: 'g',
    post: null,
    threadId: null,
    sharedAt: 10,
  });
});

/** Ben has given every kind of feedback on Ana's work, and Can a little. */
async function ofBen() {
  const id = await shared('feynman', 'ana', 'ben', 'can');
  await toggleClear(db, by('ben', 'g', 20), id, 'g');
  const gap = await askGap(db, by('ben', 'g', 21), id, 'g', 'Which foot first?');
  await settleGap(db, by('ben', 'g', 22), gap?.id ?? '', true);
  await toggleOffer(db, by('ben', 'g', 23), id, 'g');
  await giveOpinion(db, by('ben', 'g', 24), id, 'g', { verdict: 'work', comment: 'And shoes?' });
  await askGap(db, by('can'), id, 'g', 'Why?');
  return id;
}

describe('personal data', () => {
  test('contains all that the member said about others’ work, and nothing that others said', async () => {
    await ofBen();
    const data = await personalData(db, 'ben');
    const what = { roadmap: 'trail', key: 'track/walk', title: 'Walk', guildId: 'g' };
    expect(data.feedback).toEqual({
      clear: [{ ...what, at: 20 }],
      questions: [{ ...what, text: 'Which foot first?', askedAt: 21, answeredAt: 22 }],
      readings: [
        {
          ...what,
          verdict: 'work',
          comment: 'And shoes?',
          offeredAt: 23,
          saidAt: 24,
          remindAt: null,
          remindedAt: null,
        },
      ],
    });
    const file = atOnce(dataInSteps(data, 0));
    expect(file).toContain('"comment": "And shoes?"');
    expect(file).toContain('1970-01-01T00:00:00.022Z');
    expect(file).not.toMatch(/ana|"can"|Why/);
  });

  test('is deleted completely, and others’ feedback stays; an author’s explanation takes all feedback along', async () => {
    const id = await ofBen();
    await deletePersonalData(db, by('ben'));
    expect((await personalData(db, 'ben')).feedback).toEqual({ clear: [], questions: [], readings: [] });
    expect(await teachBackOf(db, id, 'g')).toMatchObject({ clear: [], gaps: [{ askerId: 'can' }] });
    await deletePersonalData(db, by('ana'));
    expect(await db.selectFrom('proof_gap').selectAll().execute()).toEqual([]);
  });
});

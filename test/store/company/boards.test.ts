import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../src/store/actor.ts';
import {
  boardMembers,
  type BoardOf,
  isOnBoard,
  scoresOf,
  setOnBoard,
} from '../../../src/store/company/boards.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { changeMember } from '../../../src/store/members/members.ts';
import { join, leave } from '../../../src/store/members/memberships.ts';
import { undoLast } from '../../../src/store/progress/history.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import { beginShare } from '../../../src/store/proofs/shares.ts';
import { recordRating } from '../../../src/store/review/answering.ts';
import { addLog } from '../../../src/store/sessions/logs.ts';
import { beginSession } from '../../../src/store/sessions/sessions.ts';
import { askGap, settleGap, toggleClear } from '../../../src/store/teach-back/teach-back.ts';
import type { BoardMetric } from '../../../src/study/company/board.ts';
import { idOf, storeWith } from '../store.ts';

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** A Wednesday. */
const NOON = Temporal.Instant.from('2026-11-25T12:00Z').epochMilliseconds;
const WEEK: BoardOf = {
  guildId: 'g',
  roadmapIds: ['trail'],
  days: { from: '2026-11-23', to: '2026-11-29' },
  span: {
    from: Temporal.Instant.from('2026-11-23T04:00Z').epochMilliseconds,
    to: Temporal.Instant.from('2026-11-30T04:00Z').epochMilliseconds,
  },
};

/** As many as make a mass tick. */
const KNOWN = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];

let here: Awaited<ReturnType<typeof storeWith>>;
let interactions = 0;
const by = (userId: string, at = NOON, guildId: string | null = 'g'): Actor => {
  interactions += 1;
  return { interactionId: String(5_000 + interactions), userId, guildId, at };
};
const topic = (title: string): string => idOf(here.trail, title);
const done = (userId: string, at: number, ...titles: string[]) =>
  record(
    here.db,
    by(userId, at),
    titles.map((title) => ({ topicId: topic(title), action: 'done' })),
  );
const scores = async (metric: BoardMetric) =>
  Object.fromEntries(await scoresOf(here.db, WEEK, metric, NOON + DAY));

beforeEach(async () => {
  const topics = ['Walk', 'Run', 'Swim', 'Rest', ...KNOWN].map((title) => `- [ ] ${title}\n`);
  here = await storeWith(`# Trail\n\n## Track\n\n${topics.join('')}`);
  await ensureGuild(here.db, 'g', 'en-US', 0);
  for (const userId of ['ana', 'ben']) await join(here.db, 'g', userId, 0);
});
afterEach(() => here.close());

describe('topics', () => {
  test('count in the week in which they were finished', async () => {
    await done('ana', NOON, 'Walk');
    await done('ana', NOON + HOUR, 'Run');
    await done('ben', NOON - 7 * DAY, 'Walk');
    await done('outsider', NOON, 'Walk');
    expect(await scores('topics')).toEqual({ ana: 2 });
  });

  test('count as for the quest: a few at once, but not a whole list that was known before', async () => {
    await done('ben', NOON, 'Walk', 'Run', 'Swim');
    await done('ana', NOON - HOUR, 'Rest');
    await done('ana', NOON, ...KNOWN);
    expect(await scores('topics')).toEqual({ ana: 1, ben: 3 });
  });

  test('do not count if they were undone, reset, or done in an earlier week', async () => {
    await done('ana', NOON, 'Walk');
    await undoLast(here.db, by('ana', NOON + 1));
    await done('ana', NOON - 7 * DAY, 'Run');
    await record(here.db, by('ana', NOON + 2), [{ topicId: topic('Run'), action: 'reset' }]);
    await done('ana', NOON + 3, 'Run');
    await done('ana', NOON + 4, 'Swim');
    await record(here.db, by('ana', NOON + 5), [{ topicId: topic('Swim'), action: 'reset' }]);
    expect(await scores('topics')).toEqual({});
  });

  test('count if they were ticked off by mistake in an earlier week, and that was undone', async () => {
    await done('ana', NOON - 7 * DAY, 'Walk');
    await undoLast(here.db, by('ana', NOON - 7 * DAY + 1));
    await done('ana', NOON, 'Walk');
    expect(await scores('topics')).toEqual({ ana: 1 });
  });
});

test('minutes count in this server, but not what was added later', async () => {
  const focus = (userId: string, at: number, guildId: string | null) =>
    beginSession(here.db, by(userId, at, guildId), {
      topicId: topic('Walk'),
      minutes: 30,
      startsTopic: false,
    });
  await focus('ana', NOON, 'g');
  await focus('ana', NOON + 2 * HOUR, null);
  await focus('ana', NOON - 7 * DAY, 'g');
  await addLog(here.db, by('ana', NOON), { topicId: topic('Run'), startedAt: NOON - 5 * HOUR, minutes: 60 });
  await focus('ben', NOON, null);
  expect(await scores('minutes')).toEqual({ ana: 30, ben: 0 });
});

test('reviews count by answers, and undone ones do not', async () => {
  const rate = (userId: string, at: number) =>
    recordRating(
      here.db,
      by(userId, at),
      { topicId: topic('Walk'), firstDue: '2026-11-23', reps: 0 },
      'good',
    );
  await rate('ana', NOON);
  await rate('ben', NOON);
  await undoLast(here.db, by('ben', NOON + 1));
  expect(await scores('reviews')).toEqual({ ana: 1 });
});

test('proofs count, and explanations that helped others count as helping', async () => {
  const write = (userId: string, method: 'cheatcode' | 'feynman') =>
    writeProof(here.db, by(userId), {
      topicId: topic('Walk'),
      method,
      parts: ['Step by step.'],
      url: null,
      language: null,
    });
  await write('ana', 'cheatcode');
  const explained = await write('ana', 'feynman');
  await beginShare(here.db, by('ana'), explained, 'g');
  expect(await scores('helping')).toEqual({});
  await toggleClear(here.db, by('ben'), explained, 'g');
  const gap = await askGap(here.db, by('ben'), explained, 'g', 'Why?');
  expect(await scores('helping')).toEqual({ ana: 1 });
  await settleGap(here.db, by('ben'), gap?.id ?? '', true);
  expect(await scores('helping')).toEqual({ ana: 2 });
  expect((await scores('proofs'))['ana']).toBeGreaterThanOrEqual(1);
  await here.db.updateTable('proof').set({ proven_elsewhere: 1 }).execute();
  expect(await scores('proofs')).toEqual({});
});

test('a board shows who chose it, and nobody who hides their progress or left', async () => {
  const { db } = here;
  expect(await boardMembers(db, 'g')).toEqual(new Set());
  for (const userId of ['ana', 'ben']) await setOnBoard(db, by(userId), 'g', true);
  expect(await boardMembers(db, 'g')).toEqual(new Set(['ana', 'ben']));
  await changeMember(db, 'ana', { showProgress: false }, NOON);
  expect(await boardMembers(db, 'g')).toEqual(new Set(['ben']));
  expect(await isOnBoard(db, 'g', 'ana')).toBe(true);
  await leave(db, 'g', 'ben');
  await join(db, 'g', 'ben', NOON);
  expect(await boardMembers(db, 'g')).toEqual(new Set());
});

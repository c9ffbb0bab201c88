import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeGuild, ensureGuild } from '../../../src/store/members/guilds.ts';
import { changeMember } from '../../../src/store/members/members.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { topicsActedOnByDate } from '../../../src/store/progress/studied-days.ts';
import { actingDatesOfMembers } from '../../../src/store/progress/group-activities.ts';
import type { Actor } from '../../../src/store/actor.ts';
import { undoLast } from '../../../src/store/progress/history.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { beginShare } from '../../../src/store/proofs/shares.ts';
import { removeProof, writeProof } from '../../../src/store/proofs/proofs.ts';
import { putOffReview, recordRating } from '../../../src/store/review/answering.ts';
import { undoReview } from '../../../src/store/review/undo.ts';
import { submitApp } from '../../../src/store/showcase/submissions.ts';
import { giveOpinion, toggleOffer } from '../../../src/store/teach-back/readings.ts';
import { askGap, toggleClear } from '../../../src/store/teach-back/teach-back.ts';
import { idOf, storeWith } from '../store.ts';

const NOON = Temporal.Instant.from('2026-11-23T12:00Z').epochMilliseconds;
const TODAY = ['2026-11-23'];

let here: Awaited<ReturnType<typeof storeWith>>;
let interactions = 0;
let walk: string;
/** Ben's work, shared with the guild. */
let work: Record<'feynman' | 'tez', string>;

const by = (userId: string, at = NOON, guildId: string | null = 'g'): Actor => {
  interactions += 1;
  return { interactionId: String(1_000 + interactions), userId, guildId, at };
};
const write = (actor: Actor, method: 'cheatcode' | 'feynman' | 'tez') =>
  writeProof(here.db, actor, { topicId: walk, method, parts: ['Step.'], url: null, language: null });
const done = (actor: Actor) => record(here.db, actor, [{ topicId: walk, action: 'done' }]);
const datesOf = async (userId: string) => [...(await topicsActedOnByDate(here.db, userId)).keys()];

beforeEach(async () => {
  here = await storeWith('# Trail\n\n## Track\n\n- [ ] Walk\n- [ ] Run\n');
  walk = idOf(here.trail, 'Walk');
  const { db } = here;
  await ensureGuild(db, 'g', 'en-US', 0);
  for (const userId of ['ana', 'ben']) await join(db, 'g', userId, 0);
  const shared = async (method: 'feynman' | 'tez') => {
    const id = await write(by('ben', 0), method);
    await beginShare(db, by('ben', 0), id, 'g');
    return id;
  };
  work = { feynman: await shared('feynman'), tez: await shared('tez') };
});
afterEach(() => here.close());

describe('a day counts as studied', () => {
  const firstDue = '2026-11-23';
  test.each<[string, () => Promise<unknown>]>([
    ['a topic is begun', () => record(here.db, by('ana'), [{ topicId: walk, action: 'start' }])],
    ['a topic is done', () => done(by('ana'))],
    [
      'a review is answered',
      () => recordRating(here.db, by('ana'), { topicId: walk, firstDue, reps: 0 }, 'again'),
    ],
    ['a proof is written', () => write(by('ana'), 'cheatcode')],
    [
      'an app is shown',
      () =>
        submitApp(
          here.db,
          by('ana'),
          { guildId: 'g', topicId: walk },
          { repository: 'https://example.org', liveUrl: null, differently: '', picture: null, alt: '' },
        ),
    ],
    ['an explanation is found clear', () => toggleClear(here.db, by('ana'), work.feynman, 'g')],
    ['something is asked', () => askGap(here.db, by('ana'), work.feynman, 'g', 'Why?')],
    [
      'a thesis is read',
      () => giveOpinion(here.db, by('ana'), work.tez, 'g', { verdict: 'work', comment: 'More.' }),
    ],
  ])('when %s', async (_, act) => {
    await act();
    expect(await datesOf('ana')).toEqual(TODAY);
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a topic is skipped', () => record(here.db, by('ana'), [{ topicId: walk, action: 'skip' }])],
    [
      'a topic is put off',
      () => record(here.db, by('ana'), [{ topicId: walk, action: 'snooze', until: NOON + 1 }]),
    ],
    [
      'a review is put off',
      () => putOffReview(here.db, by('ana'), { topicId: walk, firstDue, reps: 0 }, '2026-11-24'),
    ],
    ['reading is offered', () => toggleOffer(here.db, by('ana'), work.tez, 'g')],
    [
      'a topic is taken back',
      async () => {
        await done(by('ana'));
        await undoLast(here.db, by('ana', NOON + 1));
      },
    ],
    [
      'a review is taken back',
      async () => {
        const answer = by('ana');
        await recordRating(here.db, answer, { topicId: walk, firstDue, reps: 0 }, 'good');
        await undoReview(here.db, by('ana', NOON + 1), answer.interactionId);
      },
    ],
    [
      '*clear* is taken back',
      async () => {
        await toggleClear(here.db, by('ana'), work.feynman, 'g');
        await toggleClear(here.db, by('ana', NOON + 1), work.feynman, 'g');
      },
    ],
  ])('not when %s', async (_, act) => {
    await act();
    expect(await datesOf('ana')).toEqual([]);
  });

  test('although the work was removed later', async () => {
    await removeProof(here.db, by('ana'), await write(by('ana'), 'cheatcode'));
    expect(await datesOf('ana')).toEqual(TODAY);
  });
});

test('acts of studying are not taken for changes of topics', async () => {
  const finishing = by('ana');
  await record(here.db, finishing, [{ topicId: walk, action: 'done' }]);
  await write(by('ana', NOON + 1), 'cheatcode');
  await recordRating(
    here.db,
    by('ana', NOON + 2),
    { topicId: walk, firstDue: '2026-11-23', reps: 0 },
    'good',
  );
  expect(await undoLast(here.db, by('ana', NOON + 3))).toMatchObject({
    stays: { act: 'proof', at: NOON + 1 },
    next: { act: 'done', at: NOON },
  });
});

describe('the clock by which a day is counted', () => {
  // It is already Tuesday in Tokyo, and still Sunday's study day in Honolulu.
  const at = Temporal.Instant.from('2026-11-23T13:30Z').epochMilliseconds;

  test('is the member’s own', async () => {
    await changeGuild(here.db, 'g', { timeZone: 'Asia/Tokyo' });
    await changeMember(here.db, 'ana', { timeZone: 'Pacific/Honolulu' }, 0);
    await done(by('ana', at));
    expect(await datesOf('ana')).toEqual(['2026-11-22']);
  });

  test('is otherwise the group’s, in its server and in direct messages', async () => {
    await changeMember(here.db, 'ana', { dayStart: 0 }, 0);
    for (const guildId of ['g', null]) {
      await changeGuild(here.db, 'g', { timeZone: 'Pacific/Auckland' });
      await done(by('ana', at, guildId));
      expect(await datesOf('ana')).toEqual(['2026-11-24']);
      await undoLast(here.db, by('ana', at + 1, guildId));
    }
  });
});

test('the days of some members are each by their own clock', async () => {
  await done(by('ana'));
  await record(here.db, by('eve'), [{ topicId: walk, action: 'done' }]);
  const dates = await actingDatesOfMembers(here.db, ['ana', 'ben']);
  expect([...dates.keys()].toSorted()).toEqual(['ana', 'ben']);
  expect([...(dates.get('ana') ?? [])]).toEqual(TODAY);
});

test('a topic counts once a day, whatever was done with it; undone acts do not count', async () => {
  const run = idOf(here.trail, 'Run');
  await record(here.db, by('ana'), [{ topicId: walk, action: 'start' }]);
  await done(by('ana'));
  await record(here.db, by('ana'), [{ topicId: run, action: 'done' }]);
  await done(by('ben'));
  expect(await topicsActedOnByDate(here.db, 'ana')).toEqual(new Map([['2026-11-23', 2]]));
  await undoLast(here.db, by('ana'));
  expect(await topicsActedOnByDate(here.db, 'ana')).toEqual(new Map([['2026-11-23', 1]]));
});

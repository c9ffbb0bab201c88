import { afterAll, beforeAll, expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { activityOf, effortSince } from '../../../src/store/progress/activities.ts';
import { addPicks, offersSince, picksOf } from '../../../src/store/suggestions/picks.ts';
import { progressOf, progressOfMembers, record } from '../../../src/store/progress/progress.ts';
import { declareStage, stageNotesOf } from '../../../src/store/progress/stage-notes.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import {
  proofDatesOf,
  proofsBy,
  proofsOf,
  proofsOfMembers,
} from '../../../src/store/proofs/roadmap-proofs.ts';
import { recordRating } from '../../../src/store/review/answering.ts';
import { cardsOf, cardsOfMembers } from '../../../src/store/review/cards.ts';
import { lastAnswer } from '../../../src/store/review/log.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import type { Db } from '../../../src/store/schema.ts';
import { idOf, storeWith } from '../store.ts';
import { activityOfGroup, progressOfGroup, proofsOfGroup } from '../whole-group.ts';

/** The study day of the first hours of 1970, which belong to the evening before. */
const DATE = '1969-12-31';

let db: Db;
let close: () => Promise<void>;
/** One topic of each roadmap, by the roadmap's id. Ana has done the same with both. */
let topics: Readonly<Record<string, string>>;
let interactions = 0;

function actor() {
  interactions += 1;
  return { interactionId: `i${interactions}`, userId: 'ana', guildId: 'g', at: 1000 + interactions };
}

beforeAll(async () => {
  const here = await storeWith('# Trail\n\n## Track\n\n- [ ] Walk\n');
  ({ db, close } = here);
  const source = '# Kitchen\n\n## Track\n\n- [ ] Rice\n';
  const { roadmap } = readRoadmap(source);
  await seedRoadmap(db, 'kitchen', roadmap, source, 0);
  topics = { trail: idOf(here.trail, 'Walk'), kitchen: idOf(outline('kitchen', roadmap), 'Rice') };
  await ensureGuild(db, 'g', 'en-US', 0);
  await join(db, 'g', 'ana', 0);
  for (const [roadmapId, topicId] of Object.entries(topics)) {
    await record(db, actor(), [{ topicId, action: 'done' }]);
    await recordRating(db, actor(), { topicId, firstDue: DATE, reps: 0 }, 'good');
    await writeProof(db, actor(), { topicId, method: 'tez', parts: ['…'], url: null, language: null });
    await declareStage(db, actor(), topicId, 'Mine');
    const day = { userId: 'ana', roadmapId, date: DATE };
    await addPicks(db, day, [{ topicId, reason: { kind: 'in-progress', since: 0 } }], 5);
  }
  await db.updateTable('proof').set({ proven_at: 7 }).execute();
});
afterAll(() => close());

const keys = (map: ReadonlyMap<string, unknown> | undefined): readonly string[] => [...(map?.keys() ?? [])];

/** The topics that each query about one roadmap returns. */
const ASKED: Readonly<Record<string, (roadmapId: string) => Promise<readonly string[]>>> = {
  activityOf: async (id) => (await activityOf(db, 'ana', id)).map(({ topicId }) => topicId),
  activityOfGroup: async (id) => (await activityOfGroup(db, 'g', id)).map(({ topicId }) => topicId),
  effortSince: async (id) => (await effortSince(db, 'ana', id, DATE)).finished,
  progressOf: async (id) => keys(await progressOf(db, 'ana', id)),
  progressOfGroup: async (id) => keys((await progressOfGroup(db, 'g', id)).get('ana')),
  picksOf: async (roadmapId) =>
    (await picksOf(db, { userId: 'ana', roadmapId, date: DATE })).map(({ topicId }) => topicId),
  offersSince: async (id) => (await offersSince(db, 'ana', id, DATE)).map(({ topicId }) => topicId),
  stageNotesOf: async (id) => keys(await stageNotesOf(db, 'ana', id)),
  proofsOf: async (id) => keys(await proofsOf(db, 'ana', id)),
  proofDatesOf: async (id) => keys((await proofDatesOf(db, 'ana', id)).theses),
  proofsBy: async (id) => (await proofsBy(db, 'ana', id, 'tez')).map(({ topicId }) => topicId),
  proofsOfGroup: async (id) => keys((await proofsOfGroup(db, 'g', id)).get('ana')),
  progressOfMembers: async (id) => keys((await progressOfMembers(db, ['ana'], [id])).get('ana')),
  proofsOfMembers: async (id) =>
    ((await proofsOfMembers(db, ['ana'], [id])).get('ana') ?? []).map(({ topicId }) => topicId),
  cardsOf: async (id) => keys(await cardsOf(db, 'ana', id)),
  cardsOfMembers: async (id) => keys((await cardsOfMembers(db, ['ana'], [id])).get('ana')),
};

test.each(Object.entries(ASKED))('%s returns rows of its roadmap, and of no other', async (_, ask) => {
  for (const id of ['trail', 'kitchen']) expect(new Set(await ask(id))).toEqual(new Set([topics[id]]));
});

test('answered reviews, and the last one of them, are those of one roadmap', async () => {
  expect((await effortSince(db, 'ana', 'trail', DATE)).reviews).toBe(1);
  expect(await lastAnswer(db, 'ana', 'trail', 0)).not.toBe(await lastAnswer(db, 'ana', 'kitchen', 0));
});

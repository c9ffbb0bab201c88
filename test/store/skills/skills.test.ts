import { emptyStore, runs } from '../../database.ts';
import { array, assert, asyncProperty, constant, constantFrom, oneof, record as recordOf } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outline } from '../../../src/roadmap/outline.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { importPersonalData } from '../../../src/store/members/import-data.ts';
import { deletePersonalData, personalData } from '../../../src/store/members/personal-data.ts';
import { topicsActedOnByDate } from '../../../src/store/progress/studied-days.ts';
import { undoLast } from '../../../src/store/progress/history.ts';
import { progressOf, record } from '../../../src/store/progress/progress.ts';
import { proofOf, writeProof } from '../../../src/store/proofs/proofs.ts';
import { proofsOf } from '../../../src/store/proofs/roadmap-proofs.ts';
import { recordRating } from '../../../src/store/review/answering.ts';
import { cardsOf } from '../../../src/store/review/cards.ts';
import { undoReview } from '../../../src/store/review/undo.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { sharedSkills, skillsOf } from '../../../src/store/skills/mates.ts';
import { joinable, joinTopics, keepApart } from '../../../src/store/skills/own-skills.ts';
import { readExport } from '../../../src/study/exported-data.ts';
import { atOnce } from '../../../src/roadmap/in-turns.ts';
import { dataInSteps } from '../../../src/view/settings/personal-export.ts';
import type { Store } from '../../../src/store/store.ts';
import { groupStudyOf } from '../../../src/schedule/posts/group-study.ts';
import { type LoadedRoadmap, loadRoadmaps, makeLibrary } from '../../../src/store/roadmaps/library.ts';
import { isFull } from '../../size.ts';
import { readOnce } from '../../prepared.ts';
import { activityOfGroup, proofsOfGroup } from '../whole-group.ts';

const DAY = '1969-12-31';
const ROADMAPS = ['trail', 'pages', 'third'] as const;
const TITLES = ['HTTP', 'Git', 'Shell'] as const;
/** `pages` calls its HTTP the same as the one of `trail`. The other topics only have the same titles. */
const SOURCES = {
  trail:
    '# Trail\n\n## Track\n\n- [ ] HTTP <!-- id: http -->\n- [ ] Git <!-- id: git -->\n- [ ] Shell <!-- id: shell -->\n',
  pages:
    '# Pages\n\n## Track\n\n- [ ] HTTP <!-- id: http same: trail/http -->\n- [ ] Git <!-- id: git -->\n- [ ] Shell <!-- id: shell -->\n',
  third:
    '# Third\n\n## Track\n\n- [ ] HTTP <!-- id: http -->\n- [ ] Git <!-- id: git -->\n- [ ] Shell <!-- id: shell -->\n',
} as const;
type Place = `${(typeof ROADMAPS)[number]}/${string}`;

let store: Store;
let interactions = 0;

async function openWithRoadmaps(): Promise<Store> {
  const opened = await emptyStore();
  for (const [id, source] of Object.entries(SOURCES))
    await seedRoadmap(opened.db, id, readOnce(source).roadmap, source, 0);
  await ensureGuild(opened.db, 'g', 'en-US', 0);
  for (const userId of ['ana', 'ben']) await join(opened.db, 'g', userId, 0);
  return opened;
}
beforeEach(async () => {
  store = await openWithRoadmaps();
});
afterEach(() => store.close());

const places = new Map<string, string>(
  Object.entries(SOURCES).flatMap(([id, source]) =>
    outline(id, readOnce(source).roadmap).nodes.map((node) => [`${id}/${node.topic.key}`, node.id]),
  ),
);
const at = (place: string): string => places.get(place) ?? '';
const actor = (userId = 'ana') => {
  interactions += 1;
  return {
    interactionId: `i${String(interactions).padStart(6, '0')}`,
    userId,
    guildId: 'g',
    at: 1000 + interactions,
  };
};
const does = (place: Place, action: 'done' | 'start' | 'reset' = 'done', userId = 'ana') =>
  record(store.db, actor(userId), [{ topicId: at(place), action }]);
const joins = (one: Place, ...others: readonly Place[]) =>
  joinTopics(store.db, actor(), at(one), others.map(at));
/** Undoes her last act, also if she has chosen something since: then undo asks first. */
async function undoesAnAct(): Promise<void> {
  const undoing = await undoLast(store.db, actor());
  if (undoing.kind === 'asks') await undoLast(store.db, actor(), undoing.next?.batch);
}
const parts = (place: Place) => keepApart(store.db, actor(), at(place));

async function doneBy(userId = 'ana'): Promise<readonly string[]> {
  const done: string[] = [];
  for (const id of ROADMAPS) {
    const progress = await progressOf(store.db, userId, id);
    for (const [place, topicId] of places)
      if (place.startsWith(`${id}/`) && progress.get(topicId)?.state === 'done') done.push(place);
  }
  return done.toSorted();
}

describe('topics that a file calls the same', () => {
  test('are done together, and undone together', async () => {
    await does('pages/http');
    expect(await doneBy()).toEqual(['pages/http', 'trail/http']);
    expect(await topicsActedOnByDate(store.db, 'ana')).toEqual(new Map([[DAY, 1]]));
    await undoLast(store.db, actor());
    expect(await doneBy()).toEqual([]);
  });

  test('can be kept apart by one member, without effect on others; earlier progress stays in both', async () => {
    await does('pages/http');
    await parts('pages/http');
    expect(await doneBy()).toEqual(['pages/http', 'trail/http']);
    await does('pages/http', 'reset');
    expect(await doneBy()).toEqual(['trail/http']);
    await does('pages/http', 'done', 'ben');
    expect(await doneBy('ben')).toEqual(['pages/http', 'trail/http']);
  });

  test('count as one again if the member joins them, with the furthest progress of both', async () => {
    await parts('trail/http');
    await does('trail/http');
    await does('pages/http', 'start');
    expect(await joins('pages/http', 'trail/http')).toBe('joined');
    expect(await doneBy()).toEqual(['pages/http', 'trail/http']);
    await does('trail/http', 'reset');
    expect(await doneBy()).toEqual([]);
    expect(await joins('pages/http', 'trail/http')).toBe('already');
  });
});

describe('topics that a member calls the same', () => {
  test('share progress, and an undo of an earlier act undoes it in both', async () => {
    await does('trail/git');
    await joins('trail/git', 'pages/git', 'third/git');
    expect(await doneBy()).toEqual(['pages/git', 'third/git', 'trail/git']);
    await undoesAnAct();
    expect(await doneBy()).toEqual([]);
  });

  test('an undo of an act on one keeps what was done on the other', async () => {
    await does('trail/git');
    await does('pages/git');
    await joins('trail/git', 'pages/git');
    await undoLast(store.db, actor());
    expect(await doneBy()).toEqual(['pages/git', 'trail/git']);
    await parts('pages/git');
    await does('trail/git', 'reset');
    expect(await doneBy()).toEqual(['pages/git']);
  });

  test('share proofs, and keep them when they are separated', async () => {
    const work = {
      topicId: at('trail/git'),
      method: 'cheatcode',
      parts: ['All.'],
      url: null,
      language: null,
    };
    await writeProof(store.db, actor(), { ...work, method: 'cheatcode' });
    await joins('trail/git', 'pages/git');
    const proven = async (id: 'trail' | 'pages') =>
      (await proofsOf(store.db, 'ana', id)).get(at(`${id}/git`))?.get('cheatcode');
    expect([await proven('trail'), await proven('pages')]).toEqual(['proven', 'proven']);
    // Work for the other topic changes the same proof.
    await writeProof(store.db, actor(), {
      ...work,
      topicId: at('pages/git'),
      method: 'cheatcode',
      parts: ['New.'],
    });
    expect((await proofOf(store.db, 'ana', at('trail/git'), 'cheatcode'))?.parts).toEqual(['New.']);
    await parts('pages/git');
    expect([await proven('trail'), await proven('pages')]).toEqual(['proven', 'proven']);
    expect(
      (await proofsOfGroup(store.db, 'g', 'pages')).get('ana')?.get(at('pages/git'))?.get('cheatcode'),
    ).toBe('proven');
    // From now on, work counts for one topic only.
    await writeProof(store.db, actor(), { ...work, topicId: at('pages/git'), method: 'feynman' });
    expect(await proofOf(store.db, 'ana', at('trail/git'), 'feynman')).toBeNull();
  });

  test('share memory: an answer and its undo count for both, and a later separation keeps it in both', async () => {
    const answer = (place: Place, reps: number) =>
      recordRating(store.db, actor(), { topicId: at(place), firstDue: DAY, reps }, 'good');
    const reps = async (id: 'trail' | 'pages') =>
      (await cardsOf(store.db, 'ana', id)).get(at(`${id}/git`))?.card.reps;
    await does('trail/git');
    await answer('trail/git', 0);
    await joins('pages/git', 'trail/git');
    expect([await reps('trail'), await reps('pages')]).toEqual([1, 1]);
    const second = actor();
    await recordRating(store.db, second, { topicId: at('pages/git'), firstDue: DAY, reps: 1 }, 'easy');
    expect([await reps('trail'), await reps('pages')]).toEqual([2, 2]);
    expect(await undoReview(store.db, actor(), second.interactionId)).toBe(at('pages/git'));
    expect([await reps('trail'), await reps('pages')]).toEqual([1, 1]);
    await parts('trail/git');
    await answer('trail/git', 1);
    expect([await reps('trail'), await reps('pages')]).toEqual([2, 1]);
  });

  test('are never two of the same roadmap', async () => {
    await joins('trail/git', 'pages/git');
    expect(await joins('pages/git', 'trail/shell')).toBe('clash');
    expect(await joinable(store.db, 'ana', at('third/git'), [at('pages/git'), at('trail/shell')])).toEqual(
      new Set([at('pages/git'), at('trail/shell')]),
    );
    await joins('third/git', 'pages/git');
    expect(await joinable(store.db, 'ana', at('third/git'), [at('trail/shell')])).toEqual(new Set());
  });

  test('that were both kept apart do not affect other topics when they are joined', async () => {
    await joins('third/http', 'pages/http');
    await parts('pages/http');
    await parts('third/http');
    await joins('third/http', 'pages/http');
    await does('pages/http');
    expect(await doneBy()).toEqual(['pages/http', 'third/http']);
  });
});

/** What the group did on some roadmaps, taken together. */
async function activityTogether(roadmaps: readonly LoadedRoadmap[]) {
  const pieces = await Array.fromAsync(groupStudyOf(store.db, 'g', roadmaps));
  return pieces.flat().flatMap(({ activity }) => activity);
}

test('a group counts an act once, even if it follows several roadmaps with the skill', async () => {
  await joins('trail/git', 'pages/git');
  await does('pages/git');
  await does('pages/http', 'done', 'ben');
  const roadmaps = await loadRoadmaps({ db: store.db, library: makeLibrary() }, ['trail', 'pages'], 'en');
  const activity = await activityTogether(roadmaps);
  expect(activity.map(({ topicId }) => topicId)).toEqual([at('trail/git'), at('trail/http')]);
  for (const id of ['trail', 'pages']) expect(await activityOfGroup(store.db, 'g', id)).toHaveLength(2);
});

test('a member’s choices of skills are exported, and deleted with their data', async () => {
  await joins('trail/git', 'pages/git');
  await parts('pages/http');
  const apart = { roadmap: 'pages', key: 'http', title: 'HTTP', countsAs: 'itself', askedAt: null };
  const countsAs = { roadmap: 'pages', key: 'git' };
  const joined = { roadmap: 'trail', key: 'git', title: 'Git', countsAs, askedAt: null };
  expect((await personalData(store.db, 'ana')).skills).toEqual([apart, joined]);
  await deletePersonalData(store.db, actor());
  expect(await store.db.selectFrom('member_skill').selectAll().execute()).toEqual([]);
});
test('a member’s choices are imported elsewhere with what was done, and only once', async () => {
  await does('trail/git');
  const work = {
    topicId: at('trail/git'),
    method: 'cheatcode',
    parts: ['All.'],
    url: null,
    language: null,
  } as const;
  await writeProof(store.db, actor(), work);
  await joins('trail/git', 'pages/git');
  await parts('trail/http');
  await parts('third/shell');
  await parts('pages/shell');
  await joins('third/shell', 'pages/shell');
  const data = readExport(atOnce(dataInSteps(await personalData(store.db, 'ana'), 0)));
  if ('code' in data) throw new Error(data.code);
  const skills = async (): Promise<readonly boolean[]> => {
    const all = await skillsOf(store.db, 'ana', [...places.values()]);
    const areOne = (one: Place, other: Place) => all.get(at(one)) === all.get(at(other));
    return [
      areOne('trail/git', 'pages/git'),
      areOne('trail/http', 'pages/http'),
      areOne('third/shell', 'pages/shell'),
    ];
  };
  const before = await skills();
  expect(before).toEqual([true, false, true]);
  await store.close();
  store = await openWithRoadmaps();
  for (let time = 0; time < 2; time += 1) {
    await importPersonalData(store.db, actor(), data);
    expect(await skills()).toEqual(before);
    expect(await doneBy()).toEqual(['pages/git', 'trail/git']);
    expect((await proofsOf(store.db, 'ana', 'pages')).get(at('pages/git'))?.get('cheatcode')).toBe('proven');
  }
});

/** A random act on a topic. */
type Step =
  | { readonly kind: 'done' | 'reset' | 'part' | 'undo-now'; readonly place: Place }
  | { readonly kind: 'join'; readonly place: Place; readonly other: Place };

const place = constantFrom(...ROADMAPS).chain((id) =>
  constantFrom(...TITLES).map((title): Place => `${id}/${title.toLowerCase()}`),
);
const step: Arbitrary<Step> = oneof(
  recordOf({ kind: constantFrom('done', 'reset', 'part', 'undo-now'), place }),
  recordOf({ kind: constant('join'), place, other: place }),
);

test('with any topics joined and separated, no tick is lost, none appears by itself, and no sum counts twice', async () => {
  await assert(
    asyncProperty(array(step, { maxLength: 12 }), async (steps) => {
      await store.close();
      store = await openWithRoadmaps();
      let done = new Set<string>();
      let deeds = 0;
      const skillOf = async (one: string): Promise<readonly string[]> => {
        const skill = (await sharedSkills(store.db, 'ana', [at(one)])).get(at(one));
        return [...places].flatMap(([name, id]) =>
          id === at(one) || skill?.topicIds.includes(id) === true ? [name] : [],
        );
      };
      for (const each of steps) {
        const together = await skillOf(each.place);
        const wasDone = new Set(done);
        if (each.kind === 'join') {
          const all = [...together, ...(await skillOf(each.other))];
          const outcome = await joins(each.place, each.other);
          if (outcome === 'joined' && all.some((name) => done.has(name))) done = done.union(new Set(all));
        } else if (each.kind === 'part') {
          await parts(each.place);
        } else if (each.kind === 'reset') {
          const changed = await does(each.place, 'reset');
          if (changed.length > 0) done = done.difference(new Set(together));
        } else {
          const changed = await does(each.place);
          if (changed.length === 0) continue;
          deeds += 1;
          done = done.union(new Set(together));
          if (each.kind === 'undo-now') {
            await undoLast(store.db, actor());
            deeds -= 1;
            done = wasDone;
          }
        }
        expect(await doneBy()).toEqual([...done].toSorted());
      }
      // All topics of a skill have the same state.
      for (const name of places.keys()) {
        const together = await skillOf(name);
        expect(new Set(together.map((one) => done.has(one))).size).toBe(1);
        const roadmaps = together.map((one) => one.split('/')[0]);
        expect(new Set(roadmaps).size).toBe(roadmaps.length);
      }
      const roadmaps = await loadRoadmaps({ db: store.db, library: makeLibrary() }, ROADMAPS, 'en');
      const activity = await activityTogether(roadmaps);
      expect(activity.filter(({ action }) => action === 'done')).toHaveLength(deeds);
      const skills = await skillsOf(store.db, 'ana', [...places.values()]);
      const studied = (await topicsActedOnByDate(store.db, 'ana')).get(DAY) ?? 0;
      expect(studied).toBeLessThanOrEqual(Math.min(deeds, skills.size));
    }),
    runs(isFull ? 300 : 10),
  );
});

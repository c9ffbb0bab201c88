import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { doneIn } from '../../../src/store/goals/done-in-week.ts';
import { removeProof, writeProof } from '../../../src/store/proofs/proofs.ts';
import { undoLast } from '../../../src/store/progress/history.ts';
import { progressOf, record } from '../../../src/store/progress/progress.ts';
import { changeMember } from '../../../src/store/members/members.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import { joinTopics } from '../../../src/store/skills/own-skills.ts';
import { addLog } from '../../../src/store/sessions/logs.ts';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import { runs } from '../../database.ts';
import { idOf, storeWith } from '../store.ts';

const TITLES = ['Walk', 'Run', 'Swim', 'Rest'] as const;
const MARKDOWN = `# Trail\n\n## Track <!-- methods: cheatcode -->\n\n${TITLES.map((title) => `- [ ] ${title}`).join('\n')}\n`;
const HOUR = 60 * 60_000;
/** A Monday at noon. */
const MONDAY = Date.parse('2026-11-23T12:00:00Z');
const WEEK = { from: '2026-11-23', to: '2026-11-29' };
const BEFORE = { from: '2026-11-16', to: '2026-11-22' };

let interactions = 1_000;
const by = (userId: string, at: number) => {
  interactions += 1;
  return { interactionId: String(interactions), userId, guildId: null, at };
};

test('work counts in the week in which it was first written, while it exists', async () => {
  await using here = await storeWith(MARKDOWN);
  const proofs = (days: typeof WEEK) => doneIn(here.db, 'ana', 'proofs', days, MONDAY + 90 * HOUR);
  const work = { topicId: idOf(here.trail, 'Walk'), method: 'cheatcode', url: null, language: null } as const;
  const id = await writeProof(here.db, by('ana', MONDAY - 24 * HOUR), { ...work, parts: ['First.'] });
  await writeProof(here.db, by('ana', MONDAY), { ...work, parts: ['Changed.'] });
  expect([await proofs(BEFORE), await proofs(WEEK)]).toEqual([1, 0]);
  await writeProof(here.db, by('ana', MONDAY), {
    ...work,
    topicId: idOf(here.trail, 'Run'),
    parts: ['Another.'],
  });
  expect([await proofs(BEFORE), await proofs(WEEK)]).toEqual([1, 1]);
  await removeProof(here.db, by('ana', MONDAY), id);
  expect([await proofs(BEFORE), await proofs(WEEK)]).toEqual([0, 1]);
});

test('time that was added later counts in its own week, until it is undone', async () => {
  await using here = await storeWith(MARKDOWN);
  const minutes = (days: typeof WEEK) => doneIn(here.db, 'ana', 'minutes', days, MONDAY);
  const log = { topicId: idOf(here.trail, 'Walk'), startedAt: MONDAY - 24 * HOUR, minutes: 45 };
  await addLog(here.db, by('ana', MONDAY), log);
  expect([await minutes(BEFORE), await minutes(WEEK)]).toEqual([45, 0]);
  await undoLast(here.db, by('ana', MONDAY));
  expect([await minutes(BEFORE), await minutes(WEEK)]).toEqual([0, 0]);
});

test('topics of one skill count once', async () => {
  await using here = await storeWith(MARKDOWN);
  const other = readRoadmap(MARKDOWN.replace('Trail', 'Track')).roadmap;
  await seedRoadmap(here.db, 'track', other, MARKDOWN, 0);
  const [walk, same] = [idOf(here.trail, 'Walk'), idOf(outline('track', other), 'Walk')];
  await record(here.db, by('ana', MONDAY), [{ topicId: walk, action: 'start' }]);
  await joinTopics(here.db, by('ana', MONDAY), walk, [same]);
  await record(here.db, by('ana', MONDAY), [{ topicId: same, action: 'done' }]);
  expect(await doneIn(here.db, 'ana', 'topics', WEEK, MONDAY)).toBe(1);
  await record(here.db, by('ana', MONDAY), [{ topicId: walk, action: 'reset' }]);
  expect(await doneIn(here.db, 'ana', 'topics', WEEK, MONDAY)).toBe(0);
});

/** What a member may do with a topic, in which zone and how many hours later. */
const step = fc.record({
  act: fc.constantFrom('done', 'done', 'reset', 'undo', 'skip'),
  title: fc.constantFrom(...TITLES),
  hours: fc.integer({ min: 1, max: 40 }),
  timeZone: fc.constantFrom('UTC', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Istanbul'),
});

test('through any ticks, undoing and travels, each week counts what is done since it and was not before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      await using here = await storeWith(MARKDOWN);
      const { db } = here;
      let at = MONDAY - 100 * HOUR;
      for (const { act, title, hours, timeZone } of steps) {
        at += hours * HOUR;
        await changeMember(db, 'ana', { timeZone }, at);
        if (act === 'undo') await undoLast(db, by('ana', at));
        else await record(db, by('ana', at), [{ topicId: idOf(here.trail, title), action: act }]);
      }
      const done = [...(await progressOf(db, 'ana', 'trail')).values()].filter(
        ({ state }) => state === 'done',
      );
      const weeks = [BEFORE, WEEK, { from: '2026-11-30', to: '2026-12-31' }];
      let sum = 0;
      for (const days of weeks) sum += await doneIn(db, 'ana', 'topics', days, at);
      // A topic that was taken back and done again in a later week counts in both, and never more often than that.
      expect(sum).toBeGreaterThanOrEqual(done.length);
      const last = weeks.at(-1) ?? WEEK;
      expect(await doneIn(db, 'ana', 'topics', last, at)).toBeLessThanOrEqual(TITLES.length);
      const whole = { from: '2026-01-01', to: '2026-12-31' };
      expect(await doneIn(db, 'ana', 'topics', whole, at)).toBe(done.length);
    }),
    runs(25),
  );
});

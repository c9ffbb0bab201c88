import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeMember } from '../../../src/store/members/members.ts';
import { endPause, pausesOf, planPause } from '../../../src/store/members/pauses.ts';
import { actsThatCount } from '../../../src/store/progress/studied-days.ts';
import { undoLast } from '../../../src/store/progress/history.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { topicsStudiedByDate } from '../../../src/store/sessions/days.ts';
import { addLog } from '../../../src/store/sessions/logs.ts';
import { beginSession, sessionsOf } from '../../../src/store/sessions/sessions.ts';
import { streak } from '../../../src/study/progress/streak.ts';
import { explain } from '../../../src/study/progress/why.ts';
import { COUNTS_FROM, piecesOf } from '../../../src/study/sessions/pieces.ts';
import { runs } from '../../database.ts';
import { idOf, storeWith } from '../store.ts';

const TITLES = ['Walk', 'Run', 'Swim'] as const;
const MARKDOWN = `# Trail\n\n## Track\n\n${TITLES.map((title) => `- [ ] ${title}`).join('\n')}\n`;
const HOUR = 60 * 60_000;
/** Three days before clocks are set forward in Berlin. */
const START = Date.parse('2026-03-26T12:00:00Z');

let interactions = 0;
const by = (at: number) => {
  interactions += 1;
  return { interactionId: String(1_000 + interactions), userId: 'ana', guildId: null, at };
};

const step = fc.record({
  act: fc.constantFrom('done', 'start', 'reset', 'skip', 'undo', 'focus', 'log'),
  title: fc.constantFrom(...TITLES),
  hours: fc.integer({ min: 1, max: 30 }),
  minutes: fc.constantFrom(5, 12, 50),
  ago: fc.integer({ min: 1, max: 120 }),
  timeZone: fc.constantFrom('UTC', 'Pacific/Auckland', 'America/Los_Angeles', 'Europe/Berlin'),
});

test('through any study, undoing and travels, a day counts if and only if it is said what counted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
      await using here = await storeWith(MARKDOWN);
      const { db } = here;
      let at = START;
      for (const { act, title, hours, minutes, ago, timeZone } of steps) {
        at += hours * HOUR;
        const topicId = idOf(here.trail, title);
        await changeMember(db, 'ana', { timeZone }, at);
        if (act === 'undo') await undoLast(db, by(at));
        else if (act === 'focus') await beginSession(db, by(at), { topicId, minutes, startsTopic: false });
        else if (act === 'log') await addLog(db, by(at), { topicId, startedAt: at - ago * HOUR, minutes });
        else await record(db, by(at), [{ topicId, action: act }]);
      }
      const now = at + HOUR;
      const dates = new Set((await topicsStudiedByDate(db, 'ana', now)).keys());
      const today = '2026-04-20';
      const { recent } = streak(dates, today, undefined, 40);
      const acts = await actsThatCount(db, 'ana', { from: '2026-03-01', to: today });
      const explained = explain(recent, acts, piecesOf(await sessionsOf(db, 'ana'), now));
      for (const { kind, deeds, minutes } of explained)
        expect(kind === 'studied').toBe(deeds.size > 0 || minutes >= COUNTS_FROM);
      expect(explained.filter(({ kind }) => kind === 'studied').map(({ date }) => date)).toEqual(
        [...dates].toSorted(),
      );
    }),
    runs(20),
  );
});

test('a pause takes the place of one that is to come, and one that is going on ends yesterday', async () => {
  await using here = await storeWith(MARKDOWN);
  const pauses = () => pausesOf(here.db, 'ana');
  await planPause(here.db, by(0), { from: '2026-12-01', to: '2026-12-10' }, '2026-11-26');
  await planPause(here.db, by(0), { from: '2026-12-03', to: '2026-12-05' }, '2026-11-26');
  expect(await pauses()).toEqual([{ from: '2026-12-03', to: '2026-12-05' }]);
  expect(await endPause(here.db, by(0), '2026-12-04')).toBe(true);
  expect(await pauses()).toEqual([{ from: '2026-12-03', to: '2026-12-03' }]);
  expect(await endPause(here.db, by(0), '2026-12-04')).toBe(false);
});

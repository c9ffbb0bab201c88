import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../../playground/rules/index.ts';
import { outline } from '../../../src/roadmap/outline.ts';
import { readRoadmap } from '../../../src/roadmap/read.ts';
import type { StudyPlan } from '../../../src/store/company/plans.ts';
import type { Memo } from '../../../src/store/memos/memo.ts';
import type { GroupSession } from '../../../src/store/sessions/groups.ts';
import { BOARD_METRICS, topOf } from '../../../src/study/company/board.ts';
import { SLOTS } from '../../../src/study/company/fit.ts';
import { phaseAt } from '../../../src/study/sessions/plan.ts';
import { boardView } from '../../../src/view/company/board.ts';
import { buddiesMessage, buddiesView } from '../../../src/view/company/buddies.ts';
import { HELP_LENGTH, helpGiven, helpWanted } from '../../../src/view/company/help.ts';
import { cameView, MENTIONED, planReminder } from '../../../src/view/company/plans.ts';
import type { Message } from '../../../src/view/components.ts';
import { inline } from '../../../src/view/escape.ts';
import { memoBody } from '../../../src/view/memos/due.ts';
import { memoList } from '../../../src/view/memos/list.ts';
import { postBody } from '../../../src/view/post-body.ts';
import { callView, groupOverView, groupView } from '../../../src/view/sessions/together.ts';
import { wordsFor } from '../../../src/words/index.ts';

/** Texts that are as long as they may be, and of which each letter needs an escape. */
const starred = (length: number): string => '*_`~|<@'.repeat(length).slice(0, length);
const { roadmap } = readRoadmap(`# Trail\n\n## Track\n\n- [ ] ${'W'.repeat(120)} ${starred(120)}\n`);
const [node] = outline('trail', roadmap).nodes;
if (node === undefined) throw new Error('there is a topic');
const title = node.topic.title;

const people = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => String(1_234_567_890_123_456_789n + BigInt(place)));

const plan: StudyPlan = {
  id: 'p'.repeat(16),
  guildId: people(1)[0] ?? '',
  madeBy: null,
  topicId: node.id,
  where: { place: starred(100) },
  minutes: 480,
  said: '',
  askedAt: 0,
  timeZone: 'America/Argentina/ComodRivadavia',
  repeat: null,
  next: { at: 1_795_435_200_000, date: '2026-11-23' },
  triedAt: null,
  event: { id: '1', at: 0 },
  step: 'end',
};

const session: GroupSession = {
  id: 's'.repeat(16),
  guildId: '1',
  channelId: '2',
  messageId: '3',
  plan: { startedAt: 1_795_435_200_000, workMinutes: 90, breakMinutes: 30, rounds: 8 },
  endedAt: null,
  shown: null,
  called: 0,
  callMessageId: null,
};
const companions = people(50).map((userId) => ({ userId, titles: [title, title, title], minutes: 719 }));

const memo: Memo = {
  id: 'm'.repeat(16),
  userId: '1',
  what: starred(300),
  said: '',
  askedAt: 0,
  timeZone: 'UTC',
  locale: 'tr',
  channelId: '5',
  guildId: '1',
  isKept: true,
  repeat: {
    repeat: { every: 'week', interval: 2, weekdays: [1, 2, 3, 4, 5, 6, 7] },
    time: '18:30',
    from: '2026-11-23',
  },
  next: { at: 1_795_435_200_000, date: '2026-11-23' },
  claim: null,
  tries: 0,
  refusedSince: null,
  ended: null,
};

const takes = (body: unknown): void =>
  expect(checkRequest({ method: 'POST', path: '/channels/2002/messages', body })).toBeNull();

const takesMessage = (message: Message): void => takes(postBody(message));

describe.each(['en-US', 'tr'])('in %s, Discord takes', (locale) => {
  const words = wordsFor(locale);

  test.each([
    ['who all share the first place', () => 3],
    ['who have a place each', (place: number) => 1_000_000 - place],
  ])('a board of a thousand people %s', (_, score) => {
    const scores = new Map(people(1000).map((userId, place) => [userId, score(place)]));
    for (const metric of BOARD_METRICS) {
      const own = { userId: '999', place: 1000, score: 1_000_000, isShared: true };
      takesMessage(boardView(words, { period: 'month', metric, top: topOf(scores), own, seen: 'hidden' }));
    }
  });

  test('a session of fifty people, in each phase and at its end', () => {
    for (const minutes of [0, 95, 10_000]) {
      const phase = phaseAt(session.plan, session.plan.startedAt + minutes * 60_000);
      takesMessage(groupView(words, session, phase, companions));
      takesMessage(callView(words, session, phase, people(50)));
    }
    takesMessage(groupOverView(words, session, companions));
  });

  test('twenty-five reminders of the greatest length, and each of them', () => {
    const memos = Array.from({ length: 25 }, (_, place) => ({ ...memo, id: `${place}`.padStart(16, 'm') }));
    takesMessage(
      memoList(words, memos, { timeZone: null, now: 0 }, words.memo.removed(inline(starred(300)))),
    );
    takes(memoBody(words, memo, { claimId: 'c'.repeat(16), isLate: true }));
  });

  test('an event to which a thousand people came, and of which a hundred are reminded', () => {
    const all = people(1000);
    takesMessage(cameView(words, plan, { node, date: '2026-11-23', userIds: all, id: 'i'.repeat(16) }));
    const userIds = all.slice(0, MENTIONED);
    takesMessage(planReminder(words, plan, { node, userIds, id: 'i'.repeat(16) }));
  });

  test('three buddies with long topics, and their panel with everything chosen', () => {
    const times = Array.from({ length: 60 }, (_, hour) => 1_795_435_200_000 + hour * 3_600_000);
    const week = { people: people(3).map((userId) => ({ userId, topic: node })), times };
    takesMessage(buddiesMessage(words, week, 'g'.repeat(16), true));
    for (const side of ['buddies', 'choices'] as const) {
      takesMessage(
        buddiesView(words, {
          slots: SLOTS,
          timeZone: plan.timeZone,
          isOpenly: true,
          notWith: { count: 1000, here: people(1000) },
          week: { companions: week, threadUrl: 'https://discord.com/channels/1/7' },
          side,
          note: words.buddies.saved,
        }),
      );
    }
  });

  test('a question and an answer of the greatest length', () => {
    const about = { id: 'h'.repeat(16), name: starred(100), node };
    takes(helpWanted(words, { ...about, question: starred(HELP_LENGTH.question) }));
    takes(helpGiven(words, { ...about, roadmapId: 'trail', answer: starred(HELP_LENGTH.answer) }));
  });
});

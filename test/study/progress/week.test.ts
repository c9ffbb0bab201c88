import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../../../src/study/topics/actions.ts';
import { ACTIONS, type Activity, type Entry, type Progress } from '../../../src/study/progress/progress.ts';
import { finishesBefore, progressAt } from '../../../src/study/progress/replay.ts';
import { percent } from '../../../src/study/topics/status.ts';
import { sevenDays, summariseWeek } from '../../../src/study/progress/week.ts';
import { dateOf, dayNumber, utcDay } from '../../../src/time/study-day.ts';
import { named, outlineOf, progress, row, small, titles } from '../roadmaps.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Monday, 16 November 2026, in UTC. */
const MONDAY = Date.UTC(2026, 10, 16);
const week = sevenDays(utcDay(MONDAY));

/** `[who, did, what, on which day of the week]`; days before Monday are negative. */
type Deed = readonly [who: string, action: Activity['action'], title: string, day: number];

function log(deeds: readonly Deed[]): readonly Activity[] {
  return deeds.map(([who, action, title, day]) => row(small, who, title, action, MONDAY + day * DAY));
}

/** Everybody's progress today, after all these acts. */
function today(people: readonly string[], activity: readonly Activity[]): Map<string, Map<string, Entry>> {
  const members = new Map(people.map((who) => [who, new Map<string, Entry>()]));
  for (const { userId, topicId, action, at, date } of activity) {
    const own = members.get(userId);
    const entry = apply(own?.get(topicId), action, { at, date });
    if (entry === null) own?.delete(topicId);
    else own?.set(topicId, entry);
  }
  return members;
}

function summary(deeds: readonly Deed[], people = ['ana', 'deniz', 'mira'], shown = people) {
  const activity = log(deeds);
  return summariseWeek({
    outlines: [small],
    members: today(people, activity),
    activity,
    week,
    shown: new Set(shown),
    now: MONDAY + 7 * DAY,
  });
}

const topicIds = (...given: readonly string[]) => given.map((title) => named(small, title).id);

describe('finished topics', () => {
  test('are compared to the week before', () => {
    const { finished, people, before } = summary([
      ['ana', 'done', 'HTTP', -8],
      ['ana', 'done', 'SQL', -7],
      ['deniz', 'done', 'HTTP', -0.1],
      ['ana', 'done', 'Indexes', 0],
      ['ana', 'done', 'Security', 3],
      ['mira', 'done', 'HTTP', 6.9],
      ['mira', 'done', 'SQL', 7],
    ]);
    expect({ finished, people, before }).toEqual({
      finished: 3,
      people: 2,
      before: { finished: 2, people: 2 },
    });
  });

  test('do not count if they were undone, only begun, or already done', () => {
    const { finished, quiet } = summary([
      ['ana', 'done', 'HTTP', -3],
      ['ana', 'reset', 'HTTP', 1],
      ['ana', 'done', 'HTTP', 2],
      ['ana', 'done', 'SQL', 1],
      ['ana', 'reset', 'SQL', 2],
      ['ana', 'start', 'Security', 2],
      ['ana', 'skip', 'Indexes', 2],
    ]);
    expect({ finished, quiet }).toEqual({ finished: 0, quiet: true });
  });

  test('are those of members of the group, even if the log has others', () => {
    expect(summary([['gone', 'done', 'HTTP', 1]]).finished).toBe(0);
  });

  test('count for everybody, but only members who allow it are named', () => {
    const deeds: Deed[] = [
      ['ana', 'done', 'HTTP', 1],
      ['deniz', 'done', 'HTTP', 2],
      ['deniz', 'done', 'SQL', 3],
    ];
    const { finished, people, byMember } = summary(deeds, ['ana', 'deniz'], ['deniz']);
    expect([finished, people]).toEqual([3, 2]);
    expect(byMember.map(({ userId }) => userId)).toEqual(['deniz']);
    expect(JSON.stringify(byMember)).not.toContain('ana');
  });
});

test('a week has the days that members’ own clocks counted, whenever that was', () => {
  const sunday = dateOf(dayNumber(week.from) - 1);
  const [early, late] = [MONDAY - 0.2 * DAY, MONDAY + 0.2 * DAY];
  const activity = [
    { ...row(small, 'ana', 'HTTP', 'done', early), date: week.from },
    { ...row(small, 'ana', 'SQL', 'done', late), date: sunday },
  ];
  const { finished, before } = summariseWeek({
    outlines: [small],
    members: today(['ana'], activity),
    activity,
    week,
    shown: new Set(),
    now: late,
  });
  expect([finished, before.finished]).toEqual([1, 1]);
});

describe('by member', () => {
  test('the order is that of the first finished topic, not of the number', () => {
    const { byMember } = summary([
      ['mira', 'done', 'HTTP', 1],
      ['ana', 'done', 'HTTP', 2],
      ['ana', 'done', 'SQL', 3],
    ]);
    expect(byMember).toEqual([
      { userId: 'mira', topicIds: topicIds('HTTP'), first: topicIds('HTTP'), best: false },
      { userId: 'ana', topicIds: topicIds('HTTP', 'SQL'), first: topicIds('SQL'), best: false },
    ]);
  });

  test('a topic that another member finished earlier, named or not, is no first', () => {
    const [own] = summary(
      [
        ['ana', 'done', 'HTTP', -30],
        ['deniz', 'done', 'HTTP', 1],
      ],
      ['ana', 'deniz'],
      ['deniz'],
    ).byMember;
    expect(own?.first).toEqual([]);
  });

  test('a single member is not the first of a group', () => {
    expect(summary([['ana', 'done', 'HTTP', 1]], ['ana']).byMember[0]?.first).toEqual([]);
  });

  test.each([
    [1, false],
    [2, false],
    [3, true],
  ])('after weeks of 1 and 2, %i is a personal best: %s', (count, best) => {
    const deeds: Deed[] = [
      ['ana', 'done', 'Algorithms', -14],
      ['ana', 'done', 'Networks', -7],
      ['ana', 'done', 'Drawing', -0.5],
    ];
    const now = ['HTTP', 'SQL', 'Indexes'].slice(0, count).map((title): Deed => ['ana', 'done', title, 2]);
    expect(summary([...deeds, ...now]).byMember[0]?.best).toBe(best);
  });
});

test('tracks are in the order of the career direction, with the progress at the end and at the start', () => {
  const { parts } = summary([
    ['ana', 'done', 'HTTP', -20],
    ['ana', 'done', 'SQL', 2],
    ['deniz', 'skip', 'Security', -20],
    ['mira', 'done', 'Algorithms', 8],
  ]);
  // Three members and five leaves, one of them skipped by one: first one of fourteen is done, then two.
  expect(parts.map((each) => [each.section?.title, each.percent, each.before])).toEqual([
    ['Web', percent(2, 14), percent(1, 14)],
    ['Theory', 0, 0],
    ['Extra', 0, 0],
  ]);
});

const focusOf = (deeds: readonly Deed[], people?: string[]) => {
  const { focus } = summary(deeds, people);
  return focus && { ...focus, node: focus.node.topic.title };
};
/** All leaves of a topic except one. */
const near = (who: string): Deed[] => [
  [who, 'done', 'SQL', 1],
  [who, 'done', 'Indexes', 2],
];

const twoParents = outlineOf(
  '# R\n- [ ] A\n  - [ ] A1\n  - [ ] A2\n  - [ ] A3\n- [ ] B\n  - [ ] B1\n  - [ ] B2\n',
);

describe('next week’s focus', () => {
  test('is what several members are about to finish', () => {
    const deeds: Deed[] = [...near('ana'), ...near('deniz'), ['mira', 'start', 'SQL', 1]];
    expect(focusOf(deeds)).toEqual({ kind: 'finish', node: 'Databases', begun: 3, near: 2 });
  });

  test('is a topic that two are one leaf away from, rather than one that more have begun', () => {
    const { focus } = summariseWeek({
      outlines: [twoParents],
      members: new Map([
        ['ana', progress(twoParents, { A1: 'done', B1: 'done' })],
        ['deniz', progress(twoParents, { A1: 'done', B1: 'done' })],
        ['mira', progress(twoParents, { A1: 'done' })],
      ]),
      activity: [],
      week,
      shown: new Set(),
      now: MONDAY,
    });
    expect(focus).toMatchObject({ node: { topic: { title: 'B' } }, begun: 2, near: 2 });
  });

  test('is the topic that is next for most, if members have begun nothing in common', () => {
    expect(focusOf(near('ana'))).toEqual({ kind: 'next', node: 'HTTP' });
    expect(focusOf(near('ana'), ['ana'])).toEqual({ kind: 'finish', node: 'Databases', begun: 1, near: 1 });
    expect(focusOf([], [])).toEqual({ kind: 'next', node: 'HTTP' });
  });

  test('does not exist when most have finished everything', () => {
    const all = small.nodes.filter(({ top, children }) => top.kind === 'track' && children.length === 0);
    expect(
      focusOf(
        titles(all).map((title): Deed => ['ana', 'done', title, 1]),
        ['ana'],
      ),
    ).toBeNull();
  });
});

test('an empty group has an empty week', () => {
  expect(summary([], [])).toMatchObject({ finished: 0, people: 0, byMember: [], quiet: true });
});

describe('progress at the beginning of a day', () => {
  const anyLog = fc
    .array(
      fc.record({
        userId: fc.constantFrom('ana', 'deniz'),
        topicId: fc.constantFrom(...topicIds('HTTP', 'SQL', 'Security')),
        action: fc.constantFrom(...ACTIONS.filter((action) => action !== 'snooze')),
        day: fc.nat({ max: 100 }),
      }),
    )
    .map((rows): readonly Activity[] =>
      rows
        .map(({ day, ...each }) => ({ ...each, at: day * DAY, date: dateOf(day) }))
        .toSorted((a, b) => a.at - b.at),
    );

  test('follows from the log before it', () => {
    fc.assert(
      fc.property(anyLog, fc.nat({ max: 101 }), (activity, day) => {
        const date = dateOf(day);
        const members = today(['ana', 'deniz'], activity);
        const groupAt = (morning: string) => {
          const logs = Map.groupBy(activity, ({ userId }) => userId);
          return new Map(
            [...members].map(([userId, own]) => [userId, progressAt(own, logs.get(userId) ?? [], morning)]),
          );
        };
        const then = groupAt(date);
        const before = activity.filter((each) => each.at < day * DAY);
        expect(then).toEqual(today(['ana', 'deniz'], before));
        expect(groupAt(dateOf(101))).toEqual(members);
        const done = [...then].flatMap(([, own]) =>
          [...own.values()].filter(({ state }) => state === 'done'),
        );
        expect(finishesBefore(activity, date).map((finish) => finish.at)).toEqual(
          done.map(({ since }) => since).toSorted((a, b) => a - b),
        );
      }),
    );
  });

  test('contains ticks without a log, from their instant on', () => {
    const ticked: Progress = progress(small, { HTTP: { state: 'done', since: 50 * DAY } });
    expect(progressAt(ticked, [], dateOf(51))).toEqual(ticked);
    expect(progressAt(ticked, [], dateOf(50))).toEqual(new Map());
    expect(finishesBefore([], dateOf(51))).toEqual([]);
  });
});

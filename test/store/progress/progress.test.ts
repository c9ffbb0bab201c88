import { runs } from '../../database.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityOf } from '../../../src/store/progress/activities.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join, leave } from '../../../src/store/members/memberships.ts';
import { AlreadyHandled } from '../../../src/store/once.ts';
import { undoLast } from '../../../src/store/progress/history.ts';
import { progressOf, record } from '../../../src/store/progress/progress.ts';
import { ACTIONS } from '../../../src/study/progress/progress.ts';
import { isFull } from '../../size.ts';
import { idOf, storeWith } from '../store.ts';
import { activityOfGroup, membersOf, progressOfGroup } from '../whole-group.ts';

const TRAIL = '# Trail\n\n## Track\n\n- [ ] Walk\n- [ ] Run\n- [ ] Jump\n';

let clock = 1000;
const actor = (interactionId: string, userId = 'ana') => ({
  interactionId,
  userId,
  guildId: null,
  at: (clock += 1),
});

describe('recording', () => {
  test('progress and its log are written together, once for each interaction', async () => {
    const { db, trail, close } = await storeWith(TRAIL);
    const walk = idOf(trail, 'Walk');
    expect(await record(db, actor('1'), [{ topicId: walk, action: 'start' }])).toEqual([walk]);
    await expect(record(db, actor('1'), [{ topicId: walk, action: 'done' }])).rejects.toThrow(AlreadyHandled);
    expect((await progressOf(db, 'ana', 'trail')).get(walk)?.state).toBe('doing');
    expect((await activityOf(db, 'ana', 'trail')).map((row) => row.action)).toEqual(['start']);
    await close();
  });

  test('a failing change leaves neither progress nor log', async () => {
    const { db, trail, close } = await storeWith(TRAIL);
    const changes = [
      { topicId: idOf(trail, 'Walk'), action: 'done' as const },
      { topicId: 'no-such-topic', action: 'done' as const },
    ];
    await expect(record(db, actor('1'), changes)).rejects.toThrow(/foreign key/i);
    expect(await progressOf(db, 'ana', 'trail')).toEqual(new Map());
    expect(await activityOf(db, 'ana', 'trail')).toEqual([]);
    // The interaction does not count as handled either.
    expect(await record(db, actor('1'), changes.slice(0, 1))).toHaveLength(1);
    await close();
  });

  test('a change without effect is not logged', async () => {
    const { db, trail, close } = await storeWith(TRAIL);
    const walk = idOf(trail, 'Walk');
    await record(db, actor('1'), [{ topicId: walk, action: 'done' }]);
    const since = (await progressOf(db, 'ana', 'trail')).get(walk)?.since;
    expect(await record(db, actor('2'), [{ topicId: walk, action: 'done' }])).toEqual([]);
    expect((await progressOf(db, 'ana', 'trail')).get(walk)?.since).toBe(since);
    expect(await activityOf(db, 'ana', 'trail')).toHaveLength(1);
    await close();
  });
});

describe('undoing', () => {
  test('reverses one interaction at a time, the latest first, however many topics it changed', async () => {
    const { db, trail, close } = await storeWith(TRAIL);
    const [walk, run] = [idOf(trail, 'Walk'), idOf(trail, 'Run')];
    await record(db, actor('1'), [{ topicId: walk, action: 'start' }]);
    await record(db, actor('2'), [
      { topicId: walk, action: 'done' },
      { topicId: run, action: 'done' },
    ]);
    await record(db, actor('3', 'ben'), [{ topicId: walk, action: 'skip' }]);

    const undone = await undoLast(db, actor('4'));
    expect(undone).toMatchObject({ undone: { act: 'done', topicIds: [walk, run] } });
    const progress = await progressOf(db, 'ana', 'trail');
    expect([progress.get(walk)?.state, progress.get(run)]).toEqual(['doing', undefined]);
    expect((await activityOf(db, 'ana', 'trail')).map((row) => row.action)).toEqual(['start']);

    expect(await undoLast(db, actor('5'))).toMatchObject({ undone: { act: 'start', topicIds: [walk] } });
    expect(await undoLast(db, actor('6'))).toEqual({ kind: 'nothing' });
    expect((await progressOf(db, 'ben', 'trail')).get(walk)?.state).toBe('skipped');
    await close();
  });

  test('happens once if it is delivered twice', async () => {
    const { db, trail, close } = await storeWith(TRAIL);
    await record(db, actor('1'), [{ topicId: idOf(trail, 'Walk'), action: 'done' }]);
    await record(db, actor('2'), [{ topicId: idOf(trail, 'Run'), action: 'done' }]);
    await undoLast(db, actor('3'));
    await expect(undoLast(db, actor('3'))).rejects.toThrow(AlreadyHandled);
    expect([...(await progressOf(db, 'ana', 'trail')).keys()]).toEqual([idOf(trail, 'Walk')]);
    await close();
  });

  test('property: undoing everything leads back to nothing, and each step back to the state before', async () => {
    const steps = fc.array(fc.record({ topic: fc.nat(2), action: fc.constantFrom(...ACTIONS) }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (actions) => {
        const { db, trail, close } = await storeWith(TRAIL);
        const states = [];
        for (const [index, { topic, action }] of actions.entries()) {
          const before = await progressOf(db, 'ana', 'trail');
          const topicId = trail.nodes[topic]?.id ?? '';
          const until = 1e12 + index;
          const change = action === 'snooze' ? { topicId, action, until } : { topicId, action };
          const changed = await record(db, actor(`do-${index}`), [change]);
          if (changed.length > 0) states.push(before);
        }
        for (const [index, before] of states.toReversed().entries()) {
          await undoLast(db, actor(`undo-${index}`));
          expect(await progressOf(db, 'ana', 'trail')).toEqual(before);
        }
        expect(await undoLast(db, actor('undo-last'))).toEqual({ kind: 'nothing' });
        expect(await activityOf(db, 'ana', 'trail')).toEqual([]);
        await close();
      }),
      runs(isFull ? 25 : 8),
    );
  });
});

describe('groups', () => {
  test('a group is everybody who joined; it sees nobody else’s progress and log', async () => {
    const { db, trail, close } = await storeWith(TRAIL);
    const walk = idOf(trail, 'Walk');
    await ensureGuild(db, 'here', 'en-US', 0);
    await ensureGuild(db, 'there', 'tr', 0);
    await join(db, 'here', 'ana', 1);
    await join(db, 'here', 'cem', 2);
    await join(db, 'there', 'ben', 3);
    await record(db, actor('1', 'ana'), [{ topicId: walk, action: 'done' }]);
    await record(db, actor('2', 'ben'), [{ topicId: walk, action: 'done' }]);

    expect((await membersOf(db, 'here')).map((member) => member.userId)).toEqual(['ana', 'cem']);
    const progress = await progressOfGroup(db, 'here', 'trail');
    expect([...progress].map(([id, entries]) => [id, entries.size])).toEqual([
      ['ana', 1],
      ['cem', 0],
    ]);
    expect((await activityOfGroup(db, 'here', 'trail')).map((row) => row.userId)).toEqual(['ana']);

    expect(await leave(db, 'here', 'ana')).toBe(true);
    expect(await leave(db, 'here', 'ana')).toBe(false);
    expect(await activityOfGroup(db, 'here', 'trail')).toEqual([]);
    expect((await progressOf(db, 'ana', 'trail')).size).toBe(1);
    await close();
  });
});

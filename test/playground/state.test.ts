import { array, assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { makeClock } from '../../playground/clock.ts';
import { bits, has, permissionsIn, type PermissionName } from '../../playground/state/permissions.ts';
import { byId, instantOf, makeIds, timestamp } from '../../playground/state/snowflake.ts';

describe('a clock', () => {
  test('stands still until it is moved, and announces its moves', () => {
    const clock = makeClock('2026-11-23T09:00:00Z');
    const told: number[] = [];
    const stop = clock.onChange((now) => told.push(now));
    clock.advance(60_000);
    clock.set('2026-11-24T09:00:00+03:00');
    stop();
    clock.advance(1);
    expect(clock.now()).toBe(Date.UTC(2026, 10, 24, 6) + 1);
    expect(told).toEqual([Date.UTC(2026, 10, 23, 9, 1), Date.UTC(2026, 10, 24, 6)]);
  });
});

test('a clock that is set to a fraction of a millisecond shows a whole one, because ids need that', () => {
  const clock = makeClock(Date.UTC(2026, 10, 23) + 0.25);
  const ids = makeIds(() => clock.now());
  for (const move of [
    () => clock.set(Date.UTC(2026, 10, 24) + 0.4),
    () => clock.advance(0.7),
    () => clock.advance(86_400_000 / 7),
  ]) {
    move();
    expect(Number.isInteger(clock.now())).toBe(true);
    expect(instantOf(ids.next())).toBe(clock.now());
  }
  expect(() => clock.set(Number.NaN)).toThrow('No clock can show NaN');
  expect(() => clock.set(Infinity)).toThrow('No clock can show Infinity');
});

describe('ids', () => {
  test('never repeat, sort in the order of making, and contain their instant unless the clock was put back', () => {
    const moves = array(integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 200 });
    assert(
      property(moves, (steps) => {
        let now = Date.UTC(2026, 10, 23);
        let latest = 0;
        const ids = makeIds(() => now);
        const made = steps.map((step) => {
          now += step;
          latest = Math.max(latest, now);
          const id = ids.next();
          expect(instantOf(id)).toBe(latest);
          return id;
        });
        const dated = steps.map((step) => ids.dated(now - step));
        expect(made.toSorted(byId)).toEqual(made);
        expect(new Set([...made, ...dated]).size).toBe(made.length + dated.length);
      }),
    );
  });

  test('instants are written as Discord writes them', () => {
    expect(timestamp(Date.UTC(2026, 10, 23, 9, 0, 0, 7))).toBe('2026-11-23T09:00:00.007000+00:00');
  });
});

describe('permissions in a channel', () => {
  type Names = PermissionName[];
  interface Case {
    what: string;
    everyone: Names;
    role?: Names;
    isOwner?: boolean;
    overwrites?: { id: 'guild' | 'role' | 'user'; allow?: Names; deny?: Names }[];
    may: boolean;
  }
  const see: Names = ['ViewChannel'];
  const write: Names = ['ViewChannel', 'SendMessages'];
  const cases: Case[] = [
    { what: 'what everyone may', everyone: write, may: true },
    { what: 'what nobody may', everyone: see, may: false },
    { what: 'what a role adds', everyone: see, role: ['SendMessages'], may: true },
    { what: 'the owner', everyone: [], isOwner: true, may: true },
    {
      what: 'an administrator',
      everyone: [],
      role: ['Administrator'],
      overwrites: [{ id: 'user', deny: write }],
      may: true,
    },
    {
      what: 'denied to everyone',
      everyone: write,
      overwrites: [{ id: 'guild', deny: ['SendMessages'] }],
      may: false,
    },
    {
      what: 'denied to everyone, allowed to the role',
      everyone: write,
      overwrites: [
        { id: 'guild', deny: ['SendMessages'] },
        { id: 'role', allow: ['SendMessages'] },
      ],
      may: true,
    },
    {
      what: 'allowed to the role, denied to the member',
      everyone: write,
      overwrites: [
        { id: 'role', allow: ['SendMessages'] },
        { id: 'user', deny: ['SendMessages'] },
      ],
      may: false,
    },
    {
      what: 'not seen, so not written to',
      everyone: write,
      overwrites: [{ id: 'role', deny: ['ViewChannel'] }],
      may: false,
    },
  ];
  test.each(cases)('$what: $may', ({ everyone, role = [], isOwner = false, overwrites = [], may }) => {
    const permissions = permissionsIn(
      {
        userId: 'user',
        isOwner,
        guildId: 'guild',
        roles: [
          { id: 'guild', permissions: String(bits(everyone)) },
          { id: 'role', permissions: String(bits(role)) },
        ],
      },
      overwrites.map(({ id, allow = [], deny = [] }) => ({
        id,
        type: id === 'user' ? 1 : 0,
        allow: String(bits(allow)),
        deny: String(bits(deny)),
      })),
    );
    expect(has(permissions, 'SendMessages')).toBe(may);
  });
});

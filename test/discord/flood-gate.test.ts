import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FloodGate, makeFloodGate } from '../../src/discord/flood-gate.ts';
import { startWorld } from '../bot.ts';

let interactions = 0;
/** A further interaction of somebody. */
function admit(gate: FloodGate, userId: string, now: number) {
  interactions += 1;
  return gate.admit(userId, String(interactions), now);
}

test('so many at once, then so many a second; the person is told once until they slow down', () => {
  const gate = makeFloodGate({ burst: 3, perSecond: 2 });
  const at = (now: number, count: number) => Array.from({ length: count }, () => admit(gate, 'ana', now));
  expect(at(0, 5)).toEqual(['answer', 'answer', 'answer', 'say-so', 'ignore']);
  expect(at(500, 2)).toEqual(['answer', 'say-so']);
  expect(at(10_000, 4)).toEqual(['answer', 'answer', 'answer', 'say-so']);
  expect(admit(gate, 'ben', 10_000)).toBe('answer');
});

test('property: never more than the burst and the pace allow, and other people are not affected', () => {
  const steps = fc.array(fc.record({ wait: fc.nat(700), user: fc.constantFrom('ana', 'ben') }), {
    maxLength: 200,
  });
  fc.assert(
    fc.property(steps, (calls) => {
      const gate = makeFloodGate({ burst: 5, perSecond: 2 });
      let now = 0;
      const answered = { ana: 0, ben: 0 };
      for (const { wait, user } of calls) {
        now += wait;
        if (admit(gate, user === 'ana' ? 'ana' : 'ben', now) === 'answer')
          answered[user === 'ana' ? 'ana' : 'ben'] += 1;
        expect(answered.ana).toBeLessThanOrEqual(5 + (now / 1000) * 2 + 1e-6);
      }
      expect(admit(gate, 'cem', now)).toBe('answer');
    }),
  );
});

test('an interaction that Discord delivers again counts once', () => {
  const gate = makeFloodGate({ burst: 2, perSecond: 1 });
  const again = Array.from({ length: 5 }, () => gate.admit('ana', 'first', 0));
  expect(again).toEqual(['answer', 'answer', 'answer', 'answer', 'answer']);
  expect(gate.admit('ana', 'second', 0)).toBe('answer');
  expect(gate.admit('ana', 'third', 0)).toBe('say-so');
});

test('a flood of one person gets a few answers and one message, and everybody else is served', async () => {
  await using world = await startWorld(undefined, { pace: { burst: 10, perSecond: 2 } });
  const guild = world.discord.addGuild({ name: 'Study' });
  const [eve, ana] = ['Eve', 'Ana'].map((name) => guild.addMember({ name, locale: 'en-US' }));
  if (eve === undefined || ana === undefined) throw new Error('there are two');
  const flood = Array.from({ length: 200 }, () =>
    eve.slash('topic', { topic: 'ACID' }, { until: 'responded' }),
  );
  const answer = await ana.slash('topic', { topic: 'ACID' });
  expect(answer.text).toContain('ACID');
  await world.discord.quiet();
  expect(world.discord.expire()).toBe(189);
  const answers = await Promise.all(flood);
  expect(answers.filter((each) => each.text.includes('ACID'))).toHaveLength(10);
  expect(answers.filter((each) => each.text.includes('Too fast for me'))).toHaveLength(1);
  world.clock.advance(5000);
  expect((await eve.slash('topic', { topic: 'ACID' })).text).toContain('ACID');
});

import { describe, expect, test } from 'vitest';
import { spread } from '../../src/schedule/spread.ts';

const guilds = Array.from({ length: 500 }, (_, n) => ({
  guildId: String(1_000_000_000_000_000_000n + BigInt(n)),
}));

describe('spreading', () => {
  test('keeps all, in an order that does not depend on the input order', () => {
    const order = spread(guilds);
    expect(new Set(order)).toEqual(new Set(guilds));
    expect(spread(guilds.toReversed())).toEqual(order);
  });

  test('a guild keeps its place between two others, even if some are missing', () => {
    const order = spread(guilds);
    const half = new Set(guilds.filter((_, n) => n % 2 === 0));
    expect(spread([...half])).toEqual(order.filter((guild) => half.has(guild)));
  });

  test('guilds with neighbouring ids are far apart', () => {
    const firstTen = new Set(guilds.slice(0, 10));
    const places = spread(guilds).flatMap((guild, place) => (firstTen.has(guild) ? [place] : []));
    expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(100);
  });

  test('the two posts of one guild keep their order', () => {
    const jobs = [
      { guildId: '7', kind: 'daily' },
      { guildId: '7', kind: 'weekly' },
    ];
    expect(spread(jobs)).toEqual(jobs);
  });
});

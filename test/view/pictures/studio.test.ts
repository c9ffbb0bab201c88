import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readPicture } from '../../../src/files/picture.ts';
import type { Commission } from '../../../src/view/pictures/easel.ts';
import { CannotPaint, type Painter, startPainter } from '../../../src/view/pictures/painter-process.ts';
import { openStudio, STUDIO_LIMITS } from '../../../src/view/pictures/studio.ts';

/** A picture that is identified by its number. */
function commission(number: number): Commission {
  return {
    picture: {
      kind: 'week',
      locale: 'en-GB',
      heading: 'Weekly summary',
      hero: { count: String(number), what: 'topics done', by: 'by 6 people' },
      more: null,
      days: [],
      sections: [],
      people: [],
      proven: null,
      facts: [],
    },
    theme: 'dark',
    page: null,
  };
}

const numberOf = ({ picture }: Commission): string => (picture.kind === 'week' ? picture.hero.count : '');

/** A painter that finishes when the test lets it, or fails as the test says. It notes the requests. */
function painters(fate: (asked: string) => CannotPaint | null = () => null) {
  const noted = { started: 0, ended: 0, asked: [] as string[], within: [] as number[] };
  const held: (() => void)[] = [];
  const start = (): Painter => {
    noted.started += 1;
    return {
      async draw(given, within) {
        noted.within.push(within);
        const asked = numberOf(given);
        noted.asked.push(asked);
        await new Promise<void>((resolve) => held.push(resolve));
        const error = fate(asked);
        if (error !== null) throw error;
        return { bytes: new Uint8Array([1]), page: 0, pages: 1, topics: [] };
      },
      end: () => void (noted.ended += 1),
    };
  };
  const release = async (): Promise<void> => {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (held.length === 0) return;
      held.shift()?.();
    }
  };
  return { noted, start, release };
}

function studioWith(fate?: (asked: string) => CannotPaint | null, limits = {}) {
  const told: string[] = [];
  const { noted, start, release } = painters(fate);
  const studio = openStudio((reason) => told.push(reason), { ...STUDIO_LIMITS, ...limits }, start);
  const draw = (number: number, isUrgent = true) => studio.draw(commission(number), isUrgent);
  return { studio, draw, told, noted, release };
}

describe('a studio', () => {
  test('starts a painter at the first picture, and gives a drawn picture again without drawing it', async () => {
    const { studio, draw, noted, release } = studioWith();
    expect(noted.started).toBe(0);
    const [first, same] = [draw(1), draw(1)];
    await release();
    expect(await first).toEqual(await same);
    expect((await draw(1))?.name).toMatch(/^week-[0-9a-f]{12}\.webp$/);
    expect(noted).toMatchObject({ started: 1, asked: ['1'] });
    const other = draw(2);
    await release();
    expect((await other)?.name).not.toBe((await first)?.name);
    studio.stop();
    expect(noted.ended).toBe(1);
  });

  test('drops the picture that was asked for longest ago', async () => {
    const { draw, noted, release } = studioWith(undefined, { kept: 2 });
    for (const number of [1, 2, 1, 3, 1, 2]) {
      const drawing = draw(number);
      await release();
      await drawing;
    }
    expect(noted.asked).toEqual(['1', '2', '3', '2']);
  });

  test('draws urgent pictures first, and says at once if there is no room for one', async () => {
    const { draw, noted, release } = studioWith(undefined, { queue: 2, posts: 2 });
    const drawings = [draw(1), draw(2, false), draw(3, false), draw(4, false), draw(5), draw(6), draw(7)];
    expect(await drawings[3]).toBeNull();
    expect(await drawings[6]).toBeNull();
    await release();
    expect((await Promise.all(drawings)).filter((drawn) => drawn !== null)).toHaveLength(5);
    expect(noted.asked).toEqual(['1', '5', '6', '2', '3']);
    // Nobody waits for the picture of a post, so a busy machine may take longer for it.
    expect(noted.within).toEqual([2000, 2000, 2000, 20_000, 20_000]);
  });

  test('continues after a picture that cannot be drawn, and reports each reason once', async () => {
    const { draw, told, noted, release } = studioWith((asked) =>
      Number(asked) % 2 === 0 ? new CannotPaint('picture', 'too strange') : null,
    );
    const drawings = [2, 4, 1].map((number) => draw(number));
    await release();
    expect((await Promise.all(drawings)).map((drawn) => drawn === null)).toEqual([true, true, false]);
    expect(told).toEqual(['too strange']);
    expect(noted.started).toBe(1);
    // A picture that failed is tried again when it is asked for again.
    const again = draw(2);
    await release();
    expect(await again).toBeNull();
    expect(noted.asked).toEqual(['2', '4', '1', '2']);
  });

  test('starts another painter after one has ended; after three in a row it pauses', async () => {
    const { draw, told, noted, release } = studioWith(() => new CannotPaint('process', 'killed'));
    const drawings = [1, 2, 3, 4, 5].map((number) => draw(number));
    await release();
    expect(await Promise.all(drawings)).toEqual([null, null, null, null, null]);
    expect(noted.started).toBe(3);
    expect(told).toEqual(['killed']);
    expect(await draw(6)).toBeNull();
    expect(noted.started).toBe(3);
  });

  test('tries once if nothing can ever be drawn, and again after a pause', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { draw, told, noted, release } = studioWith(() => new CannotPaint('machine', 'no canvas'));
      const first = draw(1);
      await release();
      expect([await first, await draw(2)]).toEqual([null, null]);
      expect(noted.started).toBe(1);
      await vi.advanceTimersByTimeAsync(STUDIO_LIMITS.rest);
      const later = draw(2);
      await release();
      expect(await later).toBeNull();
      expect(noted.started).toBe(2);
      expect(told).toEqual(['no canvas']);
    } finally {
      vi.useRealTimers();
    }
  });

  test('ends its painter when nothing was asked for a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { draw, noted, release } = studioWith();
      const first = draw(1);
      await release();
      await first;
      await vi.advanceTimersByTimeAsync(STUDIO_LIMITS.idle - 1);
      expect(noted.ended).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      expect(noted.ended).toBe(1);
      const second = draw(2);
      await release();
      expect(await second).not.toBeNull();
      expect(noted.started).toBe(2);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the drawing process', () => {
  const patience = { starting: 20_000 };
  const within = 20_000;

  test('draws a WebP', async () => {
    const painter = startPainter(patience);
    const { bytes } = await painter.draw(commission(14), within);
    expect(readPicture(bytes)).toMatchObject({ type: 'webp', width: 1000 });
    painter.end();
  });

  test.each([
    ['one that ends', 'process.exit(3)', 'process', 'the painter ended (3)'],
    ['one that is silent', 'setInterval(() => {}, 1000)', 'process', 'the painter said nothing for 300 ms'],
    [
      'one without a canvas',
      "process.send({ kind: 'unable', reason: 'Cannot find native binding' })",
      'machine',
      'Cannot find native binding',
    ],
    [
      'one that cannot draw this',
      "process.send({ kind: 'ready' }); process.on('message', () => process.send({ kind: 'failed', reason: 'odd' }))",
      'picture',
      'odd',
    ],
  ])('%s is told from other faults', async (_, program, scope, message) => {
    await using file = await temporaryFile(program);
    const isSilent = program.startsWith('setInterval');
    const painter = startPainter(isSilent ? { starting: 300 } : patience, file.path);
    await expect(painter.draw(commission(1), within)).rejects.toMatchObject({ scope, message });
    painter.end();
  });
});

async function temporaryFile(content: string) {
  const folder = await mkdtemp(join(tmpdir(), 'roadmate-painter-'));
  const path = join(folder, 'painter.cjs');
  await writeFile(path, content);
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) };
}

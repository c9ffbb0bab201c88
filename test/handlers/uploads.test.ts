import { afterEach, expect, test, vi } from 'vitest';
import { takeUpload } from '../../src/handlers/proofs/uploads.ts';
import { wordsFor } from '../../src/words/index.ts';
import { startWorld } from '../bot.ts';

afterEach(() => void vi.restoreAllMocks());

/** The errors of `fetch` when its time is over, and when the connection breaks. */
test.each([
  ['comes too slowly', new DOMException('The operation timed out.', 'TimeoutError'), 'took too long'],
  ['breaks off', new TypeError('terminated'), 'didn’t arrive'],
])('a file that %s gets that reason', async (_, thrown, said) => {
  await using world = await startWorld();
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(thrown);
  const url = 'https://cdn.discordapp.com/attachments/1/2/notes.md';
  const { problem } = await takeUpload(world, { url, name: 'notes.md', size: 9 });
  vi.restoreAllMocks();
  expect(problem?.(wordsFor('en-US'))).toContain(said);
});

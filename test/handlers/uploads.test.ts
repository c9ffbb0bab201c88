import { afterEach, expect, test, vi } from 'vitest';
import { takeUpload } from '../../src/handlers/proofs/uploads.ts';
import { wordsFor } from '../../src/words/index.ts';
import { startWorld } from '../bot.ts';

afterEach(() => void vi.restoreAllMocks());

/** What `fetch` throws when its time is up, and when the connection breaks off. */
test.each([
  ['comes too slowly', new DOMException('The operation timed out.', 'TimeoutError'), 'took too long'],
  ['breaks off', new TypeError('terminated'), 'didn’t arrive'],
])('a file that %s is called that', async (_, thrown, said) => {
  await using world = await startWorld();
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(thrown);
  const url = 'https://cdn.discordapp.com/attachments/1/2/notes.md';
  const { problem } = await takeUpload(world, { url, name: 'notes.md', size: 9 });
  vi.restoreAllMocks();
  expect(problem?.(wordsFor('en-US'))).toContain(said);
});

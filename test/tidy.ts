import { afterAll } from 'vitest';
import { afterFile } from './after-file.ts';

afterAll(async () => {
  for (const tidy of afterFile) await tidy();
});

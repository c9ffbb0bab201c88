import { sweepUnswept } from '../../store/search.ts';
import type { Job } from '../scheduler.ts';

/**
 * Removes the words of deleted proofs from the search index. This takes up to a minute; a search does not find them
 * in the meantime.
 */
export const sweepSearch: Job = {
  name: 'sweep-search',
  of: 'no-guild',
  run: ({ app }) => sweepUnswept(app.db),
};

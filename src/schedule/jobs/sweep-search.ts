import { sweepUnswept } from '../../store/search.ts';
import type { Job } from '../scheduler.ts';

/** The words of a deleted proof leave the search index within a minute. Nobody can find them meanwhile. */
export const sweepSearch: Job = {
  name: 'sweep-search',
  run: ({ app }) => sweepUnswept(app.db),
};

import { sql } from 'kysely';
import { type SearchIndex, type SoughtWord, TITLE_WEIGHT } from '../search-index.ts';

/** PostgreSQL's vectors of words, see `migrations.ts` beside this file. */
export const vectorIndex: SearchIndex = {
  matching(words, how) {
    const query = words.map(quote).join(how === 'all' ? ' & ' : ' | ');
    // Weights of D, C, B and A. Long texts count less: 1 divides by the logarithm of the length.
    return sql`(
      SELECT number, -ts_rank(${[1 / TITLE_WEIGHT, 0, 0, 1]}::real[], vector, query, 1) AS score
      FROM proof_words, CAST(${query} AS tsquery) AS query WHERE vector @@ query
    )`;
  },
  // The server keeps its indexes whole, and takes out by itself what was deleted.
  mend: () => Promise.resolve(),
  sweep: () => Promise.resolve(),
  sweepInSteps: () => Promise.resolve(),
};

/** Quotes a word, so that it is read as no operator; `:*` makes it the beginning of a word. */
function quote({ text, isWhole }: SoughtWord): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${isWhole ? '' : ':*'}`;
}

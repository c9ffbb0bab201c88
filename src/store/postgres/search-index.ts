import { sql } from 'kysely';
import { type SearchIndex, type SoughtWord, TITLE_WEIGHT } from '../search-index.ts';

/** Searches PostgreSQL's vectors of words, see `migrations.ts` beside this file. */
export const vectorIndex: SearchIndex = {
  matching(words, how) {
    const query = words.map(quote).join(how === 'all' ? ' & ' : ' | ');
    // The weights of the classes D, C, B and A. The 1 divides the rank by the logarithm of the length, so that long
    // texts count less.
    return sql`(
      SELECT number, -ts_rank(${[1 / TITLE_WEIGHT, 0, 0, 1]}::real[], vector, query, 1) AS score
      FROM proof_words, CAST(${query} AS tsquery) AS query WHERE vector @@ query
    )`;
  },
  // The server keeps its indexes intact, and removes deleted words by itself.
  mend: () => Promise.resolve(),
  sweep: () => Promise.resolve(),
  sweepInSteps: () => Promise.resolve(),
};

/** Quotes a word, so that it is not read as an operator. `:*` makes it the beginning of a word. */
function quote({ text, isWhole }: SoughtWord): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'${isWhole ? '' : ':*'}`;
}

import type { Compilable, CompiledQuery, QueryResult } from 'kysely';
import { engineOf } from './engine.ts';
import type { Db } from './schema.ts';
import type { Share } from './share.ts';

/**
 * Values for a query, by name. A list is for `in`, and must not be empty. The share stays as it is, because the text of the
 * query depends on it, and a process has only one.
 */
type Values = Readonly<Record<string, unknown>> & { readonly share?: Share };

/** The place of a value in a query that was compiled without its values. */
class Place {
  readonly name: string;
  /** The position in a list; null for a single value. */
  readonly at: number | null;

  constructor(name: string, at: number | null) {
    this.name = name;
    this.at = at;
  }

  valueIn(given: Values): unknown {
    const value = given[this.name];
    return this.at !== null && Array.isArray(value) ? value[this.at] : value;
  }
}

/**
 * A query that is asked with every answer or at every tick. It is built and compiled once for each database, each length
 * of its lists and each share, because that takes longer than SQLite needs to answer it.
 * @param build builds the query. It is given places instead of values, so it must not decide by them
 */
export function prepared<Given extends Values, Row>(
  build: (db: Db, given: Given) => Compilable<Row>,
): (db: Db, given: Given) => Promise<QueryResult<Row>> {
  const known = new WeakMap<object, Map<string, CompiledQuery<Row>>>();
  return async (db, given) => {
    const { adapter } = db.getExecutor();
    const ofDatabase = known.get(adapter) ?? new Map<string, CompiledQuery<Row>>();
    known.set(adapter, ofDatabase);
    const form = formOf(given);
    const query = ofDatabase.get(form) ?? build(db, placesFor(given)).compile();
    ofDatabase.set(form, query);
    const parameters = query.parameters.map((one) => (one instanceof Place ? one.valueIn(given) : one));
    const filled = { ...query, parameters };
    const rows = engineOf(db).readNow<Row>(db, filled);
    return rows === null ? db.executeQuery<Row>(filled) : { rows };
  };
}

/** What the text of a query depends on: the lengths of the lists, and the share. */
function formOf(given: Values): string {
  let form = '';
  for (const name in given) {
    const value = given[name];
    if (Array.isArray(value)) form += `${value.length} `;
    else if (name === 'share') form += JSON.stringify(value);
  }
  return form;
}

function placesFor<Given extends Values>(given: Given): Given {
  const places = Object.entries(given).map(([name, value]) => {
    if (name === 'share') return [name, value] as const;
    const place = Array.isArray(value) ? value.map((_, at) => new Place(name, at)) : new Place(name, null);
    return [name, place] as const;
  });
  // Kysely puts every value into the list of parameters without looking at it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.fromEntries(places) as Given;
}

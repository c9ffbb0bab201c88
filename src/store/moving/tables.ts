import type { Db } from '../schema.ts';

/** A row of any table, by its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** A table with its columns, and the tables that it refers to. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly refersTo: readonly string[];
}

/** Reads all rows of a database, without knowing what they mean. */
export interface TableReader {
  /** All tables of the bot, without the columns that the database fills itself. */
  tables(db: Db): Promise<readonly Table[]>;
  /** The rows of a table, some at a time. Call it within a transaction. */
  pages(trx: Db, table: Table): AsyncIterable<readonly Row[]>;
}

/** So few rows are read at once, because some contain files. */
export const PAGE = 200;

/** Orders tables so that each comes after the tables that it refers to. */
export function inOrder(tables: readonly Table[]): readonly Table[] {
  const ordered: Table[] = [];
  const add = (table: Table): void => {
    if (ordered.includes(table)) return;
    for (const name of table.refersTo) {
      const other = tables.find((each) => each.name === name);
      if (other !== undefined && other !== table) add(other);
    }
    ordered.push(table);
  };
  tables.forEach(add);
  return ordered;
}

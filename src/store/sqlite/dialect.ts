import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  SqliteQueryCompiler,
} from 'kysely';
import { keepStatements } from './statements.ts';

/** How long a transaction waits for another program that writes to the file, in milliseconds. */
const PATIENCE = 5000;
const PAUSE = 25;

/**
 * Begins each transaction as a writing one. A transaction that first reads and later writes would fail if another
 * program wrote in between. It waits for such a program without blocking the process.
 */
class PatientDriver extends SqliteDriver {
  readonly #sqlite: Database.Database;
  readonly #look: () => void;

  constructor(sqlite: Database.Database, statements: SqliteDatabase, look: () => void) {
    super({ database: statements });
    this.#sqlite = sqlite;
    this.#look = look;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#look();
    for (let waited = 0; ; waited += PAUSE) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (!isBusy(error) || waited >= PATIENCE) throw error;
      }
      await sleep(PAUSE);
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // On a full disk SQLite has already rolled back. The operator has to see that error, and not that nothing can be
    // rolled back.
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}

/**
 * Writes each value as `+?`, so that SQLite plans a statement once and not again for each value. Of a bare `col = ?` SQLite
 * looks at the value while it plans, and since 3.54 it does so for nearly every join and every sorted query. Then
 * better-sqlite3, which clears the values after each use, makes it parse and plan the statement anew each time, which takes
 * ten times longer than the query itself.
 */
class SteadyCompiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(this: void): string {
    return '+?';
  }
}

/** kysely's adapter, which can also read without waiting. */
export class DirectAdapter extends SqliteAdapter {
  readonly #sqlite: Database.Database;
  readonly #statements: SqliteDatabase;

  constructor(sqlite: Database.Database, statements: SqliteDatabase) {
    super();
    this.#sqlite = sqlite;
    this.#statements = statements;
  }

  /**
   * Reads at once what is committed. By way of kysely, each query waits in several places for a connection, although there
   * is one, and SQLite answers in some microseconds.
   * @returns null if a transaction is open, whose changes nobody else may see yet, or if the query does not only read
   */
  read<Row>({ query, sql, parameters }: CompiledQuery<Row>): Row[] | null {
    if (this.#sqlite.inTransaction || query.kind !== 'SelectQueryNode') return null;
    const statement = this.#statements.prepare(sql);
    // The type of a query says what its rows are.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return statement.all(parameters) as Row[];
  }
}

/**
 * kysely's dialect of SQLite, with transactions that wait, statements that are planned once, and reads that do not wait.
 * @param look called before each transaction. If it throws, the transaction does not begin
 */
export class PatientDialect extends SqliteDialect {
  readonly #makeDriver: () => Driver;
  readonly #adapter: DirectAdapter;

  constructor(sqlite: Database.Database, look: () => void) {
    super({ database: sqlite });
    const statements = keepStatements(sqlite);
    this.#makeDriver = () => new PatientDriver(sqlite, statements, look);
    this.#adapter = new DirectAdapter(sqlite, statements);
  }

  override createAdapter(): DirectAdapter {
    return this.#adapter;
  }

  override createDriver(): Driver {
    return this.#makeDriver();
  }

  override createQueryCompiler(this: void): SteadyCompiler {
    return new SteadyCompiler();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

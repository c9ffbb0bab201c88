import { setTimeout as sleep } from 'node:timers/promises';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { type ClientConfig, type CustomTypesConfig, Pool, type PoolClient, types as postgresTypes } from 'pg';
import { explained, isAway } from './faults.ts';
import { MINUTE } from '../../time/units.ts';

/**
 * The connections of one process. More would make no write faster, and a server has about a hundred for everybody.
 */
const CONNECTIONS = 5;
/** Time limits in milliseconds, so that nothing waits for ever. */
const LIMITS = {
  connectionTimeoutMillis: 5000,
  idleTimeoutMillis: MINUTE,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
  /**
   * For a server that has disappeared without ending the connection. A running server would have ended the statement
   * earlier.
   */
  query_timeout: 15_000,
};
/** How long to wait for a server that is away, in milliseconds. A restart takes some seconds. */
const PATIENCE = 10_000;
const PAUSE = 100;

/**
 * How many texts of statements a connection keeps, and how many characters each may have. The bot has fewer texts. Only
 * lists of different lengths make new ones, and the longest of these hardly ever come again.
 */
const KEPT = 300;
const LONGEST = 4000;

/** The types of integers, which pg returns as text because they may be too large for a number. Ours are not. */
const NUMBERS: ReadonlySet<number> = new Set([postgresTypes.builtins.INT8, postgresTypes.builtins.NUMERIC]);
const types: CustomTypesConfig = {
  getTypeParser: (oid, format) => (NUMBERS.has(oid) ? Number : postgresTypes.getTypeParser(oid, format)),
};

/** The options of a connection, in a pool or alone. */
export function connectionTo(url: string): ClientConfig {
  return { connectionString: url, application_name: 'roadmate', keepAlive: true, types };
}

/**
 * Connections for kysely that survive a restart of the server. A lost connection is replaced, and a server that is
 * away is awaited for a short time.
 * @param patience how long to wait for it, in milliseconds
 */
export function makePool(url: string, patience = PATIENCE): PostgresPool {
  const pool = new Pool({ ...connectionTo(url), ...LIMITS, max: CONNECTIONS });
  // The pool reports here when the server ends an idle connection. Without a listener the process would end. The pool
  // makes another connection.
  pool.on('error', () => undefined);
  const awaited: Awaited = { inVain: false };
  const nameOf = namesOfStatements();
  return {
    connect: () => patientClient(() => connected(pool, url, awaited, patience), nameOf),
    end: () => pool.end(),
    options: pool.options,
  };
}

/**
 * Makes a function that gives a statement's text a name, or undefined. Each connection has the server plan a statement
 * with a name only once, because that takes longer than most statements. A name must never get another text.
 */
function namesOfStatements(): (sql: string) => string | undefined {
  const names = new Map<string, string>();
  return (sql) => {
    if (names.size < KEPT && sql.length <= LONGEST && !names.has(sql)) names.set(sql, `kept_${names.size}`);
    return names.get(sql);
  };
}

/** What all users of a pool know of its server. */
interface Awaited {
  /** Whether somebody has waited for it in vain. Until it is back, nobody waits any more, so people are told at once. */
  inVain: boolean;
}

/** @throws StoreError if the server does not come back. The caller then does not wait a second time */
async function connected(pool: Pool, url: string, awaited: Awaited, patience: number): Promise<PoolClient> {
  let waiting: AbortSignal | null = null;
  for (;;) {
    try {
      const client = await pool.connect();
      awaited.inVain = false;
      return client;
    } catch (error) {
      const isGone = isAway(error);
      awaited.inVain ||= isGone && waiting?.aborted === true;
      if (!isGone || awaited.inVain) throw explained(url, error);
    }
    waiting ??= AbortSignal.timeout(patience);
    await sleep(PAUSE);
  }
}

const BEGIN = /^(begin|start transaction)\b/i;

/**
 * Statements that may be carried out twice. Reads change nothing, and a single statement only sets values, removes rows,
 * or adds a row that may be there already. At worst a counter of tries is one too high, or a claim that was made before
 * the loss looks like somebody else's, and is settled by the next tick.
 */
const REPEATABLE = /^(select|update|delete)\b|\bon conflict\b/i;

/**
 * A connection while somebody uses it. If it is lost outside of a transaction, it is replaced, and the statement
 * repeated if it may be. A transaction is lost with its connection, and `write` runs it again.
 */
async function patientClient(
  connect: () => Promise<PoolClient>,
  nameOf: (sql: string) => string | undefined,
): Promise<PostgresPoolClient> {
  let client = await connect();
  let isLost = false;
  let isInTransaction = false;
  const lose = (): void => {
    isLost = true;
  };
  client.on('error', lose);
  const release = (): void => {
    client.off('error', lose);
    client.release(isLost);
  };
  const ask = async (sql: string, values: readonly unknown[]) => {
    try {
      // What has no values, such as `commit`, needs no plan.
      const name = values.length > 0 ? nameOf(sql) : undefined;
      return await client.query({ name, text: sql, values: values.map(withoutNul) });
    } catch (error) {
      if (isAway(error)) lose();
      throw error;
    }
  };
  const query = async (sql: string, values: readonly unknown[]) => {
    // The server has already rolled back.
    if (sql === 'rollback' && isLost) return { command: 'ROLLBACK', rowCount: 0, rows: [] };
    const begins = BEGIN.test(sql);
    // A server that goes away ends all connections at once, and the pool may not have noticed it of the others yet.
    for (let others = CONNECTIONS; ; others -= 1) {
      try {
        const result = await ask(sql, values);
        isInTransaction ||= begins;
        return result;
      } catch (error) {
        if (!isLost || isInTransaction || others === 0 || !(begins || REPEATABLE.test(sql))) throw error;
      }
      release();
      client = await connect();
      isLost = false;
      client.on('error', lose);
    }
  };
  // kysely's interface has cursors too, which nothing here uses.
  function queryOrCursor<R>(sql: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function queryOrCursor<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function queryOrCursor(sql: unknown, values: readonly unknown[] = []): unknown {
    return query(String(sql), values);
  }
  return { release, query: queryOrCursor };
}

/** PostgreSQL does not accept the character U+0000 in a text. It is invisible, so it is dropped. */
function withoutNul(value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\0', '') : value;
}

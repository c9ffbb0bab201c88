import { StoreError } from '../store-error.ts';

/** The codes of PostgreSQL (classes 08 and 57P) and of the system for a connection that is lost or cannot be made. */
const AWAY =
  /^(08...|57P0[1-5]|53300|25006|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT)$/;
/** For these errors, pg gives no code. */
const AWAY_BY_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

/**
 * Whether an error says that the server cannot be reached, has ended the connection, accepts no more connections, or
 * only reads (a standby during a failover), or that this connection is of no more use. Another one may work in a moment.
 */
export function isAway(error: unknown): boolean {
  return (
    error instanceof Error &&
    (AWAY.test(codeOf(error)) || AWAY_BY_MESSAGE.test(error.message) || isOutdated(error))
  );
}

/**
 * Whether a statement that a connection has kept gives other columns now, because a newer version of the bot has changed a
 * table meanwhile. The server then refuses it, without running it. PostgreSQL's code for it has many other meanings, and its
 * message may be in any language, so it is told by the part of the server that refuses.
 */
function isOutdated(error: Error): boolean {
  return 'routine' in error && error.routine === 'RevalidateCachedQuery';
}

/** Whether pg refused to send a statement because the connection was lost before. The server has not seen it then. */
export function wasNeverSent(error: unknown): boolean {
  return (
    error instanceof Error && /^Client (has encountered a connection error|was closed)/.test(error.message)
  );
}

/** Explains an error at opening to the operator. `url` may contain a password, which must not be shown. */
export function explained(url: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StoreError) return error;
  const place = placeOf(url);
  const code = codeOf(error);
  if (/^(28...|3D000|42501)$/.test(code)) {
    return new StoreError(
      'not-writable',
      `${place} does not let Roadmate in (${error.message}). Check user, password and database in DATABASE_URL, and that the user owns the database.`,
    );
  }
  if (isAway(error)) {
    return new StoreError(
      'unreachable',
      `${place} does not answer (${error.message || code}). Is the server running, and may this machine connect to it?`,
    );
  }
  return error;
}

/** An address without its user and password. */
export function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: '', pathname: '' };
  return `postgres://${host}${pathname}`;
}

function codeOf(error: Error): string {
  // If a host name has several addresses, there is one error for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'code' in first ? String(first.code) : '';
}

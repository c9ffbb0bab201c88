import { StoreError } from '../store-error.ts';

/** The connection is gone, or there is none: what PostgreSQL (classes 08 and 57P) and the system say of it. */
const AWAY =
  /^(08...|57P0[1-5]|53300|25006|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT)$/;
/** pg itself gives no code. */
const AWAY_BY_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

/**
 * Whether an error says that the server cannot be reached, has ended the connection, takes no more of them, or only reads
 * (a standby, in the middle of a failover): it may answer in a moment.
 */
export function isAway(error: unknown): boolean {
  return error instanceof Error && (AWAY.test(codeOf(error)) || AWAY_BY_MESSAGE.test(error.message));
}

/** What an error at opening means to the operator. `url` may hold a password, which is not told. */
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
      `${place} does not answer (${error.message || code}). Is the server running, and may this machine connect to it? Roadmate tries again at its next start.`,
    );
  }
  return error;
}

/** An address without user and password. */
export function placeOf(url: string): string {
  const { host, pathname } = URL.parse(url) ?? { host: '', pathname: '' };
  return `postgres://${host}${pathname}`;
}

function codeOf(error: Error): string {
  // A name that stands for several addresses fails once for each.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && 'code' in first ? String(first.code) : '';
}

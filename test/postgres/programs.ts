import { existsSync, globSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

/** Where Debian, Red Hat and Homebrew install PostgreSQL's programs. They are searched after PATH. */
const PLACES = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin'];

/** The folder with PostgreSQL's programs: in PATH, or else those of the newest version. Null if there is none. */
export function findPrograms(): string | null {
  const installed = PLACES.flatMap((place) => globSync(join(place, 'initdb')))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((program) => dirname(program));
  const inPath = (process.env['PATH'] ?? '').split(delimiter);
  return [...inPath, ...installed.toReversed()].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}

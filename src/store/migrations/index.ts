import type { Kysely } from 'kysely';
import * as first from './001-first.ts';
import * as proofs from './002-proofs.ts';

export interface Migration {
  up(db: Kysely<never>): Promise<void>;
}

/** Every migration in order. Shipped ones are frozen: a change is a new file and a new line here. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-first': first,
  '002-proofs': proofs,
};

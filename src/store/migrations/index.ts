import type { Kysely } from 'kysely';
import * as first from './001-first.ts';
import * as proofs from './002-proofs.ts';
import * as teachBack from './003-teach-back.ts';
import * as showcase from './004-showcase.ts';
import * as review from './005-review.ts';
import * as search from './006-search.ts';
import * as proofFiles from './007-proof-files.ts';

export interface Migration {
  up(db: Kysely<never>): Promise<void>;
}

/** Every migration in order. Shipped ones are frozen: a change is a new file and a new line here. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-first': first,
  '002-proofs': proofs,
  '003-teach-back': teachBack,
  '004-showcase': showcase,
  '005-review': review,
  '006-search': search,
  '007-proof-files': proofFiles,
};

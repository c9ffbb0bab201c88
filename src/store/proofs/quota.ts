import type { Db } from '../schema.ts';

/** How much a member may store. It is far more than anybody writes by hand, but still fits into one export. */
export const QUOTA = {
  proofs: 1000,
  /** The parts of a proof. */
  parts: 20,
  /** Characters of all texts together. */
  text: 2_000_000,
  /** Bytes of all files together. */
  files: 50 * 1024 * 1024,
} as const;
export type Quota = keyof typeof QUOTA;

/** A member would store more than allowed. Nothing was written. */
export class QuotaError extends Error {
  readonly quota: Quota;

  constructor(quota: Quota) {
    super(`more ${quota} than one member may keep`);
    this.name = 'QuotaError';
    this.quota = quota;
  }
}

/**
 * Call this at the end of each transaction that writes a proof.
 * @param parts how many parts the written proof has
 * @throws QuotaError if the member stores more than allowed; the transaction then rolls back
 */
export async function holdToQuota(trx: Db, userId: string, parts: number): Promise<void> {
  const { proofs } = await trx
    .selectFrom('proof')
    .select(({ fn }) => fn.countAll<number | string>().as('proofs'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const { text } = await trx
    .selectFrom('proof_part')
    .innerJoin('proof', 'proof.id', 'proof_part.proof_id')
    .select(({ fn }) => fn.sum<number | string | null>(fn<number>('length', ['text'])).as('text'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const { files } = await trx
    .selectFrom('proof_file')
    .innerJoin('proof', 'proof.id', 'proof_file.proof_id')
    .select(({ fn }) => fn.sum<number | string | null>('size').as('files'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const kept = { parts, proofs: Number(proofs), text: Number(text), files: Number(files) };
  for (const quota of ['parts', 'proofs', 'text', 'files'] as const) {
    if (kept[quota] > QUOTA[quota]) throw new QuotaError(quota);
  }
}

import { type FileKind, READABLE_FILE, textOf } from '../../files/proof-file.ts';
import type { Db } from '../schema.ts';

/** What is known about a proof's file without its bytes. */
export interface ProofFileInfo {
  /** A name that Discord accepts as it is. */
  readonly name: string;
  readonly kind: FileKind;
  /** Bytes. */
  readonly size: number;
}

/** A proof's file. Its bytes are stored, because Discord's addresses of files expire. */
export interface ProofFile extends ProofFileInfo {
  readonly bytes: Uint8Array;
}

/** @returns the facts about a proof's file, or null if it has none */
export async function fileInfoOf(db: Db, proofId: string): Promise<ProofFileInfo | null> {
  const row = await db
    .selectFrom('proof_file')
    .select(['name', 'kind', 'size'])
    .where('proof_id', '=', proofId)
    .executeTakeFirst();
  return row ?? null;
}

/** @returns a proof's file, or null if it has none */
export async function fileOf(db: Db, proofId: string): Promise<ProofFile | null> {
  const row = await db
    .selectFrom('proof_file')
    .select(['name', 'kind', 'size', 'bytes'])
    .where('proof_id', '=', proofId)
    .executeTakeFirst();
  return row ?? null;
}

/** The uploaded texts of some proofs, by proof id. Texts that are too long are left out. */
export async function readableTextsOf(
  db: Db,
  proofIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (proofIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('proof_file')
    .select(['proof_id', 'bytes'])
    .where('proof_id', 'in', proofIds)
    .where('kind', '=', 'text')
    .where('size', '<=', READABLE_FILE)
    .execute();
  return new Map(rows.map((row) => [row.proof_id, textOf(row.bytes)]));
}

/** Stores a file in place of the proof's present one. Null removes it. */
export async function putFile(trx: Db, proofId: string, file: ProofFile | null): Promise<void> {
  await trx.deleteFrom('proof_file').where('proof_id', '=', proofId).execute();
  if (file === null) return;
  const { name, kind, size, bytes } = file;
  await trx.insertInto('proof_file').values({ proof_id: proofId, name, kind, size, bytes }).execute();
}

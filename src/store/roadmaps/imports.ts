import type { Answers } from '../../roadmap/matching/settle.ts';
import type { Actor } from '../actor.ts';
import { ensureMember } from '../members/members.ts';
import { once } from '../once.ts';
import { prepared } from '../prepared.ts';
import type { Db } from '../schema.ts';
import type { RoadmapImportRow } from './tables.ts';
import { steadyId } from '../steady-id.ts';
import { type ReadAs, toReadAs } from './read-as.ts';
import { write } from '../write.ts';

/** A file that was read, and waits until its person applies it. */
export interface WaitingImport {
  readonly id: string;
  readonly userId: string;
  /** The guild that it is for; null if it is for the person. */
  readonly guildId: string | null;
  /** The roadmap of which it becomes a new version; null for a new roadmap. */
  readonly target: string | null;
  /** If it updates a copy of a bundled roadmap: the version of the bundled one that it is. Otherwise null. */
  readonly baseRevision: number | null;
  readonly source: string;
  readonly readAs: ReadAs;
  /** The link that it was read from; null for a file or a typed text. */
  readonly link: string | null;
  /** What the person said about topics of the version before. */
  readonly answers: Answers;
  /**
   * The ids of its topics by key, if it was merged from a copy and a newer version of the bundled roadmap. Null otherwise.
   */
  readonly known: ReadonlyMap<string, string> | null;
  /** Counts the changes, so that nobody applies an import that is not the one they see. */
  readonly step: number;
}

export type NewImport = Omit<WaitingImport, 'id' | 'userId' | 'answers' | 'step'>;

/** Nobody keeps more in mind. Each may be 1 MB, and the oldest is dropped. */
const KEPT = 3;

/**
 * Stores what somebody has imported, until they apply it. The guild has to exist.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export function keepImport(db: Db, actor: Actor, given: NewImport): Promise<WaitingImport> {
  const { userId, interactionId, at } = actor;
  const waiting: WaitingImport = {
    ...given,
    id: steadyId('import', interactionId),
    userId,
    answers: new Map(),
    step: 0,
  };
  return write(db, async (trx) => {
    await once(trx, interactionId, at);
    await ensureMember(trx, userId, at);
    await trx
      .insertInto('roadmap_import')
      .values({ ...toRow(waiting), at })
      .execute();
    const others = await trx
      .selectFrom('roadmap_import')
      .select('id')
      .where('user_id', '=', userId)
      .where('id', '!=', waiting.id)
      .orderBy('at', 'desc')
      .orderBy('id')
      .offset(KEPT - 1)
      .limit(KEPT)
      .execute();
    const tooMany = others.map(({ id }) => id);
    if (tooMany.length > 0) await trx.deleteFrom('roadmap_import').where('id', 'in', tooMany).execute();
    return waiting;
  });
}

/** @returns this person's import with this id; null if it no longer exists or is somebody else's */
export async function importOf(db: Db, userId: string, id: string): Promise<WaitingImport | null> {
  const row = await db
    .selectFrom('roadmap_import')
    .selectAll()
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    userId: row.user_id,
    guildId: row.guild_id,
    target: row.target,
    baseRevision: row.base_revision,
    source: row.source,
    readAs: toReadAs(row.read_as),
    link: row.link,
    // Only `toRow` below writes it.
    answers: new Map(JSON.parse(row.answers)),
    known: row.known === null ? null : new Map(JSON.parse(row.known)),
    step: row.step,
  };
}

/**
 * Changes an import, if it has not changed since it was read.
 * @throws AlreadyHandled if this interaction has had its effect
 * @returns the changed import, or null if it no longer exists or has changed
 */
export function changeImport(
  db: Db,
  actor: Actor,
  waiting: WaitingImport,
  change: Partial<Pick<WaitingImport, 'target' | 'source' | 'readAs' | 'answers' | 'known'>>,
): Promise<WaitingImport | null> {
  const changed = { ...waiting, ...change, step: waiting.step + 1 };
  return write(db, async (trx) => {
    await once(trx, actor.interactionId, actor.at);
    const { numUpdatedRows } = await trx
      .updateTable('roadmap_import')
      .set(toRow(changed))
      .where('id', '=', waiting.id)
      .where('step', '=', waiting.step)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? changed : null;
  });
}

/** Deletes an import, within a transaction or alone. */
export async function dropImport(db: Db, { id, userId }: WaitingImport): Promise<void> {
  await db.deleteFrom('roadmap_import').where('id', '=', id).where('user_id', '=', userId).execute();
}

/** Deletes imports that were made before an instant (epoch ms) and never applied. */
export async function forgetImportsBefore(db: Db, at: number): Promise<void> {
  await forgetImports(db, { at });
}

const forgetImports = prepared((db: Db, { at }: { readonly at: number }) =>
  db.deleteFrom('roadmap_import').where('at', '<', at),
);

function toRow(waiting: WaitingImport): Omit<RoadmapImportRow, 'at'> {
  return {
    id: waiting.id,
    user_id: waiting.userId,
    guild_id: waiting.guildId,
    target: waiting.target,
    base_revision: waiting.baseRevision,
    source: waiting.source,
    read_as: JSON.stringify(waiting.readAs),
    link: waiting.link,
    answers: JSON.stringify([...waiting.answers]),
    known: waiting.known === null ? null : JSON.stringify([...waiting.known]),
    step: waiting.step,
  };
}

import type { Carry } from '../../roadmap/matching/carries.ts';
import { ACTIONS, type State } from '../../study/progress/progress.ts';
import type { Db, ProgressRow } from '../schema.ts';
import { inChunks } from './topics.ts';

/** What goes along with a version, and how the rows are marked that it makes. */
export interface CarriedProgress {
  readonly roadmapId: string;
  readonly version: number;
  readonly carries: readonly Carry[];
  /** What a member said of a topic themselves at this instant (epoch ms) or later stands; null if nobody can have. */
  readonly spokenSince: number | null;
}

interface Brought {
  readonly userId: string;
  readonly state: State;
  /** Epoch ms, and the study date that it counts for. */
  readonly since: number;
  readonly sinceDate: string;
}

/**
 * Carries progress from topics to others. What is carried is marked, for it is nobody's doing: no activity, so no streak,
 * no post and no praise comes of it. Who is as far already, or further, is left alone.
 */
export async function carryProgress(trx: Db, carried: CarriedProgress): Promise<void> {
  for (const carry of carried.carries) {
    if (carry.kind === 'gather') {
      await bring(trx, carried, carry.to, await gathered(trx, carry));
      continue;
    }
    const rows = await progressOn(trx, [carry.from]);
    for (const [at, topicId] of carry.to.entries()) {
      const begun = carry.begun && at === 0;
      await bring(
        trx,
        carried,
        topicId,
        rows.filter(({ state }) => state !== 'doing' || begun),
      );
    }
  }
}

/** Takes back what a version carried, where the members have not said otherwise since. */
export async function dropCarried(trx: Db, roadmapId: string, version: number): Promise<void> {
  const mark = markOf(roadmapId, version);
  const replaced = await trx
    .selectFrom('progress')
    .select(['user_id', 'topic_id', 'carried_over'])
    .where('carried_in', '=', mark)
    .where('carried_over', 'is not', null)
    .execute();
  for (const { user_id, topic_id, carried_over } of replaced) {
    // Written by `bring` below, and by nothing else.
    const before: Kept = JSON.parse(carried_over ?? '');
    await trx
      .updateTable('progress')
      .set(before)
      .where('user_id', '=', user_id)
      .where('topic_id', '=', topic_id)
      .execute();
  }
  await trx.deleteFrom('progress').where('carried_in', '=', mark).execute();
}

type Kept = Omit<ProgressRow, 'user_id' | 'topic_id'>;

async function bring(
  trx: Db,
  { roadmapId, version, spokenSince }: CarriedProgress,
  topicId: string,
  brought: readonly Brought[],
): Promise<void> {
  const there = await trx
    .selectFrom('progress')
    .select(['user_id', 'state', 'since', 'since_date', 'snoozed_until', 'carried_in', 'carried_over'])
    .where('topic_id', '=', topicId)
    .execute();
  const own = new Map(there.map(({ user_id, ...kept }) => [user_id, kept]));
  const spoken = spokenSince === null ? new Set<string>() : await whoSpoke(trx, topicId, spokenSince);
  const rows = brought
    .filter(({ userId, state }) => !spoken.has(userId) && isFurther(state, own.get(userId)?.state))
    .map(({ userId, state, since, sinceDate }) => {
      const before = own.get(userId);
      return {
        user_id: userId,
        topic_id: topicId,
        state,
        since,
        since_date: sinceDate,
        snoozed_until: null,
        carried_in: markOf(roadmapId, version),
        carried_over: before === undefined ? null : JSON.stringify(before satisfies Kept),
      };
    });
  for (const some of inChunks(rows)) {
    await trx
      .insertInto('progress')
      .values(some)
      .onConflict((conflict) =>
        conflict.columns(['user_id', 'topic_id']).doUpdateSet((eb) => ({
          state: eb.ref('excluded.state'),
          since: eb.ref('excluded.since'),
          since_date: eb.ref('excluded.since_date'),
          snoozed_until: null,
          carried_in: eb.ref('excluded.carried_in'),
          carried_over: eb.ref('excluded.carried_over'),
        })),
      )
      .execute();
  }
}

/** Everybody who is on some of these topics or through with them, by when. */
async function progressOn(
  trx: Db,
  topicIds: readonly string[],
): Promise<readonly (Brought & { readonly topicId: string })[]> {
  const rows = await trx
    .selectFrom('progress')
    .select(['user_id as userId', 'topic_id as topicId', 'state', 'since', 'since_date as sinceDate'])
    .where('topic_id', 'in', topicIds)
    .where('state', '!=', 'todo')
    .orderBy('since')
    .orderBy('topic_id')
    .execute();
  return rows;
}

/** Where members stand with several topics as one: through with it since the last of them, or on it since the first. */
async function gathered(
  trx: Db,
  { from, begun }: { readonly from: readonly string[]; readonly begun: boolean },
): Promise<readonly Brought[]> {
  const rows = await progressOn(trx, from);
  return [...Map.groupBy(rows, ({ userId }) => userId).values()].flatMap((parts): readonly Brought[] => {
    const through = parts.filter(({ state }) => state !== 'doing');
    if (through.length === from.length) {
      const state = through.some((part) => part.state === 'done') ? 'done' : 'skipped';
      return parts.slice(-1).map((last) => ({ ...last, state }));
    }
    const isBegun = begun && parts.some(({ state }) => state !== 'skipped');
    return isBegun ? parts.slice(0, 1).map((first) => ({ ...first, state: 'doing' })) : [];
  });
}

async function whoSpoke(trx: Db, topicId: string, since: number): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('activity')
    .select('user_id')
    .where('topic_id', '=', topicId)
    .where('at', '>=', since)
    .where('action', 'in', [...ACTIONS, 'undo'])
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

function isFurther(state: State, than: State | undefined): boolean {
  if (than === undefined || than === 'todo') return true;
  return than === 'doing' && state !== 'doing';
}

function markOf(roadmapId: string, version: number): string {
  return `${roadmapId}@${version}`;
}

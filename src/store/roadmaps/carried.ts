import type { Carry } from '../../roadmap/matching/carries.ts';
import { CHANGING_ACTS, type Entry, type State } from '../../study/progress/progress.ts';
import type { Db } from '../schema.ts';
import { writeCarried } from '../progress/carried-rows.ts';
import type { ProgressRow } from '../progress/tables.ts';
import { evenOutForAll } from '../skills/even-out.ts';
import { markOf } from './mark.ts';
import type { Stretch } from './version.ts';

/** The progress that a version carries to other topics, and the mark on the rows that this writes. */
export interface CarriedProgress {
  readonly roadmapId: string;
  readonly version: number;
  readonly carries: readonly Carry[];
  /**
   * When this version's carries were in force before, oldest first; empty if the version is new. What members did with
   * topics on both sides in these times already refers to the topics of this version, so it stays and is not carried.
   */
  readonly inForce: readonly Stretch[];
}

interface CarriedState {
  readonly userId: string;
  readonly state: State;
  /** Since when (epoch ms), and the study date that this counts for. */
  readonly since: number;
  readonly sinceDate: string;
}

/**
 * Carries progress from topics to others. Carried rows are marked, because no member did anything: there is no
 * activity, so they make no streak, no post and no praise. Members who are already as far or further are left alone.
 */
export async function carryProgress(trx: Db, carried: CarriedProgress): Promise<void> {
  for (const carry of carried.carries) {
    if (carry.kind === 'gather') {
      await carryTo(trx, carried, carry.to, await gatheredStates(trx, carry, carried.inForce));
      continue;
    }
    const rows = await progressOn(trx, [carry.from], carried.inForce);
    for (const [at, topicId] of carry.to.entries()) {
      const begun = carry.begun && at === 0;
      await carryTo(
        trx,
        carried,
        topicId,
        rows.filter(({ state }) => state !== 'doing' || begun),
      );
    }
  }
  const reached = carried.carries.flatMap(({ to }) => to);
  await evenOutForAll(trx, reached, markOf(carried.roadmapId, carried.version));
}

/** Undoes what a version carried, unless the members have changed it since. */
export async function dropCarried(trx: Db, roadmapId: string, version: number): Promise<void> {
  const mark = markOf(roadmapId, version);
  const replaced = await trx
    .selectFrom('progress')
    .select(['user_id', 'topic_id', 'carried_over'])
    .where('carried_in', '=', mark)
    .where('carried_over', 'is not', null)
    .execute();
  for (const { user_id, topic_id, carried_over } of replaced) {
    // Only `carryTo` below writes it.
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

async function carryTo(
  trx: Db,
  { roadmapId, version, inForce }: CarriedProgress,
  topicId: string,
  states: readonly CarriedState[],
): Promise<void> {
  const there = await trx
    .selectFrom('progress')
    .select(['user_id', 'state', 'since', 'since_date', 'snoozed_until', 'carried_in', 'carried_over'])
    .where('topic_id', '=', topicId)
    .execute();
  const own = new Map(there.map(({ user_id, ...kept }) => [user_id, kept]));
  const [first] = inForce;
  const changed = first === undefined ? new Set<string>() : await whoChanged(trx, topicId, first.from);
  const rows = states
    .filter(({ userId, state }) => !changed.has(userId) && isFurther(state, own.get(userId)?.state))
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
  await writeCarried(trx, rows);
}

type OnTopic = CarriedState & { readonly topicId: string };

/**
 * The states that members have of these topics, except `todo`, earliest first. What they did in the times `without` is
 * ignored.
 */
async function progressOn(
  trx: Db,
  topicIds: readonly string[],
  without: readonly Stretch[],
): Promise<readonly OnTopic[]> {
  const rows = await trx
    .selectFrom('progress')
    .select(['user_id as userId', 'topic_id as topicId', 'state', 'since', 'since_date as sinceDate'])
    .where('topic_id', 'in', topicIds)
    .execute();
  const doesCount = (at: number) => !without.some(({ from, to }) => at >= from && at < to);
  const then = without.length === 0 ? [] : await statesBefore(trx, topicIds, doesCount);
  const all = new Map([...rows, ...then].map((row) => [`${row.userId} ${row.topicId}`, row]));
  return [...all.values()]
    .filter(({ state, since }) => state !== 'todo' && doesCount(since))
    .toSorted((one, other) => one.since - other.since || (one.topicId < other.topicId ? -1 : 1));
}

/**
 * The members' entries before their first change in a time that does not count, if they changed nothing since.
 */
async function statesBefore(
  trx: Db,
  topicIds: readonly string[],
  doesCount: (at: number) => boolean,
): Promise<readonly OnTopic[]> {
  const firsts = new Map<string, { userId: string; topicId: string; before: string | null }>();
  const changes = await changesOf(trx, topicIds)
    .select(['user_id as userId', 'topic_id as topicId', 'at', 'before'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const { at, ...change } of changes) {
    const key = `${change.userId} ${change.topicId}`;
    if (doesCount(at)) firsts.delete(key);
    else if (!firsts.has(key)) firsts.set(key, change);
  }
  return [...firsts.values()].map(({ userId, topicId, before }) => {
    // It is written with the activity, and nowhere else.
    const entry: Entry | null = before === null ? null : JSON.parse(before);
    const { state = 'todo', since = 0, sinceDate = '' } = entry ?? {};
    return { userId, topicId, state, since, sinceDate };
  });
}

/**
 * Each member's state if several topics become one: through with it since they were through with the last of them, or
 * on it since they began the first.
 */
async function gatheredStates(
  trx: Db,
  { from, begun }: { readonly from: readonly string[]; readonly begun: boolean },
  without: readonly Stretch[],
): Promise<readonly CarriedState[]> {
  const rows = await progressOn(trx, from, without);
  return [...Map.groupBy(rows, ({ userId }) => userId).values()].flatMap((parts): readonly CarriedState[] => {
    const through = parts.filter(({ state }) => state !== 'doing');
    if (through.length === from.length) {
      const state = through.some((part) => part.state === 'done') ? 'done' : 'skipped';
      return parts.slice(-1).map((last) => ({ ...last, state }));
    }
    const isBegun = begun && parts.some(({ state }) => state !== 'skipped');
    return isBegun ? parts.slice(0, 1).map((first) => ({ ...first, state: 'doing' })) : [];
  });
}

async function whoChanged(trx: Db, topicId: string, since: number): Promise<ReadonlySet<string>> {
  const rows = await changesOf(trx, [topicId]).select('user_id').where('at', '>=', since).execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

/**
 * The log's rows in which members changed topics, or undid a change. Acts of study, and undoing these, change no
 * topic.
 */
function changesOf(trx: Db, topicIds: readonly string[]) {
  return trx
    .selectFrom('activity')
    .where('topic_id', 'in', topicIds)
    .where((eb) =>
      eb.or([
        eb('action', 'in', CHANGING_ACTS),
        eb.exists(
          eb
            .selectFrom('activity as undone')
            .select('undone.id')
            .whereRef('undone.user_id', '=', 'activity.user_id')
            .whereRef('undone.batch', '=', 'activity.undoes')
            .where('undone.action', 'in', CHANGING_ACTS),
        ),
      ]),
    );
}

function isFurther(state: State, than: State | undefined): boolean {
  if (than === undefined || than === 'todo') return true;
  return than === 'doing' && state !== 'doing';
}

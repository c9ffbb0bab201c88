import type { Carry } from '../../roadmap/matching/carries.ts';
import { ACTIONS, type Entry, type State } from '../../study/progress/progress.ts';
import type { Db, ProgressRow } from '../schema.ts';
import { inChunks } from './topics.ts';
import type { Stretch } from './version.ts';

/** What goes along with a version, and how the rows are marked that it makes. */
export interface CarriedProgress {
  readonly roadmapId: string;
  readonly version: number;
  readonly carries: readonly Carry[];
  /**
   * When it went along before, the oldest first; none if the version is new. What members said of the topics on either
   * side in these times was said of them as they are in this version, so it stands and goes nowhere.
   */
  readonly inForce: readonly Stretch[];
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
      await bring(trx, carried, carry.to, await gathered(trx, carry, carried.inForce));
      continue;
    }
    const rows = await progressOn(trx, [carry.from], carried.inForce);
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
  { roadmapId, version, inForce }: CarriedProgress,
  topicId: string,
  brought: readonly Brought[],
): Promise<void> {
  const there = await trx
    .selectFrom('progress')
    .select(['user_id', 'state', 'since', 'since_date', 'snoozed_until', 'carried_in', 'carried_over'])
    .where('topic_id', '=', topicId)
    .execute();
  const own = new Map(there.map(({ user_id, ...kept }) => [user_id, kept]));
  const [first] = inForce;
  const spoken = first === undefined ? new Set<string>() : await whoSpoke(trx, topicId, first.from);
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

type OnTopic = Brought & { readonly topicId: string };

/** Everybody who is on some of these topics or through with them, by when, without what they said in these times. */
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
  const isWithout = (at: number) => !without.some(({ from, to }) => at >= from && at < to);
  const then = without.length === 0 ? [] : await stoodBefore(trx, topicIds, isWithout);
  const all = new Map([...rows, ...then].map((row) => [`${row.userId} ${row.topicId}`, row]));
  return [...all.values()]
    .filter(({ state, since }) => state !== 'todo' && isWithout(since))
    .toSorted((one, other) => one.since - other.since || (one.topicId < other.topicId ? -1 : 1));
}

/** Where members stood with topics before they last said something of them that does not count, if nothing since does. */
async function stoodBefore(
  trx: Db,
  topicIds: readonly string[],
  doesCount: (at: number) => boolean,
): Promise<readonly OnTopic[]> {
  const firsts = new Map<string, { userId: string; topicId: string; before: string | null }>();
  const spoken = await sayings(trx, topicIds)
    .select(['user_id as userId', 'topic_id as topicId', 'at', 'before'])
    .orderBy('at')
    .orderBy('id')
    .execute();
  for (const { at, ...saying } of spoken) {
    const key = `${saying.userId} ${saying.topicId}`;
    if (doesCount(at)) firsts.delete(key);
    else if (!firsts.has(key)) firsts.set(key, saying);
  }
  return [...firsts.values()].map(({ userId, topicId, before }) => {
    // Written with the activity, and by nothing else.
    const entry: Entry | null = before === null ? null : JSON.parse(before);
    const { state = 'todo', since = 0, sinceDate = '' } = entry ?? {};
    return { userId, topicId, state, since, sinceDate };
  });
}

/** Where members stand with several topics as one: through with it since the last of them, or on it since the first. */
async function gathered(
  trx: Db,
  { from, begun }: { readonly from: readonly string[]; readonly begun: boolean },
  without: readonly Stretch[],
): Promise<readonly Brought[]> {
  const rows = await progressOn(trx, from, without);
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
  const rows = await sayings(trx, [topicId]).select('user_id').where('at', '>=', since).execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

/** Where members changed topics, or took a change back. An act of study, and what takes one back, changes no topic. */
function sayings(trx: Db, topicIds: readonly string[]) {
  return trx
    .selectFrom('activity')
    .where('topic_id', 'in', topicIds)
    .where((eb) =>
      eb.or([
        eb('action', 'in', ACTIONS),
        eb.exists(
          eb
            .selectFrom('activity as undone')
            .select('undone.id')
            .whereRef('undone.user_id', '=', 'activity.user_id')
            .whereRef('undone.batch', '=', 'activity.undoes')
            .where('undone.action', 'in', ACTIONS),
        ),
      ]),
    );
}

function isFurther(state: State, than: State | undefined): boolean {
  if (than === undefined || than === 'todo') return true;
  return than === 'doing' && state !== 'doing';
}

function markOf(roadmapId: string, version: number): string {
  return `${roadmapId}@${version}`;
}

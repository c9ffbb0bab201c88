import { setImmediate as turn } from 'node:timers/promises';
import type { ExpressionBuilder } from 'kysely';
import type { Method } from '../roadmap/roadmap.ts';
import { words } from '../text/fold.ts';
import { LONGEST_WORD, soughtFor, type Standing, standing } from '../text/sought.ts';
import { engineOf } from './engine.ts';
import { readableTextsOf } from './proofs/files.ts';
import type { Db, Tables } from './schema.ts';
import { write } from './write.ts';

/** A proof in which words were found. */
export interface Hit {
  readonly proofId: string;
  readonly userId: string;
  readonly topicId: string;
  /** The topic's stored title. It may belong to another roadmap than the one that the member follows here. */
  readonly title: string;
  readonly method: Method;
  /** The text as it was written, with the uploaded text. */
  readonly parts: readonly string[];
}

/** The person who searches. It alone decides which proofs they may see. */
export interface Searcher {
  readonly userId: string;
  /** Null in direct messages. */
  readonly guildId: string | null;
}

/** The most proofs in a result. */
const HITS = 100;

/** What limits or extends a search beside its words. */
export interface Within {
  /** Topics whose translated titles match. Their proofs are found too, and come first. */
  readonly titled: readonly string[];
  /** Only proofs on this roadmap; null for all. */
  readonly roadmapId: string | null;
}

/**
 * Finds the proofs that have all of the words (or else any of them), each as the beginning of one of theirs: more of the
 * words first, then words in the title, then the newest. These are the person's own proofs, and those that members of the
 * guild have shared with it.
 *
 * It looks through everything that the person may see, a page at a time, so that others are answered in between. An
 * index of all proofs was slower: whatever is common is in thousands of proofs of other groups, which it had to go through
 * as well.
 * @param typed folded words, as `words` of `text/fold.ts` gives them
 * @returns their ids
 */
export async function searchProofs(
  db: Db,
  searcher: Searcher,
  typed: readonly string[],
  { titled, roadmapId }: Within = { titled: [], roadmapId: null },
): Promise<readonly string[]> {
  const sought = soughtFor(typed);
  if (sought.length === 0) return [];
  const called = new Set(titled);
  const found = new Map<string, Found>();
  for await (const page of pagesFor(db, searcher, roadmapId)) {
    for (const { id, topic_id, updated_at, title, body } of page) {
      const place = { ...standing(sought, title, body), isCalled: called.has(topic_id), at: updated_at };
      if (place.isCalled || place.said > 0) found.set(id, place);
    }
    await turn();
  }
  const all = [...found].filter(([, { isCalled, said }]) => isCalled || said === sought.length);
  return (all.length > 0 ? all : [...found])
    .toSorted(([a, first], [b, second]) => inOrder(first, second) || (a < b ? -1 : 1))
    .slice(0, HITS)
    .map(([id]) => id);
}

/** How well a proof answers a search. */
interface Found extends Standing {
  /** Whether its topic is called by the words in another language. */
  readonly isCalled: boolean;
  /** When it was written; epoch ms. */
  readonly at: number;
}

function inOrder(first: Found, second: Found): number {
  return (
    Number(second.isCalled) - Number(first.isCalled) ||
    second.said - first.said ||
    second.titled - first.titled ||
    second.at - first.at
  );
}

/** How many proofs are looked through at once. It takes about a millisecond. */
const PAGE = 200;

interface Page {
  readonly id: string;
  readonly topic_id: string;
  readonly updated_at: number;
  readonly title: string;
  readonly body: string;
}

/** The words of all proofs that a person may see, in pages. Their own proofs may come twice. */
async function* pagesFor(
  db: Db,
  { userId, guildId }: Searcher,
  roadmapId: string | null,
): AsyncGenerator<readonly Page[]> {
  yield* inPages((after) => ownPage(db, userId, roadmapId, after));
  if (guildId !== null) yield* inPages((after) => sharedPage(db, guildId, roadmapId, after));
}

/** Reads pages until one is not full. `read` gives those after an id. */
async function* inPages(read: (after: string) => Promise<readonly Page[]>): AsyncGenerator<readonly Page[]> {
  let page: readonly Page[] = [];
  do {
    page = await read(page.at(-1)?.id ?? '');
    yield page;
  } while (page.length === PAGE);
}

function ownPage(db: Db, userId: string, roadmapId: string | null, after: string): Promise<readonly Page[]> {
  // The cross joins keep SQLite from beginning with the words of everybody, see `fromMembersOf`.
  return db
    .selectFrom('proof')
    .crossJoin('proof_words')
    .whereRef('proof_words.proof_id', '=', 'proof.id')
    .select(['proof.id', 'topic_id', 'updated_at', 'title', 'body'])
    .where('proof.user_id', '=', userId)
    .where('proof.id', '>', after)
    .where((eb) => onRoadmap(eb, roadmapId))
    .orderBy('proof.id')
    .limit(PAGE)
    .execute();
}

function sharedPage(
  db: Db,
  guildId: string,
  roadmapId: string | null,
  after: string,
): Promise<readonly Page[]> {
  return db
    .selectFrom('proof_share')
    .crossJoin('proof')
    .whereRef('proof.id', '=', 'proof_share.proof_id')
    .crossJoin('membership')
    .whereRef('membership.user_id', '=', 'proof.user_id')
    .crossJoin('proof_words')
    .whereRef('proof_words.proof_id', '=', 'proof.id')
    .select(['proof.id', 'topic_id', 'updated_at', 'title', 'body'])
    .where('membership.guild_id', '=', guildId)
    .where('membership.away_since', 'is', null)
    .where('proof_share.guild_id', '=', guildId)
    .where('proof_share.withdrawn_at', 'is', null)
    .where('proof_share.proof_id', '>', after)
    .where((eb) => onRoadmap(eb, roadmapId))
    .orderBy('proof_share.proof_id')
    .limit(PAGE)
    .execute();
}

/** Whether a proof is on a topic of a roadmap, or counts for one there. Null: any roadmap. */
function onRoadmap(eb: ExpressionBuilder<Tables, 'proof'>, roadmapId: string | null) {
  if (roadmapId === null) return eb.lit(true);
  const isOfRoadmap = eb
    .selectFrom('roadmap_topic')
    .select('roadmap_topic.topic_id')
    .where('roadmap_topic.roadmap_id', '=', roadmapId);
  return eb.or([
    eb.exists(isOfRoadmap.whereRef('roadmap_topic.topic_id', '=', 'proof.topic_id')),
    eb.exists(
      eb
        .selectFrom('counted_proof')
        .innerJoin('roadmap_topic', 'roadmap_topic.topic_id', 'counted_proof.topic_id')
        .select('counted_proof.proof_id')
        .whereRef('counted_proof.proof_id', '=', 'proof.id')
        .where('roadmap_topic.roadmap_id', '=', roadmapId),
    ),
  ]);
}

/** The proofs with these ids, in the same order, with what a result shows of them. */
export async function hitsOf(db: Db, ids: readonly string[]): Promise<readonly Hit[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('proof')
    .innerJoin('topic', 'topic.id', 'proof.topic_id')
    .select(['proof.id', 'user_id', 'topic_id', 'topic.title', 'method'])
    .where('proof.id', 'in', ids)
    .execute();
  const parts = await db
    .selectFrom('proof_part')
    .select(['proof_id', 'text'])
    .where('proof_id', 'in', ids)
    .orderBy('position')
    .execute();
  const files = await readableTextsOf(db, ids);
  return ids.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) return [];
    const own = parts.filter((part) => part.proof_id === id).map((part) => part.text);
    return [
      {
        proofId: id,
        userId: row.user_id,
        topicId: row.topic_id,
        title: row.title,
        method: row.method,
        parts: [...own, ...(files.has(id) ? [files.get(id) ?? ''] : [])],
      },
    ];
  });
}

/** Stores the words of a proof again. Call it inside each transaction that writes a proof. Deleting a proof deletes them. */
export async function indexProof(trx: Db, proofId: string): Promise<void> {
  const proof = await trx
    .selectFrom('proof')
    .innerJoin('topic', 'topic.id', 'proof.topic_id')
    .select(['topic.title', 'language', 'proof.updated_at'])
    .where('proof.id', '=', proofId)
    .executeTakeFirst();
  if (proof === undefined) return;
  const parts = await trx
    .selectFrom('proof_part')
    .select('text')
    .where('proof_id', '=', proofId)
    .orderBy('position')
    .execute();
  const files = await readableTextsOf(trx, [proofId]);
  const said = [proof.language ?? '', ...parts.map((part) => part.text), ...files.values()];
  const values = {
    title: folded(proof.title),
    body: folded(said.join('\n')),
    written_at: proof.updated_at,
  };
  await trx
    .insertInto('proof_words')
    .values({ proof_id: proofId, ...values })
    .onConflict((conflict) => conflict.column('proof_id').doUpdateSet(values))
    .execute();
}

/** How many proofs are indexed in one step, which takes a few milliseconds. */
const AT_ONCE = 200;

/**
 * Updates the words of proofs that were never read, or were read before the proof or its topic's title changed. It
 * goes through all proofs in small steps, so that the bot can answer in between.
 * @returns how many proofs were read again
 */
export function bringSearchInStep(db: Db): Promise<number> {
  return engineOf(db).alone(db, 'searching', () => readAnew(db));
}

async function readAnew(db: Db): Promise<number> {
  let reread = 0;
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('proof')
      .innerJoin('topic', 'topic.id', 'proof.topic_id')
      .leftJoin('proof_words', 'proof_words.proof_id', 'proof.id')
      .select(['proof.id', 'proof.updated_at', 'topic.title', 'written_at', 'proof_words.title as words'])
      .where('proof.id', '>', after)
      .orderBy('proof.id')
      .limit(AT_ONCE)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return reread;
    after = last.id;
    const stale = rows.filter((row) => row.written_at !== row.updated_at || row.words !== folded(row.title));
    await write(db, async (trx) => {
      for (const { id } of stale) await indexProof(trx, id);
    });
    reread += stale.length;
    await turn();
  }
}

/** How much of a text is searched, in bytes of its words. */
const SEARCHED = 500_000;

/** A text in the form in which words are compared, with single spaces, see `text/sought.ts`. */
function folded(text: string): string {
  const kept: string[] = [];
  let left = SEARCHED;
  for (const word of words(text).map((each) => each.slice(0, LONGEST_WORD))) {
    left -= Buffer.byteLength(word) + 1;
    if (left < 0) break;
    kept.push(word);
  }
  return kept.join(' ');
}

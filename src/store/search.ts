import { setImmediate as turn } from 'node:timers/promises';
import { clearSetting, readSetting, writeSetting } from './bot-settings.ts';
import { joinedIn } from './members/memberships.ts';
import type { ExpressionBuilder } from 'kysely';
import type { Method } from '../roadmap/roadmap.ts';
import { words } from '../text/fold.ts';
import { engineOf } from './engine.ts';
import { readableTextsOf } from './proofs/files.ts';
import type { Db, Tables } from './schema.ts';
import type { SoughtWord } from './search-index.ts';
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

/** The most topics in one query. A word that is in more titles does not help to find any. */
const TITLED = 200;

/**
 * Finds the proofs that have all of the words (or else any of them), each as the beginning of one of theirs, the best
 * first. These are the person's own proofs, and those that members of the guild have shared with it.
 * @param typed folded words, as `words` of `text/fold.ts` gives them
 * @returns their ids
 */
export async function searchProofs(
  db: Db,
  { userId, guildId }: Searcher,
  typed: readonly string[],
  { titled, roadmapId }: Within = { titled: [], roadmapId: null },
): Promise<readonly string[]> {
  const sought = typed.filter((word) => /[\p{L}\p{N}]/u.test(word)).map(toSought);
  if (sought.length === 0) return [];
  const mayBeShown = (eb: ExpressionBuilder<Tables, 'proof'>) =>
    eb.and([
      guildId === null ? eb('proof.user_id', '=', userId) : mayBeSeen(db, eb, userId, guildId),
      ...(roadmapId === null
        ? []
        : [
            eb.or([
              eb('proof.topic_id', 'in', topicsOf(db, roadmapId)),
              eb(
                'proof.id',
                'in',
                eb
                  .selectFrom('counted_proof')
                  .select('counted_proof.proof_id')
                  .where('counted_proof.topic_id', 'in', topicsOf(db, roadmapId)),
              ),
            ]),
          ]),
    ]);
  const called =
    titled.length === 0
      ? []
      : await db
          .selectFrom('proof')
          .select('id')
          .where('topic_id', 'in', titled.slice(0, TITLED))
          .where(mayBeShown)
          .orderBy('updated_at', 'desc')
          .orderBy('id')
          .limit(HITS)
          .execute();
  const first = called.map(({ id }) => id);
  const { searchIndex } = engineOf(db);
  const found = async (how: 'all' | 'any'): Promise<readonly string[]> => {
    const rows = await db
      .selectFrom(searchIndex.matching(sought, how).as('hit'))
      .innerJoin('proof_words', 'proof_words.number', 'hit.number')
      .innerJoin('proof', 'proof.id', 'proof_words.proof_id')
      .select('proof.id')
      .where(mayBeShown)
      .orderBy('hit.score')
      .orderBy('proof.updated_at', 'desc')
      .orderBy('proof.id')
      .limit(HITS)
      .execute();
    return rows.map(({ id }) => id);
  };
  const all = await found('all');
  const isEnough = first.length > 0 || all.length > 0 || sought.length === 1;
  const others = isEnough ? all : await found('any');
  return [...new Set([...first, ...others])].slice(0, HITS);
}

function topicsOf(db: Db, roadmapId: string) {
  return db.selectFrom('roadmap_topic').select('topic_id').where('roadmap_id', '=', roadmapId);
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

/**
 * Indexes the words of a proof again. Call it inside each transaction that writes a proof. Triggers update the index,
 * and deleting a proof deletes its words.
 */
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
 * @param wasUnclean whether the last process crashed. Then the index is also checked, and made again if it does not
 * match its table
 * @returns how many proofs were read again
 */
export function bringSearchInStep(db: Db, wasUnclean: boolean): Promise<number> {
  return engineOf(db).alone(db, 'searching', () => readAnew(db, wasUnclean));
}

async function readAnew(db: Db, wasUnclean: boolean): Promise<number> {
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
    if (last === undefined) break;
    after = last.id;
    const stale = rows.filter((row) => row.written_at !== row.updated_at || row.words !== folded(row.title));
    await write(db, async (trx) => {
      for (const { id } of stale) await indexProof(trx, id);
    });
    reread += stale.length;
    await turn();
  }
  if (wasUnclean || reread > 0) await engineOf(db).searchIndex.mend(db, wasUnclean);
  return reread;
}

/**
 * Notes that deleted words have to be removed from the index, which `sweepUnswept` does soon. Call it within the
 * transaction that deletes them.
 * @param deletion the interaction that deletes them
 */
export function leaveUnswept(trx: Db, deletion: string): Promise<void> {
  return writeSetting(trx, 'unswept-words', deletion);
}

/**
 * Removes deleted words from the index in small steps, so that the bot can answer in between. Does nothing if no
 * words were deleted.
 */
export async function sweepUnswept(db: Db): Promise<void> {
  const deletion = await readSetting(db, 'unswept-words');
  if (deletion === null) return;
  await engineOf(db).searchIndex.sweepInSteps(db);
  await clearSetting(db, 'unswept-words', deletion);
}

function mayBeSeen(db: Db, eb: ExpressionBuilder<Tables, 'proof'>, userId: string, guildId: string) {
  return eb.or([
    eb('proof.user_id', '=', userId),
    eb.and([
      eb('proof.user_id', 'in', joinedIn(db, guildId)),
      eb.exists(
        eb
          .selectFrom('proof_share')
          .select('proof_share.proof_id')
          .whereRef('proof_share.proof_id', '=', 'proof.id')
          .where('proof_share.guild_id', '=', guildId)
          .where('proof_share.withdrawn_at', 'is', null),
      ),
    ]),
  ]);
}

/** The longest word, in characters. PostgreSQL takes 2,046 bytes, and nobody types a longer word. */
const LONGEST_WORD = 500;
/** How much of a text is searched, in bytes of its words. PostgreSQL's vector of them has to fit into 1 MB. */
const SEARCHED = 500_000;

/**
 * A text in the form in which words are compared, with single spaces. The index's tokens are the words of
 * `text/fold.ts`.
 */
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

/**
 * How a typed word is searched for: as the beginning of a word. A single letter (`C`, `R`) has to be a whole word,
 * because half of all texts have a word that begins with it.
 */
function toSought(word: string): SoughtWord {
  return { text: word.slice(0, LONGEST_WORD), isWhole: word.length === 1 };
}

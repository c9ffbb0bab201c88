import type { Db } from './schema.ts';
import { write } from './write.ts';

/** Writes something together with what others write at that time. Resolves when all of it is written. */
export type Together = <T>(piece: (trx: Db) => Promise<T>) => Promise<T>;

/** How many pieces a transaction has at most, so that it takes a few milliseconds. */
const MOST = 25;

interface Piece {
  /** @returns what to do when it is written */
  within(trx: Db): Promise<() => void>;
  alone(): Promise<void>;
}

/**
 * Collects what background work has to write, and writes it in few transactions. The end of each one waits for the disk, and
 * on SQLite the whole process waits with it. If a piece fails, each is written in a transaction of its own, so that only
 * that one fails. So a piece may run twice, as in `write`.
 * @param turn is awaited before each transaction. What comes meanwhile is a part of it
 */
export function makeTogether(db: Db, turn: () => Promise<unknown>): Together {
  const waiting: Piece[] = [];
  let isBusy = false;
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (waiting.length > 0) {
      await turn();
      await writeAll(db, waiting.splice(0, MOST));
    }
    isBusy = false;
  };
  return (piece) =>
    new Promise((resolve, reject) => {
      waiting.push({
        async within(trx) {
          const result = await piece(trx);
          return () => resolve(result);
        },
        alone: () => write(db, piece).then(resolve, reject),
      });
      void work();
    });
}

async function writeAll(db: Db, pieces: readonly Piece[]): Promise<void> {
  try {
    const written = await write(db, async (trx) => {
      const told: (() => void)[] = [];
      for (const piece of pieces) told.push(await piece.within(trx));
      return told;
    });
    for (const tell of written) tell();
  } catch {
    for (const piece of pieces) await piece.alone();
  }
}

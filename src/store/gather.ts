import type { Db } from './schema.ts';

/** Runs a function in a transaction. */
type InTransaction = <T>(work: (trx: Db) => Promise<T>) => Promise<T>;

/** Runs a piece in a transaction that others may share. Resolves when all of it is written. */
export type Gathered = <T>(piece: (trx: Db) => Promise<T>) => Promise<T>;

/** How many pieces a transaction has at most, so that it takes a few milliseconds. */
const MOST = 25;

interface Piece {
  /** @returns what to do when it is written */
  within(trx: Db): Promise<() => void>;
  alone(): Promise<void>;
}

/**
 * Collects what several have to write, and writes it in few transactions, because the end of each one waits for the
 * disk. If a piece fails, each is written in a transaction of its own, so that only
 * that one fails. So a piece may run twice, as in `write`.
 * @param write runs the transactions
 * @param turn is awaited before each transaction. What comes meanwhile is a part of it; `waiting` counts what is there
 */
export function gather(write: InTransaction, turn: (waiting: () => number) => Promise<unknown>): Gathered {
  const waiting: Piece[] = [];
  let isBusy = false;
  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    while (waiting.length > 0) {
      await turn(() => waiting.length);
      await writeAll(write, waiting.splice(0, MOST));
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
        alone: () => write(piece).then(resolve, reject),
      });
      void work();
    });
}

async function writeAll(write: InTransaction, pieces: readonly Piece[]): Promise<void> {
  if (pieces.length > 1) {
    try {
      const written = await write(async (trx) => {
        const told: (() => void)[] = [];
        for (const piece of pieces) told.push(await piece.within(trx));
        return told;
      });
      for (const tell of written) tell();
      return;
    } catch {
      // One of them failed, and it is not known which, so nothing is written yet.
    }
  }
  for (const piece of pieces) await piece.alone();
}

/**
 * Waits as long as each turn of the process brings another piece. One that comes alone waits for a single turn.
 * @param turn lets everything else in the process have its turn
 */
export async function whileMoreCome(waiting: () => number, turn: () => Promise<unknown>): Promise<void> {
  for (let before = 0; before < waiting() && before < MOST;) {
    before = waiting();
    await turn();
  }
}

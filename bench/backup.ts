import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { ensureMember } from '../src/store/members/members.ts';
import { openStore } from '../src/store/open.ts';
import type { Db } from '../src/store/schema.ts';
import { takeSnapshot } from '../src/store/sqlite/snapshot.ts';
import { type Figure, median } from './figures.ts';

/** Rows of about a kilobyte each, so the file has some 200 MB. */
const ROWS = 200_000;
/** The pause between two writes, in milliseconds, as of a busy bot. */
const PAUSE = 20;
/** How often both are measured, in turns. */
const TIMES = 3;
/** So many milliseconds may be added to the longest step of the event loop. */
const STALL = 5;

/** Measures for how long a backup of a large SQLite file holds up a bot that goes on writing. */
export async function measureBackup(folder: string): Promise<readonly Figure[]> {
  const file = join(folder, 'large.sqlite');
  const store = await openStore(file);
  const { db } = store;
  await fill(db);
  const without: Steps[] = [];
  const during: Steps[] = [];
  const taken: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const from = performance.now();
    during.push(await stepsDuring(db, () => takeSnapshot(file, join(folder, `copy${time}.sqlite`), null)));
    taken.push(performance.now() - from);
    const [length = 0] = taken.slice(-1);
    without.push(await stepsDuring(db, () => sleep(length)));
  }
  await store.close();
  const megabytes = Math.round((await stat(file)).size / 2 ** 20);
  const figure = (what: string, of: keyof Steps): Figure => {
    const still = median(without.map((steps) => steps[of]));
    const name = `${what} while ${megabytes} MB are copied (${still.toFixed(1)} without)`;
    return {
      what: name,
      unit: 'ms',
      figure: median(during.map((steps) => steps[of])),
      aim: Math.round(still + STALL),
    };
  };
  return [
    figure('longest step of the loop', 'longest'),
    figure('a step of the loop, p99', 'p99'),
    { what: `a copy of ${megabytes} MB, checked`, unit: 'ms', figure: median(taken), aim: 60_000 },
  ];
}

async function fill(db: Db): Promise<void> {
  await sql`
    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < ${ROWS - 1})
    INSERT INTO handled_interaction (id, at) SELECT n || '-' || hex(randomblob(220)), n FROM number`.execute(
    db,
  );
}

/** The steps of the event loop in milliseconds. */
interface Steps {
  readonly longest: number;
  readonly p99: number;
}

/** Does something while members go on writing, each write waiting for the disk. */
async function stepsDuring(db: Db, act: () => Promise<unknown>): Promise<Steps> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const over = new AbortController();
  const acting = act().finally(() => over.abort());
  delays.enable();
  for (let n = 0; !over.signal.aborted; n += 1) {
    await ensureMember(db, `${performance.now()}`, n);
    await sleep(PAUSE);
  }
  delays.disable();
  await acting;
  return { longest: delays.max / 1e6, p99: delays.percentile(99) / 1e6 };
}

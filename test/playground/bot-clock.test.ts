import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { isFull } from '../size.ts';

const PROGRAM = fileURLToPath(import.meta.resolve('./clocked-program.ts'));
const CLOCK = fileURLToPath(import.meta.resolve('../../playground/bot-clock.ts'));

interface Report {
  readonly kind: string;
  readonly date: number;
  readonly now: number;
  readonly temporal: number;
  readonly day: string;
  readonly isDate: boolean;
}

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function program() {
  const child = fork(PROGRAM, { execArgv: ['--import', CLOCK] });
  started.push(child);
  const reports: Report[] = [];
  child.on('message', (message: Report | { clock: number }) => {
    if ('kind' in message) reports.push(message);
  });
  /** Waits for the first report of a kind, perhaps after an instant. */
  const told = async (kind: string, since = 0): Promise<Report> => {
    for (;;) {
      const found = reports.find((report) => report.kind === kind && report.now >= since);
      if (found !== undefined) return found;
      await once(child, 'message');
    }
  };
  return { child, reports, told };
}

const HOUR = 60 * 60_000;
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
/**
 * The clock goes on ticking, so what is read is a little later than what was set, but never hours, which is how far
 * the moves are apart.
 */
const after = (instant: number, read: number): boolean => read >= instant && read < instant + HOUR;

describe('the clock of a started program', () => {
  test.runIf(isFull)('it starts only after it was told the time, and then goes on ticking', async () => {
    const { child, told } = program();
    const start = at('2027-03-01T08:00:10Z');
    child.send({ clock: start });
    const report = await told('started');
    expect(after(start, report.now)).toBe(true);
    expect(after(start, report.date)).toBe(true);
    expect(after(start, report.temporal)).toBe(true);
    expect(report.day).toBe('2027-03-01');
    expect(report.isDate).toBe(true);
  });

  test('a move runs the job of every minute once, and so does the next; it ends when its starter is gone', async () => {
    const { child, told, reports } = program();
    child.send({ clock: at('2027-03-01T08:00:10Z') });
    await told('started');
    const first = at('2027-03-02T09:00:00Z');
    child.send({ clock: first });
    const minute = await told('minute');
    expect(after(first, minute.now)).toBe(true);
    expect(minute.day).toBe('2027-03-02');

    const second = at('2027-03-09T18:30:00Z');
    child.send({ clock: second });
    expect(after(second, (await told('minute', second)).now)).toBe(true);
    // On a busy machine, further minutes may begin in between. The job runs once in each.
    const minutes = reports
      .filter(({ kind }) => kind === 'minute')
      .map(({ now }) => Math.floor(now / 60_000));
    expect(new Set(minutes).size).toBe(minutes.length);

    child.disconnect();
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGTERM');
  });

  test.runIf(isFull)(
    'a move does not end the time for which the program waits for work that goes on',
    async () => {
      const { child, told, reports } = program();
      child.send({ clock: at('2027-03-01T08:00:10Z') });
      await told('started');
      child.send({ clock: at('2027-03-02T09:00:00Z') });
      await told('minute');
      expect(reports.map(({ kind }) => kind)).not.toContain('patience ended');
    },
  );

  test.runIf(isFull)('a move that makes nothing due runs nothing', async () => {
    const { child, told, reports } = program();
    child.send({ clock: at('2027-03-01T08:00:10Z') });
    await told('started');
    child.send({ clock: at('2027-03-01T08:00:20Z') });
    child.send('now?');
    expect(after(at('2027-03-01T08:00:20Z'), (await told('asked')).now)).toBe(true);
    const early = reports.filter(({ now }) => now < at('2027-03-01T08:01:00Z'));
    expect(early.map((report) => report.kind)).toEqual(['started', 'asked']);
  });
});

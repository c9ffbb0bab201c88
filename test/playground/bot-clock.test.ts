import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

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
  const told = async (kind: string, count = 1): Promise<Report> => {
    for (;;) {
      const found = reports.filter((report) => report.kind === kind)[count - 1];
      if (found !== undefined) return found;
      await once(child, 'message');
    }
  };
  return { child, reports, told };
}

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
/** The clock goes on ticking, so what is read from it lies a little after what was set. */
const after = (instant: number, read: number): boolean => read >= instant && read < instant + 10_000;

describe('the clock of a started program', () => {
  test('it starts only when it has been told the time, and ticks on from there', async () => {
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

  test('a move runs the job of every minute once and at the new time, also a second time', async () => {
    const { child, told, reports } = program();
    child.send({ clock: at('2027-03-01T08:00:10Z') });
    await told('started');
    const first = at('2027-03-02T09:00:40Z');
    child.send({ clock: first });
    const minute = await told('minute');
    expect(after(first, minute.now)).toBe(true);
    expect((await told('hour')).day).toBe('2027-03-02');

    const second = at('2027-03-09T18:30:00Z');
    child.send({ clock: second });
    expect(after(second, (await told('minute', 2)).now)).toBe(true);
    expect(reports.filter((report) => report.kind === 'minute')).toHaveLength(2);
    expect(reports.some((report) => report.kind === 'cleared')).toBe(false);
  });

  test('a move that makes nothing due runs nothing', async () => {
    const { child, told, reports } = program();
    child.send({ clock: at('2027-03-01T08:00:10Z') });
    await told('started');
    child.send({ clock: at('2027-03-01T08:00:20Z') });
    child.send('now?');
    expect(after(at('2027-03-01T08:00:20Z'), (await told('asked')).now)).toBe(true);
    expect(reports.map((report) => report.kind)).toEqual(['started', 'asked']);
  });

  test('it ends when its starter is gone', async () => {
    const { child, told } = program();
    child.send({ clock: at('2027-03-01T08:00:10Z') });
    await told('started');
    child.disconnect();
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGTERM');
  });
});

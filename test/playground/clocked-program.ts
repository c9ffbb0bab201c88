/**
 * bot-clock.test.ts starts this program. It reports the time that it reads, on each minute of node-cron and when asked.
 */
import { schedule } from 'node-cron';

const report = (kind: string): void => {
  process.send?.({
    kind,
    date: new Date().getTime(),
    now: Date.now(),
    temporal: Temporal.Now.instant().epochMilliseconds,
    day: Temporal.Now.plainDateISO('UTC').toString(),
    isDate: new Date() instanceof Date,
  });
};

schedule('* * * * *', () => report('minute'), { noOverlap: true, suppressMissedWarning: true });
setTimeout(() => report('patience ended'), 3_600_000);
process.on('message', (message) => {
  if (message === 'now?') report('asked');
});
report('started');

import { expect, test } from 'vitest';
import { asRead } from '../../playground/people/reading.ts';
import { type Status, statusView } from '../../src/view/status.ts';
import { LANGUAGES } from '../../src/words/index.ts';

const NOW = 1_795_500_000_000;
const HOUR = 3_600_000;
const WELL: Status = {
  version: '1.2.3',
  startedAt: NOW - HOUR,
  guilds: { all: 3, away: 0 },
  share: null,
  posting: 2,
  posts: [
    { state: 'sent', late: 1000 },
    { state: 'sent', late: 4000 },
    { state: 'sent', late: 15 * 60_000 },
  ],
  waiting: { count: 0, since: null },
  stopped: 0,
  failures: { count: 0, since: NOW - HOUR },
  backup: { kind: 'file', newest: NOW - HOUR },
  restored: null,
  now: NOW,
};

const shown = (status: Partial<Status>, language: keyof typeof LANGUAGES = 'en'): string =>
  asRead(JSON.stringify(statusView(LANGUAGES[language], { ...WELL, ...status })));
const PROBLEM = 'accent_color":15026253';

test('the median and the longest delay', () => {
  expect(shown({})).toContain('usually 4 secs · at most 15 mins');
  expect(shown({}, 'tr')).toContain('çoğunlukla 4 sn. · en çok 15 dk.');
  expect(shown({ posts: [] })).not.toContain('Lateness');
});

test('the shards of one of several processes', () => {
  const share = { shards: [0, 1], count: 4 };
  expect(shown({ share })).toContain('This process has shard 0, 1 of 4.');
  expect(shown({ share }, 'tr')).toContain('4 shard’dan şu var: 0, 1.');
  expect(shown({})).not.toContain('shard');
});

test.each<[string, Partial<Status>, RegExp]>([
  ['a server out of reach', { guilds: { all: 3, away: 1 } }, /can’t reach 1 server right now/],
  ['a post that failed', { posts: [{ state: 'failed', late: null }] }, /0 posts · 1 failed/],
  ['a post that waits for long', { waiting: { count: 2, since: NOW - HOUR } }, /2 posts waiting/],
  ['answers that failed', { failures: { count: 4, since: NOW } }, /answers\*\* 4/],
  ['no backup yet', { backup: { kind: 'file', newest: null } }, /none yet/],
  ['an old backup', { backup: { kind: 'file', newest: NOW - 30 * HOUR } }, /Backup\*\* <t:/],
])('%s is shown as a problem', (_case, status, line) => {
  expect(shown(status)).toMatch(line);
  expect(shown(status)).toContain(PROBLEM);
});

test('the shards of one of several processes', () => {
  const share = { shards: [0, 1], count: 4 };
  expect(shown({ share })).toContain('This process has shard 0, 1 of 4.');
  expect(shown({ share }, 'tr')).toContain('4 shard’dan şu var: 0, 1.');
  expect(shown({})).not.toContain('shard');
});

test.each<[string, Partial<Status>, RegExp]>([
  ['all is well', {}, /1\.2\.3/],
  ['backups are off', { backup: { kind: 'none' } }, /BACKUP_DIR/],
  ['the server makes them', { backup: { kind: 'server' } }, /PostgreSQL/],
  ['a server has posts stopped', { stopped: 1 }, /stopped in 1 server/],
  ['it was restored', { restored: { takenAt: NOW } }, /Restored from a backup/],
])('if %s, there is no problem', (_case, status, line) => {
  expect(shown(status)).toMatch(line);
  expect(shown(status)).not.toContain(PROBLEM);
});

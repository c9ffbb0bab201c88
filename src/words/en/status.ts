import { count } from './grammar.ts';

/** The state of the bot, for its operator. */
export const status = {
  heading: (version: string): string => `## Roadmate ${version}`,
  since: (when: string): string => `-# Started · ${when}`,
  share: (shards: string, all: number): string =>
    `-# This process has shard ${shards} of ${all}. Servers and failed answers are only its own.`,
  servers: (n: number, posting: number): string => `**Servers** ${n} · posts in ${posting}`,
  away: (n: number): string => `○ Discord can’t reach ${count(n, 'server', 'servers')} right now.`,
  posts: (sent: number, skipped: number, failed: number): string =>
    `**Last 24 hours** ${count(sent, 'post', 'posts')} · ${failed} failed · ${skipped} skipped`,
  lateness: (usual: string, most: string): string => `**Lateness** usually ${usual} · at most ${most}`,
  waiting: (n: number, when: string): string => `○ ${count(n, 'post', 'posts')} waiting · first due ${when}`,
  stopped: (n: number): string =>
    `○ Posts have stopped in ${count(n, 'server', 'servers')}: no channel, or no permission. Organisers know.`,
  failures: (n: number, when: string): string =>
    n === 0 ? '**Failed answers** none' : `**Failed answers** ${n} · counted from ${when}`,
  backup: {
    newest: (when: string): string => `**Backup** ${when}`,
    notYet: '**Backup** none yet. Look for “could not be backed up” in the log.',
    none: '**Backup** off. Set `BACKUP_DIR` to turn it on.',
    server: '**Backup** on the PostgreSQL server',
  },
  restored: (when: string): string => `-# Restored from a backup · ${when}`,
  onlyOperators: 'Only Roadmate’s operator can use this, in their own server.',
};

import type { Places } from '../env.ts';
import { snapshotsIn } from './backup/snapshots.ts';
import { ownVersion } from './version.ts';
import type { Failures } from './watch/failures.ts';

/** What the operator can be told of this process. Instants in epoch ms. */
export interface Operator {
  /** The guild that has `/status`; null if there is none. */
  readonly guildId: string | null;
  readonly version: string;
  readonly startedAt: number;
  readonly failures: Pick<Failures, 'count' | 'since'>;
  /** `server`: backups are the PostgreSQL server's. `newest`: when the newest one was made; null if there is none yet. */
  backup(): { readonly kind: 'file'; readonly newest: number | null } | { readonly kind: 'none' | 'server' };
}

export function operatorOf(
  { backupDir, databasePath, databaseUrl, operatorGuild }: Places & { readonly operatorGuild: string | null },
  failures: Failures,
  startedAt: number,
): Operator {
  return {
    guildId: operatorGuild,
    version: ownVersion(),
    startedAt,
    failures,
    backup() {
      if (databaseUrl !== null) return { kind: 'server' };
      if (backupDir === null) return { kind: 'none' };
      return { kind: 'file', newest: snapshotsIn(backupDir, databasePath)[0]?.at ?? null };
    },
  };
}

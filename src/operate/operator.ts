import type { Places } from '../env.ts';
import { snapshotsIn } from './backup/snapshots.ts';
import { ownVersion } from './version.ts';
import type { Failures } from './watch/failures.ts';

/** What the operator can see of this process. Instants are in epoch ms. */
export interface Operator {
  /** The guild that has `/status`. Null if none has it. */
  readonly guildId: string | null;
  readonly version: string;
  readonly startedAt: number;
  readonly failures: Pick<Failures, 'count' | 'since'>;
  /**
   * `server`: the PostgreSQL server makes the backups. `newest`: the time of the newest one, null if there is none
   * yet.
   */
  backup(): { readonly kind: 'file'; readonly newest: number | null } | { readonly kind: 'none' | 'server' };
}

/** Makes what `/status` reads of this process. `startedAt`: epoch ms. */
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

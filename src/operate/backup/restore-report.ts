import type { Restoring } from '../../store/sqlite/restore.ts';

/** Says what a restore did, for the operator, in one line for each thing. */
export function restoreReport(
  snapshot: string,
  databasePath: string,
  { takenAt, kept, lost }: Restoring,
): readonly string[] {
  const lines = [
    `${databasePath} is ${snapshot} now: what was saved until ${minute(takenAt)}. What came later is not in it; members are told.`,
  ];
  if (kept !== null)
    lines.push(
      `The database that stood there is kept as ${kept}. It holds what members wrote: delete it once you do not need it.`,
    );
  if (kept !== null && lost === null)
    lines.push('How much came later is unknown: that database is damaged, or not the same bot’s.');
  if (lost !== null) {
    lines.push(`${counted(lost.acts, 'act')} of ${counted(lost.members, 'member')} came later.`);
    if (lost.forgotten > 0)
      lines.push(
        `${counted(lost.forgotten, 'member')} had deleted all of theirs since: it is deleted here as well.`,
      );
  }
  return lines;
}

const minute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

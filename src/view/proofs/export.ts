import type { ProofData } from '../../store/proofs/personal-data.ts';
import type { ProofFile } from '../../store/proofs/files.ts';
import type { MessageFile } from '../components.ts';

/** A member's proofs in their export. `time` writes an instant. */
export function exportedProofs(data: ProofData, time: (at: number | null) => string | null) {
  return {
    proofs: data.proofs.map(({ id, parts, file, provenAt, createdAt, updatedAt, shared, ...proof }) => ({
      ...proof,
      text: parts,
      file: file === null ? null : { name: exportedName(id, file.name), bytes: file.size },
      proven: time(provenAt),
      written: time(createdAt),
      changed: time(updatedAt),
      shared: shared.map(({ guildId, at }) => ({ guildId, at: time(at) })),
    })),
    stages: data.stages.map(({ at, ...stage }) => ({ ...stage, declared: time(at) })),
    drafts: data.drafts.map(({ form, fields, at }) => ({
      form,
      fields: JSON.parse(fields) as unknown,
      typed: time(at),
    })),
  };
}

/** The files of proofs, each under a name of its own. */
export function proofFiles(
  files: readonly (ProofFile & { readonly proofId: string })[],
): readonly MessageFile[] {
  return files.map(({ proofId, name, bytes }) => ({ name: exportedName(proofId, name), content: bytes }));
}

/** Several proofs may have files with the same name. */
function exportedName(proofId: string, name: string): string {
  return `${proofId.replaceAll(/[^\w-]/g, '_')}-${name}`;
}

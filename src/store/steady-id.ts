import { createHash } from 'node:crypto';

/**
 * An id of 16 characters that is made from what it stands for: whoever asks for the same thing again, after a crash as
 * well, asks by the same id. It fits into a nonce and into a custom id.
 */
export function steadyId(...names: readonly (string | number | null)[]): string {
  return createHash('sha256').update(names.join('\n')).digest('base64url').slice(0, 16);
}

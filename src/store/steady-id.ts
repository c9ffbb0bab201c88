import { createHash } from 'node:crypto';

/**
 * An id of 16 characters that is made from what it identifies. The same request, even after a crash, makes the same
 * id. It fits into a nonce and into a custom id.
 */
export function steadyId(...names: readonly (string | number | null)[]): string {
  return createHash('sha256').update(names.join('\n')).digest('base64url').slice(0, 16);
}

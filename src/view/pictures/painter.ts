import process from 'node:process';
import type { Commission, Drawing } from './easel.ts';

/** A message to the painter. */
export interface Order {
  readonly commission: Commission;
}

/** A message of the painter: that it can begin or why it cannot, and the drawing or why there is none. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly reason: string }
  | { readonly kind: 'drawn'; readonly drawing: Drawing }
  | { readonly kind: 'failed'; readonly reason: string };

/*
 * The painter is a process of its own for three reasons. Drawing does not keep the bot from answering, a fault in
 * native code ends only the painter, and its memory is returned when it ends.
 */
function report(what: Report): void {
  process.send?.(what);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

process.on('disconnect', () => process.exit());
try {
  // The canvas and the fonts are optional packages, because some platforms lack them.
  const { openEasel } = await import('./easel.ts');
  const draw = openEasel();
  process.on('message', ({ commission }: Order) => {
    try {
      report({ kind: 'drawn', drawing: draw(commission) });
    } catch (error) {
      report({ kind: 'failed', reason: reasonOf(error) });
    }
  });
  report({ kind: 'ready' });
} catch (error) {
  report({ kind: 'unable', reason: reasonOf(error) });
}

import process from 'node:process';
import type { Commission, Drawing } from './easel.ts';

/** What the painter is told. */
export interface Order {
  readonly commission: Commission;
}

/** What it says: that it can begin, or why it cannot; what it drew, or why it could not. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unable'; readonly reason: string }
  | { readonly kind: 'drawn'; readonly drawing: Drawing }
  | { readonly kind: 'failed'; readonly reason: string };

/*
 * A process of its own: what it draws does not keep the bot from answering, a fault in native code ends only this, and
 * its memory is given back when it ends.
 */
function report(what: Report): void {
  process.send?.(what);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

process.on('disconnect', () => process.exit());
try {
  // The canvas and the fonts are optional packages: not every platform has them.
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

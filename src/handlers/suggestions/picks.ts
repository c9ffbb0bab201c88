import type { Call } from '../../discord/command.ts';
import { logAct } from '../../store/progress/log-activity.ts';
import { swapAway } from '../../store/suggestions/picks.ts';
import { choose, filledUp, pickDayOf } from '../../store/suggestions/todays-picks.ts';
import { once } from '../../store/once.ts';
import { isOpen } from '../../study/topics/status.ts';
import { write } from '../../store/write.ts';

/**
 * Replaces the picks that are neither begun nor finished.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function swapPicks(call: Call): Promise<void> {
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    const { picks, progress } = await filledUp(trx, call);
    const untouched = picks.filter(({ node }) => (progress.get(node.id)?.state ?? 'todo') === 'todo');
    const ids = untouched.map(({ node }) => node.id);
    await swapAway(trx, pickDayOf(call), ids, call.now);
    await logAct(trx, call.actor, 'swap', ...ids);
    const kept = picks.filter((pick) => !untouched.includes(pick));
    await choose(trx, call, progress, kept, ids.length, new Set(ids));
  });
}

/**
 * Adds more picks for today, once today's are finished.
 * @throws AlreadyHandled if this interaction has had its effect
 */
export async function morePicks(call: Call): Promise<void> {
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    const { picks, progress } = await filledUp(trx, call);
    const finished = picks.filter(({ node }) => !isOpen(progress.get(node.id)?.state ?? 'todo'));
    const ids = finished.map(({ node }) => node.id);
    await swapAway(trx, pickDayOf(call), ids, call.now);
  });
}

import type { Call } from '../../discord/command.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { notYet } from '../../store/once.ts';
import { isOwnedBy, type Owner } from '../../store/roadmaps/owners.ts';
import { outdatedView } from '../../view/failure.ts';

/**
 * A roadmap that somebody may change: one of their own, or one of the server that they organise.
 * @throws Refusal for any other, and for a server's by anybody but organisers
 */
export async function ownRoadmap(
  call: Call,
  id: string,
): Promise<{ readonly id: string; readonly owner: Owner }> {
  const { app, userId, guildId } = call;
  await notYet(app.db, call.actor.interactionId);
  if (await isOwnedBy(app.db, { userId }, id)) return { id, owner: { userId } };
  if (guildId === null || !(await isOwnedBy(app.db, { guildId }, id))) throw new Refusal(outdatedView);
  organiserGuild(call);
  return { id, owner: { guildId } };
}

import type { Call } from '../../discord/command.ts';
import { organiserGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import { notYet } from '../../store/once.ts';
import { isOwnedBy, type Owner } from '../../store/roadmaps/owners.ts';
import { outdatedView } from '../../view/failure.ts';

/**
 * A roadmap that the person may change: their own, or one of the server if they are its organiser.
 * @throws Refusal for any other
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

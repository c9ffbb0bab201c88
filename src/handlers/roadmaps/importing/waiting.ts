import type { Call } from '../../../discord/command.ts';
import { organiserGuild } from '../../../discord/permissions.ts';
import { Refusal } from '../../../discord/refusal.ts';
import { importOf, type WaitingImport } from '../../../store/roadmaps/imports.ts';
import type { Owner } from '../../../store/roadmaps/owners.ts';
import { outdatedView } from '../../../view/failure.ts';
import { importGoneView } from '../../../view/roadmaps/importing/told.ts';

/**
 * The import that a button carries the id of. One for a server is shown to organisers in that server alone: who was one
 * when they read it in need not be one any more.
 * @throws Refusal if it is gone, or somebody else's
 */
export async function waitingImport(call: Call, id: string | undefined): Promise<WaitingImport> {
  const waiting = await importOf(call.app.db, call.userId, id ?? '');
  if (waiting === null) throw new Refusal(importGoneView);
  if (waiting.guildId !== null && organiserGuild(call) !== waiting.guildId) throw new Refusal(outdatedView);
  return waiting;
}

/** Whose the roadmap is to be. */
export function ownerOf({ guildId, userId }: Pick<WaitingImport, 'guildId' | 'userId'>): Owner {
  return guildId === null ? { userId } : { guildId };
}

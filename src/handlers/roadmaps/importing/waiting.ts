import type { Call } from '../../../discord/command.ts';
import { organiserGuild } from '../../../discord/permissions.ts';
import { Refusal } from '../../../discord/refusal.ts';
import { notYet } from '../../../store/once.ts';
import { importOf, type WaitingImport } from '../../../store/roadmaps/imports.ts';
import { linkOfRoadmap, noteLeft } from '../../../store/roadmaps/links.ts';
import { noteBase, type Owner } from '../../../store/roadmaps/owners.ts';
import type { Db } from '../../../store/schema.ts';
import { outdatedView } from '../../../view/failure.ts';
import { importGoneView } from '../../../view/roadmaps/importing/told.ts';

/**
 * The import that a button carries the id of. One for a server is shown to organisers in that server alone: who was one
 * when they read it in need not be one any more.
 * @throws Refusal if it is gone, or somebody else's; AlreadyHandled if the interaction has had its effect
 */
export async function waitingImport(call: Call, id: string | undefined): Promise<WaitingImport> {
  await notYet(call.app.db, call.actor.interactionId);
  const waiting = await importOf(call.app.db, call.userId, id ?? '');
  if (waiting === null) throw new Refusal(importGoneView);
  if (waiting.guildId !== null && organiserGuild(call) !== waiting.guildId) throw new Refusal(outdatedView);
  return waiting;
}

/** Whose the roadmap is to be. */
export function ownerOf({ guildId, userId }: Pick<WaitingImport, 'guildId' | 'userId'>): Owner {
  return guildId === null ? { userId } : { guildId };
}

/** What was looked through and not applied is not offered again. */
export async function leaveWaiting(
  db: Db,
  { target, source, link, baseRevision }: Pick<WaitingImport, 'target' | 'source' | 'link' | 'baseRevision'>,
): Promise<void> {
  if (target === null) return;
  if (baseRevision !== null) await noteBase(db, target, baseRevision);
  else if (link !== null && (await linkOfRoadmap(db, target))?.found?.source === source)
    await noteLeft(db, target, source);
}

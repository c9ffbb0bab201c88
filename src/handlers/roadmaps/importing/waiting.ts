import type { Call } from '../../../discord/command.ts';
import { organiserGuild } from '../../../discord/permissions.ts';
import { Refusal } from '../../../discord/refusal.ts';
import { notYet } from '../../../store/once.ts';
import { importOf, type WaitingImport } from '../../../store/roadmaps/imports.ts';
import { linkOfRoadmap, noteLeft } from '../../../store/roadmaps/links.ts';
import { noteBase, type Owner } from '../../../store/roadmaps/owners.ts';
import type { Db } from '../../../store/schema.ts';
import { outdatedView } from '../../../view/failure.ts';
import { importGoneView } from '../../../view/roadmaps/importing/answers.ts';

/**
 * The import that a button is about. An import for a server is shown only to organisers and only in that server. This
 * is checked each time, because a person may no longer be an organiser.
 * @throws Refusal if it no longer exists or is somebody else's; AlreadyHandled if the interaction has had its effect
 */
export async function waitingImport(call: Call, id: string | undefined): Promise<WaitingImport> {
  await notYet(call.app.db, call.actor.interactionId);
  const waiting = await importOf(call.app.db, call.userId, id ?? '');
  if (waiting === null) throw new Refusal(importGoneView);
  if (waiting.guildId !== null && organiserGuild(call) !== waiting.guildId) throw new Refusal(outdatedView);
  return waiting;
}

/** The future owner of the imported roadmap. */
export function ownerOf({ guildId, userId }: Pick<WaitingImport, 'guildId' | 'userId'>): Owner {
  return guildId === null ? { userId } : { guildId };
}

/** Remembers that a newer version was looked at and not applied, so that it is not offered again. */
export async function leaveWaiting(
  db: Db,
  { target, source, link, baseRevision }: Pick<WaitingImport, 'target' | 'source' | 'link' | 'baseRevision'>,
): Promise<void> {
  if (target === null) return;
  if (baseRevision !== null) await noteBase(db, target, baseRevision);
  else if (link !== null && (await linkOfRoadmap(db, target))?.found?.source === source)
    await noteLeft(db, target, source);
}

import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { mayOrganise } from '../../discord/permissions.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { linkOfRoadmap } from '../../store/roadmaps/links.ts';
import { isOwnedBy, type Owner } from '../../store/roadmaps/owners.ts';
import { roadmapRevision, storedRoadmap } from '../../store/roadmaps/roadmaps.ts';
import { unsettledOf } from '../../store/roadmaps/settling.ts';
import { restoreVersion, versionsOf } from '../../store/roadmaps/versions.ts';
import { carriedNumber } from '../../view/custom-id.ts';
import { nothingToUndoView, versionsView } from '../../view/roadmaps/versions.ts';
import type { Words } from '../../words/index.ts';
import { ownRoadmap } from './own.ts';
import { bundledQuestions } from './settling.ts';

/**
 * The versions of a roadmap that the person may change here, with a way back to each.
 * Bundled roadmaps change only with the program, so only its open questions are shown for one.
 * @throws Refusal if there is neither
 */
export async function showVersions(call: Call): Promise<Answer> {
  const id = await changeable(call);
  if (id !== null) return versionsPage(call, id, null);
  const questions = call.guildId === null || mayOrganise(call) ? await bundledQuestions(call) : null;
  if (questions === null) throw new Refusal(nothingToUndoView);
  return questions;
}

/**
 * Brings a version back: `restore:<roadmap>:<version in use>:<version>`, or with the version chosen from the list.
 */
export async function restore(call: PressCall): Promise<Answer> {
  const [roadmapId, shown, to] = call.args;
  const { id } = await ownRoadmap(call, roadmapId ?? '');
  const wanted = argument(carriedNumber, to ?? call.values[0]);
  const change = { roadmapId: id, shown: argument(carriedNumber, shown), to: wanted };
  const outcome = await restoreVersion(call.app.db, change, call.actor);
  const notes = {
    applied: ({ versions }: Words) => versions.restored(wanted),
    conflict: ({ importing }: Words) => importing.changedMeanwhile,
    'not-kept': ({ versions }: Words) => versions.notKept,
  };
  return versionsPage(call, id, notes[outcome.kind]);
}

async function versionsPage(
  { app, words }: Call,
  roadmapId: string,
  note: ((words: Words) => string) | null,
): Promise<Answer> {
  const stored = await storedRoadmap(app.db, roadmapId);
  return show(
    versionsView(words, {
      roadmapId,
      title: stored?.title ?? '',
      shown: (await roadmapRevision(app.db, roadmapId)) ?? 0,
      versions: await versionsOf(app.db, roadmapId),
      open: (await unsettledOf(app.db, roadmapId, null)).length,
      watched: (await linkOfRoadmap(app.db, roadmapId))?.watched ?? null,
      note: note?.(words) ?? null,
    }),
  );
}

/** The call's roadmap, or the one that the person follows themselves: the first that they may change. */
async function changeable(call: Call): Promise<string | null> {
  const { app, guildId, userId, member, roadmap } = call;
  const owners: readonly Owner[] = [
    ...(guildId !== null && mayOrganise(call) ? [{ guildId }] : []),
    { userId },
  ];
  for (const id of [roadmap.id, ...(member.roadmapId === null ? [] : [member.roadmapId])]) {
    for (const owner of owners) if (await isOwnedBy(app.db, owner, id)) return id;
  }
  return null;
}

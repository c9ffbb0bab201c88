import { type Answer, show } from '../../../discord/answer.ts';
import type { Call, PressCall } from '../../../discord/command.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import { inTurns } from '../../../roadmap/in-turns.ts';
import { type Copy, granted, mergeInSteps } from '../../../roadmap/merging/merge.ts';
import { changeImport, type NewImport } from '../../../store/roadmaps/imports.ts';
import { sidesOf } from '../../../store/roadmaps/sides.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { outdatedView } from '../../../view/failure.ts';
import { CONFLICTS_AT_ONCE, conflictsView } from '../../../view/roadmaps/importing/conflicts.ts';
import { isAsShown, meanwhile, showProposal } from './preview.ts';
import { type Proposal, proposalFor } from './proposal.ts';
import { waitingImport } from './waiting.ts';

/**
 * Merges a copy with the newer version of the bundled roadmap: what the owner changed stays, and what only the bundled
 * one changed comes.
 * @returns null if the version that both come from is not stored any more
 */
export async function mergedWithBase(
  { db, library }: Pick<Call['app'], 'db' | 'library'>,
  copyId: string,
): Promise<Pick<NewImport, 'source' | 'readAs' | 'baseRevision' | 'known'> | null> {
  const own = await library.version(db, copyId);
  const sides = own === null ? null : await sidesOf({ db, library }, copyId);
  if (own === null || sides === null) return null;
  const readAs = { untitled: own.outline.tree.title, ...own.readAs };
  const merged = await inTurns(mergeInSteps(own, sides, readAs));
  return { source: merged.source, readAs, baseRevision: sides.number, known: idsIn(merged) };
}

/** What both changed, a page of it at a time: `import-both:<import>:<page>`. */
export async function showConflicts(call: PressCall): Promise<Answer> {
  const [id, page] = call.args;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  return conflictsPage(call, proposal, argument(carriedNumber, page));
}

/** Takes the other side of one of them: `import-take:<import>:<step>:<its number>:<page>`. */
export async function takeTheirs(call: PressCall): Promise<Answer> {
  const [id, step, number, page] = call.args;
  const waiting = await waitingImport(call, id);
  const proposal = await proposalFor(call, waiting);
  if (!isAsShown(waiting, step)) return showProposal(call, proposal, meanwhile);
  const conflict = proposal.merge?.conflicts[argument(carriedNumber, number)];
  if (conflict === undefined) throw new Refusal(outdatedView);
  const here = { source: waiting.source, outline: proposal.after };
  const taken = await inTurns(granted(here, conflict.take, waiting.readAs));
  const isTaken = taken !== here;
  const changed = isTaken
    ? await changeImport(call.app.db, call.actor, waiting, { source: taken.source, known: idsIn(taken) })
    : waiting;
  const now = await proposalFor(call, changed ?? (await waitingImport(call, id)));
  return conflictsPage(
    call,
    now,
    argument(carriedNumber, page),
    isTaken ? null : call.words.editing.problem['not-here'],
  );
}

function conflictsPage(call: Call, proposal: Proposal, page: number, note: string | null = null): Answer {
  const { waiting, merge } = proposal;
  const all = merge?.conflicts ?? [];
  if (all.length === 0) return showProposal(call, proposal);
  const pages = Math.max(1, Math.ceil(all.length / CONFLICTS_AT_ONCE));
  const shown = Math.min(page, pages - 1);
  const from = shown * CONFLICTS_AT_ONCE;
  return show(
    conflictsView(call.words, {
      conflicts: all.slice(from, from + CONFLICTS_AT_ONCE).map((conflict, at) => ({
        conflict,
        takeId: customId('import-take', waiting.id, waiting.step, from + at, shown),
      })),
      page: shown,
      pages,
      pageId: (to) => customId('import-both', waiting.id, Math.max(0, to)),
      backId: customId('import-show', waiting.id),
      note,
    }),
  );
}

function idsIn({ outline }: Copy): ReadonlyMap<string, string> {
  return new Map(outline.nodes.map(({ topic, id }) => [topic.key, id]));
}

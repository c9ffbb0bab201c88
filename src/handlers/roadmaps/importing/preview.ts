import { type Answer, show } from '../../../discord/answer.ts';
import type { Call, PressCall } from '../../../discord/command.ts';
import { argument } from '../../../discord/refusal.ts';
import { outline } from '../../../roadmap/outline.ts';
import { changeImport, dropImport, type WaitingImport } from '../../../store/roadmaps/imports.ts';
import { tally } from '../../../study/topics/status.ts';
import { carriedNumber } from '../../../view/custom-id.ts';
import { importView, NEW } from '../../../view/roadmaps/importing/preview.ts';
import { TYPED_LENGTH } from '../../../view/roadmaps/importing/text-form.ts';
import { importCancelledView } from '../../../view/roadmaps/importing/answers.ts';
import type { Words } from '../../../words/index.ts';
import { type Proposal, proposalFor, targetsFor } from './proposal.ts';
import { leaveWaiting, waitingImport } from './waiting.ts';

/** Shows what was read from an import, and what it would change. `note`: what has just happened. */
export async function showImport(
  call: Call,
  waiting: WaitingImport,
  note: ((words: Words) => string) | null = null,
): Promise<Answer> {
  return showProposal(call, await proposalFor(call, waiting), note);
}

/** The same for an import that was already compared. */
export function showProposal(
  { words }: Call,
  { waiting, after, reading, other, targets, version, merge }: Proposal,
  note: ((words: Words) => string) | null = null,
): Answer {
  return show(
    importView(words, {
      id: waiting.id,
      step: waiting.step,
      after,
      reading,
      otherTopics: other && tally(outline(waiting.id, other.roadmap), new Map()).total,
      isBullets: waiting.readAs.bullets === true,
      isForServer: waiting.guildId !== null,
      isTyped: waiting.link === null && waiting.known === null && waiting.source.length <= TYPED_LENGTH,
      targets,
      target: waiting.target,
      version: version && {
        shown: version.plan.shown,
        difference: version.difference,
        members: version.members,
        looksLikeAnother: version.plan.looksLikeAnother,
      },
      merge: merge && { conflicts: merge.conflicts.length, unmade: merge.unmade },
      note: note?.(words) ?? null,
    }),
  );
}

/** Shows the import again as it is now: `import-show:<import>`. */
export async function reshowImport(call: PressCall): Promise<Answer> {
  return showImport(call, await waitingImport(call, call.args[0]));
}

/**
 * Reads plain bullets as topics, or stops doing so. Corrected matches are dropped, because they belong to the other
 * reading.
 */
export function switchReading(call: PressCall): Promise<Answer> {
  return change(call, ({ readAs }) =>
    Promise.resolve({ readAs: { ...readAs, bullets: readAs.bullets !== true }, answers: new Map() }),
  );
}

/** Chooses the roadmap of which the import becomes a new version, or makes it a new roadmap. */
export function chooseTarget(call: PressCall): Promise<Answer> {
  return change(call, async (waiting) => {
    const [value] = call.values;
    const target = (await targetsFor(call, waiting)).find(({ id }) => id === value)?.id ?? null;
    return target === null && value !== NEW ? {} : { target, answers: new Map() };
  });
}

/** Deletes an import that was not applied. */
export async function cancelImport(call: PressCall): Promise<Answer> {
  const waiting = await waitingImport(call, call.args[0]);
  await dropImport(call.app.db, waiting);
  await leaveWaiting(call.app.db, waiting);
  return show(importCancelledView(call.words));
}

/** Whether a message shows the import as it is now. `step` is in the message's buttons. */
export function isAsShown({ step }: WaitingImport, carried: string | undefined): boolean {
  return argument(carriedNumber, carried) === step;
}

async function change(
  call: PressCall,
  to: (waiting: WaitingImport) => Promise<Parameters<typeof changeImport>[3]>,
): Promise<Answer> {
  const [id, step] = call.args;
  const waiting = await waitingImport(call, id);
  if (!isAsShown(waiting, step)) return showImport(call, waiting, meanwhile);
  const changed = await changeImport(call.app.db, call.actor, waiting, await to(waiting));
  return changed === null
    ? showImport(call, await waitingImport(call, id), meanwhile)
    : showImport(call, changed);
}

/** Says that the roadmap or the import changed in the meantime, so that nothing was applied. */
export const meanwhile = ({ importing }: Words): string => importing.changedMeanwhile;

import { z } from 'zod';
import { type Answer, ask, show, tell } from '../../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../../discord/command.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import { draftOf, dropDraft, keepDraft } from '../../../store/proofs/drafts.ts';
import { makeFinder } from '../../../study/topics/find.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { clip, inline, plain } from '../../../view/escape.ts';
import { outdatedView } from '../../../view/failure.ts';
import { MATCH_FIELD, partsForm, partsView } from '../../../view/roadmaps/importing/matches.ts';
import { unknownMatchView } from '../../../view/roadmaps/importing/answers.ts';
import { answered, nowOf, offersFor, oldTopic } from './matches-page.ts';
import { showProposal } from './preview.ts';
import { type Proposal, proposalFor } from './proposal.ts';
import { waitingImport } from './waiting.ts';

const draft = z.object({ parts: z.string() }).catch({ parts: '' });

/** Asks which new topics an old one was split into. */
export function partsPage(call: Call, proposal: Proposal, old: TopicNode, page: string | undefined): Answer {
  const { waiting, version } = proposal;
  if (version === null) return showProposal(call, proposal);
  const chosen = new Set(nowOf(version, waiting, old));
  const ids = [waiting.id, page ?? '0', old.order] as const;
  return show(
    partsView(call.words, {
      title: old.topic.title,
      offers: offersFor(version, proposal, old).map((offer) => ({
        ...offer,
        chosen: chosen.size > 1 && chosen.has(offer.node.topic.key),
      })),
      chooseId: customId('import-parts', ...ids),
      nameId: customId('import-names', ...ids),
      backId: customId('import-fix', waiting.id, page ?? '0'),
    }),
  );
}

/** Takes the parts chosen from the list: `import-parts:<import>:<page>:<place of the old topic>`. */
export async function chooseParts(call: PressCall): Promise<Answer> {
  const [id, page, place] = call.args;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  const parts = call.values.map((value) => {
    const node = proposal.after.nodes[argument(carriedNumber, value)];
    if (node === undefined) throw new Refusal(outdatedView);
    return node;
  });
  return takeParts(call, proposal, oldTopic(proposal, place), parts, argument(carriedNumber, page));
}

/** Asks for the titles of the parts: `import-names:<import>:<page>:<place of the old topic>`. */
export async function askForParts(call: PressCall): Promise<Answer> {
  const [id = '', page = '', place = ''] = call.args;
  const old = oldTopic(await proposalFor(call, await waitingImport(call, id)), place);
  const { parts } = draft.parse(await draftOf(call.app.db, call.userId, draftKey(id, place)));
  return ask(partsForm(call.words, customId('import-names', id, page, place), old.topic.title, parts));
}

/** Takes the typed titles. If one of them is unknown, all are stored, and the form shows them again. */
export async function takeNamedParts(call: FormCall): Promise<Answer> {
  const [id = '', page, place = ''] = call.args;
  const { app, userId, now } = call;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  const old = oldTopic(proposal, place);
  const typed = call.fields.getTextInputValue(MATCH_FIELD);
  const finder = makeFinder(proposal.after);
  const parts: TopicNode[] = [];
  for (const line of typed.split('\n').filter((one) => one.trim() !== '')) {
    const part = finder.resolve(line);
    if (part === null) {
      await keepDraft(app.db, userId, draftKey(id, place), { parts: typed }, now);
      const near = finder.near(line).map(({ topic }) => inline(clip(plain(topic.title), 80)));
      return tell(unknownMatchView(call.words, inline(clip(plain(line), 100)), near));
    }
    parts.push(part);
  }
  await dropDraft(app.db, userId, draftKey(id, place));
  return takeParts(call, proposal, old, parts, argument(carriedNumber, page));
}

/** The part that the topic was matched with stays the first one, because its work and reviews belong to that part. */
function takeParts(
  call: Call,
  proposal: Proposal,
  old: TopicNode,
  parts: readonly TopicNode[],
  page: number,
): Promise<Answer> {
  const sure = proposal.version?.plan.match.sure.get(old.topic.key);
  const ordered = [...new Set(parts)].toSorted((a, b) => a.order - b.order);
  const first = ordered.filter(({ topic }) => topic.key === sure);
  return answered(call, proposal, old, [...new Set([...first, ...ordered])], page);
}

function draftKey(importId: string, place: string): string {
  return `parts-${importId}:${place}`;
}

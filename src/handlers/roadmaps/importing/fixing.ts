import { type Answer, ask, show, tell } from '../../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../../discord/command.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import { closestByTitle } from '../../../roadmap/matching/closest.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import { changeImport } from '../../../store/roadmaps/imports.ts';
import { makeFinder } from '../../../study/topics/find.ts';
import { LIMITS } from '../../../view/components.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { clip, inline, plain } from '../../../view/escape.ts';
import { outdatedView } from '../../../view/failure.ts';
import {
  ASKED_AT_ONCE,
  type AskedTopic,
  GONE,
  MATCH_FIELD,
  matchesView,
  matchForm,
} from '../../../view/roadmaps/importing/matches.ts';
import { unknownMatchView } from '../../../view/roadmaps/importing/told.ts';
import { showProposal } from './preview.ts';
import { type Proposal, proposalFor } from './proposal.ts';
import { waitingImport } from './waiting.ts';

type Version = NonNullable<Proposal['version']>;

/** Shows the old topics without a certain match: `import-fix:<import>:<page>`. */
export async function showMatches(call: PressCall): Promise<Answer> {
  const [id, page] = call.args;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  return matchesPage(call, proposal, argument(carriedNumber, page));
}

/** Takes the match that was chosen from the list: `import-match:<import>:<page>:<place of the old topic>`. */
export async function chooseMatch(call: PressCall): Promise<Answer> {
  const [id, page, place] = call.args;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  const old = oldTopic(proposal, place);
  const [value = ''] = call.values;
  const next = value === GONE ? null : proposal.after.nodes[argument(carriedNumber, value)];
  if (next === undefined) throw new Refusal(outdatedView);
  return answered(call, proposal, old, next, argument(carriedNumber, page));
}

/**
 * Asks for the title of the topic that an old one became: `import-another:<import>:<page>:<place of the old topic>`.
 */
export async function askForMatch(call: PressCall): Promise<Answer> {
  const [id, page, place] = call.args;
  const old = oldTopic(await proposalFor(call, await waitingImport(call, id)), place);
  const form = customId('import-another', id ?? '', page ?? '', place ?? '');
  return ask(matchForm(call.words, form, old.topic.title));
}

/** Takes the typed title. */
export async function takeMatch(call: FormCall): Promise<Answer> {
  const [id, page, place] = call.args;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  const old = oldTopic(proposal, place);
  const typed = call.fields.getTextInputValue(MATCH_FIELD);
  const finder = makeFinder(proposal.after);
  const next = finder.resolve(typed);
  if (next === null) {
    const near = finder.near(typed).map(({ topic }) => inline(clip(plain(topic.title), 80)));
    return tell(unknownMatchView(call.words, inline(clip(plain(typed), 100)), near));
  }
  return answered(call, proposal, old, next, argument(carriedNumber, page));
}

async function answered(
  call: Call,
  { waiting }: Proposal,
  old: TopicNode,
  next: TopicNode | null,
  page: number,
): Promise<Answer> {
  const answers = new Map(waiting.answers).set(old.topic.key, next === null ? [] : [next.topic.key]);
  const changed = await changeImport(call.app.db, call.actor, waiting, { answers });
  return matchesPage(call, await proposalFor(call, changed ?? (await waitingImport(call, waiting.id))), page);
}

function matchesPage(call: Call, proposal: Proposal, page: number): Answer {
  const { waiting, version } = proposal;
  if (version === null) return showProposal(call, proposal);
  const olds = inQuestion(proposal);
  const pages = Math.max(1, Math.ceil(olds.length / ASKED_AT_ONCE));
  const shown = Math.min(page, pages - 1);
  const from = shown * ASKED_AT_ONCE;
  return show(
    matchesView(
      call.words,
      olds.slice(from, from + ASKED_AT_ONCE).map((old) => askedTopic(proposal, version, old, shown)),
      {
        page: shown,
        pages,
        pageId: (to) => customId('import-fix', waiting.id, Math.max(0, to)),
        back: { label: call.words.importing.match.back, id: customId('import-show', waiting.id) },
      },
    ),
  );
}

/**
 * The old topics whose match a person may want to correct. Answers do not change their order, so somebody who turns
 * pages finds everything where it was.
 */
function inQuestion({ waiting, after, version }: Proposal): readonly TopicNode[] {
  if (version === null) return [];
  const { before, match } = version.plan;
  const rank = ({ topic: { key, title } }: TopicNode): number => {
    const next = match.sure.get(key);
    if (next === undefined) return match.likely.has(key) ? 0 : 2;
    const isTheSame = after.byKey.get(next)?.topic.title === title;
    return isTheSame && !waiting.answers.has(key) ? PLAIN : 1;
  };
  return before.nodes.filter((node) => rank(node) < PLAIN).toSorted((a, b) => rank(a) - rank(b));
}

/** The rank of a topic whose title has not changed. */
const PLAIN = 3;

function askedTopic(
  { waiting, after }: Proposal,
  { plan, difference, members }: Version,
  old: TopicNode,
  page: number,
): AskedTopic {
  const { key } = old.topic;
  const answer = waiting.answers.get(key);
  const isNow = answer === undefined ? plan.match.sure.get(key) : answer[0];
  const offered = [isNow, ...(plan.match.likely.get(key) ?? [])].flatMap((next) =>
    next === undefined ? [] : (after.byKey.get(next) ?? []),
  );
  const close = closestByTitle(old.topic.title, difference.added, LIMITS.optionsPerSelect);
  const current = isNow === undefined ? undefined : after.byKey.get(isNow);
  const isGone = answer !== undefined || !plan.match.likely.has(key);
  return {
    title: old.topic.title,
    holder: old.parent?.topic.title ?? old.section.title,
    members: members.get(old.id) ?? 0,
    offers: [...new Set([...offered, ...close])].map((node) => ({ node, value: String(node.order) })),
    chosen: current === undefined ? (isGone ? GONE : null) : String(current.order),
    chooseId: customId('import-match', waiting.id, page, old.order),
    anotherId: customId('import-another', waiting.id, page, old.order),
  };
}

function oldTopic({ version }: Proposal, place: string | undefined): TopicNode {
  const old = version?.plan.before.nodes[argument(carriedNumber, place)];
  if (old === undefined) throw new Refusal(outdatedView);
  return old;
}

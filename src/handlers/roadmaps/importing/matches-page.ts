import { type Answer, show } from '../../../discord/answer.ts';
import type { Call } from '../../../discord/command.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import { closestByTitle } from '../../../roadmap/matching/closest.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import { changeImport, type WaitingImport } from '../../../store/roadmaps/imports.ts';
import { LIMITS } from '../../../view/components.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { outdatedView } from '../../../view/failure.ts';
import {
  ASKED_AT_ONCE,
  type AskedTopic,
  GONE,
  matchesView,
  type Offer,
  SPLIT,
} from '../../../view/roadmaps/importing/matches.ts';
import { showProposal } from './preview.ts';
import { type Proposal, proposalFor } from './proposal.ts';
import { waitingImport } from './waiting.ts';

type Version = NonNullable<Proposal['version']>;

/** Stores what an old topic became: nothing, one new topic, or several. Then shows the page of matches again. */
export async function answered(
  call: Call,
  { waiting }: Proposal,
  old: TopicNode,
  nexts: readonly TopicNode[],
  page: number,
): Promise<Answer> {
  const answers = new Map(waiting.answers).set(
    old.topic.key,
    nexts.map(({ topic }) => topic.key),
  );
  const changed = await changeImport(call.app.db, call.actor, waiting, { answers });
  return matchesPage(call, await proposalFor(call, changed ?? (await waitingImport(call, waiting.id))), page);
}

/** A page of the matches that are not certain. */
export function matchesPage(call: Call, proposal: Proposal, page: number): Answer {
  const { waiting, version } = proposal;
  if (version === null) return showProposal(call, proposal);
  const olds = topicsToCheck(proposal);
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
function topicsToCheck({ waiting, after, version }: Proposal): readonly TopicNode[] {
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
  version: Version,
  old: TopicNode,
  page: number,
): AskedTopic {
  const { members } = version;
  const { key } = old.topic;
  const answer = waiting.answers.get(key);
  const parts = nowOf(version, waiting, old).flatMap((next) => after.byKey.get(next) ?? []);
  const [current] = parts;
  const isGone = answer !== undefined || !version.plan.match.likely.has(key);
  return {
    title: old.topic.title,
    holder: old.parent?.topic.title ?? old.section.title,
    members: members.get(old.id) ?? 0,
    offers: offersFor(version, { waiting, after }, old),
    chosen: parts.length > 1 ? SPLIT : current === undefined ? (isGone ? GONE : null) : String(current.order),
    parts: parts.length > 1 ? parts.map(({ topic }) => topic.title) : [],
    isSplittable: true,
    chooseId: customId('import-match', waiting.id, page, old.order),
    anotherId: customId('import-another', waiting.id, page, old.order),
  };
}

/** The keys of the new topics that an old one is now: from an answer, or else from a certain match. */
export function nowOf({ plan }: Version, waiting: WaitingImport, { topic }: TopicNode): readonly string[] {
  const sure = plan.match.sure.get(topic.key);
  return waiting.answers.get(topic.key) ?? (sure === undefined ? [] : [sure]);
}

/** The new topics that an old one may have become: its present ones, the likely ones, and added ones with a similar title. */
export function offersFor(
  version: Version,
  { waiting, after }: Pick<Proposal, 'waiting' | 'after'>,
  old: TopicNode,
): readonly Offer[] {
  const { plan, difference } = version;
  const keys = [...nowOf(version, waiting, old), ...(plan.match.likely.get(old.topic.key) ?? [])];
  const close = closestByTitle(old.topic.title, difference.added, LIMITS.optionsPerSelect);
  const nodes = new Set([...keys.flatMap((key) => after.byKey.get(key) ?? []), ...close]);
  return [...nodes].map((node) => ({ node, value: String(node.order) }));
}

/**
 * @returns the old topic at a position
 * @throws Refusal if there is none
 */
export function oldTopic({ version }: Proposal, place: string | undefined): TopicNode {
  const old = version?.plan.before.nodes[argument(carriedNumber, place)];
  if (old === undefined) throw new Refusal(outdatedView);
  return old;
}

import { z } from 'zod';
import { type Answer, ask, show } from '../../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../../discord/command.ts';
import type { Notice } from '../../../discord/handlers.ts';
import { memberGuild, organiserGuild } from '../../../discord/permissions.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import { headingsOf } from '../../../roadmap/headings.ts';
import type { Edit } from '../../../roadmap/editing/edit.ts';
import { hasJoined } from '../../../store/members/memberships.ts';
import { once } from '../../../store/once.ts';
import { draftOf, dropDraft, keepDraft } from '../../../store/proofs/drafts.ts';
import {
  decide,
  MOST_OPEN,
  openProposals,
  type Proposal,
  propose,
  takeUntoldProposals,
} from '../../../store/roadmaps/proposals.ts';
import { mergeProposals } from '../../../study/proposals.ts';
import { webAddress } from '../../../text/web-address.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { LIMITS } from '../../../view/components.ts';
import { plain } from '../../../view/escape.ts';
import { outdatedView } from '../../../view/failure.ts';
import { editForm } from '../../../view/roadmaps/editing/form.ts';
import {
  authors,
  decidedNotice,
  type ListedProposal,
  PROPOSALS_SHOWN,
  proposalSearchForm,
  proposeAboutView,
  proposeFoundView,
  proposeInView,
  proposalsView,
  proposedView,
} from '../../../view/roadmaps/editing/proposals.ts';
import { notToEditView } from '../../../view/roadmaps/editing/refusals.ts';
import type { TopicNode } from '../../../roadmap/outline.ts';
import { followedByGuild } from '../../../store/roadmaps/followed.ts';
import { topicWithId } from '../../topics/named.ts';
import { change } from './changing.ts';
import { type Editable, editable, sectionIn, showOf } from './editable.ts';
import { pageOf } from './pages.ts';
import { write } from '../../../store/write.ts';

const kept = z.record(z.string(), z.string());

/** `propose-in:<page>`: asks for the section of the topic that a proposal is about. */
export async function pickSectionToPropose(call: PressCall): Promise<Answer> {
  await proposingIn(call);
  const { roadmap, words, args } = call;
  return showOf({ roadmap }, proposeInView(words, headingsOf(roadmap), pageOf(args[0])));
}

/** Leads back to what a member who may not edit can do. */
export function leaveProposing({ words }: PressCall): Promise<Answer> {
  return Promise.resolve(show(notToEditView(words)));
}

/** Opens the form that finds the topic of a proposal by its name. */
export async function openProposalSearch(call: PressCall): Promise<Answer> {
  await proposingIn(call);
  return ask(proposalSearchForm(call.words));
}

/** Shows the topics that were found, to choose one. */
export async function findToPropose(call: FormCall): Promise<Answer> {
  await proposingIn(call);
  const { roadmap, words, fields } = call;
  const typed = fields.getTextInputValue('search');
  const nodes = roadmap.finder.search(typed, { first: new Set(), limit: LIMITS.optionsPerSelect });
  return showOf({ roadmap }, proposeFoundView(words, nodes, typed));
}

/** `propose-about:<section>:<page>`, or with the section chosen from the list: asks for the topic. */
export async function pickTopicToPropose(call: PressCall): Promise<Answer> {
  await proposingIn(call);
  const { roadmap, words, args, values } = call;
  const heading = sectionIn({ roadmap }, args[0] ?? values[0]);
  const nodes = roadmap.nodes.filter(({ section }) => section.key === heading.section.key);
  return showOf({ roadmap }, proposeAboutView(words, heading, nodes, pageOf(args[1])));
}

/** Opens the form for a member's proposal: `propose:<topic>`, or with the topic chosen from the list. */
export async function openProposal(call: PressCall): Promise<Answer> {
  const { words, app, userId } = call;
  await proposingIn(call);
  const node = topicWithId(call, call.args[0] ?? call.values[0]);
  const { id } = node;
  const typed = kept.catch({}).parse((await draftOf(app.db, userId, `propose:${id}`)) ?? {});
  const { proposals } = words;
  const fields = [
    {
      id: 'note',
      label: proposals.note,
      value: typed['note'] ?? '',
      hint: proposals.oneIsEnough,
      max: 1000,
      isLong: true,
    },
    { id: 'link', label: proposals.link, value: typed['link'] ?? '', max: 512 },
    {
      id: 'topic',
      label: proposals.topic,
      value: typed['topic'] ?? '',
      hint: proposals.rightBehind,
      max: 200,
    },
  ];
  return ask(
    editForm({ id: customId('propose', id), title: proposals.formFor(plain(node.topic.title)), fields }),
  );
}

/** Sends a proposal to the organisers. A proposal that is refused comes back with the form. */
export async function takeProposal(call: FormCall): Promise<Answer> {
  const { words, app, userId, now, fields } = call;
  const guildId = await proposingIn(call);
  const { id } = topicWithId(call, call.args[0]);
  const typed = Object.fromEntries(
    ['topic', 'link', 'note'].map((field) => [field, fields.getTextInputValue(field).trim()]),
  );
  const { topic = '', link = '', note = '' } = typed;
  const draft = `propose:${id}`;
  await keepDraft(app.db, userId, draft, typed, now);
  const again = (said: string) => show(proposedView(words, said, id, customId('propose', id)));
  const address = link === '' ? '' : webAddress(link);
  if (address === null) return again(words.proposals.badLink);
  const proposed = [
    { kind: 'topic', text: topic },
    { kind: 'link', text: address },
    { kind: 'note', text: note },
  ] as const;
  const filled = proposed.filter(({ text }) => text !== '');
  if (filled.length === 0) return again(words.proposals.nothing);
  if (!(await propose(app.db, call.actor, guildId, id, filled))) {
    return again(words.proposals.full(MOST_OPEN.member));
  }
  await dropDraft(app.db, userId, draft);
  return show(proposedView(words, words.proposals.sent, id, null));
}

/** The open proposals, for organisers. */
export async function showProposals(call: Call): Promise<Answer> {
  return list(call, null);
}

/** `proposal-accept:<proposal>:<version>`: adds it to the roadmap. Its author is told. */
export async function acceptProposal(call: PressCall): Promise<Answer> {
  const guildId = organiserGuild(call);
  const proposals = await open(call, guildId);
  const [proposal] = proposals;
  if (proposal === undefined) return list(call, call.words.proposals.gone);
  const place = await placeOf(call, guildId, proposal);
  if (place === null) return list(call, call.words.editing.problem.unknown);
  const { what, node } = place;
  const shown = argument(carriedNumber, call.args[1]);
  const edits = [editOf(proposal, node.topic.key)];
  return change({ ...call, roadmap: what.roadmap }, what, {
    shown,
    edits,
    about: node.id,
    toAdded: proposal.kind === 'topic',
    says: call.words.proposals.accepted(
      authors(
        call.words,
        proposals.map(({ userId }) => userId),
      ),
    ),
    also: async (trx) => {
      for (const { id } of proposals) await decide(trx, id, true, call.now);
    },
  });
}

/** `proposal-decline:<proposal>` */
export async function declineProposal(call: PressCall): Promise<Answer> {
  const guildId = organiserGuild(call);
  const proposals = await open(call, guildId);
  if (proposals.length === 0) return list(call, call.words.proposals.gone);
  await write(call.app.db, async (trx) => {
    await once(trx, call.actor.interactionId, call.now);
    for (const { id } of proposals) await decide(trx, id, false, call.now);
  });
  return list(call, call.words.proposals.declined);
}

/** Tells members below their next answer whether their proposals were accepted. */
export const proposalNotice: Notice = async ({ app, userId, guildId, now, words }) => {
  if (guildId === null) return null;
  const decided = await takeUntoldProposals(app.db, userId, guildId, now);
  return decided.length === 0 ? null : decidedNotice(words, decided);
};

async function list(call: Call, note: string | null): Promise<Answer> {
  const guildId = organiserGuild(call);
  const what = await editable(call);
  const listed: ListedProposal[] = [];
  for (const group of mergeProposals(await openProposals(call.app.db, guildId))) {
    const [proposal] = group;
    const place = listed.length < PROPOSALS_SHOWN ? await placeOf(call, guildId, proposal) : null;
    listed.push({
      ...proposal,
      by: [...new Set(group.map(({ userId }) => userId))],
      place: place && { node: place.node, roadmap: place.what.roadmap, number: place.what.number },
    });
  }
  return showOf(what, proposalsView(call.words, listed, note));
}

/**
 * Finds the topic of a proposal, in the call's roadmap or another one that the server follows.
 * @returns null if it is in none of them any more
 */
async function placeOf(
  call: Call,
  guildId: string,
  { topicId }: Proposal,
): Promise<{ readonly what: Editable; readonly node: TopicNode } | null> {
  const { app, guild, roadmap } = call;
  const followed = await followedByGuild(app.db, guildId, guild?.roadmapId ?? null);
  for (const id of new Set([roadmap.id, ...followed])) {
    const other = await app.library.roadmap(app.db, id, call.words.locale);
    if (other === null || !other.byId.has(topicId)) continue;
    const what = await editable({ ...call, roadmap: other });
    const node = what.roadmap.byId.get(topicId);
    if (node !== undefined) return { what, node };
  }
  return null;
}

/** The named proposal with all that ask for the same; none if it was answered already. */
async function open(call: PressCall, guildId: string): Promise<readonly Proposal[]> {
  const groups = mergeProposals(await openProposals(call.app.db, guildId));
  return groups.find((group) => group.some(({ id }) => id === call.args[0])) ?? [];
}

function editOf({ kind, text }: Proposal, key: string): Edit {
  if (kind === 'topic') return { kind: 'add', place: { in: 'behind', key }, title: text };
  if (kind === 'link') return { kind: 'link', key, link: { label: '', url: text } };
  return { kind: 'note', key, text };
}

/** @throws Refusal for a person who does not study with the group */
async function proposingIn(call: Call): Promise<string> {
  const guildId = memberGuild(call);
  if (!(await hasJoined(call.app.db, guildId, call.userId))) throw new Refusal(outdatedView);
  return guildId;
}

import type { APIButtonComponent, APIComponentInContainer } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { isExtra, provesByItself } from '../../study/proofs/proof.ts';
import type { ProofFile } from '../../store/proofs/files.ts';
import { QUOTA } from '../../store/proofs/quota.ts';
import type { Proof } from '../../store/proofs/proofs.ts';
import { textOf } from '../../files/proof-file.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  file,
  filled,
  link,
  menu,
  type Message,
  row,
  rows,
  separator,
  text,
} from '../components.ts';
import { clip, inline } from '../escape.ts';
import { calm, pagesOf, prose } from '../prose.ts';
import { near } from '../time.ts';
import { breadcrumb, mention, title } from '../topics/topic-text.ts';

/** A piece of the member's own work. */
export interface ProofCard {
  readonly proof: Proof;
  readonly node: TopicNode;
  /** The file with its bytes, if the page needs them. */
  readonly file: ProofFile | null;
  readonly page: number;
  /** A line above: what has just happened. */
  readonly note: string | null;
  /** Whether the topic can be ticked off now: `offer` if all its steps are proven, `possible` if it is only open. */
  readonly tick: 'offer' | 'possible' | 'no';
  readonly canShare: boolean;
  /** How it stands with the group that it is shared with here; null if it is not shared here. */
  readonly standing: Standing | null;
  /** Epoch ms. */
  readonly now: number;
}

/** The group's answers to shared work, as numbers, and the address of the post; null if no message shows it. */
export interface Standing {
  readonly clear: number;
  readonly questions: number;
  readonly accepted: number;
  readonly needsWork: number;
  /** How many others have to agree. */
  readonly needed: number;
  readonly url: string | null;
}

/** The most characters that the parts may take. The rest of the message fits beside them. */
const BUDGET = { path: 250, page: 2500 };

interface Page {
  /**
   * The part of the text that the page shows, counted from 0; null for a page of the file, and for a page without
   * text.
   */
  readonly part: number | null;
  readonly text: string;
}

/** A page of the member's own work. The first page has the file. The further pages show a text file's content. */
export function proofView(words: Words, shown: ProofCard): Message {
  const { proof, node, note } = shown;
  const pages = pagesIn(shown);
  const at = Math.min(Math.max(shown.page, 0), pages.length - 1);
  const page = pages[at] ?? { part: null, text: '' };
  const sent = at === 0 ? shown.file : null;
  const message = card(
    proof.provenAt === null ? 'doing' : 'done',
    ...(note === null ? [] : [text(note)]),
    text(
      `## ${words.proof.heading[proof.method]} · ${title(node)}`,
      clip(breadcrumb(node), BUDGET.path),
      stateLine(words, shown),
    ),
    ...filled(
      proof.url === null ? null : linkLine(words, proof, proof.url),
      proof.language === null ? null : words.proof.language(inline(proof.language)),
    ),
    ...(page.text === '' ? [] : [separator(), text(page.text)]),
    ...(sent === null ? [] : [file(sent.name)]),
    ...(pages.length > 1 ? [text(words.roadmap.page(at + 1, pages.length))] : []),
    separator(),
    ...(shown.tick === 'offer' ? [text(words.proof.offerDone(title(node)))] : []),
    ...buttons(words, shown, pages, at),
  );
  return sent === null ? message : { ...message, files: [{ name: sent.name, content: sent.bytes }] };
}

function stateLine(words: Words, { proof, node, standing, now }: ProofCard): string {
  const { method, provenAt } = proof;
  const state =
    provenAt === null || isExtra(method, node)
      ? words.proof.written[method]
      : words.proof.counts[method](near(provesByItself(method) ? proof.updatedAt : provenAt, now));
  if (standing === null) return state;
  const line = standingLine(words, method, standing);
  // The number of readers says what a thesis waits for, and that others agreed says why it counts.
  if (method === 'tez' && provenAt === null) return line;
  if (!provesByItself(method) && provenAt !== null) return `${line} · ${near(provenAt, now)}`;
  return `${line}\n-# ${state}`;
}

/** `Shared · makes sense to 1 · 1 open question` */
function standingLine({ shared }: Words, method: Method, standing: Standing): string {
  const { shared: isShared, accepted, ...say } = shared.standing;
  const counts = (['clear', 'questions', 'needsWork'] as const)
    .filter((kind) => standing[kind] > 0)
    .map((kind) => say[kind](standing[kind]));
  const readers = method === 'tez' ? [accepted(standing.accepted, standing.needed)] : [];
  return [isShared, ...readers, ...counts].join(' · ');
}

/** Angle brackets show the address as it is, without a preview. */
function linkLine(words: Words, { method }: Proof, url: string): string {
  return method === 'project' ? words.proof.repository(`<${url}>`) : words.proof.link(`<${url}>`);
}

function pagesIn({ proof, file: sent }: ProofCard): readonly Page[] {
  const written = proof.parts.flatMap((part, index) =>
    pagesOf(calm(prose(part)), BUDGET.page).map((each): Page => ({ part: index, text: each })),
  );
  const read =
    sent?.kind === 'text'
      ? pagesOf(calm(prose(textOf(sent.bytes))), BUDGET.page).map((each): Page => ({
          part: null,
          text: each,
        }))
      : [];
  const pages = [...written, ...read].filter((page) => page.text !== '');
  return pages.length === 0 ? [{ part: null, text: '' }] : pages;
}

function buttons(
  words: Words,
  shown: ProofCard,
  pages: readonly Page[],
  at: number,
): readonly APIComponentInContainer[] {
  const { proof, node } = shown;
  const turn = (to: number, label: string): APIButtonComponent =>
    button(label, customId(proof.method, 'show', node.id, to), 'secondary', to < 0 || to >= pages.length);
  const turning =
    pages.length > 1
      ? [row(turn(at - 1, words.roadmap.previous), turn(at + 1, words.roadmap.following))]
      : [];
  return [
    ...turning,
    ...rows(ownButtons(words, shown, pages[at]?.part ?? null)),
    ...menu(words.act.more, seldomButtons(words, shown)),
  ];
}

function ownButtons(
  words: Words,
  { proof, node, tick, canShare, standing }: ProofCard,
  part: number | null,
): readonly APIButtonComponent[] {
  const { method } = proof;
  const act = (verb: string, label: string, style?: 'primary' | 'success') =>
    button(label, customId(method, verb, node.id), style);
  const done = button(
    words.focus.topicDone,
    customId('do', 'done', node.id),
    tick === 'offer' ? 'success' : 'secondary',
  );
  const isLong = proof.parts.length > 1;
  return [
    ...(tick === 'offer' ? [done] : []),
    ...(canShare ? [act('share', words.proof.share, tick === 'offer' ? undefined : 'primary')] : []),
    ...(tick === 'possible' ? [done] : []),
    act('write', words.proof.edit),
    ...(isLong && part !== null && part > 0
      ? [button(words.proof.editPart(part + 1), customId(method, 'part', node.id, part))]
      : []),
    ...(standing === null || standing.url === null ? [] : [link(words.shared.open, standing.url)]),
  ];
}

/** What is done seldom. Deleting comes last. */
function seldomButtons(words: Words, { proof: { method, parts, file: sent }, node }: ProofCard) {
  return [
    button(words.act.openTopic, customId('topic', node.id)),
    ...(parts.length > 0 && parts.length < QUOTA.parts
      ? [button(words.proof.addPart, customId(method, 'part', node.id, parts.length))]
      : []),
    ...(sent === null ? [] : [button(words.proof.dropFile, customId(method, 'drop-file', node.id))]),
    button(words.proof.remove, customId(method, 'remove', node.id)),
  ];
}

/** Says that the member has no such work yet, and how to write it. */
export function noProofView(words: Words, method: Method, node: TopicNode, canWrite: boolean): Message {
  const write = button(words.proof.write[method], customId(method, 'write', node.id), 'primary');
  return card(
    'neutral',
    text(words.proof.none(words.proof.name[method], title(node)), words.proof.list.about[method]),
    row(...(canWrite ? [write] : []), button(words.act.openTopic, customId('topic', node.id))),
  );
}

/** Says that somebody's work cannot be seen here. It does not reveal whether there is any. */
export function noProofOfView(words: Words, method: Method, node: TopicNode, userId: string): Message {
  return card(
    'neutral',
    text(words.proof.noneOf(mention(userId), words.proof.name[method], title(node))),
    row(button(words.act.openTopic, customId('topic', node.id))),
  );
}

/** Asks before a piece of work is deleted. */
export function removeProofView(words: Words, method: Method, node: TopicNode, isShared: boolean): Message {
  return card(
    'problem',
    text(
      words.proof.removeAsk(words.proof.name[method], title(node)),
      isShared ? words.proof.removeMeans : null,
    ),
    row(
      button(words.proof.yesRemove, customId(method, 'removed', node.id), 'danger'),
      button(words.proof.keep, customId(method, 'show', node.id, 0)),
    ),
  );
}

/** Says that the work was deleted, and offers to write it again. */
export function removedProofView(words: Words, method: Method, node: TopicNode): Message {
  return card(
    'neutral',
    text(words.proof.removed(words.proof.name[method], title(node))),
    row(button(words.act.openTopic, customId('topic', node.id))),
  );
}

/** The reasons why a form was refused, one per line. `again` is the custom id that opens it with the typed texts. */
export function refusedProofView(words: Words, problems: readonly string[], again: string): Message {
  return card(
    'problem',
    text(words.proof.refused, ...problems),
    row(button(words.proof.tryAgain, again, 'primary')),
  );
}

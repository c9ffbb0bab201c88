import type { APIButtonComponent, APIComponentInContainer } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { ProofFile } from '../../store/proofs/files.ts';
import type { Proof } from '../../store/proofs/proofs.ts';
import { textOf } from '../../files/proof-file.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  file,
  link,
  memberLinks,
  type Message,
  row,
  rows,
  separator,
  text,
} from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { decisionRow, reportButton } from '../moderation/moderation.ts';
import { calm, pagesOf, prose } from '../prose.ts';
import { when } from '../time.ts';
import { breadcrumb, mention, title } from '../topics/topic-text.ts';

/** Somebody's work as a group sees it. */
export interface SharedWork {
  readonly proof: Proof;
  readonly node: TopicNode;
}

/** The same in a post, where others can judge it. */
export interface PostedWork extends SharedWork {
  /** How many others have to agree. */
  readonly needed: number;
  /** When it was last changed after it was shared; epoch ms, null if it is unchanged. */
  readonly changedAt: number | null;
}

/** The most characters that the parts may take. The rest of the message fits beside them. */
const BUDGET = { path: 250, excerpt: 2400, page: 3500 };
const TITLE_LENGTH = 80;

/** The upper part of a post: the kind of work, its author, and as much of its text as fits. */
export function workParts(words: Words, heading: string, work: PostedWork): APIComponentInContainer[] {
  const { proof, node, changedAt } = work;
  const [excerpt] = pagesOf(wholeText(proof), BUDGET.excerpt);
  return [
    text(
      `-# ${heading} · ${clip(breadcrumb(node), BUDGET.path)}`,
      `## ${title(node)}`,
      words.shared.by(mention(proof.userId)),
      proof.file === null ? null : words.shared.file(inline(proof.file.name)),
      changedAt === null ? null : words.shared.changed(when(changedAt, 'R')),
      languageLine(words, proof),
    ),
    ...(excerpt === '' ? [] : [text(excerpt)]),
    separator(),
  ];
}

/** The post of work that counts by itself. It is shared because it may help others. */
export function plainPost(words: Words, work: PostedWork): Message {
  return card(
    'done',
    ...workParts(words, words.proof.heading[work.proof.method], work),
    ...rows(workButtons(words, work)),
  );
}

/** The buttons with which others read the work, and report it. */
export function workButtons(words: Words, work: SharedWork): APIButtonComponent[] {
  return [...readButtons(words, work), reportWork(words, work)];
}

/** The button with which a member reports the work to the organisers. */
export function reportWork(words: Words, { proof }: SharedWork) {
  return reportButton(words, { kind: 'work', proofId: proof.id });
}

/** The button that opens the rest, if the post does not show all of it, and the link. */
export function readButtons(words: Words, { proof }: SharedWork): APIButtonComponent[] {
  const isLong = wholeText(proof).length > BUDGET.excerpt;
  return [
    ...(isLong || proof.file !== null ? [button(words.shared.readAll, customId('work', proof.id, 0))] : []),
    ...openLink(words, proof),
  ];
}

/**
 * A member's whole work, a page at a time, with its file if it has one. A text file can also be read on the pages.
 * @param post the address of the group's post, where it can be asked about and accepted; null if there is none
 * @param sent the file; null if it has none
 * @param about `isThere`: whether the replaced message already has the file. `isReported`: an organiser decides on it,
 * so the decisions take the place of the report
 */
export function workPage(
  words: Words,
  work: SharedWork,
  post: string | null,
  asked: number,
  sent: ProofFile | null,
  { isThere = false, isReported = false }: { readonly isThere?: boolean; readonly isReported?: boolean } = {},
): Message {
  const { proof, node } = work;
  const read = sent?.kind === 'text' ? calm(prose(textOf(sent.bytes))) : '';
  const pages = [wholeText(proof), read]
    .filter((each, index) => each !== '' || index === 0)
    .flatMap((each) => pagesOf(each, BUDGET.page));
  const page = Math.min(Math.max(asked, 0), pages.length - 1);
  const shown = pages[page] ?? '';
  const turn = (to: number, label: string) =>
    button(
      label,
      customId('work', proof.id, to, ...(isReported ? ['reported'] : [])),
      'secondary',
      to < 0 || to >= pages.length,
    );
  const message = card(
    'neutral',
    text(
      `## ${title(node)}`,
      words.shared.by(mention(proof.userId)),
      languageLine(words, proof),
      pages.length > 1 ? words.shared.page(page + 1, pages.length) : null,
    ),
    ...(shown === '' ? [] : [text(shown)]),
    ...(pages.length > 1
      ? [row(turn(page - 1, words.shared.previousPart), turn(page + 1, words.shared.nextPart))]
      : []),
    ...(sent === null ? [] : [file(sent.name)]),
    ...rows([
      ...(post === null ? [] : [link(words.shared.open, post)]),
      button(words.act.openTopic, customId('topic', node.id)),
      ...openLink(words, proof),
      ...(isReported ? [] : [reportWork(words, work)]),
    ]),
    ...(isReported ? [decisionRow(words, { kind: 'work', proofId: proof.id })] : []),
  );
  if (sent === null) return message;
  if (isThere) return { ...message, keepsFiles: true };
  return { ...message, files: [{ name: sent.name, content: sent.bytes }] };
}

function openLink(words: Words, { url, method }: Proof): readonly APIButtonComponent[] {
  return memberLinks([method === 'project' ? words.proof.form.repository : words.shared.openLink, url]);
}

function languageLine(words: Words, { language }: Proof): string | null {
  return language === null ? null : words.proof.language(inline(clip(plain(language), TITLE_LENGTH)));
}

/** The text of a member's work, whose headings are smaller than the title that stands above it. */
function wholeText({ parts }: Proof): string {
  return calm(prose(parts.join('\n\n')));
}

/** Whether an author is told of answers to a piece of work. */
export interface NotificationChoice {
  readonly proofId: string;
  readonly isOn: boolean;
}

/** What the member has just shared, with a link to it. */
export function sharedView(
  words: Words,
  url: string,
  about: {
    /** Who has to agree before it counts; null if it counts by itself. */
    readonly judged: { readonly by: 'listeners' | 'readers'; readonly needed: number } | null;
    /** A problem that an organiser could solve, if there is one. */
    readonly trouble: string | null;
    /** Null if others cannot answer this work. */
    readonly notifications: NotificationChoice | null;
  },
): Message {
  const { judged, trouble, notifications } = about;
  return card(
    'done',
    text(
      judged === null ? words.proof.shared : words.shared.done[judged.by](judged.needed),
      words.shared.mayChange,
    ),
    ...(trouble === null ? [] : [text(trouble)]),
    ...openAndNotifications(words, url, notifications),
  );
}

/** Says that the work is already shared, with a link to it. */
export function sharedBeforeView(
  words: Words,
  url: string,
  notifications: NotificationChoice | null,
): Message {
  return card(
    'neutral',
    text(words.shared.alreadyThere, words.shared.mayChange),
    ...openAndNotifications(words, url, notifications),
  );
}

function openAndNotifications(
  words: Words,
  url: string,
  notifications: NotificationChoice | null,
): readonly APIComponentInContainer[] {
  const open = link(words.shared.open, url);
  if (notifications === null) return [row(open)];
  const { proofId, isOn } = notifications;
  return [
    text(words.shared.telling[isOn ? 'on' : 'off']),
    row(open, notificationsButton(words, proofId, isOn)),
  ];
}

/** Turns notifications of answers on or off. The message can be found by `mark` again. */
export function notificationsButton(words: Words, proofId: string, isOn: boolean, mark?: string) {
  const id = customId('tell', isOn ? 'off' : 'on', proofId, ...(mark === undefined ? [] : [mark]));
  return button(isOn ? words.shared.tellNot : words.shared.tell, id);
}

/** The author's choice, and a button to change it. */
export function notificationsSetView(words: Words, proofId: string, isOn: boolean): Message {
  return card(
    'neutral',
    text(words.shared.telling[isOn ? 'on' : 'off']),
    row(notificationsButton(words, proofId, isOn)),
  );
}

/** Says in one sentence why something about shared work is not possible. */
export function refusedView(said: string): Message {
  return card('problem', text(said));
}

/** Says that only members of the group may do this, and how to join. */
export function joinFirstView(words: Words, said: string): Message {
  return card('invite', text(said), row(button(words.act.join, customId('join'), 'primary')));
}

/** An answer of one or two sentences, perhaps with a button for the next step. */
export function saidView(
  words: Words,
  lines: readonly (string | null)[],
  url: string | null = null,
): Message {
  return card('done', text(...lines), ...(url === null ? [] : [row(link(words.shared.open, url))]));
}

/** Why something was refused, together with what was written, so that nothing is lost. */
export function keptView(why: Message, words: Words, written: string): Message {
  // Three backticks would end the block too early, so an invisible space is put between them.
  const kept = written.replaceAll('```', '`\u200B``');
  return { components: [...why.components, text(words.shared.youWrote, `\`\`\`\n${kept}\n\`\`\``)] };
}

/** The form was empty or had only spaces. `again`: the custom id that opens it again. */
export function nothingWrittenView(words: Words, again: string): Message {
  return card(
    'problem',
    text(words.shared.nothingWritten),
    row(button(words.shared.writeAgain, again, 'primary')),
  );
}

/** The post of work that was removed. */
export function withdrawnView(words: Words, proof: Proof, topicTitle: string): Message {
  const say = proof.method === 'tez' ? words.shared.withdrawnThesis : words.shared.withdrawnExplanation;
  return card('neutral', text(say(mention(proof.userId), inline(clip(plain(topicTitle), TITLE_LENGTH)))));
}

import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { Reading } from '../../store/teach-back/readings.ts';
import type { Verdict } from '../../store/teach-back/tables.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, menu, type Message, row, rows, separator, text } from '../components.ts';
import { peopleLine } from '../people.ts';
import { pagesOf, prose } from '../prose.ts';
import {
  type PostedWork,
  readButtons,
  reportWork,
  type SharedWork,
  workParts,
} from '../proofs/shared-work.ts';
import { mention, title } from '../topics/topic-text.ts';

/** The id of the form's field, and the longest comment in characters. */
export const COMMENT = { comment: 'comment', length: 2000 } as const;

/** A thesis for a group, with its readers. */
export interface ThesisPost extends PostedWork {
  readonly readings: readonly Reading[];
}

/** The post of a thesis. */
export function thesisPost(words: Words, post: ThesisPost): Message {
  const { proof, readings } = post;
  const comments = readings.filter((reading) => reading.opinion !== null).length;
  const press = (does: string, label: string, style?: 'primary') =>
    button(label, customId('read', does, proof.id), style);
  return card(
    proof.provenAt === null ? 'invite' : 'done',
    ...workParts(words, words.thesis.heading, post),
    text(readersLine(words, post)),
    ...rows([
      ...(proof.provenAt === null ? [press('offer', words.thesis.offer, 'primary')] : []),
      press('accept', words.thesis.accept),
      ...(comments === 0 ? [] : [press('comments', words.thesis.comments(comments))]),
      ...readButtons(words, post),
    ]),
    ...menu(words.act.more, [press('work', words.thesis.needsWork), reportWork(words, post)]),
  );
}

/** `1 of 2 readers has accepted: Mira · reading: Emeka` */
function readersLine(words: Words, { proof, readings, needed }: ThesisPost): string {
  const { thesis } = words;
  const who = (verdict: Verdict | null): readonly string[] =>
    readings.filter((reading) => (reading.opinion?.verdict ?? null) === verdict).map(({ userId }) => userId);
  const part = (ids: readonly string[], say: (people: string) => string): readonly string[] =>
    ids.length === 0 ? [] : [say(peopleLine(words, ids.map(mention)))];
  const accepting = who('accept');
  const rest = [...part(who('work'), thesis.wantsMore), ...part(who(null), thesis.reading)];
  if (proof.provenAt !== null) {
    const [accepted = thesis.accepted] = part(accepting, thesis.acceptedBy);
    return [accepted, ...rest].join(' · ');
  }
  if (readings.length === 0) return thesis.nobodyYet(needed);
  const soFar = thesis.soFar(accepting.length, needed);
  const [state = soFar] = part(accepting, (people) => `${soFar}: ${people}`);
  return [state, ...rest].join(' · ');
}

/** Asks a reader for their comment. `before`: their earlier comment, to be changed. */
export function verdictForm(
  words: Words,
  proofId: string,
  verdict: Verdict,
  before: string,
): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(words.thesis.formTitle[verdict]),
    custom_id: customId('verdict', verdict, proofId),
    components: [
      {
        type: ComponentType.Label,
        label: words.thesis.formLabel,
        description: words.thesis.formHint[verdict],
        component: {
          type: ComponentType.TextInput,
          custom_id: COMMENT.comment,
          style: TextInputStyle.Paragraph,
          max_length: COMMENT.length,
          ...(before !== '' && { value: before }),
        },
      },
    ],
  };
}

/** A reader's verdict and comment, for the group to see. */
export function verdictMessage(
  words: Words,
  { proof, node }: SharedWork,
  readerId: string,
  { verdict, comment }: NonNullable<Reading['opinion']>,
): Message {
  return card(
    verdict === 'accept' ? 'done' : 'doing',
    text(words.thesis.said[verdict](mention(readerId))),
    text(prose(comment)),
    text(words.thesis.about(title(node), mention(proof.userId))),
  );
}

/**
 * The most characters of all comments, and how many are shown. A comment that does not fit is complete in the thread.
 */
const COMMENTS = { characters: 3500, shown: 8 };

/** The latest comment of each reader of a thesis, for one person. */
export function commentsView(words: Words, { node, readings }: ThesisPost): Message {
  const said = readings.flatMap(({ userId, opinion: last }) => (last === null ? [] : [{ userId, ...last }]));
  const shown = said.slice(-COMMENTS.shown);
  const room = Math.floor(COMMENTS.characters / Math.max(1, shown.length)) - 150;
  return card(
    'neutral',
    text(words.thesis.allComments(title(node))),
    ...(said.length === 0 ? [text(words.thesis.noComments)] : []),
    ...(said.length > shown.length ? [text(words.andMore(said.length - shown.length))] : []),
    ...shown.flatMap(({ userId, verdict, comment }) => [
      separator(),
      text(words.thesis.said[verdict](mention(userId)), pagesOf(prose(comment), room)[0]),
    ]),
  );
}

/** Tells everybody that a member has reached a stage through a thesis. */
export function stageReached(words: Words, { proof, node }: SharedWork, readers: readonly string[]): Message {
  return card(
    'done',
    text(
      words.thesis.reached(mention(proof.userId), title(node)),
      words.thesis.reachedBy(peopleLine(words, readers.map(mention))),
    ),
  );
}

/**
 * Reminds a reader of their offer. It notifies them, because they asked for it with the offer.
 * @param reminderId by it the message is found again
 */
export function readerReminder(
  words: Words,
  { proof, node }: SharedWork,
  readerId: string,
  reminderId: string,
): Message {
  const press = (verdict: Verdict, label: string, style?: 'success') =>
    button(label, customId('read', verdict, proof.id, reminderId), style);
  return card(
    'invite',
    text(words.thesis.remind(mention(readerId), mention(proof.userId), title(node))),
    row(press('accept', words.thesis.accept, 'success'), press('work', words.thesis.needsWork)),
  );
}

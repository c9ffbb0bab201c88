import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { Gap, TeachBack } from '../../store/teach-back/teach-back.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  fitting,
  formTitle,
  type Message,
  row,
  rows,
  section,
  separator,
  text,
} from '../components.ts';
import { clip, inline, maskedLink, plain } from '../escape.ts';
import { peopleLine } from '../people.ts';
import { type PostedWork, type SharedWork, workButtons, workParts } from '../proofs/shared-work.ts';
import { MARKS, mention, title } from '../topics/topic-text.ts';

/** The id of the form's field, and the longest question in characters. */
export const GAP = { question: 'question', length: 1000 } as const;

/** An explanation for a group, with the group's feedback. */
export type ExplanationPost = PostedWork & TeachBack;

/** The post of an explanation. */
export function explanationPost(words: Words, post: ExplanationPost): Message {
  const { proof, gaps } = post;
  const answered = gaps.filter((gap) => gap.answeredAt !== null).length;
  const press = (does: string, label: string, style?: 'success') =>
    button(label, customId('teach', does, proof.id), style);
  return card(
    proof.provenAt === null ? 'invite' : 'done',
    ...workParts(words, words.teachBack.heading, post),
    text(
      clearLine(words, post),
      gaps.length === 0 ? null : words.teachBack.gaps(gaps.length - answered, answered),
    ),
    ...rows([
      press('clear', words.teachBack.clear, 'success'),
      press('gap', words.teachBack.gap),
      ...(gaps.length === 0 ? [] : [press('gaps', words.teachBack.questions(gaps.length))]),
      ...workButtons(words, post),
    ]),
  );
}

function clearLine(words: Words, { proof, clear, needed }: ExplanationPost): string {
  const { teachBack } = words;
  if (proof.provenAt !== null)
    return clear.length === 0
      ? teachBack.countsAlone
      : teachBack.counts(peopleLine(words, clear.map(mention)));
  const more = Math.max(1, needed - clear.length);
  return clear.length === 0
    ? teachBack.clearToNobody(more)
    : teachBack.clearTo(peopleLine(words, clear.map(mention)), more);
}

/** Asks what is not clear. */
export function gapForm(words: Words, proofId: string): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(words.teachBack.formTitle),
    custom_id: customId('gap', proofId),
    components: [
      {
        type: ComponentType.Label,
        label: words.teachBack.formLabel,
        description: words.teachBack.formHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: GAP.question,
          style: TextInputStyle.Paragraph,
          max_length: GAP.length,
        },
      },
    ],
  };
}

/** A question for the group to see. The person who asked it says when it is answered. */
export function gapMessage(words: Words, { proof, node }: SharedWork, gap: Gap): Message {
  const { teachBack } = words;
  const isOpen = gap.answeredAt === null;
  return card(
    isOpen ? 'doing' : 'done',
    text(
      teachBack.asks(mention(gap.askerId)),
      inline(gap.text),
      teachBack.about(title(node), mention(proof.userId)),
      isOpen ? null : teachBack.isAnswered,
    ),
    row(settling(words, gap)),
  );
}

/** The most characters of all questions, and of each; and how many of the reader's own questions get buttons. */
const QUESTIONS = { characters: 3500, length: 140, own: 6, longestLine: 450 };

/**
 * All questions about an explanation, for one person, who can settle their own here.
 * @param urlOf the address of a question's message, where it can be answered; null if there is none
 */
export function gapsView(
  words: Words,
  post: ExplanationPost,
  viewerId: string,
  urlOf: (gap: Gap) => string | null,
): Message {
  const { node, gaps } = post;
  const line = (gap: Gap): string => {
    const asked = words.teachBack.question(
      gap.answeredAt === null ? MARKS.todo : MARKS.done,
      inline(clip(plain(gap.text), QUESTIONS.length)),
      mention(gap.askerId),
    );
    const url = urlOf(gap);
    return url === null ? asked : `${asked} · ${maskedLink(words.teachBack.showMessage, url)}`;
  };
  const own = gaps.filter((gap) => gap.askerId === viewerId).slice(-QUESTIONS.own);
  const others = gaps.filter((gap) => !own.includes(gap)).map(line);
  return card(
    'neutral',
    text(words.teachBack.allQuestions(title(node))),
    ...(gaps.length === 0 ? [text(words.teachBack.noQuestions)] : []),
    ...(others.length === 0
      ? []
      : [text(fitting(others, QUESTIONS.characters - own.length * QUESTIONS.longestLine, words.andMore))]),
    ...(own.length === 0 || others.length === 0 ? [] : [separator()]),
    ...own.map((gap) => section(line(gap), settling(words, gap))),
  );
}

function settling(words: Words, gap: Gap) {
  return gap.answeredAt === null
    ? button(words.teachBack.answered, customId('teach', 'answered', gap.id), 'success')
    : button(words.teachBack.stillOpen, customId('teach', 'open', gap.id));
}

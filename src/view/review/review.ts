import type { APIComponentInContainer } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { mayProve } from '../../study/proofs/proof.ts';
import { type Grade, GRADES } from '../../study/review/card.ts';
import type { Review } from '../../study/review/review.ts';
import { memoryOf } from '../../study/review/memory.ts';
import type { Question } from '../../study/review/question.ts';
import { type ReviewSet, SET_SIZE } from '../../study/review/set.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, type Message, row, rows, separator, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { calm, pagesOf, prose } from '../prose.ts';
import { when } from '../time.ts';
import { breadcrumb, MARKS, title } from '../topics/topic-text.ts';

/** A member's notes on a topic by one method, all parts in one text. */
export interface OwnNotes {
  readonly method: Method;
  readonly text: string;
}

/** A review that is being asked. */
export interface ReviewAsked {
  readonly review: Review;
  /** How far the member is in the present set. */
  readonly set: ReviewSet;
  /** Whether it is asked before its day, because nothing is left to learn. */
  readonly isAhead: boolean;
  readonly question: Question;
  readonly hasNotes: boolean;
  /** What has just happened. */
  readonly note: string | null;
  /** The id of the last answer, which can be undone. */
  readonly undo: string | null;
}

/** The most characters that each part may take. Together they stay below the 4,000 of a message. */
const BUDGET = { path: 250, cue: 120, gap: 400, notes: 2200, leastNotes: 200 };

/** Two and two, because four in a row break unevenly on a phone. */
const GRADE_ROWS: readonly (readonly Grade[])[] = [GRADES.slice(0, 2), GRADES.slice(2)];

/** Asks the question, without the notes. */
export function reviewView(words: Words, asked: ReviewAsked): Message {
  const { review, question, hasNotes } = asked;
  const say = words.review;
  return card(
    'doing',
    ...heading(words, asked),
    separator(),
    text(...questionLines(words, question, true)),
    separator(),
    ...filled(asked.note),
    ...rows([
      button(hasNotes ? say.show : say.answered, customId('review-show', ...nameOf(review)), 'primary'),
      ...putOffAndUndo(words, asked),
    ]),
  );
}

/**
 * Shows the member's own notes, and asks how well they remembered. The notes hold what the question named, so only
 * another member's question is shown again.
 * @param outlook in how many days the topic comes back, by grade
 */
export function revealedView(
  words: Words,
  asked: ReviewAsked,
  notes: readonly OwnNotes[],
  outlook: Readonly<Record<Grade, number>>,
): Message {
  const { review, question } = asked;
  const say = words.review;
  const { parts, cut } = notesParts(words, notes);
  const write = notes.length === 0 && mayProve(review.node, 'cheatcode') ? 'cheatcode' : null;
  const gradeButton = (grade: Grade) =>
    button(
      say.gradeWith(say.grade[grade], outlook[grade]),
      customId('review-rate', grade, ...nameOf(review)),
    );
  return card(
    'doing',
    ...heading(words, asked),
    separator(),
    ...(question.kind === 'gap' ? [text(...questionLines(words, question, false)), separator()] : []),
    ...(parts.length === 0 ? [text(say.noNotes)] : parts),
    separator(),
    text(say.howWell),
    ...GRADE_ROWS.map((grades) => row(...grades.map(gradeButton))),
    separator(),
    ...rows([
      ...(cut === null ? [] : [button(say.all, customId(cut, 'show', review.node.id, 0))]),
      ...(write === null ? [] : [button(words.proof.write[write], customId(write, 'write', review.node.id))]),
      button(words.act.openTopic, customId('topic', review.node.id)),
    ]),
  );
}

/** The state of a member's reviews when none is being asked. */
export interface ReviewRest {
  /** How many topics of a set were remembered, if a set was just completed. */
  readonly ended: { readonly remembered: number; readonly size: number } | null;
  /** How many more reviews can be answered now. */
  readonly left: number;
  /** Whether others let the member review with their work, or the member could let them. */
  readonly hasOthers: boolean;
  /** In how many study days the next review becomes due; null if there is none. */
  readonly next: number | null;
  readonly note: string | null;
  readonly undo: string | null;
}

/** A set is complete, or no review is due. */
export function reviewRestView(
  words: Words,
  { ended, left, hasOthers, next, note, undo }: ReviewRest,
): Message {
  const say = words.review;
  const more = Math.min(left, SET_SIZE);
  const isEmpty = ended === null && next === null;
  return card(
    'done',
    text(
      ended === null
        ? isEmpty
          ? say.nothingYet
          : say.nothingDue
        : say.remembered(ended.remembered, ended.size),
      note,
      left === 0 && next !== null ? say.next(say.back(next)) : null,
    ),
    ...rows([
      ...(more > 0 ? [button(say.fiveMore(more), customId('review'), 'primary')] : []),
      button(words.roadmap.whatNow, customId('today'), more > 0 ? 'secondary' : 'primary'),
      ...(undo === null ? [] : [button(words.act.undo, customId('review-undo', undo))]),
      ...(hasOthers ? [button(words.reviewOthers.others, customId('review-others'))] : []),
      button(say.remindMe, customId('remind')),
    ]),
  );
}

/** Says why nothing was changed, with a button back to the reviews. */
export function reviewRefusedView(words: Words, why: string): Message {
  return card('neutral', text(why), row(button(words.review.begin, customId('review'), 'primary')));
}

/** Where the member is in the set, the topic with its place, and how well it is likely to be remembered. */
function heading(words: Words, asked: ReviewAsked): readonly APIComponentInContainer[] {
  const { review, set, isAhead } = asked;
  const { node, reviewedAt, doneSince, retrievability } = review;
  const say = words.review;
  return [
    text(
      `-# ${dots(set)} ${say.at(set.answered + 1, set.size)}`,
      isAhead ? say.aheadOfTime : null,
      `## ${title(node)}`,
      breadcrumb(node) === '' ? null : `-# ${clip(breadcrumb(node), BUDGET.path)}`,
      reviewedAt === null
        ? say.first(when(doneSince, 'R'))
        : say.last(say.memory[memoryOf(retrievability)], when(reviewedAt, 'R')),
    ),
  ];
}

/** One dot for each review of a set: answered, asked now, or to come. */
function dots({ answered, size }: ReviewSet): string {
  return [MARKS.done.repeat(answered), MARKS.doing, MARKS.todo.repeat(Math.max(0, size - answered - 1))].join(
    '',
  );
}

/** The question, large while it is asked. Another member's long question is quoted. */
function questionLines(words: Words, question: Question, isLarge: boolean): readonly string[] {
  const say = words.review;
  const asked = (line: string): string => (isLarge ? `### ${line}` : `**${line}**`);
  switch (question.kind) {
    case 'cues':
      return [asked(say.cues), ...question.cues.map((cue) => `- ${inline(clip(plain(cue), BUDGET.cue))}`)];
    case 'gap':
      return [asked(say.gap), `> ${inline(clip(plain(question.text), BUDGET.gap))}`];
    case 'explain':
      return [asked(say.explain)];
  }
}

/**
 * As much of the notes as fits. Each is a text of its own, so that its Markdown cannot run into the next. The last
 * one may be cut.
 */
function notesParts(words: Words, notes: readonly OwnNotes[]) {
  let left = BUDGET.notes;
  let cut: Method | null = null;
  const parts: APIComponentInContainer[] = [];
  for (const { method, text: own } of notes) {
    const name = words.review.notes[method];
    if (left < BUDGET.leastNotes) {
      cut ??= method;
      break;
    }
    const [first, ...rest] = pagesOf(calm(prose(own.slice(0, 2 * BUDGET.notes))), left - name.length - 3);
    if (rest.length > 0) cut ??= method;
    const shown = rest.length > 0 ? `${first}\n…` : first;
    parts.push(text(name, shown));
    left -= name.length + shown.length + 1;
  }
  return { parts, cut };
}

function putOffAndUndo(words: Words, { review, undo }: ReviewAsked) {
  return [
    button(words.review.notToday, customId('review-later', ...nameOf(review))),
    ...(undo === null ? [] : [button(words.act.undo, customId('review-undo', undo))]),
  ];
}

/** The arguments that identify a review in an id: the topic, and how often it was reviewed before. */
function nameOf({ node, card: kept }: Review): readonly [string, number] {
  return [node.id, kept?.reps ?? 0];
}

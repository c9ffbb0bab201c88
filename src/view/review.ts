import type { APIComponentInContainer } from 'discord.js';
import { customId } from '../discord/custom-id.ts';
import type { Place } from '../roadmap/outline.ts';
import type { Method } from '../roadmap/roadmap.ts';
import type { Grade, Review } from '../study/review.ts';
import { GRADES } from '../study/review.ts';
import type { Question } from '../study/review-question.ts';
import type { Words } from '../words/index.ts';
import { button, card, type Message, row, rows, separator, text } from './components.ts';
import { clip, inline, plain } from './escape.ts';
import { pagesOf, prose } from './prose.ts';
import { when } from './time.ts';
import { breadcrumb, title } from './topic-text.ts';

/** What one has written about a topic by one method, all parts in one text. */
export interface OwnNotes {
  readonly method: Method;
  readonly text: string;
}

/** One review, as its member is asked it. */
export interface ReviewAsked {
  readonly review: Review;
  /** How many are due, this one included. */
  readonly due: number;
  readonly question: Question;
  readonly hasNotes: boolean;
  /** What has just happened. */
  readonly note: string | null;
  /** The answer before, which can be taken back. */
  readonly undo: string | null;
}

/** How much of the message's 4,000 characters each part may take at most; together they stay below. */
const BUDGET = { path: 250, cue: 60, gap: 400, notes: 2200, leastNotes: 200, page: 3500 };

/** Asks, and shows nothing yet. */
export function reviewView(words: Words, asked: ReviewAsked): Message {
  const { review, question, hasNotes } = asked;
  const say = words.review;
  return card(
    'doing',
    ...heading(words, asked),
    separator(),
    text(...questionLines(words, question)),
    separator(),
    ...rows([
      button(hasNotes ? say.show : say.answered, customId('review-show', ...nameOf(review)), 'primary'),
      ...putOffAndUndo(words, asked),
      button(say.remindMe, customId('review-remind')),
    ]),
  );
}

/**
 * Shows one's own notes, and asks how well one knew it.
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
  const { parts, isCut } = notesParts(words, notes);
  const grades = GRADES.map((grade) =>
    button(
      say.grade(grade, outlook[grade]),
      customId('review-rate', grade, ...nameOf(review)),
      grade === 'again' ? 'danger' : grade === 'good' ? 'success' : 'secondary',
    ),
  );
  return card(
    'doing',
    ...heading(words, asked),
    separator(),
    text(...questionLines(words, question)),
    separator(),
    ...(parts.length === 0 ? [text(say.noNotes)] : parts),
    separator(),
    text(say.howWell),
    row(...grades),
    ...rows([
      ...(isCut ? [button(say.all, customId('review-notes', review.place.id, 0))] : []),
      button(words.act.openTopic, customId('topic', review.place.id)),
      ...putOffAndUndo(words, asked),
      button(say.remindMe, customId('review-remind')),
    ]),
  );
}

/** All that one has written about a topic, a part at a time. `page`: counted from 0. */
export function notesView(words: Words, place: Place, notes: readonly OwnNotes[], page: number): Message {
  const say = words.review;
  const whole = notes.map(({ method, text: own }) => `${say.notes[method]}\n${prose(own)}`).join('\n\n');
  const pages = pagesOf(whole, BUDGET.page);
  const shown = Math.min(page, pages.length - 1);
  const turn = (to: number, label: string) =>
    to < 0 || to >= pages.length ? [] : [button(label, customId('review-notes', place.id, to))];
  return card(
    'neutral',
    text(`## ${title(place)}`, pages.length > 1 ? say.page(shown + 1, pages.length) : null),
    text(pages[shown] ?? ''),
    row(
      ...turn(shown - 1, say.previousPart),
      ...turn(shown + 1, say.nextPart),
      button(say.begin, customId('review', place.id), 'primary'),
    ),
  );
}

/** Nothing is due. `next`: when the next one comes, epoch ms; null if there is nothing to review at all. */
export function nothingDueView(
  words: Words,
  next: number | null,
  note: string | null,
  undo: string | null,
): Message {
  const say = words.review;
  return card(
    'done',
    ...(note === null ? [] : [text(note)]),
    text(next === null ? say.nothingYet : say.nothingDue(when(next, 'D'), when(next, 'R'))),
    ...rows([
      button(words.roadmap.whatNow, customId('today'), 'primary'),
      ...(undo === null ? [] : [button(words.act.undo, customId('review-undo', undo))]),
      button(say.remindMe, customId('review-remind')),
    ]),
  );
}

/** Why nothing was changed, and the way back. */
export function reviewRefusedView(words: Words, why: string): Message {
  return card('neutral', text(why), row(button(words.review.begin, customId('review'), 'primary')));
}

function heading(words: Words, { review, due, note }: ReviewAsked): readonly APIComponentInContainer[] {
  const { place, card: kept, doneSince, retrievability } = review;
  const say = words.review;
  const lastReview = kept?.lastReview ?? null;
  return [
    ...(note === null ? [] : [text(note)]),
    text(
      say.heading(due),
      `**${title(place)}**`,
      clip(breadcrumb(place), BUDGET.path),
      lastReview === null
        ? say.first(when(doneSince, 'R'))
        : say.last(words.percent(Math.round(100 * retrievability)), when(lastReview, 'R')),
    ),
  ];
}

function questionLines(words: Words, question: Question): readonly string[] {
  const say = words.review;
  switch (question.kind) {
    case 'cues':
      return [say.cues, ...question.cues.map((cue) => `- ${inline(clip(plain(cue), BUDGET.cue))}`)];
    case 'gap':
      return [say.gap, `> ${inline(clip(plain(question.text), BUDGET.gap))}`];
    case 'explain':
      return [say.explain];
  }
}

/** As much of the notes as fits; each in a text of its own, so that its Markdown ends with it. */
function notesParts(words: Words, notes: readonly OwnNotes[]) {
  let left = BUDGET.notes;
  let isCut = false;
  const parts: APIComponentInContainer[] = [];
  for (const { method, text: own } of notes) {
    const name = words.review.notes[method];
    if (left < BUDGET.leastNotes) {
      isCut = true;
      break;
    }
    const room = left - name.length - 3;
    const pages = pagesOf(prose(own), room);
    const shown = pages.length > 1 ? `${pages[0]}\n…` : pages[0];
    isCut ||= pages.length > 1;
    parts.push(text(name, shown));
    left -= name.length + shown.length + 1;
  }
  return { parts, isCut };
}

function putOffAndUndo(words: Words, { review, undo }: ReviewAsked) {
  return [
    button(words.review.notToday, customId('review-later', ...nameOf(review))),
    ...(undo === null ? [] : [button(words.act.undo, customId('review-undo', undo))]),
  ];
}

/** What names a review: the topic, and how often it was reviewed before. */
function nameOf({ place, card: kept }: Review): readonly [string, number] {
  return [place.id, kept?.reps ?? 0];
}

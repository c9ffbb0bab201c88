import type { APIButtonComponent, APIButtonComponentWithCustomId, APIComponentInContainer } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { Outline } from '../../roadmap/outline.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { provenTopics } from '../../study/proofs/proof.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  filled,
  fitting,
  joined,
  LIMITS,
  menu,
  type Message,
  row,
  rows,
  separator,
  text,
} from '../components.ts';
import { pictureParts, type ShownPicture, withPicture } from '../pictures/shown.ts';
import type { ProgressReport } from './report.ts';
import { progressCounts, sectionCounts, separateCountsLine } from './progress-line.ts';
import { daysLines, weekAndBest } from './streak-days.ts';
import { still } from '../still.ts';
import { MARKS, mention, PROVEN_MARK, title } from '../topics/topic-text.ts';
import { roadmapTitle } from '../roadmaps/title.ts';

/** The most characters that each part may take. Together they stay below the 4,000 of a message. */
const BUDGET = { tracks: 1100, lately: 400, toReview: 250, career: 600 };
const DOING_SHOWN = 3;
const DONE_SHOWN = 3;
const TO_REVIEW_SHOWN = 3;
/** The current stage, the one before it, and the next one. */
const [STAGES_BEFORE, STAGES_BEHIND] = [1, 1];

/**
 * How far a member is by section, their days and weeks, what is in progress, and the career direction.
 * @param picture the same as a picture, if one was drawn. Its alt text says all that it shows, so the message itself is brief
 * @param isInWords whether the member asked for the words instead of the picture
 */
export function progressView(
  words: Words,
  report: ProgressReport,
  picture: ShownPicture | null = null,
  isInWords = false,
): Message {
  const { visible } = report;
  const isBeginning = hasNotBegun(report);
  const direction = visible.progress && report.audience !== 'shared' ? [careerLine(words, report)] : [];
  const lines = [...(visible.topics ? topicLines(words, report) : [])];
  const shown = card(
    isBeginning ? 'invite' : 'doing',
    ...(isBeginning
      ? [text(heading(words, report), words.progress.beginning[report.audience]), ...divided(direction)]
      : picture === null
        ? [...inWords(words, report), ...divided(lines), ...divided(direction)]
        : besidePicture(words, report, picture)),
    separator(),
    ...withMore(
      words,
      progressButtons(words, report, null),
      ownButtons(
        words,
        report,
        picture !== null ? [inWordsButton(words)] : isInWords ? [asPictureButton(words)] : [],
      ),
    ),
  );
  return withPicture(shown, picture);
}

/** A shared post names what was done, or what is in progress before anything is. */
function topicLines(words: Words, report: ProgressReport): readonly string[] {
  const doing = doingTitles(words, report);
  const lately = latelyLine(words, report);
  return report.audience === 'shared'
    ? [lately === '' ? doing : lately]
    : [doing, lately, toReviewLine(words, report)];
}

function inWords(words: Words, report: ProgressReport): readonly APIComponentInContainer[] {
  const { visible } = report;
  return [
    text(heading(words, report), visible.progress ? overall(words, report) : null),
    ...divided(visible.progress ? [sectionLines(words, report), restLine(words, report)] : []),
    ...divided(visible.progress ? [...daysLines(words, report), focusLine(words, report)] : []),
  ];
}

/**
 * The picture, and below it only what leads to the next step. The member sees the rest behind *In words*. There is a
 * picture only of what may be seen.
 */
function besidePicture(
  words: Words,
  report: ProgressReport,
  picture: ShownPicture,
): readonly APIComponentInContainer[] {
  const seen = report.visible.topics ? topicLines(words, report) : [];
  const below = {
    own: () => [needLine(words, report), doingTitles(words, report), toReviewLine(words, report)],
    shared: () => [focusLine(words, report), ...seen],
    other: () => [...weekAndBest(words, report), restLine(words, report), ...seen],
  };
  const direction = report.audience === 'shared' ? '' : careerLine(words, report);
  return [
    text(heading(words, report)),
    ...pictureParts(picture),
    ...filled(...below[report.audience](), direction),
  ];
}

/** The heading, which says whose progress it is. */
export function heading(words: Words, { audience, userId }: ProgressReport): string {
  return audience === 'own' ? words.progress.yours : words.progress.of(mention(userId));
}

/** `sectionId`: the section that is shown; null for all. */
export function progressButtons(words: Words, report: ProgressReport, sectionId: string | null) {
  const { audience, inGuild, toReview } = report;
  const picks = button(words.roadmap.whatNow, customId('today'), 'primary');
  if (audience !== 'own') {
    // On a post, each reader is asked about themselves.
    const own = audience === 'shared' ? words.progress.readers : words.progress.mine;
    return [button(own, customId('progress')), picks];
  }
  const share = button(words.progress.share, customId('progress-share', ...argsOf(sectionId)));
  return [
    // What may be forgotten comes before anything new.
    toReview.length > 0 ? button(words.review.begin, customId('review'), 'primary') : picks,
    ...(inGuild && !hasNotBegun(report) ? [share] : []),
  ];
}

const inWordsButton = ({ progress: say }: Words) => button(say.inWords, customId('progress-words'));
const asPictureButton = ({ progress: say }: Words) => button(say.asPicture, customId('progress-back'));

/** What the member can see and set beside their progress. `other`: leads to its other form, if there is one. */
function ownButtons(words: Words, report: ProgressReport, other: readonly APIButtonComponentWithCustomId[]) {
  if (report.audience !== 'own' || hasNotBegun(report)) return [];
  return [
    ...(report.toReview.length > 0 ? [button(words.roadmap.whatNow, customId('today'))] : []),
    ...other,
    button(words.goal.button, customId('goal')),
    button(words.pace.button, customId('pace')),
    button(words.streak.why, customId('streak-why', 0)),
  ];
}

/** The buttons in one row, or the further ones as a list if they have no room in it. */
function withMore(
  words: Words,
  buttons: readonly APIButtonComponent[],
  further: readonly APIButtonComponentWithCustomId[],
): readonly APIComponentInContainer[] {
  return buttons.length + further.length > LIMITS.buttonsPerRow
    ? [...rows(buttons), ...menu(words.act.more, further)]
    : rows([...buttons, ...further]);
}

/**
 * The post as everybody would see it, shown to the member before they post it.
 * @param group the words of the group, in whose language it is posted
 * @param sectionId the section in it; null for all
 */
export function previewView(words: Words, group: Words, shared: Message, sectionId: string | null): Message {
  const back = customId('progress-back', ...argsOf(sectionId));
  return {
    ...shared,
    components: [
      ...still(shared.components),
      text(
        `-# ${group.locale === words.locale ? words.progress.preview : words.progress.previewAbroad(languageName(words, group))}`,
      ),
      row(
        button(words.progress.post, customId('progress-post', ...argsOf(sectionId)), 'success'),
        button(words.act.back, back),
      ),
    ],
  };
}

/** The language of some words, as the reader calls it. */
function languageName({ locale }: Words, of: Words): string {
  const { language } = new Intl.Locale(of.locale);
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? of.name;
}

/** Replaces the preview after it was posted. */
export function postedView(words: Words): Message {
  return card('done', text(words.progress.posted), row(button(words.progress.mine, customId('progress'))));
}

function argsOf(sectionId: string | null): readonly string[] {
  return sectionId === null ? [] : [sectionId];
}

/** The line about study time this week. Others see it only if the member shows it to them. */
function focusLine(words: Words, { audience, minutes }: ProgressReport): string {
  return audience === 'other' || minutes === 0 ? '' : words.focus.thisWeek(words.focus.duration(minutes));
}

/** Only the member is told that their streak needs this day. */
function needLine({ progress }: Words, { streak: { length, needs } }: ProgressReport): string {
  return length > 0 && needs !== null ? progress.keepStreak[needs] : '';
}

function hasNotBegun({ progress, proofs, streak }: ProgressReport): boolean {
  return progress.size === 0 && proofs.size === 0 && streak.best === 0;
}

function overall(words: Words, report: ProgressReport): string {
  const roadmap = roadmapTitle(report.outline.tree.title);
  return `${roadmap} · ${progressCounts(words, report)}`;
}

function sectionLines(words: Words, report: ProgressReport): string {
  const tracks = report.outline.tree.sections.filter(({ kind }) => kind === 'track');
  const lines = tracks.map((section) => sectionCounts(words, report, section));
  return fitting(lines, BUDGET.tracks, words.andMore);
}

/** Tools and apps do not count as studying, so they are counted separately. */
function restLine(words: Words, report: ProgressReport): string {
  return separateCountsLine(words, report, ['toolset', 'showcase']);
}

/** The topics in progress on one line. */
function doingTitles(words: Words, { outline, progress }: ProgressReport): string {
  const doing = latest(outline, progress, 'doing').slice(0, DOING_SHOWN);
  return doing.length === 0
    ? ''
    : `${words.progress.doing} · ${joined(
        doing.map(({ node }) => title(node)),
        BUDGET.lately,
      )}`;
}

function latelyLine(words: Words, { outline, progress, proofs }: ProgressReport): string {
  const proven = provenTopics(outline, progress, proofs);
  const done = latest(outline, progress, 'done').slice(0, DONE_SHOWN);
  if (done.length === 0) return '';
  const titles = done.map(({ node }) => `${proven.has(node.id) ? `${PROVEN_MARK}\u00A0` : ''}${title(node)}`);
  return `${words.progress.lately} · ${joined(titles, BUDGET.lately)}`;
}

/** Only the member sees this line, because nobody else needs to know what they forget. */
function toReviewLine(words: Words, { audience, toReview }: ProgressReport): string {
  if (audience !== 'own' || toReview.length === 0) return '';
  const named = toReview.slice(0, TO_REVIEW_SHOWN);
  return words.review.toReview(joined(named.map(title), BUDGET.toReview), toReview.length - named.length);
}

/** The current stage between the one before it and the next one. Nothing as long as there is no way behind. */
function careerLine(words: Words, { career }: ProgressReport): string {
  const isBegun = career.some(({ state, tally: track }) => state === 'reached' || (track?.done ?? 0) > 0);
  if (!isBegun) return '';
  const current = career.findIndex(({ state }) => state === 'current');
  const at = current === -1 ? career.length : current;
  const from = Math.max(0, at - STAGES_BEFORE);
  const shown = career.slice(from, at + STAGES_BEHIND + 1);
  const steps = shown.map(({ node, state, tally: track }) => {
    const done =
      track === null || track.done === 0 ? '' : ` ${words.progress.count(track.done, track.total)}`;
    if (state === 'reached') return `${MARKS.done} ${title(node)}`;
    return `${title(node)}${state === 'current' ? done : ''}`;
  });
  const line = words.progress.stages(steps);
  return `${words.progress.career} · ${line.length <= BUDGET.career ? line : (steps[current - from] ?? '')}`;
}

/** Leaves in one state, the latest first. */
function latest(outline: Outline, progress: Progress, state: 'doing' | 'done') {
  const found = [...progress].flatMap(([id, entry]) => {
    const node = outline.byId.get(id);
    const counts = entry.state === state && node !== undefined && node.children.length === 0;
    return counts ? [{ node, since: entry.since }] : [];
  });
  return found.toSorted((a, b) => b.since - a.since || a.node.order - b.node.order);
}

/** The given paragraphs below a separator; nothing if there are none. */
function divided(paragraphs: readonly string[]): readonly APIComponentInContainer[] {
  const parts = filled(...paragraphs);
  return parts.length === 0 ? [] : [separator(), ...parts];
}

import type { Reason } from '../../study/suggestions/suggest.ts';
import type { Words } from '../../words/index.ts';
import { clip, inline, plain } from '../escape.ts';
import { when } from '../time.ts';

/** The reason for a suggestion, as a sentence. */
export function reasonText(words: Words, reason: Reason): string {
  const { reason: say } = words;
  switch (reason.kind) {
    case 'in-progress':
      return say.inProgress(when(reason.since, 'R'));
    case 'prerequisites-done':
      return say.prerequisitesDone(name(reason.topic));
    case 'section-begun':
      return say.sectionBegun(name(reason.section), reason.done, reason.total);
    case 'stage':
      return say.stage(name(reason.stage), name(reason.track));
    case 'next-stage':
      return reason.track === null ? say.nextStep : say.nextTez(name(reason.track));
    case 'next':
      return say.next(name(reason.section));
    case 'variety':
      return say.variety(name(reason.section));
    case 'small-start':
      return say.smallStart;
    case 'asked-again':
      return say.askedAgain(when(reason.offered, 'R'));
    case 'next-for-most':
      return say.nextForMost(reason.open, reason.members);
  }
}

/**
 * The reasons for the suggestions of a list, in its order; empty for those without. Where one would say the same as one
 * before it, it says only that it is of that section as well.
 */
export function reasonTexts(words: Words, reasons: readonly (Reason | null)[]): readonly string[] {
  const full = reasons.map((reason) => (reason === null ? '' : reasonText(words, reason)));
  return full.map((said, at) => {
    const section = sectionOf(reasons[at] ?? null);
    return section !== null && full.indexOf(said) < at ? words.reason.alsoIn(name(section)) : said;
  });
}

/** The section in which a topic is next, if that is the reason for it. */
function sectionOf(reason: Reason | null): string | null {
  switch (reason?.kind) {
    case 'stage':
      return reason.track;
    case 'next':
    case 'section-begun':
      return reason.section;
    default:
      return null;
  }
}

function name(title: string): string {
  return inline(clip(plain(title), 60));
}

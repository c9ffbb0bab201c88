import { type Heading, headingsOf } from '../../roadmap/headings.ts';
import { fold, typos, words as wordsOf } from '../../text/fold.ts';
import { plain } from '../../view/escape.ts';
import { outdatedView } from '../../view/failure.ts';
import { unknownSectionView } from '../../view/progress/unknown-section.ts';
import { type Labels, labelsOf } from '../../discord/choices.ts';
import type { Call, Choice, TypingCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';

/** The longest text that is accepted for a section, in characters. It is long enough to tell all titles apart. */
export const SECTION_LENGTH = 100;

const NEAR = 3;

/** The sections that match the typed text, in file order. If it has a typo, the nearest ones. */
export function completeSection({ roadmap, typed }: TypingCall): Promise<readonly Choice[]> {
  const all = headingsOf(roadmap);
  const fitting = all.filter((heading) => fits(heading, typed.text));
  const found = fitting.length > 0 ? fitting : near(all, typed.text);
  return Promise.resolve(sectionLabels(all).choices(found));
}

/**
 * The section that a member chose from the list or typed.
 * @throws Refusal with the nearest ones if none or several match
 */
export function sectionNamed({ roadmap }: Call, typed: string): Heading {
  const all = headingsOf(roadmap);
  const chosen = sectionLabels(all).labelled(typed);
  if (chosen !== null) return chosen;
  const wanted = fold(plain(typed));
  const named = all.filter(({ id, section }) => id === typed || fold(section.title) === wanted);
  const fitting = all.filter((heading) => fits(heading, typed));
  const [only, ...others] = named.length > 0 ? named : fitting;
  if (only !== undefined && others.length === 0) return only;
  const meant = only === undefined ? near(all, typed) : [only, ...others].slice(0, NEAR);
  throw new Refusal((words) => unknownSectionView(words, typed, meant));
}

/** @throws Refusal if the roadmap has no such section (any more) */
export function sectionWithId({ roadmap }: Call, id: string): Heading {
  const heading = headingsOf(roadmap).find((each) => each.id === id);
  if (heading !== undefined) return heading;
  throw new Refusal(outdatedView);
}

/** `Main Roadmap › More on Databases`, or the end of it if it is too long. */
function sectionLabels(all: readonly Heading[]): Labels<Heading> {
  return labelsOf(all, ({ path }) => {
    const full = path.map(plain).join(' › ');
    const fitting = path.map((_, from) => path.slice(from).map(plain).join(' › '));
    return { short: fitting.find((name) => name.length <= SECTION_LENGTH) ?? full, full };
  });
}

/** Whether each typed word begins a word of the section's path. */
function fits({ path }: Heading, typed: string): boolean {
  const own = wordsOf(path.join(' '));
  return wordsOf(typed).every((part) => own.some((word) => word.startsWith(part)));
}

function near(all: readonly Heading[], typed: string): readonly Heading[] {
  // Discord does not apply the option's limit while somebody is still typing, and the cost of counting typos grows
  // with the square of the length.
  const wanted = fold(plain(typed)).slice(0, SECTION_LENGTH);
  return all
    .map((heading) => ({ heading, off: typos(wanted, fold(heading.section.title)).beginning }))
    .filter(({ off }) => off <= wanted.length / 3)
    .toSorted((a, b) => a.off - b.off)
    .slice(0, NEAR)
    .map(({ heading }) => heading);
}

import type { APIComponentInContainer } from 'discord.js';
import { customId } from '../discord/custom-id.ts';
import type { Place } from '../roadmap/outline.ts';
import type { CareerStep } from '../study/career.ts';
import type { State } from '../study/progress.ts';
import type { Words } from '../words/index.ts';
import { bar } from './bar.ts';
import { button, card, type Message, row, section, separator, text } from './components.ts';
import { breadcrumb, MARKS, title } from './topic-text.ts';

/** The career direction, as a member stands in it. */
export interface CareerPanel {
  readonly steps: readonly CareerStep[];
  /** What is next in the track of the current step; null for a thesis and a free step. */
  readonly next: { readonly place: Place; readonly state: State } | null;
}

/** So many steps, each with a button, fit in a message. */
const STEPS_SHOWN = 8;

/** The stages in order, where one stands, and what is next. */
export function careerView(words: Words, { steps, next }: CareerPanel): Message {
  if (steps.length === 0) return noCareerView(words);
  const current = steps.findIndex(({ state }) => state === 'current');
  const at = current === -1 ? steps.length : current;
  const from = Math.max(0, Math.min(at - 2, steps.length - STEPS_SHOWN));
  const shown = steps.slice(from, from + STEPS_SHOWN);
  const behind = steps.length - from - shown.length;
  const step = steps[current];

  return card(
    step === undefined ? 'done' : 'doing',
    text(words.career.title, `-# ${words.career.explained}`),
    separator(),
    ...(from > 0 ? [text(words.career.before(from))] : []),
    ...shown.map((each) => stepLine(words, each)),
    ...(behind > 0 ? [text(words.andMore(behind))] : []),
    separator(),
    ...nextPart(words, step, next),
    row(button(words.progress.mine, customId('progress')), button(words.roadmap.whatNow, customId('today'))),
  );
}

/** A track counts by itself; a thesis and a free step are ticked off by oneself. */
function stepLine(words: Words, { place, state, tally }: CareerStep): APIComponentInContainer {
  const name = state === 'current' ? `**${title(place)}** · ${words.career.here}` : title(place);
  const begun = tally !== null && tally.done + tally.doing > 0;
  const line = `${state === 'reached' ? MARKS.done : begun ? MARKS.doing : MARKS.todo} ${name}`;
  if (tally !== null) {
    const { percent, done, total } = tally;
    return text(`${line}\n${bar(percent)} ${words.roadmap.overview(words.percent(percent), done, total)}`);
  }
  return state === 'reached'
    ? section(line, button(words.act.reopen, customId('do', 'reset', place.id)))
    : section(
        line,
        button(
          words.act.done,
          customId('do', 'done', place.id),
          state === 'current' ? 'success' : 'secondary',
        ),
      );
}

function nextPart(
  words: Words,
  step: CareerStep | undefined,
  next: CareerPanel['next'],
): readonly APIComponentInContainer[] {
  if (step === undefined) return [text(words.career.allReached)];
  const name = title(step.place);
  if (step.stage?.kind === 'tez') return [text(words.career.writeTez(name))];
  if (next === null) return [text(words.career.tickOff(name))];
  const said = `${words.career.nextIn(name)}\n**${title(next.place)}**\n${breadcrumb(next.place)}`;
  const press =
    next.state === 'doing'
      ? button(words.act.done, customId('do', 'done', next.place.id), 'success')
      : button(words.act.start, customId('do', 'start', next.place.id), 'primary');
  return [section(said, press)];
}

/** Not every roadmap has a career direction. */
function noCareerView(words: Words): Message {
  return card(
    'neutral',
    text(words.career.none),
    row(
      button(words.roadmap.whatNow, customId('today'), 'primary'),
      button(words.roadmap.lookThrough, customId('map')),
    ),
  );
}

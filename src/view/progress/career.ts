import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { CareerStep } from '../../study/progress/career.ts';
import type { State } from '../../study/progress/progress.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, type Message, row, section, separator, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { tallyLine } from './progress-line.ts';
import { breadcrumb, MARKS, title } from '../topics/topic-text.ts';

/** The career direction with a member's state. */
export interface CareerPanel {
  readonly steps: readonly CareerStep[];
  /** The next topic in the track of the current step; null if the step is a thesis or a free step. */
  readonly next: { readonly node: TopicNode; readonly state: State } | null;
  /** The member's notes on the stages that they declared, by topic id. */
  readonly notes: ReadonlyMap<string, string>;
  /** A line above: what has just happened. */
  readonly note: string | null;
}

/** How many steps are shown at once, those around the current one. */
const STEPS_SHOWN = 8;
const NOTE_LENGTH = 300;

/** The stages in order, with the member's state and the next topic. */
export function careerView(words: Words, { steps, next, notes, note }: CareerPanel): Message {
  if (steps.length === 0) return noCareerView(words);
  const current = steps.findIndex(({ state }) => state === 'current');
  const at = current === -1 ? steps.length : current;
  const from = Math.max(0, Math.min(at - 2, steps.length - STEPS_SHOWN));
  const shown = steps.slice(from, from + STEPS_SHOWN);
  const behind = steps.length - from - shown.length;
  const step = steps[current];

  return card(
    step === undefined ? 'done' : 'doing',
    ...(note === null ? [] : [text(note)]),
    text(words.career.title, `-# ${words.career.explained}`),
    separator(),
    ...(from > 0 ? [text(words.career.before(from))] : []),
    ...shown.map((each, index) => stepLine(words, each, notes, from + index > at)),
    ...(behind > 0 ? [text(words.andMore(behind))] : []),
    separator(),
    ...nextPart(words, step, next),
    row(button(words.progress.mine, customId('progress'))),
  );
}

/**
 * A track is reached through its topics, a thesis when others accept it, a free step when the member declares it. Only
 * the current step has a button; the others can be reached by their topics.
 */
function stepLine(
  words: Words,
  step: CareerStep,
  notes: CareerPanel['notes'],
  isLater: boolean,
): APIComponentInContainer {
  const { node, stage, state, tally, proven } = step;
  const name = state === 'current' ? `**${title(node)}** · ${words.career.here}` : title(node);
  const line = `${markOf(step)} ${name}`;
  // What comes after the present stage is small, and counted only where something is done.
  if (isLater && state !== 'reached') {
    const said = stage?.kind === 'free' ? ` · ${words.career.free}` : '';
    const counts = tally === null || tally.done === 0 ? said : ` · ${tallyLine(words, tally, proven, false)}`;
    return text(`-# ${line}${counts}`);
  }
  if (tally !== null) {
    return text(`${line}\n${tallyLine(words, tally, proven, true)}`);
  }
  if (state === 'current')
    return section(
      line,
      stage?.kind === 'tez'
        ? thesisButton(words, step)
        : button(words.career.declare, customId('declare', node.id), 'success'),
    );
  const note = state === 'reached' ? (notes.get(node.id) ?? '') : '';
  return text(line, note === '' ? null : `> ${inline(clip(plain(note), NOTE_LENGTH))}`);
}

function markOf({ state, tally, written }: CareerStep): string {
  if (state === 'reached') return MARKS.done;
  return written || (tally !== null && tally.done + tally.doing > 0) ? MARKS.doing : MARKS.todo;
}

function thesisButton(words: Words, { node, written }: CareerStep): APIButtonComponent {
  return written
    ? button(words.proof.see.tez, customId('tez', 'show', node.id, 0))
    : button(words.proof.write.tez, customId('tez', 'write', node.id), 'primary');
}

function nextPart(
  words: Words,
  step: CareerStep | undefined,
  next: CareerPanel['next'],
): readonly APIComponentInContainer[] {
  if (step === undefined) return [text(words.career.allReached)];
  const name = title(step.node);
  if (step.stage?.kind === 'tez')
    return [text(step.written ? words.career.showTez(name) : words.career.writeTez(name))];
  if (next === null) return [text(words.career.declareIt(name))];
  const said = `${words.career.nextIn(name)}\n**${title(next.node)}**\n-# ${breadcrumb(next.node)}`;
  const press =
    next.state === 'doing'
      ? button(words.act.openTopic, customId('topic', next.node.id), 'primary')
      : button(words.act.start, customId('do', 'start', next.node.id), 'primary');
  return [section(said, press)];
}

/** The id of the form's field, and the longest note in characters. */
export const DECLARATION = { note: 'note', length: 300 } as const;

/** Asks for a note when a member declares a stage. `before`: their earlier note. */
export function declareForm(
  words: Words,
  node: TopicNode,
  before: string,
): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(words.career.declareForm(plain(node.topic.title))),
    custom_id: customId('declare', node.id),
    components: [
      {
        type: ComponentType.Label,
        label: words.career.declareLabel,
        description: words.career.declareHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: DECLARATION.note,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: DECLARATION.length,
          ...(before !== '' && { value: before }),
        },
      },
    ],
  };
}

/** Says that the roadmap has no career direction. */
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

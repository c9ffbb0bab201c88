import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, LIMITS, type Message, row, text } from '../components.ts';
import { carriedText, customId, textCarried } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { typedDate } from '../time.ts';
import { label } from './topic-text.ts';

/** The ids of the form's fields. */
export const LATER = { topics: 'topics', days: 'days', date: 'date' } as const;

/** How many characters of a day may be typed. */
const TYPED_LENGTH = 30;

/** The choices for how long to put topics off, in days. */
const DAYS = [1, 3, 7, 14, 30] as const;

/**
 * Asks until when topics should not be suggested, and, if there are several, which of them.
 * @param example a day that could be typed, `YYYY-MM-DD`
 * @param typed an earlier text that could not be read, for correction
 */
export function laterForm(
  words: Words,
  formId: string,
  nodes: readonly TopicNode[],
  example: string,
  typed = '',
): APIModalInteractionResponseCallbackData {
  const which = whichOf(words.later.which, nodes);
  return {
    title: formTitle(words.later.title),
    custom_id: formId,
    components: [
      ...(nodes.length > 1 ? [which] : []),
      {
        type: ComponentType.Label,
        label: words.later.when(nodes.length),
        component: {
          type: ComponentType.StringSelect,
          custom_id: LATER.days,
          options: DAYS.map((days) => ({
            label: words.later.days(days),
            value: String(days),
            ...(days === 3 && { default: true }),
          })),
        },
      },
      {
        type: ComponentType.Label,
        label: words.later.orDate,
        description: words.later.dateHint(typedDate(words, example)),
        component: {
          type: ComponentType.TextInput,
          custom_id: LATER.date,
          style: TextInputStyle.Short,
          required: false,
          max_length: TYPED_LENGTH,
          ...(typed !== '' && { value: typed }),
        },
      },
    ],
  };
}

/** How many bytes of a typed day a button carries. Every date fits. */
const CARRIED = 24;

/**
 * Says that the typed text is no day ahead.
 * @param example a valid day, `YYYY-MM-DD`
 * @param again the action and ids of the button that opens the form again
 */
export function notAheadView(
  words: Words,
  typed: string,
  example: string,
  again: readonly [string, ...string[]],
): Message {
  const carried = carriedText(plain(typed), CARRIED);
  return card(
    'problem',
    text(words.later.badDate(inline(clip(plain(typed), TYPED_LENGTH)), typedDate(words, example))),
    row(button(words.act.notNow, customId(...again, carried))),
  );
}

/** The text that a button of `notAheadView` carries. */
export function dayCarried(carried: string | undefined): string {
  return carried === undefined ? '' : plain(textCarried(carried)).slice(0, TYPED_LENGTH);
}

/** Asks which of some topics are meant. `most`: how many may be chosen; without it, all. */
export function whichForm(
  formId: string,
  title: string,
  question: string,
  nodes: readonly TopicNode[],
  most?: number,
): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(title),
    custom_id: formId,
    components: [whichOf(question, nodes, most)],
  };
}

function whichOf(question: string, nodes: readonly TopicNode[], most = nodes.length) {
  const options = nodes
    .slice(0, LIMITS.optionsPerSelect)
    .map((node) => ({ label: label(node, LIMITS.optionText), value: node.id }));
  return {
    type: ComponentType.Label,
    label: question,
    component: {
      type: ComponentType.StringSelect,
      custom_id: LATER.topics,
      options,
      min_values: 1,
      max_values: Math.min(most, options.length),
    },
  } as const;
}

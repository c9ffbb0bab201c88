import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { TopicNode } from '../../../roadmap/outline.ts';
import type { Words } from '../../../words/index.ts';
import {
  button,
  card,
  formTitle,
  LIMITS,
  type Message,
  row,
  rows,
  section,
  select,
  text,
} from '../../components.ts';
import { clip, inline, plain } from '../../escape.ts';

/** An old topic, and the new topics that it may have become. */
export interface AskedTopic {
  /** Its old title. */
  readonly title: string;
  /** The title of its old holder; null if that is not known. */
  readonly holder: string | null;
  /** How many members have progress on it. */
  readonly members: number;
  /** The new topics that it may have become, the likeliest first. */
  readonly offers: readonly Offer[];
  /** The value of its present match: `GONE` if it has none, null if nobody knows. */
  readonly chosen: string | null;
  /** The titles of the parts that it was split into. If there are any, `chosen` is `SPLIT`. */
  readonly parts: readonly string[];
  /** Whether the person can say that it was split. */
  readonly isSplittable: boolean;
  /**
   * The custom ids of the list of matches, and of the button to name another topic; the latter is null if only the
   * list is offered.
   */
  readonly chooseId: string;
  readonly anotherId: string | null;
}

/** A topic of the new version. `value` identifies it in the list. */
export interface Offer {
  readonly node: TopicNode;
  readonly value: string;
}

/** The value for "no topic". No id and no position is a single hyphen. */
export const GONE = '-';

/** The value for "several topics". */
export const SPLIT = '+';

/** Each topic takes five of the forty components that a message may have, with its list and its button. */
export const ASKED_AT_ONCE = 5;

interface Page {
  readonly page: number;
  readonly pages: number;
  readonly pageId: (page: number) => string;
  /** Leads back to the page before; null if there is none. */
  readonly back: { readonly label: string; readonly id: string } | null;
  /** A note above the first choice. */
  readonly note?: string | null;
}

/** Asks what became of old topics. Each choice is stored at once, and can be changed. */
export function matchesView(
  words: Words,
  asked: readonly AskedTopic[],
  { page, pages, pageId, back, note = null }: Page,
): Message {
  const say = words.importing.match;
  if (asked.length === 0) {
    return card(
      'done',
      text(say.nothing),
      ...(back === null ? [] : [row(button(back.label, back.id, 'primary'))]),
    );
  }
  const turn = (to: number, name: string) => button(name, pageId(to), 'secondary', to < 0 || to >= pages);
  return card(
    'neutral',
    text(say.heading, pages > 1 ? words.roadmap.page(page + 1, pages) : null, note),
    ...asked.flatMap((topic) => {
      const line = askedLine(words, topic);
      return [
        topic.anotherId === null ? text(line) : section(line, button(say.another, topic.anotherId)),
        select(topic.chooseId, say.unknown, optionsOf(words, topic)),
      ];
    }),
    ...rows([
      ...(pages > 1 ? [turn(page - 1, words.roadmap.previous), turn(page + 1, words.roadmap.following)] : []),
      ...(back === null ? [] : [button(back.label, back.id, 'primary')]),
    ]),
  );
}

function askedLine(words: Words, { title, holder, members }: AskedTopic): string {
  const say = words.importing;
  return [
    `**${inline(clip(plain(title), 100))}**`,
    ...(holder === null ? [] : [`-# ${inline(clip(plain(holder), 60))}`]),
    ...(members === 0 ? [] : [`-# ${say.progressOf(members)}`]),
  ].join('\n');
}

function optionsOf(words: Words, { offers, chosen, parts, isSplittable }: AskedTopic) {
  const say = words.importing.match;
  const others = [
    ...(isSplittable
      ? [
          {
            label:
              parts.length === 0 ? say.split : say.splitInto(words.list(parts.map((part) => plain(part)))),
            value: SPLIT,
            chosen: chosen === SPLIT,
          },
        ]
      : []),
    { label: say.isGone, value: GONE, chosen: chosen === GONE },
  ];
  const options = offers.slice(0, LIMITS.optionsPerSelect - others.length).map(({ node, value }) => ({
    label: say.isNow(plain(node.topic.title)),
    value,
    description: plain(node.path.join(' › ')),
    chosen: chosen === value,
  }));
  return [...options, ...others];
}

/** The new topics that an old one may have been split into. */
export interface AskedParts {
  readonly title: string;
  readonly offers: readonly (Offer & { readonly chosen: boolean })[];
  /** The custom ids of the list of parts, of the button to name them, and of the way back. */
  readonly chooseId: string;
  readonly nameId: string;
  readonly backId: string;
}

/** Asks which new topics an old one was split into. */
export function partsView(words: Words, { title, offers, chooseId, nameId, backId }: AskedParts): Message {
  const say = words.importing.match;
  const options = offers.slice(0, LIMITS.optionsPerSelect).map(({ node, value, chosen }) => ({
    label: plain(node.topic.title),
    value,
    description: plain(node.path.join(' › ')),
    chosen,
  }));
  return card(
    'neutral',
    text(say.whichParts(inline(clip(plain(title), 100)))),
    ...(options.length < 2
      ? []
      : [select(chooseId, say.chooseParts, options, { min: 2, max: options.length })]),
    row(button(say.nameParts, nameId), button(words.act.back, backId)),
  );
}

/** The id of the form's field. */
export const MATCH_FIELD = 'topic';
const NAME_LENGTH = 200;
const NAMES_LENGTH = 4000;

/** Asks for the present title of an old topic. */
export function matchForm(
  words: Words,
  customId: string,
  old: string,
): APIModalInteractionResponseCallbackData {
  const say = words.importing.match;
  return {
    title: formTitle(plain(old)),
    custom_id: customId,
    components: [
      {
        type: ComponentType.Label,
        label: say.which,
        description: say.whichHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: MATCH_FIELD,
          style: TextInputStyle.Short,
          required: true,
          max_length: NAME_LENGTH,
        },
      },
    ],
  };
}

/** Asks for the titles of the topics that an old one was split into. `typed`: titles from a refused form. */
export function partsForm(
  words: Words,
  customId: string,
  old: string,
  typed: string,
): APIModalInteractionResponseCallbackData {
  const say = words.importing.match;
  return {
    title: formTitle(plain(old)),
    custom_id: customId,
    components: [
      {
        type: ComponentType.Label,
        label: say.parts,
        description: say.partsHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: MATCH_FIELD,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: NAMES_LENGTH,
          ...(typed !== '' && { value: typed }),
        },
      },
    ],
  };
}

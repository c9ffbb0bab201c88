import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { TopicNode } from '../../../roadmap/outline.ts';
import type { Words } from '../../../words/index.ts';
import { button, card, LIMITS, type Message, row, rows, section, select, text } from '../../components.ts';
import { clip, inline, plain } from '../../escape.ts';

/** A topic of an earlier version, and what it may have become. */
export interface AskedTopic {
  /** As it was called. */
  readonly title: string;
  /** What it stood in; null if that is not known. */
  readonly holder: string | null;
  /** How many have progress on it. */
  readonly members: number;
  /** What it may be, the likeliest first. */
  readonly offers: readonly Offer[];
  /** The one that it is taken for now; `gone`, or null where nobody knows. */
  readonly chosen: string | null;
  /** The custom id of the list to choose from, and of the button to name another; null: only those on the list. */
  readonly chooseId: string;
  readonly anotherId: string | null;
}

/** A topic of the new version; `value`: what chooses it. */
export interface Offer {
  readonly node: TopicNode;
  readonly value: string;
}

/** The value of a list that stands for no topic: ids and places have no hyphen alone. */
export const GONE = '-';

/** With its list and its button, each takes five of the forty components that a message may have. */
export const ASKED_AT_ONCE = 5;

interface Page {
  readonly page: number;
  readonly pages: number;
  readonly pageId: (page: number) => string;
  /** Leads back to where one came from; null where there is nothing to go back to. */
  readonly back: { readonly label: string; readonly id: string } | null;
}

/** Asks what became of topics; what is chosen is taken at once, and can be chosen anew. */
export function matchesView(
  words: Words,
  asked: readonly AskedTopic[],
  { page, pages, pageId, back }: Page,
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
    text(say.heading, pages > 1 ? words.roadmap.page(page + 1, pages) : null),
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

function optionsOf({ importing }: Words, { offers, chosen }: AskedTopic) {
  const options = offers.slice(0, LIMITS.optionsPerSelect - 1).map(({ node, value }) => ({
    label: importing.match.isNow(plain(node.topic.title)),
    value,
    description: plain(node.path.join(' › ')),
    chosen: chosen === value,
  }));
  return [...options, { label: importing.match.isGone, value: GONE, chosen: chosen === GONE }];
}

/** The id of what is filled in. */
export const MATCH_FIELD = 'topic';
const NAME_LENGTH = 200;

/** Asks for the topic that an earlier one is by now, by its name. */
export function matchForm(
  words: Words,
  customId: string,
  old: string,
): APIModalInteractionResponseCallbackData {
  const say = words.importing.match;
  return {
    title: clip(plain(old), LIMITS.modalTitle),
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

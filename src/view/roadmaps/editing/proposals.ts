import type { APIModalInteractionResponseCallbackData } from 'discord.js';
import type { Heading } from '../../../roadmap/headings.ts';
import type { Outline, TopicNode } from '../../../roadmap/outline.ts';
import type { Proposal } from '../../../store/roadmaps/proposals.ts';
import type { Words } from '../../../words/index.ts';
import { button, card, LIMITS, type Message, row, select, separator, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { clip, inline, plain } from '../../escape.ts';
import { peopleLine } from '../../people.ts';
import { label, mention, title } from '../../topics/topic-text.ts';
import { when } from '../../time.ts';
import { paged, topicOption } from './editor.ts';
import { editForm } from './form.ts';
import { roadmapTitle } from '../title.ts';

/** How many are shown in one message, because each has buttons. */
export const PROPOSALS_SHOWN = 5;

/** A proposal with the topic that it is about. If several members made it, it is the first of theirs. */
export interface ListedProposal extends Proposal {
  /** Who made it, each once. */
  readonly by: readonly string[];
  /** Its topic in a roadmap of the server, and the version in use; null if no roadmap has the topic any more. */
  readonly place: { readonly node: TopicNode; readonly roadmap: Outline; readonly number: number } | null;
}

/** The open proposals of members, for organisers. */
export function proposalsView(words: Words, open: readonly ListedProposal[], note: string | null): Message {
  const { proposals } = words;
  const shown = open
    .slice(0, PROPOSALS_SHOWN)
    .flatMap(({ id, by, place, kind, text: typed, at }) => [
      text(
        `**${proposals.kind[kind]}**: ${inline(clip(plain(typed), 400))}`,
        place === null
          ? `-# ${proposals.noTopic}`
          : `${proposals.place[kind](`**${title(place.node)}**`)} · ${roadmapTitle(place.roadmap.tree.title)}`,
        proposals.by(authors(words, by), when(at, 'R')),
      ),
      row(
        ...(place === null
          ? []
          : [button(proposals.accept, customId('proposal-accept', id, place.number), 'success')]),
        button(proposals.decline, customId('proposal-decline', id)),
      ),
    ]);
  const more = open.length - PROPOSALS_SHOWN;
  return card(
    'neutral',
    ...(note === null ? [] : [text(note), separator()]),
    text(proposals.heading, open.length === 0 ? proposals.none : null),
    ...shown,
    ...(more > 0 ? [text(words.andMore(more))] : []),
    row(button(words.act.back, customId('edit'))),
  );
}

/** The members who made a proposal, the first of them by name. */
export function authors(words: Words, by: readonly string[]): string {
  return peopleLine(words, [...new Set(by)].map(mention), 3);
}

/** Asks in which section the topic is that a proposal is about. */
export function proposeInView(words: Words, headings: readonly Heading[], page: number): Message {
  const options = headings.map(({ id, path }) => ({
    label: clip(plain(path.join(' › ')), LIMITS.optionText),
    value: id,
  }));
  return card(
    'neutral',
    text(words.proposals.which),
    ...paged(words, options, page, {
      choose: customId('propose-about'),
      placeholder: words.editing.chooseSection,
      turn: (to) => customId('propose-in', to),
    }),
    row(
      button(words.editing.find, customId('propose-find')),
      button(words.act.back, customId('propose-back')),
    ),
  );
}

/** Asks for a part of the name of the topic that a proposal is about. */
export function proposalSearchForm({ editing }: Words): APIModalInteractionResponseCallbackData {
  const field = { id: 'search', label: editing.form.search, value: '', isRequired: true, max: 100 };
  return editForm({ id: customId('propose-find'), title: editing.find, fields: [field] });
}

/** The topics that a search found. `typed`: what was searched for. */
export function proposeFoundView(words: Words, nodes: readonly TopicNode[], typed: string): Message {
  const options = nodes.map((node) => ({ label: label(node, LIMITS.optionText), value: node.id }));
  return card(
    'neutral',
    text(
      words.proposals.which,
      options.length === 0 ? words.editing.noMatch(inline(clip(plain(typed), 100))) : null,
    ),
    ...(options.length === 0 ? [] : [select(customId('propose'), words.editing.chooseTopic, options)]),
    row(button(words.editing.find, customId('propose-find')), button(words.act.back, customId('propose-in'))),
  );
}

/** Asks which topic of a section it is. */
export function proposeAboutView(
  words: Words,
  { id, section }: Heading,
  nodes: readonly TopicNode[],
  page: number,
): Message {
  return card(
    'neutral',
    text(words.proposals.which, `-# ${inline(clip(plain(section.title), 100))}`),
    ...paged(words, nodes.map(topicOption), page, {
      choose: customId('propose'),
      placeholder: words.editing.chooseTopic,
      turn: (to) => customId('propose-about', id, to),
    }),
    row(button(words.act.back, customId('propose-in'))),
  );
}

/** Tells a member whether their proposals were accepted. */
export function decidedNotice(
  words: Words,
  decided: readonly { readonly text: string; readonly accepted: boolean }[],
): Message {
  const { told } = words.proposals;
  const lines = decided.slice(0, PROPOSALS_SHOWN).map(({ text: typed, accepted }) => {
    return `${accepted ? told.accepted : told.declined} ${inline(clip(plain(typed), 200))}`;
  });
  return card('neutral', text(...lines));
}

/** Tells an organiser that there are open proposals. */
export function proposalsNotice({ proposals }: Words, count: number): Message {
  return card(
    'neutral',
    text(proposals.notice),
    row(button(proposals.waiting(count), customId('proposals'), 'primary')),
  );
}

/** Says that a proposal was sent, or why not. `again`: the custom id that opens the form again. */
export function proposedView(words: Words, said: string, topicId: string, again: string | null): Message {
  return card(
    again === null ? 'done' : 'problem',
    text(said),
    row(
      ...(again === null ? [] : [button(words.proposals.propose, again, 'primary')]),
      button(words.act.openTopic, customId('topic', topicId)),
    ),
  );
}

import type { APIButtonComponent } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Entry } from '../../study/progress/progress.ts';
import { methodsOf, type Proofs } from '../../study/proofs/proof.ts';
import { leaves, type Standing } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  filled,
  fitting,
  joined,
  type Meaning,
  type Message,
  rows,
  separator,
  text,
} from '../components.ts';
import { clip, inline, maskedLink, plain } from '../escape.ts';
import { ladderButtons, ladderLines } from '../proofs/ladder.ts';
import { peopleLine } from '../people.ts';
import { when } from '../time.ts';
import { breadcrumb, marked, mention } from './topic-text.ts';

/** Everything that the card of one topic tells one member. */
export interface TopicCard {
  readonly node: TopicNode;
  readonly standings: ReadonlyMap<string, Standing>;
  readonly entry: Entry | null;
  readonly now: number;
  /** What comes before it in the roadmap. */
  readonly needs: readonly TopicNode[];
  readonly neighbours: readonly TopicNode[];
  /** User ids of the others here who are on it or have done it. */
  readonly others: { readonly doing: readonly string[]; readonly done: readonly string[] };
  /** What to do after it. */
  readonly next: TopicNode | null;
  /** The member's proofs, and the topics that they prove. */
  readonly proofs: Proofs;
  readonly proven: ReadonlySet<string>;
  /** How likely one still knows it, 0 to 1, where that has become unlikely; and whether its review is due. */
  readonly fading: number | null;
  readonly reviewDue: boolean;
  /** A sentence above the card: what has just happened. */
  readonly note: string | null;
  /** The interaction that did it, where it can be taken back. */
  readonly undo: string | null;
  readonly offerJoin: boolean;
  /** Whether the member may propose something for the roadmap here. */
  readonly mayPropose: boolean;
}

const MEANINGS = {
  todo: 'neutral',
  doing: 'doing',
  done: 'done',
  skipped: 'neutral',
} as const satisfies Record<Standing['state'], Meaning>;

/** How much of the message's 4,000 characters each part may take at most; together they stay below. */
const BUDGET = { notes: 900, links: 600, needs: 300, children: 900, neighbours: 500 };
const PEOPLE_SHOWN = 5;
const UNTOUCHED: Standing = { state: 'todo', since: null, snoozedUntil: null, done: 0, skipped: 0, total: 1 };

export function topicCard(words: Words, topic: TopicCard): Message {
  const { node, standings } = topic;
  const standing = standings.get(node.id) ?? UNTOUCHED;
  const children = node.children.map((child) => marked(child, standings, topic.proven));
  const siblings = topic.neighbours.map((other) => marked(other, standings, topic.proven)).join(' · ');

  return card(
    MEANINGS[standing.state],
    ...(topic.note === null ? [] : [text(topic.note)]),
    text(
      `## ${marked(node, standings, topic.proven)}`,
      breadcrumb(node),
      stateLine(words, topic, standing),
      snoozeLine(words, topic),
      topic.fading === null ? null : words.review.fading(words.percent(Math.round(100 * topic.fading))),
    ),
    ...filled(...notesAndLinks(words, topic)),
    ...filled(...ladderOf(words, topic, standing)),
    ...filled(fitting(children, BUDGET.children, words.andMore)),
    ...filled(
      siblings === '' ? null : words.topic.neighbours(clip(siblings, BUDGET.neighbours)),
      ...peopleLines(words, topic),
    ),
    ...(topic.offerJoin ? [text(words.topic.notJoined)] : []),
    separator(),
    ...rows(ladderButtons(words, node, topic.proofs)),
    ...rows(buttons(words, topic, standing)),
  );
}

function stateLine(words: Words, topic: TopicCard, standing: Standing): string {
  const since = standing.since;
  const parts = [
    since === null || standing.state === 'todo'
      ? words.state[standing.state]
      : words.topic.since(standing.state, when(since, 'D')),
    standing.total > 1 ? words.topic.part(standing.done, standing.total) : null,
    topic.node.topic.minutes === null ? null : words.topic.minutes(topic.node.topic.minutes),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** A topic with others under it tells how many of those are proven. */
function ladderOf(words: Words, topic: TopicCard, { state }: Standing): readonly string[] {
  const { node, proofs, proven } = topic;
  const asking = leaves(node).filter((leaf) => methodsOf(leaf).length > 0);
  if (node.children.length > 0 && asking.length > 0) {
    return [words.proof.of(asking.filter(({ id }) => proven.has(id)).length, asking.length)];
  }
  return ladderLines(words, node, proofs, { done: state === 'done', proven: proven.has(node.id) });
}

function snoozeLine(words: Words, { entry, now }: TopicCard): string | null {
  if (entry?.snoozedUntil === null || entry?.snoozedUntil === undefined || entry.snoozedUntil <= now)
    return null;
  return words.topic.snoozed(when(entry.snoozedUntil, 'D'));
}

function notesAndLinks(words: Words, { node, needs, standings }: TopicCard): readonly (string | null)[] {
  const { notes, resources } = node.topic;
  const links = resources.map(({ label, url }) => maskedLink(label, url));
  return [
    fitting(
      notes.map((note) => inline(clip(plain(note), 300))),
      BUDGET.notes,
      words.andMore,
    ),
    links.length === 0 ? null : words.topic.reading(joined(links, BUDGET.links)),
    needs.length === 0
      ? null
      : words.topic.first(
          joined(
            needs.map((need) => marked(need, standings)),
            BUDGET.needs,
          ),
        ),
  ];
}

function peopleLines(words: Words, { others }: TopicCard): readonly (string | null)[] {
  const namedIn = (ids: readonly string[]): string => peopleLine(words, ids.map(mention), PEOPLE_SHOWN);
  return [
    others.doing.length === 0 ? null : words.topic.onIt(namedIn(others.doing)),
    others.done.length === 0 ? null : words.topic.haveDoneIt(namedIn(others.done)),
  ];
}

function buttons(words: Words, topic: TopicCard, { state }: Standing): APIButtonComponent[] {
  const { node, next, offerJoin, undo } = topic;
  const act = (action: string, label: string, style?: 'primary' | 'success') =>
    button(label, customId('do', action, node.id), style);
  const choices = {
    todo: () => [
      act('start', words.act.start, 'primary'),
      act('done', words.act.done),
      act('skip', words.act.skip),
      button(words.act.notNow, customId('later', node.id)),
    ],
    doing: () => [
      act('done', words.act.done, 'success'),
      act('pause', words.act.pause),
      act('skip', words.act.skip),
      button(words.act.notNow, customId('later', node.id)),
    ],
    done: () => [
      ...(topic.reviewDue ? [button(words.review.begin, customId('review', node.id), 'success')] : []),
      act('reset', words.act.reopen),
    ],
    skipped: () => [act('reset', words.act.unskip)],
  };
  const own = node.topic.stage === null ? choices[state]() : stageButtons(words, node, state);
  const back = undo === null ? [] : [button(words.act.undo, customId('undo', undo))];
  const step =
    next === null
      ? []
      : [
          button(
            words.act.next(plain(next.topic.title)),
            customId('topic', next.id),
            state === 'done' || state === 'skipped' ? 'primary' : 'secondary',
          ),
        ];
  const joining = offerJoin ? [button(words.act.join, customId('join'))] : [];
  const proposing = topic.mayPropose ? [button(words.proposals.propose, customId('propose', node.id))] : [];
  return [...own, ...back, ...step, ...joining, ...proposing];
}

/** A track follows from its topics, a thesis from its readers; the member declares every other stage. */
function stageButtons(words: Words, node: TopicNode, state: Standing['state']): APIButtonComponent[] {
  const later = button(words.act.notNow, customId('later', node.id));
  const isOpen = state === 'todo' || state === 'doing';
  switch (node.topic.stage?.kind) {
    case 'free':
      return isOpen
        ? [button(words.career.declare, customId('declare', node.id), 'success'), later]
        : [button(words.act.reopen, customId('do', 'reset', node.id))];
    case 'tez':
      return isOpen ? [later] : [];
    case 'track':
    case undefined:
      return [];
  }
}

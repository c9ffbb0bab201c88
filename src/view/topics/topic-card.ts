import type { APIButtonComponentWithCustomId } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Entry } from '../../study/progress/progress.ts';
import { methodsOf, type Proofs } from '../../study/proofs/proof.ts';
import { isOpen, leaves, type Standing, type Standings } from '../../study/topics/status.ts';
import { memoryOf } from '../../study/review/memory.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  filled,
  fitting,
  joined,
  type Meaning,
  menu,
  type Message,
  rows,
  section,
  separator,
  text,
} from '../components.ts';
import { clip, inline, maskedLink, plain } from '../escape.ts';
import { hasAll, ladderButtons, ladderLines } from '../proofs/ladder.ts';
import { peopleLine } from '../people.ts';
import { focusButton } from '../sessions/own.ts';
import { near } from '../time.ts';
import { countsIn, type TopicPlace } from '../skills.ts';
import { breadcrumb, marked, mention, title } from './topic-text.ts';

/** The content of a topic's card for one member. */
export interface TopicCard {
  readonly node: TopicNode;
  readonly standings: Standings;
  readonly entry: Entry | null;
  readonly now: number;
  /** The topics that it needs. */
  readonly needs: readonly TopicNode[];
  readonly neighbours: readonly TopicNode[];
  /** The ids of other users here who are on it or have done it. */
  readonly others: { readonly doing: readonly string[]; readonly done: readonly string[] };
  /** The topic to do after it. */
  readonly next: TopicNode | null;
  /** The member's proofs, and the ids of the topics that are proven. */
  readonly proofs: Proofs;
  readonly proven: ReadonlySet<string>;
  /**
   * The chance, 0 to 1, that the member still remembers it, if that has become low; and whether its review is due.
   */
  readonly fading: number | null;
  readonly reviewDue: boolean;
  /** The topics of the member's other roadmaps that count as one with it, and whether the member can change that. */
  readonly skill: { readonly mates: readonly TopicPlace[]; readonly mayChange: boolean };
  /** How many minutes the member has studied it. */
  readonly minutes: number;
  readonly offerJoin: boolean;
  /** Whether the member may make a proposal about this topic. */
  readonly mayPropose: boolean;
  /** Whether the member may ask others of their group for help with it. */
  readonly mayAsk: boolean;
}

const MEANINGS = {
  todo: 'neutral',
  doing: 'doing',
  done: 'done',
  skipped: 'neutral',
} as const satisfies Record<Standing['state'], Meaning>;

/** The most characters that each part may take. Together they stay below the 4,000 of a message. */
const BUDGET = { notes: 600, links: 400, needs: 300, children: 900, neighbours: 300 };
const PEOPLE_SHOWN = 3;
/** How many neighbouring topics are named, and how many notes are shown. */
const NEARBY_SHOWN = 3;
const NOTES_SHOWN = 3;
/** How many buttons are shown. The others are behind a menu. */
const BUTTONS_SHOWN = 3;
const UNTOUCHED: Standing = { state: 'todo', since: null, snoozedUntil: null, done: 0, skipped: 0, total: 1 };

/** The card of a topic. */
export function topicCard(words: Words, topic: TopicCard): Message {
  const { node, standings } = topic;
  const standing = standings.get(node.id) ?? UNTOUCHED;
  const children = node.children.map((child) => marked(child, standings, topic.proven));

  return card(
    MEANINGS[standing.state],
    text(
      `## ${marked(node, standings, topic.proven)}`,
      breadcrumb(node) === '' ? null : `-# ${breadcrumb(node)}`,
      stateLine(words, topic, standing),
      snoozeLine(words, topic),
      topic.skill.mates.length === 0 ? null : countsIn(words, topic.skill.mates),
      topic.fading === null ? null : words.review.fading(words.review.memory[memoryOf(topic.fading)]),
    ),
    ...filled(...notesAndLinks(words, topic)),
    ...filled(fitting(children, BUDGET.children, words.andMore)),
    ...filled(...ladderOf(words, topic)),
    ...filled(nearbyLine(words, topic, standing), ...peopleLines(words, topic, standing)),
    ...(topic.offerJoin ? [text(words.topic.notJoined)] : []),
    separator(),
    ...nextPart(words, topic, standing),
    ...buttonRows(words, topic, standing),
  );
}

/** What to study after a topic that is settled, and after a stage. It has a line, because titles are too long for buttons. */
function nextPart(words: Words, { node, next, reviewDue }: TopicCard, { state }: Standing) {
  if (next === null || (node.topic.stage === null && isOpen(state))) return [];
  const style = node.topic.stage === null && !reviewDue ? 'primary' : 'secondary';
  const see = button(words.act.openTopic, customId('topic', next.id), style);
  return [section(`${words.topic.upNext} **${title(next)}**`, see)];
}

/** One button stands out. Buttons that are needed less often are behind a menu. */
function buttonRows(words: Words, topic: TopicCard, standing: Standing) {
  const { open, rest } = buttonsOf(words, topic, standing);
  const same = topic.skill.mayChange ? [button(words.skills.open, customId('same', topic.node.id))] : [];
  const help = topic.mayAsk ? [button(words.helping.who, customId('help-who', topic.node.id))] : [];
  const [shown, more] = [
    open.slice(0, BUTTONS_SHOWN),
    [...help, ...open.slice(BUTTONS_SHOWN), ...rest, ...same],
  ];
  return [...rows(shown), ...menu(words.act.more, more)];
}

function stateLine(words: Words, topic: TopicCard, standing: Standing): string {
  const since = standing.since;
  const parts = [
    since === null || standing.state === 'todo'
      ? words.topic.fresh
      : words.topic.since(standing.state, near(since, topic.now)),
    standing.total > 1 ? words.topic.part(standing.done, standing.total) : null,
    minutesLine(words, topic, standing),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

/** How long the topic takes, which is over once it is done, and how long the member has studied it, as far as known. */
function minutesLine(words: Words, { node, minutes }: TopicCard, { state }: Standing): string | null {
  const planned = node.topic.minutes === null ? null : words.focus.duration(node.topic.minutes);
  if (minutes === 0) return state === 'done' || planned === null ? null : words.focus.about(planned);
  const studied = words.focus.spent(words.focus.duration(minutes));
  return planned === null || state === 'done' ? studied : words.topic.plannedAnd(planned, studied);
}

/** A topic with others under it says how many of them are proven, if any is. */
function ladderOf(words: Words, { node, proofs, proven }: TopicCard): readonly string[] {
  if (node.children.length === 0) return ladderLines(words, node, proofs, proven.has(node.id));
  const asking = leaves(node).filter((leaf) => methodsOf(leaf).length > 0);
  const shown = asking.filter(({ id }) => proven.has(id)).length;
  return shown === 0 ? [] : [words.proof.of(shown, asking.length)];
}

/** Names open topics nearby, but not for a topic in progress: the member has enough to do. */
function nearbyLine(words: Words, topic: TopicCard, { state }: Standing): string | null {
  if (state === 'doing') return null;
  const open = topic.neighbours.filter(({ id }) => isOpen(topic.standings.get(id)?.state ?? 'todo'));
  const nearby = joined(
    open.slice(0, NEARBY_SHOWN).map((other) => marked(other, topic.standings, topic.proven)),
    BUDGET.neighbours,
  );
  return nearby === '' ? null : words.topic.neighbours(nearby);
}

function snoozeLine(words: Words, { entry, now }: TopicCard): string | null {
  if (entry?.snoozedUntil === null || entry?.snoozedUntil === undefined || entry.snoozedUntil <= now)
    return null;
  return words.topic.snoozed(near(entry.snoozedUntil, now));
}

function notesAndLinks(words: Words, { node, needs, standings }: TopicCard): readonly (string | null)[] {
  const { notes, resources } = node.topic;
  const open = needs.filter(({ id }) => isOpen(standings.get(id)?.state ?? 'todo'));
  const links = resources.map(({ label, url }) => maskedLink(label, url));
  return [
    fitting(
      notes.slice(0, NOTES_SHOWN).map((note) => inline(clip(plain(note), 200))),
      BUDGET.notes,
      words.andMore,
    ),
    links.length === 0 ? null : words.topic.reading(joined(links, BUDGET.links)),
    open.length === 0
      ? null
      : words.topic.first(
          joined(
            open.map((need) => marked(need, standings)),
            BUDGET.needs,
          ),
        ),
  ];
}

function peopleLines(words: Words, { others }: TopicCard, { state }: Standing): readonly (string | null)[] {
  const doneBy = state === 'done' ? words.topic.alsoDoneBy : words.topic.doneBy;
  const namedIn = (ids: readonly string[]): string => peopleLine(words, ids.map(mention), PEOPLE_SHOWN);
  return [
    others.doing.length === 0 ? null : `-# ${words.topic.onIt(namedIn(others.doing))}`,
    others.done.length === 0 ? null : `-# ${doneBy(namedIn(others.done))}`,
  ];
}

interface Buttons {
  /** The most useful button first. It stands out. */
  readonly open: readonly APIButtonComponentWithCustomId[];
  readonly rest: readonly APIButtonComponentWithCustomId[];
}

function buttonsOf(words: Words, topic: TopicCard, { state }: Standing): Buttons {
  const { node, offerJoin, proofs } = topic;
  const act = (action: string, label: string, style?: 'primary' | 'success') =>
    button(label, customId('do', action, node.id), style);
  const later = button(words.act.notNow, customId('later', node.id));
  const skip = act('skip', words.act.skip);
  const join = offerJoin ? [button(words.act.join, customId('join'))] : [];
  const proving = ladderButtons(words, node, proofs);
  const [prove, ...others] = [proving.slice(0, 1), ...proving.slice(1)];
  const focus = focusButton(words, node.id);
  const propose = topic.mayPropose ? [button(words.proposals.propose, customId('propose', node.id))] : [];
  if (node.topic.stage !== null) {
    const [own = [], ...rest] = stageButtons(words, node, state);
    return {
      open: [...prove, ...own, ...join],
      rest: [...others, focus, ...rest.flat(), ...propose],
    };
  }
  switch (state) {
    case 'todo':
      // Only the tick is missing.
      if (hasAll(node, proofs)) {
        return {
          open: [act('done', words.act.done, 'success'), ...join],
          rest: [act('start', words.act.start), focus, later, skip, ...proving, ...propose],
        };
      }
      return {
        open: [act('start', words.act.start, 'primary'), act('done', words.act.done), ...join],
        rest: [focus, later, skip, ...proving, ...propose],
      };
    case 'doing':
      return {
        open: [act('done', words.act.done, 'success'), act('pause', words.act.pause), ...prove],
        rest: [focus, ...others, later, skip, ...join, ...propose],
      };
    case 'done': {
      const review = topic.reviewDue
        ? [button(words.review.begin, customId('review', node.id), 'primary')]
        : [];
      return {
        open: [...review, ...prove],
        rest: [...others, focus, act('reset', words.act.reopen), ...join, ...propose],
      };
    }
    case 'skipped':
      return {
        open: [act('reset', words.act.unskip)],
        rest: [...proving, ...join, ...propose],
      };
  }
}

/**
 * The buttons of a stage. Only stages that members declare have one: a track follows from its topics, a thesis from
 * its readers.
 */
function stageButtons(
  words: Words,
  node: TopicNode,
  state: Standing['state'],
): readonly (readonly APIButtonComponentWithCustomId[])[] {
  const later = button(words.act.notNow, customId('later', node.id));
  switch (node.topic.stage?.kind) {
    case 'free':
      return isOpen(state)
        ? [[button(words.career.declare, customId('declare', node.id), 'success')], [later]]
        : [[button(words.act.reopen, customId('do', 'reset', node.id))]];
    case 'tez':
      return isOpen(state) ? [[later]] : [];
    case 'track':
    case undefined:
      return [];
  }
}

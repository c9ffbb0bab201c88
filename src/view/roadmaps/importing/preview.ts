import type { Difference } from '../../../roadmap/matching/difference.ts';
import type { Outline, TopicNode } from '../../../roadmap/outline.ts';
import type { Reading } from '../../../roadmap/read.ts';
import type { NamedRoadmap } from '../../../store/roadmaps/owners.ts';
import type { Progress } from '../../../study/progress/progress.ts';
import { tickedInFile } from '../../../study/topics/actions.ts';
import { tally } from '../../../study/topics/status.ts';
import type { Words } from '../../../words/index.ts';
import { customId } from '../../custom-id.ts';
import {
  button,
  card,
  filled,
  fitting,
  joined,
  type Message,
  rows,
  select,
  separator,
  text,
} from '../../components.ts';
import { clip, inline, plain } from '../../escape.ts';
import { title } from '../../topics/topic-text.ts';
import { remarkText } from '../reading.ts';
import { roadmapTitle } from '../title.ts';

/** An import before it is applied. */
export interface ShownImport {
  readonly id: string;
  readonly step: number;
  readonly after: Outline;
  readonly reading: Reading;
  /** How many topics the other reading has; null if it makes no difference. */
  readonly otherTopics: number | null;
  readonly isBullets: boolean;
  readonly isForServer: boolean;
  /** Whether its text was typed, so that it can be corrected. */
  readonly isTyped: boolean;
  readonly targets: readonly NamedRoadmap[];
  readonly target: string | null;
  readonly version: {
    /** The number of the version in use. */
    readonly shown: number;
    readonly difference: Difference;
    readonly members: ReadonlyMap<string, number>;
    readonly looksLikeAnother: boolean;
  } | null;
  /** What a merge with a newer version of the bundled roadmap has left to decide; null if it is none. */
  readonly merge: { readonly conflicts: number; readonly unmade: number } | null;
  /** What has just happened. */
  readonly note: string | null;
}

/** The most characters that the parts may take. */
const BUDGET = { sections: 700, remarks: 700, changes: 900 } as const;
/** The room for the first topics of a section, in characters: two short lines of a phone. */
const TOPICS_ROOM = 80;
/** Nobody's progress, to count what there is. */
const NOTHING: Progress = new Map();
/** So many of what became a heading are named. */
const PARENTS = 5;
/** How many remarks of one kind are shown. A public page often begins with a dozen links to its translations. */
const ALIKE = 2;

/** What was read from a file, what it would change, and what can be done with it. */
export function importView(words: Words, shown: ShownImport): Message {
  const { id, step, after, version } = shown;
  const say = words.importing;
  if (after.nodes.length === 0) return emptyView(words, shown);
  return card(
    'invite',
    text(
      words.roadmap.title(roadmapTitle(after.tree.title, 100)),
      shown.isForServer ? say.forServer : say.forYou,
      shown.note,
      say.counts(words.topics(tally(after, NOTHING).total), sectionsIn(after), tickedInFile(after).length),
      shown.isBullets && shown.reading.counts.boxes === 0 ? say.eachBullet : null,
    ),
    ...filled(sectionLines(words, after)),
    ...filled(parentsLine(words, after)),
    ...filled(remarkLines(words, shown)),
    ...targetSelect(words, shown),
    ...(version === null ? [] : [separator(), text(...changeLines(words, version))]),
    ...mergeLines(words, shown),
    ...rows([
      button(say.apply, customId('import-apply', id, step, version?.shown ?? 0), 'success'),
      ...otherButton(words, shown),
      ...(version !== null && hasMatches(version.difference)
        ? [button(say.fix, customId('import-fix', id, 0))]
        : []),
      ...((shown.merge?.conflicts ?? 0) > 0 ? [button(say.both.see, customId('import-both', id, 0))] : []),
      ...(shown.isTyped ? [button(say.typeAgain, customId('import-text', id))] : []),
      button(words.act.cancel, customId('import-cancel', id)),
    ]),
  );
}

/** An import in which no topics were found, and what a list looks like. */
function emptyView(words: Words, shown: ShownImport): Message {
  const say = words.importing;
  const { id, reading, otherTopics } = shown;
  const remarks = reading.remarks.filter(({ code }) => code !== 'no-topics');
  return card(
    'problem',
    text(shown.note, otherTopics === null ? say.noTopics(say.form.example) : say.noBoxes),
    ...filled(remarkLines(words, { ...shown, reading: { ...reading, remarks } })),
    ...rows([
      ...otherButton(words, shown, 'primary'),
      ...(shown.isTyped ? [button(say.typeAgain, customId('import-text', id), 'primary')] : []),
      button(words.act.cancel, customId('import-cancel', id)),
    ]),
  );
}

/** Whether any old topic is not simply the same in the new version, so that its match can be looked at. */
function hasMatches({ open, renamed, moved, merged, split, gone }: Difference): boolean {
  return [open, renamed, moved, merged, split, gone].some((changes) => changes.length > 0);
}

function mergeLines({ importing: { both } }: Words, { merge }: ShownImport) {
  const { conflicts, unmade } = merge ?? { conflicts: 0, unmade: 0 };
  const lines = [
    ...(conflicts > 0 ? [both.count(conflicts)] : []),
    ...(unmade > 0 ? [both.unmade(unmade)] : []),
  ];
  return lines.length === 0 ? [] : [text(...lines)];
}

function sectionsIn({ tree, nodes }: Outline): number {
  return Math.max(tree.sections.length, new Set(nodes.map(({ section }) => section.key)).size);
}

/** The button to the other reading says what it does, unless nothing would be left. */
function otherButton(
  words: Words,
  { id, step, reading, isBullets, otherTopics }: ShownImport,
  style?: 'primary',
) {
  if (otherTopics === null || otherTopics === 0) return [];
  const say = words.importing.otherReading;
  const way = isBullets ? 'onlyBoxes' : reading.counts.boxes === 0 ? 'onlyPlain' : 'withPlain';
  return [button(say[way](words.topics(otherTopics)), customId('import-reading', id, step), style)];
}

/** A topic under another is shown with it: `Git › Branches`. */
function inPlace({ topic, parent }: TopicNode): string {
  const own = inline(clip(plain(topic.title), 40));
  return parent === null ? own : `${inline(clip(plain(parent.topic.title), 20))} › ${own}`;
}

/** Names what became a heading of the topics under it, so that no line of the list seems lost; null if nothing did. */
function parentsLine(words: Words, { nodes }: Outline): string | null {
  const parents = nodes.filter(({ children }) => children.length > 0);
  if (parents.length === 0) return null;
  const titles = parents.slice(0, PARENTS).map(({ topic }) => inline(clip(plain(topic.title), 40)));
  const more = parents.length - titles.length;
  return words.importing.parents(
    [...titles, ...(more > 0 ? [words.importing.others(more)] : [])].join(', '),
    parents.some(({ topic }) => topic.ticked),
  );
}

/** Each section with its first topics, so that one sees at a glance whether the file was read rightly. */
function sectionLines(words: Words, { tree, nodes }: Outline): string {
  const inSection = Map.groupBy(nodes, ({ top }) => top);
  const lines = tree.sections.map((section) => {
    const topics = (inSection.get(section) ?? []).filter(({ children }) => children.length === 0);
    const first = joined(
      topics.map((node) => inPlace(node)),
      TOPICS_ROOM,
    );
    const named = `**${inline(clip(plain(section.title), 60))}** · ${topics.length}`;
    return first === '' ? named : `${named}\n-# ${first}`;
  });
  return fitting(lines, BUDGET.sections, words.andMore);
}

function remarkLines(words: Words, { reading }: ShownImport): string | null {
  const remarks = reading.remarks.filter(({ code }) => code !== 'bullets-left-out');
  if (remarks.length === 0) return null;
  const kinds = Map.groupBy(remarks, ({ code }) => code);
  const lines = [...kinds.values()]
    .flatMap((alike) => alike.slice(0, ALIKE))
    .map(({ line, ...finding }) => `-# ${words.reading.line(line, remarkText(words, finding))}`);
  const shown = fitting(lines, BUDGET.remarks, words.andMore, remarks.length - lines.length);
  return [words.importing.remarks, shown].join('\n');
}

function targetSelect(words: Words, { id, step, targets, target }: ShownImport) {
  if (targets.length === 0) return [];
  const say = words.importing;
  return [
    text(say.saveAs),
    select(customId('import-target', id, step), say.chooseTarget, [
      { label: say.asNew, value: NEW, chosen: target === null },
      ...targets.map((one) => ({
        label: say.asVersion(clip(plain(one.title), 60)),
        value: one.id,
        chosen: one.id === target,
      })),
    ]),
  ];
}

/** The value for "a new roadmap". No roadmap's id is a single dot. */
export const NEW = '.';

function changeLines(words: Words, version: NonNullable<ShownImport['version']>): readonly string[] {
  const { difference: d, members, looksLikeAnother, shown } = version;
  const say = words.importing;
  /** Adds how many members the line concerns, behind everything else, so that the line reads as one. */
  const withMembers = (line: string, { id }: TopicNode): string => {
    const count = members.get(id) ?? 0;
    return count === 0 ? line : `${line} · ${say.progressOf(count)}`;
  };
  const byMembers = (nodes: readonly TopicNode[]): readonly TopicNode[] =>
    nodes.toSorted((a, b) => (members.get(b.id) ?? 0) - (members.get(a.id) ?? 0));
  const lines = [
    ...byMembers(d.open).map((node) => withMembers(say.change.open(title(node)), node)),
    ...byMembers(d.gone).map((node) => withMembers(say.change.gone(title(node)), node)),
    ...d.merged.map(({ olds, next }) => say.change.merged(words.list(olds.map(title)), title(next))),
    ...d.split.map(({ old, nexts }) =>
      withMembers(say.change.split(title(old), words.list(nexts.map(title))), old),
    ),
    ...d.renamed.map(({ old, next }) => withMembers(say.change.renamed(title(old), title(next)), old)),
    ...d.moved.map(({ old, next }) =>
      withMembers(
        say.change.moved(title(old), inline(clip(plain(next.parent?.topic.title ?? next.section.title), 60))),
        old,
      ),
    ),
    ...d.returning.map((node) => say.change.back(title(node))),
    ...d.added.map((node) => say.change.added(title(node))),
  ];
  const counts = changeCounts(words, d);
  return [
    counts === '' ? say.nothingChanged(shown) : say.compared(shown, counts),
    ...(looksLikeAnother ? [say.looksLikeAnother] : []),
    ...(lines.length === 0 ? [] : [fitting(lines, BUDGET.changes, words.andMore)]),
  ];
}

/** `3 new · 1 renamed · 2 gone`; empty if nothing has changed. */
export function changeCounts(words: Words, d: Difference): string {
  const { count } = words.importing;
  return (
    [
      [d.added.length, count.added],
      [d.returning.length, count.returning],
      [d.renamed.length, count.renamed],
      [d.moved.length, count.moved],
      [d.merged.length, count.merged],
      [d.split.length, count.split],
      [d.gone.length, count.gone],
      [d.open.length, count.open],
    ] as const
  )
    .flatMap(([n, say]) => (n === 0 ? [] : [say(n)]))
    .join(' · ');
}

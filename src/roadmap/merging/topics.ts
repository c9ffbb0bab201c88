import { isDeepStrictEqual } from 'node:util';
import type { Edit, Place } from '../editing/edit.ts';
import type { Outline, TopicNode } from '../outline.ts';
import type { Topic } from '../roadmap.ts';
import { counterpart } from './sections.ts';
import { type Comparison, type Conflict, NOTHING, type Sides, wish, type Wish } from './wish.ts';

/** A topic in the version that the copy was last brought up to, in the newer one, and in the copy. */
interface Thrice {
  readonly was: TopicNode;
  readonly next: TopicNode;
  readonly own: TopicNode;
}

/** A topic that is new on their side comes with all that it says, unless the owner has it already. */
export function newTopic(node: TopicNode, ours: Outline, sides: Sides): Comparison {
  if (ours.byId.has(node.id)) return NOTHING;
  const added = wish(
    (now) => {
      // It may have come with its section.
      const place = now.byId.has(node.id) ? null : placeOf(node, sides.theirs, now);
      return place === null ? [] : [{ kind: 'add', place, title: node.topic.title }];
    },
    [node.id],
  );
  const said = wish((now) => {
    const own = now.byId.get(node.id);
    return own === undefined ? [] : sayings(null, node, own, sides, now);
  });
  return { wishes: [added, said], conflicts: [] };
}

/** What they changed of a topic that both have. */
export function changedTopic(thrice: Thrice, ours: Outline, sides: Sides): Comparison {
  const { was, next, own } = thrice;
  const wishes: Wish[] = [];
  const conflicts: Conflict[] = [];
  const { id } = own;
  const scalar = <T>(
    kind: Conflict['kind'],
    read: (node: TopicNode) => T,
    say: (value: T) => string | null,
    edit: (key: string, value: T) => Edit,
  ): void => {
    const [before, wanted, here] = [read(was), read(next), read(own)];
    if (before === wanted || here === wanted) return;
    const take = wish((now) => {
      const there = now.byId.get(id);
      return there === undefined ? [] : [edit(there.topic.key, wanted)];
    });
    if (here === before) wishes.push(take);
    else conflicts.push({ kind, title: own.topic.title, ours: say(here), theirs: say(wanted), take });
  };
  scalar(
    'title',
    ({ topic }) => topic.title,
    (title) => title,
    (key, title) => ({ kind: 'rename', key, title }),
  );
  scalar(
    'turkish',
    ({ topic }) => topic.titles.tr ?? null,
    (title) => title,
    (key, title) => ({ kind: 'translate', key, language: 'tr', title }),
  );
  scalar(
    'minutes',
    ({ topic }) => topic.minutes,
    (minutes) => (minutes === null ? null : String(minutes)),
    (key, minutes) => ({ kind: 'minutes', key, minutes }),
  );
  const isMoved = !isSamePlace(was, sides.base, next, sides.theirs);
  if (isMoved && !isSamePlace(next, sides.theirs, own, ours)) {
    const take = wish((now) => {
      const there = now.byId.get(id);
      const place = there === undefined ? null : placeOf(next, sides.theirs, now);
      return there === undefined || place === null ? [] : [{ kind: 'move', key: there.topic.key, place }];
    });
    if (isSamePlace(was, sides.base, own, ours)) wishes.push(take);
    else {
      conflicts.push({
        kind: 'place',
        title: own.topic.title,
        ours: holderOf(own),
        theirs: holderOf(next),
        take,
      });
    }
  }
  const said = wish((now) => {
    const there = now.byId.get(id);
    return there === undefined ? [] : sayings(was, next, there, sides, now);
  });
  return { wishes: [...wishes, said], conflicts };
}

/** A topic that they removed goes, unless the owner changed it or a part of it, or put other topics under it. */
export function removedTopic(was: TopicNode, ours: Outline, { base, theirs }: Sides): Comparison {
  const own = ours.byId.get(was.id);
  if (own === undefined || theirs.byId.has(was.id)) return NOTHING;
  const take = wish((now) => {
    const there = now.byId.get(was.id);
    return there === undefined ? [] : [{ kind: 'remove', key: there.topic.key }];
  });
  if (!isOurs(own, ours, { base, theirs })) return { wishes: [take], conflicts: [] };
  const conflict = {
    kind: 'gone',
    title: own.topic.title,
    ours: own.topic.title,
    theirs: null,
    take,
  } as const;
  return { wishes: [], conflicts: [conflict] };
}

/** Whether the owner added or changed a topic or a part of it, or has one there that they have as well. */
function isOurs(own: TopicNode, ours: Outline, sides: Sides): boolean {
  const was = sides.base.byId.get(own.id);
  return (
    was === undefined ||
    sides.theirs.byId.has(own.id) ||
    !isDeepStrictEqual(saidOf(was), saidOf(own)) ||
    !isSamePlace(was, sides.base, own, ours) ||
    own.children.some((part) => isOurs(part, ours, sides))
  );
}

function saidOf({ topic: { title, titles, notes, resources, minutes } }: TopicNode) {
  return { title, titles, notes, resources, minutes };
}

/**
 * The edits that bring their links, notes and prerequisites to a topic: what they added is added, what they removed is
 * removed, and all else stays. Links are compared by their addresses.
 * @param was null for a topic that is new
 */
function sayings(
  was: TopicNode | null,
  next: TopicNode,
  own: TopicNode,
  { base, theirs }: Sides,
  now: Outline,
): readonly Edit[] {
  const { key } = own.topic;
  const edits: Edit[] = [];
  const before = was?.topic;
  if (was === null) {
    const { minutes, titles } = next.topic;
    if (minutes !== own.topic.minutes) edits.push({ kind: 'minutes', key, minutes });
    if (titles.tr !== undefined && titles.tr !== own.topic.titles.tr) {
      edits.push({ kind: 'translate', key, language: 'tr', title: titles.tr });
    }
  }
  const links = changeOf(before === undefined ? [] : urls(before), urls(next.topic), urls(own.topic));
  for (const at of lastFirst(links.removed, urls(own.topic))) edits.push({ kind: 'unlink', key, at });
  for (const url of links.added) {
    const link = next.topic.resources.find((one) => one.url === url);
    if (link !== undefined) edits.push({ kind: 'link', key, link });
  }
  const notes = changeOf(before?.notes ?? [], next.topic.notes, own.topic.notes);
  for (const at of lastFirst(notes.removed, own.topic.notes)) edits.push({ kind: 'unnote', key, at });
  for (const text of notes.added) edits.push({ kind: 'note', key, text });

  const needs = changeOf(was === null ? [] : idsOf(was, base), idsOf(next, theirs), idsOf(own, now));
  if (needs.added.length + needs.removed.length > 0) {
    const wanted = [...idsOf(own, now).filter((id) => !needs.removed.includes(id)), ...needs.added];
    edits.push({ kind: 'needs', key, needs: wanted.flatMap((id) => now.byId.get(id)?.topic.key ?? []) });
  }
  return edits;
}

function urls({ resources }: Pick<Topic, 'resources'>): readonly string[] {
  return resources.map(({ url }) => url);
}

/** The ids of the topics that come before a topic. */
function idsOf({ topic }: TopicNode, { byKey }: Outline): readonly string[] {
  return topic.needs.flatMap((need) => byKey.get(need)?.id ?? []);
}

/** What they added to a list and removed from it, as far as the owner has not done so. */
function changeOf(
  before: readonly string[],
  wanted: readonly string[],
  here: readonly string[],
): { readonly added: readonly string[]; readonly removed: readonly string[] } {
  return {
    added: wanted.filter((one) => !before.includes(one) && !here.includes(one)),
    removed: before.filter((one) => !wanted.includes(one) && here.includes(one)),
  };
}

/** The places of some entries of a list, the last one first: then the others stay where they are. */
function lastFirst(some: readonly string[], list: readonly string[]): readonly number[] {
  return some.map((one) => list.indexOf(one)).toSorted((a, b) => b - a);
}

/** Where a topic of theirs goes in the owner's copy: beside its neighbours there, if they are there too. */
function placeOf(node: TopicNode, theirs: Outline, now: Outline): Place | null {
  const { parent } = node;
  const section = counterpart(node.section, theirs, now);
  const holder = parent === null ? null : now.byId.get(parent.id);
  if (holder === undefined || (holder === null && section === null)) return null;
  const isThere = (one: TopicNode): boolean =>
    holder === null ? one.parent === null && one.section.key === section?.key : one.parent === holder;
  const siblings = parent === null ? topLevel(node, theirs) : parent.children;
  const before = siblings
    .slice(0, siblings.indexOf(node))
    .toReversed()
    .map((one) => now.byId.get(one.id))
    .find((one) => one !== undefined && isThere(one));
  if (before !== undefined) return { in: 'behind', key: before.topic.key };
  const first = now.nodes.find((one) => isThere(one) && one.id !== node.id);
  if (first !== undefined) return { in: 'before', key: first.topic.key };
  return holder === null
    ? { in: 'section', key: section?.key ?? '' }
    : { in: 'topic', key: holder.topic.key };
}

function topLevel({ section }: TopicNode, { nodes }: Outline): readonly TopicNode[] {
  return nodes.filter((one) => one.parent === null && one.section.key === section.key);
}

function isSamePlace(one: TopicNode, its: Outline, other: TopicNode, theirs: Outline): boolean {
  if (one.parent !== null || other.parent !== null) return one.parent?.id === other.parent?.id;
  return counterpart(one.section, its, theirs)?.key === other.section.key;
}

function holderOf({ parent, section }: TopicNode): string {
  return parent?.topic.title ?? section.title;
}

import { runs } from '../../database.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isFull } from '../../size.ts';
import { type Group, groupWith, list } from './group.ts';

/** Titles that have nothing in common, so that it is clear which topic is which. */
const TITLES = ['Joins', 'Kernel', 'Sockets', 'Compilers', 'Queues', 'Branches', 'Threads', 'Caches'];
const PEOPLE = ['ana', 'ben'];

/** A list of some of the titles, in any order, some of them parts of the one before. */
const lists = fc
  .tuple(fc.shuffledSubarray(TITLES, { minLength: 2 }), fc.infiniteStream(fc.boolean()))
  .map(([titles, isPart]) =>
    titles.map((title, at) => (at > 0 && isPart.next().value ? `  ${title}` : title)),
  );

/** What members say about topics, by their position among those without parts. */
const sayings = fc.array(
  fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom('done', 'start', 'skip', 'reset'), fc.nat(20)),
  { maxLength: 8 },
);

type Sayings = readonly (readonly [
  userId: string,
  action: 'done' | 'start' | 'skip' | 'reset',
  leaf: number,
])[];

async function sayAll(group: Group, all: Sayings): Promise<void> {
  for (const [userId, action, leaf] of all) {
    const leaves = (await group.outline()).nodes.filter(({ children }) => children.length === 0);
    const title = leaves[leaf % leaves.length]?.topic.title;
    if (title !== undefined) await group.say(userId, action, title);
  }
}

/** The parent of each topic without parts; null if it has none. */
function leavesOf(items: readonly string[]): ReadonlyMap<string, string | null> {
  const leaves = new Map<string, string | null>();
  let parent: string | null = null;
  for (const [at, item] of items.entries()) {
    if (item.startsWith('  ')) leaves.set(item.trim(), parent);
    else {
      parent = item;
      if (!items[at + 1]?.startsWith('  ')) leaves.set(item, null);
    }
  }
  return leaves;
}

/** Opens a group for a property, and closes it afterwards. */
async function inGroup(before: readonly string[], check: (group: Group) => Promise<void>): Promise<void> {
  const group = await groupWith(list(...before));
  try {
    await check(group);
  } finally {
    await group.close();
  }
}

const RUNS = runs(isFull ? 300 : 10);

test('however a list changes, no tick is lost whose topic exists, and none is made up', async () => {
  await fc.assert(
    fc.asyncProperty(lists, sayings, lists, (before, said, after) =>
      inGroup(before, async (group) => {
        await sayAll(group, said);
        const stood = await Promise.all(PEOPLE.map((userId) => group.standing(userId)));
        await group.change(list(...after));
        const [was, is] = [leavesOf(before), leavesOf(after)];
        const all = new Set(before.map((item) => item.trim()));
        for (const [at, userId] of PEOPLE.entries()) {
          const [then, now] = [stood[at] ?? {}, await group.standing(userId)];
          const kept = [...is.keys()].filter((title) => was.has(title));
          expect(kept.map((title) => [title, now[title]])).toEqual(kept.map((title) => [title, then[title]]));
          // New progress can only have been carried from the topic that it is a part of now.
          const fresh = [...is].filter(([title]) => !all.has(title) && now[title] !== undefined);
          expect(fresh.map(([title]) => now[title])).toEqual(fresh.map(([, parent]) => then[parent ?? '']));
        }
      }),
    ),
    RUNS,
  );
});

test('however a list has changed, undo restores everything, and what was said in between stays', async () => {
  await fc.assert(
    fc.asyncProperty(lists, sayings, lists, sayings, (before, first, after, then) =>
      inGroup(before, async (group) => {
        await sayAll(group, first);
        const was = await group.everything();
        await group.change(list(...after));
        await group.undo();
        expect(await group.everything()).toBe(was);
        await group.undo();
        await sayAll(group, then);
        const is = await group.everything();
        await group.undo();
        await group.undo();
        expect(await group.everything()).toBe(is);
      }),
    ),
    RUNS,
  );
});

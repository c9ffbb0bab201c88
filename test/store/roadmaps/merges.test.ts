import { beforeEach, describe, expect, test } from 'vitest';
import { changeProof, proofOf, writeProof } from '../../../src/store/proofs/proofs.ts';
import { proofsBy, proofsOf } from '../../../src/store/proofs/roadmap-proofs.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { type Group, groupWith, list } from './group.ts';
import { proofsOfGroup } from '../whole-group.ts';

let group: Group;
let interactions = 0;

beforeEach(async () => {
  group = await groupWith(list('Indexes', 'Views', 'Shell'));
  interactions = 0;
  return () => group.close();
});

const by = (userId: string) => {
  interactions += 1;
  return { interactionId: `i${interactions}`, userId, guildId: null, at: interactions };
};

async function idOf(title: string): Promise<string> {
  const node = (await group.outline()).nodes.find(({ topic }) => topic.title === title);
  if (node === undefined) throw new Error(`there is no ${title}`);
  return node.id;
}

async function write(
  userId: string,
  title: string,
  text: string,
  method: 'cheatcode' | 'feynman',
): Promise<void> {
  const work = { topicId: await idOf(title), method, parts: [text], url: null, language: null };
  await writeProof(group.db, by(userId), work);
}

async function merge(titles: readonly string[], into: string): Promise<void> {
  const { nodes } = await group.outline();
  const olds = nodes.filter(({ topic }) => titles.includes(topic.title)).map(({ topic }) => topic.key);
  const key = `track/${into.toLowerCase()}`;
  const rest = nodes.map(({ topic }) => topic.title).filter((title) => !titles.includes(title));
  await group.change(list(into, ...rest), new Map(olds.map((old) => [old, [key]])));
}

const textOf = async (userId: string, title: string) =>
  (await proofOf(group.db, userId, await idOf(title), 'cheatcode'))?.parts ?? null;

describe('a proof on a topic that was merged', () => {
  test('is seen on the merged topic, also by the group, and is in its old place after an undo', async () => {
    await write('ana', 'Indexes', 'a tree', 'cheatcode');
    await write('ana', 'Views', 'a window', 'feynman');
    const views = await idOf('Views');
    await merge(['Indexes', 'Views'], 'Both');

    const both = await idOf('Both');
    const own = await proofsOf(group.db, 'ana', 'trail');
    expect(own.get(both)).toEqual(
      new Map([
        ['cheatcode', 'proven'],
        ['feynman', 'written'],
      ]),
    );
    await ensureGuild(group.db, 'g', 'en-US', 1);
    await join(group.db, 'g', 'ana', 1);
    expect((await proofsOfGroup(group.db, 'g', 'trail')).get('ana')?.get(both)?.get('cheatcode')).toBe(
      'proven',
    );
    expect((await proofsBy(group.db, 'ana', 'trail', 'feynman')).map(({ topicId }) => topicId)).toContain(
      both,
    );
    expect(await textOf('ana', 'Both')).toEqual(['a tree']);

    await group.undo();
    expect(await textOf('ana', 'Indexes')).toEqual(['a tree']);
    expect((await proofsOf(group.db, 'ana', 'trail')).get(views)?.get('feynman')).toBe('written');
    expect(await textOf('ana', 'Views')).toBeNull();
  });

  test('if there are two by one method, the later one is shown, and both are kept', async () => {
    await write('ana', 'Indexes', 'the later', 'cheatcode');
    await write('ana', 'Views', 'the earlier', 'cheatcode');
    await write('ana', 'Indexes', 'the later, again', 'cheatcode');
    await merge(['Indexes', 'Views'], 'Both');
    expect(await textOf('ana', 'Both')).toEqual(['the later, again']);
    await group.undo();
    expect(await textOf('ana', 'Views')).toEqual(['the earlier']);
  });

  test('is changed in its place, so that an undo keeps the change', async () => {
    await write('ana', 'Indexes', 'a tree', 'cheatcode');
    await merge(['Indexes', 'Views'], 'Both');
    const place = { topicId: await idOf('Both'), method: 'cheatcode' } as const;
    await changeProof(group.db, by('ana'), place, (before) => ({
      parts: [...(before?.parts ?? []), 'and a hash'],
      url: null,
      language: null,
    }));
    expect(await textOf('ana', 'Both')).toEqual(['a tree', 'and a hash']);
    await group.undo();
    expect(await textOf('ana', 'Indexes')).toEqual(['a tree', 'and a hash']);
  });

  test('moves along when the merged topic is merged again', async () => {
    await write('ana', 'Indexes', 'a tree', 'cheatcode');
    await merge(['Indexes', 'Views'], 'Both');
    await merge(['Both', 'Shell'], 'All');
    expect(await textOf('ana', 'All')).toEqual(['a tree']);
    expect(await textOf('ben', 'All')).toBeNull();
  });
});

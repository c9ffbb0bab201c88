import { expect, test } from 'vitest';
import { groupSize, hasJoined, namesIn } from '../../../src/store/members/memberships.ts';
import { planPost } from '../../../src/store/schedule/posts.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { callOf, studyGroup, topicOf } from '../../commands/study-group.ts';
import { progressOfGroup } from '../../store/whole-group.ts';

const MINUTE = 60_000;

test('a member who has left the server does not count in its group until they are back', async () => {
  const { world, guild, members } = await studyGroup(['Ana', 'Ben', 'Can']);
  await using _ = world;
  const ben = members[1];
  if (ben === undefined) throw new Error('Ben is there');
  const { db } = world.app;
  const acid = { topicId: await topicOf(world, 'acid'), action: 'done' } as const;
  await record(db, (await callOf(world, guild, ben)).actor, [acid]);
  const at = world.clock.now() + 3 * 60 * MINUTE;
  await planPost(db, guild.id, 'daily', { at, date: '2026-11-23' });

  guild.removeMember(ben);
  await world.tick();
  expect(await groupSize(db, guild.id), 'hours before the post nobody is asked').toBe(3);
  world.clock.advance(3 * 60 * MINUTE - 4 * MINUTE);
  await world.tick();
  expect(await groupSize(db, guild.id)).toBe(2);
  expect([...(await progressOfGroup(db, guild.id, 'backend')).keys()]).not.toContain(ben.id);
  expect([...(await namesIn(db, guild.id, [ben.id])).keys()]).not.toContain(ben.id);

  guild.addMember(ben);
  await world.tick();
  expect(await hasJoined(db, guild.id, ben.id), 'once a day is enough').toBe(false);
  await ben.slash('topic', { topic: 'ACID' });
  expect(await groupSize(db, guild.id)).toBe(3);
  const back = (await progressOfGroup(db, guild.id, 'backend')).get(ben.id);
  expect(back?.get(acid.topicId)?.state).toBe('done');
});

import { expect, test } from 'vitest';
import { everyComponent } from '../../playground/state/components.ts';
import type { MessageJson } from '../../playground/state/json.ts';
import { namesIn } from '../../src/store/members/memberships.ts';
import { planPost } from '../../src/store/schedule/posts.ts';
import { postIn, shareIt, callOf, studyGroup, write } from '../commands/study-group.ts';

/**
 * The ids of users whom a client that has met nobody shows as unknown: they are mentioned in a text, but not in the
 * payload.
 */
function unknownIn(message: MessageJson): readonly string[] {
  const texts = everyComponent(message.components).map(({ content }) => content ?? '');
  const mentioned = texts.flatMap((text) => [...text.matchAll(/(?<!\\)<@(\d+)>/g)].map(([, id = '']) => id));
  return mentioned.filter((id) => !message.mentions.some((user) => user.id === id));
}

test('posts and answers name people so that every client can show them, and notify nobody', async () => {
  const { world, guild, study, general, members } = await studyGroup(['Ana', 'Ben', 'Cem']);
  await using _ = world;
  const [ana, ben, cem] = members;
  if (ana === undefined || ben === undefined || cem === undefined) throw new Error('there are three');
  const proof = await write(world, ana, 'acid', 'feynman', 'All of it, or nothing.');
  await shareIt(await callOf(world, guild, ana, general), proof);
  await ben.press(postIn(study, 0), 'Makes sense', { until: 'settled' });
  const form = await cem.press(postIn(study, 0), 'Ask a question…');
  await cem.fill(form, { question: 'And in between?' }, { until: 'settled' });
  const page = await cem.slash('feynman show', { topic: 'ACID', member: ana });
  expect(page.text).toContain('by Ana');
  const posted = [study, ...study.threads].flatMap((channel) => channel.messages);
  expect(posted.length).toBeGreaterThan(1);
  for (const message of [...posted, page.message].filter((each) => each !== null)) {
    expect(unknownIn(message)).toEqual([]);
  }
  expect(JSON.stringify(posted)).toContain('sense to Ben');
});

test('a new name is known before the next post', async () => {
  const { world, guild, members } = await studyGroup(['Ana', 'Ben']);
  await using _ = world;
  const ana = members[0];
  if (ana === undefined) throw new Error('Ana is there');
  const member = guild.guild.members.get(ana.id);
  if (member !== undefined) member.nick = 'Ana the Great';
  const at = world.clock.now() + 4 * 60_000;
  await planPost(world.app.db, guild.id, 'daily', { at, date: '2026-11-23' });
  await world.tick();
  expect((await namesIn(world.app.db, guild.id, [ana.id])).get(ana.id)?.name).toBe('Ana the Great');
});

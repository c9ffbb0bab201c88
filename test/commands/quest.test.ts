import { expect, test } from 'vitest';
import { textOf } from '../../playground/people/reading.ts';
import { record } from '../../src/store/progress/progress.ts';
import { reschedule } from '../../src/schedule/reschedule.ts';
import { guildOf } from '../../src/store/members/guilds.ts';
import { studyGroup } from './study-group.ts';

const DAY = 24 * 60 * 60 * 1000;

test('a quest is set by an organiser, shown in the daily post, and its end in the weekly one', async () => {
  const { world, guild, study, members } = await studyGroup(['Ada', 'Ben']);
  await using _ = world;
  const [ada, ben] = members;
  if (ada === undefined || ben === undefined) throw new Error('there are two members');
  const boss = guild.addMember({ name: 'Boss', locale: 'tr', permissions: ['ManageGuild'] });
  const stored = await guildOf(world.app.db, guild.id);
  if (stored === null) throw new Error('the guild is there');
  await reschedule(world.app.db, stored, world.clock.now());

  expect((await ada.slash('group quest')).text).toContain('No quest this week.');
  expect((await ada.slash('group quest', { topics: 2 })).text).toContain('organiser');
  const set = await boss.slash('group quest', { topics: 3 });
  expect(set.text).toContain('Görev başladı!\nBu hafta birlikte **3 konu** bitirelim.\n▱▱▱▱▱▱▱▱▱▱ 0/3');
  await ada.slash('done', { topic: 'ACID' });
  await ben.slash('done', { topic: 'ACID' });
  await ben.slash('done', { topic: 'JSON' });
  await ben.slash('undo');
  // Time that is added later does not count, and neither do many ticks at once.
  await ada.slash('focus log', { topic: 'REST', minutes: 60 });
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  const many = (roadmap?.nodes ?? []).filter(
    ({ children, topic }) => children.length === 0 && topic.stage === null,
  );
  world.clock.advance(DAY / 24);
  const actor = { interactionId: '5', userId: ben.id, guildId: guild.id, at: world.clock.now() };
  await record(
    world.app.db,
    actor,
    many.slice(20, 40).map(({ id }) => ({ topicId: id, action: 'done' })),
  );
  const seen = await ada.slash('group quest');
  expect(seen.text).toContain('Let’s finish **3 topics** together this week.\n▰▰▰▰▰▰▰▱▱▱ 2 of 3\n');
  expect(seen.text).toContain('6 days left · you: 1');

  world.clock.advance(DAY);
  await world.tick();
  expect(study.messages.map(textOf).join('\n')).toContain('**Quest** ▰▰▰▰▰▰▰▱▱▱ 2 of 3 topics together');
  await ada.slash('done', { topic: 'KISS' });
  // The post follows within a minute, wherever the topic was finished.
  world.clock.advance(DAY / 24 / 60);
  await world.tick();
  expect(study.messages.map(textOf).join('\n')).toContain('**Quest** reached: 3 topics together!');
  await ada.slash('undo');
  world.clock.advance(DAY / 24 / 60);
  await world.tick();
  expect(study.messages.map(textOf).join('\n')).toContain('**Quest** ▰▰▰▰▰▰▰▱▱▱ 2 of 3 topics together');
  await ada.slash('done', { topic: 'KISS' });
  // The weekly post comes on Sunday.
  world.clock.advance(5 * DAY);
  await world.tick();
  expect(study.messages.map(textOf).join('\n')).toContain('**Quest** reached: 3 topics together!');
  expect((await ada.slash('group quest')).text).toContain('No quest this week.');
});

test('an organiser starts one by a button, and changes its number by a list', async () => {
  const { world, guild, members } = await studyGroup(['Ada']);
  await using _ = world;
  const [ada] = members;
  if (ada === undefined) throw new Error('there is a member');
  const boss = guild.addMember({ name: 'Boss', locale: 'en-US', permissions: ['ManageGuild'] });
  const quest = await boss.slash('group quest');
  await boss.press(quest, 'Start: 10 topics');
  expect(quest.text).toContain('▱ 0 of 10\n');
  await boss.choose(quest, 'v1:quest-set', ['5']);
  expect(quest.text).toContain('▱ 0 of 5\n');
  const own = await ada.slash('group quest');
  expect(own.buttons).toEqual(['See my picks']);
  for (const customId of ['v1:quest-set:9', 'v1:quest-set:0', 'v1:quest-set:2000', 'v1:quest-set'])
    await ada.press(own, { customId });
  await boss.press(quest, { customId: 'v1:quest-set:0' });
  expect((await ada.slash('group quest')).text).toContain('▱ 0 of 5\n');
});

test('a quest is proposed each week from two weeks on, until an organiser stops it', async () => {
  const { world, guild, members } = await studyGroup(['Ada']);
  await using _ = world;
  const [ada] = members;
  if (ada === undefined) throw new Error('there is a member');
  const boss = guild.addMember({ name: 'Boss', locale: 'en-US', permissions: ['ManageGuild'] });
  const quest = await boss.slash('group quest');
  await boss.press(quest, 'Every week');
  expect(quest.text).toContain('I propose the first one after two weeks');
  await ada.slash('done', { topic: 'ACID' });
  world.clock.advance(7 * DAY);
  for (const topic of ['KISS', 'YAGNI', 'JSON']) await ada.slash('done', { topic });
  world.clock.advance(7 * DAY);
  await boss.press(quest, { customId: 'v1:quest-weekly:on' });
  expect(quest.text).toContain('Let’s finish **1 topic** together');
  await ada.slash('done', { topic: 'REST' });
  expect((await ada.slash('group quest')).text).toContain('reached: 1 topic together!');
  await boss.press(quest, 'Stop quests');
  expect(quest.text).toContain('No quest any more.');
  const forged = await ada.press(await ada.slash('group quest'), { customId: 'v1:quest-weekly:on' });
  expect(forged.text).toContain('organiser');
});

import { expect, test } from 'vitest';
import { memosOf } from '../../src/store/memos/list.ts';
import { studyGroup } from './study-group.ts';

const HOUR = 60 * 60_000;

test('*Turn all off* stops every ping, and what was asked for comes when it may again', async () => {
  const { world, study: channel, members } = await studyGroup(['Ada', 'Ben']);
  await using _ = world;
  const [ada, ben] = members;
  if (ada === undefined || ben === undefined) throw new Error('there are two');
  const { db } = world.app;
  // Ada asks for everything that can be asked for in a minute.
  const memo = await ada.slash('remind me', { what: 'Stretch', when: 'in 2 hours' });
  await ada.press(memo, 'Yes, remind me');
  for (const person of [ada, ben]) {
    const buddies = await person.slash('group buddies');
    await person.choose(buddies, 'Pick times…', ['Mon–Fri, 18:00–21:00']);
  }
  const session = await ada.slash('focus together', {}, { channel });
  await ada.press(session, 'Ping me at breaks');

  const panel = await ada.slash('settings');
  await ada.press(panel, 'Choose…');
  await ada.press(panel, 'Turn all off');
  expect(panel.text).toContain('Nothing pings you.');
  await ada.press(panel, 'Back');
  expect(panel.text).toContain('**What may ping me**\nNothing');

  world.clock.advance(25 * 60_000);
  await world.tick();
  world.clock.advance(2 * HOUR);
  await world.tick();
  const all = [channel, ...channel.threads].flatMap(({ messages }) => messages);
  expect(all.flatMap(({ mentions }) => mentions.map(({ id }) => id))).not.toContain(ada.id);
  expect(all.flatMap(({ mentions }) => mentions.map(({ id }) => id))).toContain(ben.id);
  expect(ada.dm.sees()).toEqual([]);
  expect(await memosOf(db, ada.id)).toHaveLength(1);

  const again = await ada.slash('settings');
  await ada.press(again, 'Choose…');
  const form = await ada.press(again, 'Choose…');
  const ticked = await ada.fill(form, { 'Which of these may ping you?': ['Reminders from /remind'] });
  expect(ticked.text).toMatch(/✓ Reminders from \/remind\n✗ Breaks in group sessions · \*\*off\*\*\n/);
  await ada.press(again, 'Back');
  expect(again.text).toContain('**What may ping me**\n1 of 9 kinds allowed');
  world.clock.advance(2 * HOUR);
  await world.tick();
  expect(ada.dm.sees()).toHaveLength(1);
});

test('who asks again for a thing is pinged by it again', async () => {
  const { world, members } = await studyGroup(['Ada']);
  await using _ = world;
  const [ada] = members;
  if (ada === undefined) throw new Error('there is one');
  const panel = await ada.slash('settings');
  await ada.press(panel, 'Choose…');
  await ada.press(panel, 'Turn all off');
  await ada.press(await ada.slash('remind me', { what: 'Stretch', when: 'in 2 hours' }), 'Yes, remind me');
  world.clock.advance(2 * HOUR);
  await world.tick();
  expect(ada.dm.sees()).toHaveLength(1);
});

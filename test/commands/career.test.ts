import { expect, test } from 'vitest';
import { progressOf, record } from '../../src/store/progress/progress.ts';
import { leaves, studied } from '../../src/study/topics/status.ts';
import { startWorld } from '../bot.ts';
import { follow, PLAIN } from './other-roadmap.ts';

test.each([
  {
    locale: 'en-US',
    says: [
      '◐ **Backend** · you’re here\n▰▱▱▱▱▱▱▱▱▱ 1 of 37 done',
      '-# ○ Backend thesis\n-# ○ Computer Science Theory\n',
      '○ Startup',
      'Next in Backend:\n**CDN**\n-# Main Roadmap › Caching',
    ],
  },
  {
    locale: 'tr',
    says: ['◐ **Backend** · buradasın', '**CDN**\n-# Ana konular › Önbellekleme'],
  },
])(
  'in $locale, it shows the stages in order, where the member is, and what is next',
  async ({ locale, says }) => {
    await using world = await startWorld();
    const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale });
    await ada.slash('done', { topic: 'ACID' });
    await ada.slash('start', { topic: 'CDN' });

    const answer = await ada.slash('career');
    expect(answer.ephemeral).toBe(true);
    for (const said of says) expect(answer.text).toContain(said);
  },
);

test('a free stage is declared with a note, and undone', async () => {
  await using world = await startWorld();
  const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada' });

  // Only the present stage has a button in the direction; a later one is declared by its name.
  expect((await ada.slash('career')).buttons).not.toContain('I’m there…');
  const form = await ada.slash('done', { topic: 'Startup' });
  const declared = await ada.fill(form, { 'What did you reach?': 'Our first\n**customer** @everyone' });
  expect(declared.text).toContain('**Startup** reached');
  expect(declared.text).toContain('● Startup\n> Our first \\*\\*customer\\*\\* \\@everyone');
  await ada.press(await ada.slash('topic', { topic: 'Startup' }), 'Mark not done');
  const taken = await ada.slash('career');
  expect(taken.text).toContain('○ Startup');
  expect(taken.text).not.toContain('customer');
  // The note comes back with the form.
  const again = await ada.slash('done', { topic: 'Startup' });
  expect(JSON.stringify(again.modal)).toContain('Our first');
  expect((await ada.fill(again, {})).text).toContain('● Startup');
});

test('when a track is done its thesis is next, and at the end there is praise', async () => {
  await using world = await startWorld();
  const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada' });
  const { db, library } = world.app;
  const roadmap = await library.roadmap(db, 'backend');
  if (roadmap === null) throw new Error('the bundled roadmap is there');
  const finish = (title: string, id: string) => {
    const done = studied(roadmap).filter((node) => node.top.title === title && node.parent === null);
    const actor = { interactionId: id, userId: ada.id, guildId: null, at: world.clock.now() };
    const changes = done.flatMap(leaves).map((leaf) => ({ topicId: leaf.id, action: 'done' as const }));
    return record(db, actor, changes);
  };
  await finish('Main Roadmap', '1');

  const thesis = await ada.slash('career');
  expect(thesis.text).toContain('● Backend\n▰▰▰▰▰▰▰▰▰▰ 37 of 37 done');
  expect(thesis.text).toContain('○ **Backend thesis** · you’re here');
  expect(thesis.text).toContain('**Next: Backend thesis.**');
  // A tick is not enough.
  expect((await ada.slash('done', { topic: 'Backend thesis' })).text).toContain(
    'once its thesis is accepted',
  );
  expect((await ada.slash('career')).text).toContain('○ **Backend thesis**');
  const form = await ada.press(thesis, { label: 'Write a thesis', near: 'Backend thesis' });
  await ada.fill(form, { 'Your thesis': 'Databases are the backend.' });
  const written = await ada.slash('career');
  expect(written.text).toContain('◐ **Backend thesis** · you’re here');
  expect(written.text).toContain('so that readers accept it');

  // A later stage can be written for as well: nobody has to keep the order.
  await finish('Theory', '2');
  await finish('Devops', '3');
  for (const stage of ['Theory thesis', 'Devops thesis']) {
    const next = await ada.slash('tez write', { topic: stage });
    await ada.fill(next, { Link: 'example.org/tez' });
  }
  await db.updateTable('proof').set({ proven_at: 1 }).where('method', '=', 'tez').execute();
  const last = await ada.slash('career');
  expect(last.text).toContain('● Devops thesis');
  await ada.fill(await ada.press(last, 'I’m there…'), {});
  expect((await ada.slash('career')).text).toContain('All stages done');
  const states = [...(await progressOf(db, ada.id, 'backend')).values()].map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['done']));
});

test('of many stages, those around the member’s own are shown', async () => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study' });
  const ada = guild.addMember({ name: 'Ada' });
  const stages = Array.from({ length: 30 }, (_, n) => `- [ ] Step ${n} <!-- id: s-${n} stage: free -->`);
  const markdown = ['# Long', '## Direction <!-- kind: career -->', ...stages, '## Work', '- [ ] A'];
  await follow(world, guild, 'long', markdown.join('\n'));
  expect((await ada.slash('progress')).text, 'nothing is done yet').not.toContain('Career direction');
  for (let step = 0; step < 12; step += 1)
    await ada.fill(await ada.slash('done', { topic: `Step ${step}` }), {});

  const { text } = await ada.slash('career');
  expect(text).toContain('10 earlier stages done');
  expect(text).toContain('● Step 10\n● Step 11\n○ **Step 12** · you’re here\n-# ○ Step 13');
  expect(text).toContain('… and 12 more');
  expect((await ada.slash('progress')).text).toContain('● Step 11, then Step 12, then Step 13');
});

test.each([
  ['en-US', 'This roadmap has no career direction'],
  ['tr', 'Bu yol haritasında kariyer yönü yok'],
])('in %s, a roadmap without a career direction says so and offers a next step', async (locale, said) => {
  await using world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Kitchen' });
  const ada = guild.addMember({ name: 'Ada', locale });
  await follow(world, guild, 'cooking', PLAIN);

  const answer = await ada.slash('career');
  expect(answer.text).toContain(said);
  expect(answer.buttons).toHaveLength(2);
});

test('it works in direct messages', async () => {
  await using world = await startWorld();
  const ada = world.discord.addPerson({ name: 'Ada' }).install().dm;
  expect((await ada.slash('career')).text).toContain('Next in Backend:\n**Testing**');
});

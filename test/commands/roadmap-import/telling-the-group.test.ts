import { expect, test } from 'vitest';
import { DAY } from '../../../src/time/units.ts';
import { startWorld } from '../../bot.ts';

const CAMP = { name: 'camp.md', content: Buffer.from('# Camp\n\n- [ ] Git\n- [ ] HTML\n') };

/** A server whose group has started in #study, where posts come. */
async function started() {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-GB', channels: ['general', 'study'] });
  const { owner } = guild;
  owner.locale = 'en-GB';
  await world.discord.quiet();
  const study = guild.channel('study');
  await owner.press(await owner.slash('setup', {}, { channel: study }), 'Start');
  const importCamp = async () =>
    owner.press(
      await owner.slash('roadmap import', { file: CAMP }, { channel: guild.channel('general') }),
      'Save',
    );
  return { world, guild, owner, study, importCamp };
}

test('the organiser reads that the group was told, and where', async () => {
  const { world, study, importCamp } = await started();
  await using _ = world;
  expect((await importCamp()).text).toContain(`I’ve told the group: <#${study.id}>`);
  expect(JSON.stringify(study.lastMessage())).toContain('Camp');
});

test.each(['forbidden', 'gone'])('nobody is said to be told in a channel that is %s', async (how) => {
  const { world, study, importCamp } = await started();
  await using _ = world;
  if (how === 'forbidden') study.deny('bot', ['SendMessages']);
  else study.delete();
  await world.discord.quiet();
  const saved = await importCamp();
  expect(saved.text).toContain('Your group follows it from now on.');
  expect(saved.text).not.toContain('I’ve told the group');
  world.discord.takeRefusals();
  world.logged.splice(0);
});

test('a roadmap that the group follows already is no news on another day, nor followed twice', async () => {
  const { world, owner, study, importCamp } = await started();
  await using _ = world;
  await owner.slash('roadmap join');
  await owner.slash('done', { topic: 'ACID' });
  const saved = await importCamp();
  const customId = /v1[^":]*:import-follow:[^"]+/.exec(JSON.stringify(saved.message?.components))?.[0] ?? '';
  expect((await owner.press(saved, { customId })).text).toContain('I’ve told the group');
  const followed = () => world.app.db.selectFrom('guild_follow').select('roadmap_id').execute();
  const [before, messages] = [await followed(), study.messages.length];
  world.clock.advance(DAY);
  const again = await owner.press(saved, { customId });
  expect(again.text).not.toContain('I’ve told the group');
  expect(study.messages).toHaveLength(messages);
  expect(await followed()).toEqual(before);
});

test('news that could not be sent does not keep a later one of the same day away', async () => {
  const { world, guild, owner, study, importCamp } = await started();
  await using _ = world;
  study.delete();
  await world.discord.quiet();
  await importCamp();
  const general = guild.channel('general');
  const panel = await owner.press(await owner.slash('setup', {}, { channel: general }), {
    customId: 'v1:setup-change',
  });
  await owner.choose(panel, 'v1:setup-channel', [general.id]);
  await owner.choose(panel, 'Pick a roadmap', ['Backend TODO']);
  expect(JSON.stringify(general.messages)).toMatch(/A new roadmap for us.*Backend/);
  world.discord.takeRefusals();
  world.logged.splice(0);
});

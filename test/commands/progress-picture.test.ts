import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { namesIn } from '../../src/store/members/memberships.ts';
import { personalData } from '../../src/store/members/personal-data.ts';
import { readPicture } from '../../src/files/picture.ts';
import { openStudio, STUDIO_LIMITS } from '../../src/view/pictures/studio.ts';
import { startWorld } from '../bot.ts';
import { picturesOf, sketchStudio } from '../pictures.ts';

const MONDAY = '2026-11-23T09:00:00Z';
const nothing = ['nothing', 'nothing', 'nothing', 'nothing', 'nothing'];
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

async function studioWorld() {
  const studio = sketchStudio();
  const world = await startWorld(MONDAY, { pictures: studio });
  return { studio, world };
}

async function deleteAll(person: Person) {
  const form = await person.press(await person.slash('settings'), { customId: 'v1:settings-delete' });
  await person.fill(form, { word: 'delete' });
}

describe('the picture of a member’s own progress', () => {
  test('says in its description all that it shows, with the member’s name in the server', async () => {
    const { studio, world: made } = await studioWorld();
    await using world = made;
    const guild = world.discord.addGuild({ name: 'Study' });
    const ada = guild.addMember({ name: 'ada', nick: 'Ada 🦊' });
    await ada.slash('done', { topic: 'ACID' });
    await ada.slash('done', { topic: 'JSON' });
    world.clock.advance(DAY);
    await ada.slash('start', { topic: 'CDN' });

    const answer = await ada.slash('progress');
    expect(picturesOf(answer.message)).toEqual([
      {
        url: expect.stringContaining('progress-1.png'),
        alt: 'Ada 🦊 in Backend TODO: 2\u00A0of\u00A087 done. Main Roadmap 2/37, Theory 0/9, Devops 0/41. This week: Mon (2 topics), Tue studied. 2-day streak. 2 days studied in the last 26 weeks.',
      },
    ]);
    // The words say what the picture cannot, and do not repeat it.
    expect(answer.text).toContain('**In progress** · CDN');
    expect(answer.text).not.toMatch(/▰|of 87|Streak|This week/);
    const inWords = await ada.choose(await ada.slash('progress'), 'More…', ['All in words']);
    expect(picturesOf(inWords.message)).toEqual([]);
    expect(inWords.text).toContain('**This week** 2 topics done');
    await ada.choose(inWords, 'More…', ['As a picture']);
    expect(picturesOf(inWords.message)).toHaveLength(1);
    expect(studio.asked.slice(0, 1).map(({ picture }) => picture)).toMatchObject([
      {
        person: { name: 'Ada 🦊', username: 'ada' },
        done: { text: '2\u00A0of\u00A087 done', percent: '2%' },
        proven: null,
        halfYear: null,
        week: { days: [2, 'studied', ...nothing].map((what) => ({ what })) },
      },
    ]);
  });

  test('is missing if there is nothing to show, and if everything is hidden', async () => {
    const { studio, world: made } = await studioWorld();
    await using world = made;
    const guild = world.discord.addGuild({ name: 'Study' });
    const [ada, ben] = [guild.addMember({ name: 'Ada' }), guild.addMember({ name: 'Ben' })];
    await ada.slash('roadmap join');
    await ada.slash('start', { topic: 'ACID' });
    await ada.slash('progress');
    await ada.slash('done', { topic: 'ACID' });
    await ada.choose(await ada.slash('settings'), 'Pick what they see', ['topics']);
    await ben.slash('progress', { member: ada });
    expect(studio.asked).toEqual([]);
  });

  test('is light for a reader who has chosen that, even if it shows another member', async () => {
    const { studio, world: made } = await studioWorld();
    await using world = made;
    const guild = world.discord.addGuild({ name: 'Study' });
    const [ada, ben] = [guild.addMember({ name: 'Ada' }), guild.addMember({ name: 'Ben', locale: 'tr' })];
    await ada.slash('roadmap join');
    await ada.slash('done', { topic: 'ACID' });
    const panel = await ben.slash('settings');
    await ben.choose(panel, 'v1:settings-theme', ['Açık']);
    expect(panel.text).toContain('**Resimlerin renkleri** · ✓ Kaydedildi');
    await ben.slash('progress', { member: ada });
    await ada.slash('progress');
    expect(studio.asked.map(({ theme, picture }) => [theme, picture.locale])).toEqual([
      ['light', 'tr-TR'],
      ['dark', 'en-GB'],
    ]);
  });

  test('is posted after a preview, and is removed from the post when the member deletes their data', async () => {
    const { world: made } = await studioWorld();
    await using world = made;
    const guild = world.discord.addGuild({ name: 'Study' });
    const ada = guild.addMember({ name: 'Ada' });
    await ada.slash('roadmap join');
    await ada.slash('done', { topic: 'ACID' });
    const preview = await ada.press(await ada.slash('progress'), 'Share with group');
    expect(picturesOf(preview.message)).toHaveLength(1);
    await ada.press(preview, 'Share');
    await world.discord.quiet();
    expect(picturesOf(guild.channel().lastMessage())).toHaveLength(1);
    const post = {
      messageId: guild.channel().lastMessage()?.id,
      channelId: guild.channel().id,
      guildId: guild.id,
    };
    expect((await personalData(world.app.db, ada.id)).pictures).toEqual([{ ...post, at: world.clock.now() }]);

    await deleteAll(ada);
    await world.tick();
    const left = guild.channel().lastMessage();
    expect(picturesOf(left)).toEqual([]);
    expect(left?.attachments).toEqual([]);
    expect(JSON.stringify(left?.components)).toContain('**Just done** · ACID');
    // It is settled, so nothing more is requested.
    const asked = world.discord.requests.length;
    await world.tick();
    expect(world.discord.requests).toHaveLength(asked);
  });

  test('a post that no longer exists, or is closed, is not tried for ever', async () => {
    const { world: made } = await studioWorld();
    await using world = made;
    const guild = world.discord.addGuild({ name: 'Study' });
    const ada = guild.addMember({ name: 'Ada' });
    await ada.slash('roadmap join');
    await ada.slash('done', { topic: 'ACID' });
    for (let posts = 0; posts < 2; posts += 1) {
      await ada.press(await ada.press(await ada.slash('progress'), 'Share with group'), 'Share');
      await world.discord.quiet();
    }
    const [gone] = guild.channel().messages;
    if (gone !== undefined) guild.channel().deleteMessage(gone);
    guild.channel().deny('bot', ['ViewChannel']);
    await deleteAll(ada);
    await world.tick();
    world.discord.takeRefusals();
    guild.channel().allow('bot', ['ViewChannel']);
    // After a refusal it is tried again a minute later.
    world.clock.advance(MINUTE);
    await world.tick();
    expect(picturesOf(guild.channel().lastMessage())).toEqual([]);
    world.discord.takeRefusals();
  });
});

test('names are stored for each server as last seen, for members who joined there, and go with the membership', async () => {
  const { world: made } = await studioWorld();
  await using world = made;
  const guild = world.discord.addGuild({ name: 'Study' });
  const ada = guild.addMember({ name: 'ada', nick: 'Ada' });
  const ben = guild.addMember({ name: 'ben' });
  await ben.slash('today');
  await ada.slash('roadmap join');
  // The names are stored after the answer.
  await ada.slash('help');
  expect(await namesIn(world.app.db, guild.id, [ada.id, ben.id])).toEqual(
    new Map([[ada.id, { name: 'Ada', username: 'ada' }]]),
  );
  const member = guild.guild.members.get(ada.id);
  if (member !== undefined) member.nick = 'Ada Lovelace';
  await ada.slash('today');
  await ada.slash('help');
  const [seen] = (await personalData(world.app.db, ada.id)).memberships;
  expect(seen).toMatchObject({ guildId: guild.id, displayName: 'Ada Lovelace', username: 'ada' });
  await ada.slash('roadmap leave');
  expect(await namesIn(world.app.db, guild.id, [ada.id, ben.id])).toEqual(new Map());
});

test('the picture is drawn by a separate process', async () => {
  const told: string[] = [];
  const studio = openStudio((reason) => told.push(reason), { ...STUDIO_LIMITS, drawing: 20_000 });
  await using world = await startWorld(MONDAY, { pictures: studio });
  const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada' });
  await ada.slash('done', { topic: 'ACID' });
  const [picture] = picturesOf((await ada.slash('progress')).message);
  const file = await fetch(picture?.url ?? '');
  expect(readPicture(await file.bytes())).toEqual({ type: 'webp', width: 1000, height: 885 });
  expect(told).toEqual([]);
});

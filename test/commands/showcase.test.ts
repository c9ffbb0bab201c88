import { InteractionType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import type { PersonsFile } from '../../playground/state/files.ts';
import type { MessageJson } from '../../playground/state/json.ts';
import { filesOf, textOf } from '../../playground/people/reading.ts';
import { ensureGuild } from '../../src/store/members/guilds.ts';
import { join, noteNames } from '../../src/store/members/memberships.ts';
import { startWorld } from '../bot.ts';
import { follow, PLAIN } from './other-roadmap.ts';
import { png } from './pictures.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

const PICTURE: PersonsFile = { name: 'shot.png', content: png(1280, 720) };
const FORM = {
  Repository: 'https://github.com/ana/birds',
  'Live link': 'https://birds.example.org/home',
  'What’s in the picture?': 'A timeline with three posts',
  'What would you do differently?': 'Cache the **timeline** first.',
};

/** A server with Ana, Ben and Cem, who study with its group. */
async function group(locale = 'en-US') {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale });
  await world.discord.quiet();
  const [ana, ben, cem] = await Promise.all(
    ['Ana', 'Ben', 'Cem'].map((name) => joined(world, guild, name, locale)),
  );
  if (ana === undefined || ben === undefined || cem === undefined) throw new Error('three were added');
  return { world, guild, ana, ben, cem };
}

async function joined({ app }: World, guild: GuildHandle, name: string, locale = 'en-US'): Promise<Person> {
  const person = guild.addMember({ name, locale });
  await ensureGuild(app.db, guild.id, locale, app.now());
  await join(app.db, guild.id, person.id, app.now());
  await noteNames(app.db, guild.id, person.id, { name: person.name, username: person.name });
  return person;
}

/** Shows an app with the usual values of the form, except for those that are given. */
async function submit(
  person: Person,
  app = 'Twitter clone',
  fields: Readonly<Record<string, string | readonly PersonsFile[]>> = {},
): Promise<Answer> {
  const form = await person.slash('showcase submit', { app });
  return person.fill(form, { ...FORM, Picture: [PICTURE], ...fields });
}

/** Ana, Ben and Cem each show an app, in this order. */
async function three() {
  const all = await group();
  for (const [person, app] of [
    [all.ana, 'Twitter clone'],
    [all.ben, 'Medium clone'],
    [all.cem, 'Pinterest'],
  ] as const) {
    await submit(person, app, { Picture: [{ name: 'a.png', content: png(600, 400, app) }] });
    all.world.clock.advance(60_000);
  }
  return all;
}

async function deleteAll(person: Person): Promise<void> {
  const form = await person.press(await person.slash('settings'), { customId: 'v1:settings-delete' });
  await person.fill(form, { 'Type DELETE to delete it all': 'DELETE' });
}

/** The form's field for a picture. */
const file = (content: PersonsFile['content'], more: Partial<PersonsFile> = {}) => ({
  Picture: [{ name: 'a.png', type: 'image/png', content, ...more }],
});

/** The gallery, asked for in private and then shared with the group. */
const shareGallery = async (person: Person): Promise<void> => {
  const gallery = await person.slash('showcase gallery');
  if (gallery.buttons.includes('Share with group')) await person.press(gallery, 'Share with group');
  else await person.choose(gallery, 'More…', ['Share with group']);
};

const last = (guild: GuildHandle): MessageJson => {
  const message = guild.channel().lastMessage();
  if (message === undefined) throw new Error('nothing was posted');
  return message;
};

async function bytesOf(message: MessageJson | null): Promise<readonly Uint8Array[]> {
  const files = (message === null ? [] : filesOf(message)).map(async ({ url }) => (await fetch(url)).bytes());
  return Promise.all(files);
}

describe('the list of apps', () => {
  test('has the six apps of the roadmap, and each can be opened and claimed', async () => {
    const { world, guild, ana } = await group();
    await using _ = world;
    const list = await ana.slash('showcase list');
    for (const app of ['Twitter', 'YouTube', 'Instagram', 'Medium', 'Discord', 'Pinterest']) {
      expect(list.text).toContain(`**${app}`);
    }
    await ana.choose(list, 'Pick an app', ['Medium clone']);
    expect(list.text).toContain('Nobody has started yet: be the first!');
    await ana.press(list, 'Build this');
    expect(textOf(last(guild))).toContain(`${ana.name} is building “Medium clone”`);
    expect((await ana.slash('showcase list')).text).toContain(`**Medium clone** · ${ana.name}`);
  });

  test('apps are suggested by a part of their name; an unknown name gets the list', async () => {
    const { world, ana, ben } = await group();
    await using _ = world;
    const choices = await ana.type('showcase claim', { app: 'tw' });
    expect(choices.map(({ name }) => name)[0]).toContain('Twitter clone');
    expect(await ana.type('showcase claim', { app: '' })).toHaveLength(6);
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    const left = (await ana.type('showcase claim', { app: '' })).map(({ name }) => name).join();
    expect(left).not.toContain('Twitter clone');
    expect(left).toContain('Medium clone');
    // The member's own app is suggested for showing, and others may build it too.
    expect((await ana.type('showcase submit', { app: 'tw' }))[0]?.name).toContain('Twitter clone');
    expect((await ben.type('showcase claim', { app: 'tw' }))[0]?.name).toContain('Twitter clone');
    const answer = await ana.slash('showcase submit', { app: 'ACID @everyone' });
    expect(answer.text).toContain('I don’t know the app “ACID \\@everyone”');
  });

  test('a roadmap without apps says so', async () => {
    const { world, guild } = await group();
    await using _ = world;
    await follow(world, guild, 'cooking', PLAIN);
    const dee = guild.addMember({ name: 'Dee' });
    expect((await dee.slash('showcase list')).text).toContain('no apps');
    expect((await dee.slash('showcase claim', { app: 'Rice' })).text).toContain('no apps');
    expect((await dee.slash('showcase gallery')).text).toContain('The gallery is empty');
  });

  test('only people who study with the group can build; others are told how to join', async () => {
    const { world, guild } = await group();
    await using _ = world;
    const dee = guild.addMember({ name: 'Dee' });
    for (const line of ['showcase claim', 'showcase submit']) {
      const answer = await dee.slash(line, { app: 'Twitter clone' });
      expect(answer.text).toContain('Join this group first');
      expect(answer.buttons).toEqual(['Join']);
    }
    expect((await dee.slash('showcase list')).text).toContain('**Twitter clone**');
  });
});

describe('a team', () => {
  test('invited people join themselves, decline, or leave', async () => {
    const { world, guild, ana, ben, cem } = await group();
    await using _ = world;
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    await ana.choose(last(guild), 'Invite others', [ben, cem]);
    expect(textOf(last(guild))).toContain(`Invited: ${ben.name} and ${cem.name}`);
    expect((await ben.slash('showcase list')).text).toContain(`**Twitter clone** · ${ana.name}`);

    await ben.press(last(guild), 'I’m in');
    expect(textOf(last(guild))).toContain(`${ana.name} and ${ben.name} are building`);
    const again = await ben.press(last(guild), 'I’m in');
    expect(again.text).toContain('You’re already in this team');
    await cem.press(last(guild), 'Leave team');
    expect(textOf(last(guild))).not.toContain(cem.name);
    await ben.press(last(guild), 'Leave team');
    expect(textOf(last(guild))).toContain(`${ana.name} is building`);
    const bye = await ana.press(last(guild), 'Leave team');
    await bye.followedUp();
    expect(bye.followUps.map(textOf).join()).toContain('left the team');
    expect(await world.app.db.selectFrom('build').selectAll().execute()).toEqual([]);
  });

  test('an invited person finds the invitation on the app’s page as well', async () => {
    const { world, guild, ana, ben } = await group();
    await using _ = world;
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    await ana.choose(last(guild), 'Invite others', [ben]);
    const list = await ben.slash('showcase list');
    await ben.choose(list, 'Pick an app', ['Twitter clone']);
    await ben.press(list, 'I’m in');
    expect(list.text).toContain(`${ana.name} and ${ben.name}`);
  });

  test('only its members invite, only invited people come in, and nobody is in two teams of an app', async () => {
    const { world, guild, ana, ben, cem } = await group();
    await using _ = world;
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    const anas = last(guild);
    const refused = await ben.choose(anas, 'Invite others', [cem]);
    expect(
      refused.followUps
        .concat(refused.message ?? [])
        .map(textOf)
        .join(),
    ).toContain('Only its team');
    await ana.choose(anas, 'Invite others', [cem]);
    const stranger = await ben.press(anas, 'I’m in');
    expect(stranger.text).toContain('hasn’t invited you');

    await cem.slash('showcase claim', { app: 'Twitter clone' });
    const both = await cem.press(anas, 'I’m in');
    expect(both.text).toContain('in another team');
    expect((await ben.slash('showcase list')).text).toContain('**Twitter clone** · 2 teams');
  });

  test('bots and people who do not study here are not invited, and the inviter is told so', async () => {
    const { world, guild, ana } = await group();
    await using _ = world;
    const dee = guild.addMember({ name: 'Dee' });
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    const answer = await ana.choose(last(guild), 'Invite others', [dee, ana, world.discord.botId]);
    await answer.followedUp();
    expect(answer.followUps.map(textOf).join()).toContain(`Not invited: ${dee.name}`);
    const rows = await world.app.db.selectFrom('build_member').select('user_id').execute();
    expect(rows).toEqual([{ user_id: ana.id }]);
  });

  test('has at most twenty people', async () => {
    const { world, guild, ana } = await group();
    await using _ = world;
    const many = await Promise.all(
      Array.from({ length: 22 }, (__, index) => joined(world, guild, `P${index}`)),
    );
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    await ana.choose(last(guild), 'Invite others', many.slice(0, 15));
    await ana.choose(last(guild), 'Invite others', many.slice(15));
    const rows = await world.app.db.selectFrom('build_member').select('user_id').execute();
    expect(rows).toHaveLength(20);
    expect(JSON.stringify(last(guild))).not.toContain('Invite others');
  });
});

describe('a shown app', () => {
  test('has a picture, links and what the team would do differently; it counts as the team’s project', async () => {
    const { world, guild, ana, ben } = await group();
    await using _ = world;
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    await ana.choose(last(guild), 'Invite others', [ben]);
    await ben.press(last(guild), 'I’m in');

    const shown = await submit(ana);
    expect(shown.ephemeral).toBe(true);
    expect(shown.text).toContain('**Twitter clone** is in the gallery');
    expect(shown.text).toContain('counts as your team’s project');
    await ana.press(shown, 'Share with group');
    const post = last(guild);
    expect(textOf(post)).toContain(`Built by ${ana.name} and ${ben.name}`);
    expect(textOf(post)).toContain('Cache the **timeline** first.');
    expect(JSON.stringify(post)).toContain('A timeline with three posts');
    expect(JSON.stringify(post)).toContain('https://github.com/ana/birds');
    expect(JSON.stringify(post)).toContain('Try it: birds.example.org');
    expect(await bytesOf(post)).toEqual([PICTURE.content]);

    const proofs = await world.app.db.selectFrom('proof').select(['user_id', 'method', 'url']).execute();
    expect(proofs.map(({ user_id }) => user_id).toSorted()).toEqual([ana.id, ben.id].toSorted());
    expect(proofs).toMatchObject(
      Array.from({ length: 2 }, () => ({ method: 'project', url: 'https://github.com/ana/birds' })),
    );
  });

  test('can be changed: the form has the present texts, and without a new picture the old one stays', async () => {
    const { world, guild, ana } = await group();
    await using _ = world;
    const shown = await submit(ana);
    const form = await ana.press(shown, 'Edit…');
    const changed = await ana.fill(form, { 'What would you do differently?': 'Nothing at all.' });
    expect(changed.text).toContain('Saved.');
    expect(changed.text).toContain('Nothing at all.');
    expect(JSON.stringify(changed.message)).toContain('A timeline with three posts');
    expect(await bytesOf(changed.message)).toEqual([PICTURE.content]);

    const another = png(800, 600, 'another');
    await submit(ana, 'Twitter clone', { Picture: [{ name: 'b.png', content: another }], 'Live link': '' });
    await shareGallery(ana);
    expect(await bytesOf(last(guild))).toEqual([another]);
    expect(JSON.stringify(last(guild))).not.toContain('Try it');
    const parts = await world.app.db.selectFrom('proof_part').select('text').execute();
    expect(parts).toEqual([{ text: FORM['What would you do differently?'] }]);
  });

  test('becomes the project of people who join later, unless they have their own', async () => {
    const { world, guild, ana, ben } = await group();
    await using _ = world;
    await submit(ana);
    const own = await world.app.db.selectFrom('proof').selectAll().executeTakeFirstOrThrow();
    await world.app.db
      .insertInto('proof')
      .values({ ...own, id: 'bens-own', user_id: ben.id, url: 'https://ben.example.org' })
      .execute();
    const post = await ana.slash('showcase claim', { app: 'Twitter clone' });
    await ana.choose(post, 'Invite others', [ben]);
    await ben.press(last(guild), 'I’m in');
    const urls = await world.app.db
      .selectFrom('proof')
      .select(['user_id', 'url'])
      .where('user_id', '=', ben.id)
      .execute();
    expect(urls).toEqual([{ user_id: ben.id, url: 'https://ben.example.org' }]);
  });

  test('takes pictures only, by the ending of their names', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const page = { Picture: [{ name: 'shot.svg', content: '<svg/>' }] };
    await expect(submit(ana, 'Twitter clone', page)).rejects.toThrow('takes files of .png, .jpg');
  });

  test('is withdrawn with its picture and applause after a confirmation; the project stays, unshared', async () => {
    const { world, ana, ben } = await group();
    await using _ = world;
    const shown = await submit(ana);
    await ben.press(await ben.slash('showcase gallery'), 'Applaud');
    await ana.press(shown, 'Take down');
    expect(shown.text).toContain('Take **Twitter clone** out of the gallery?');
    await ana.press(shown, 'Yes, take down');
    expect(shown.text).toContain('Taken down');
    expect((await ben.slash('showcase gallery')).text).toContain('The gallery is empty');
    const { db } = world.app;
    expect(await db.selectFrom('submission_picture').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('applause').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('proof').selectAll().execute()).toHaveLength(1);
    expect(await db.selectFrom('proof_share').selectAll().execute()).toEqual([]);
  });

  test('with an old address that Discord refuses is still shown, and can be withdrawn', async () => {
    const { world, ana, ben } = await group();
    await using _ = world;
    const shown = await submit(ana);
    const { db } = world.app;
    await db
      .updateTable('submission')
      .set({ repository: 'http://localhost:3000/', live_url: 'https://intranet/' })
      .execute();
    const gallery = await ben.slash('showcase gallery');
    expect(gallery.text).toContain('Twitter clone');
    expect(JSON.stringify(gallery.message)).not.toContain('localhost:3000');
    await ana.press(shown, 'Take down');
    await ana.press(shown, 'Yes, take down');
    expect((await ben.slash('showcase gallery')).text).toContain('The gallery is empty');
  });

  test('is not lost when its last member leaves, without a confirmation', async () => {
    const { world, guild, ana, ben } = await group();
    await using _ = world;
    await ben.slash('showcase claim', { app: 'Medium clone' });
    await submit(ana);
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    const asked = await ana.press(last(guild), 'Leave team');
    expect(asked.text).toContain('Take **Twitter clone** out of the gallery?');
    expect(await world.app.db.selectFrom('submission').selectAll().execute()).toHaveLength(1);
    await ana.press(asked, 'Yes, take down');
    await ana.press(last(guild), 'Leave team');
    // Other people's apps stay, and have nothing of hers.
    const left = await world.app.db
      .selectFrom('build')
      .innerJoin('topic', 'topic.id', 'topic_id')
      .select('title')
      .execute();
    expect(left).toEqual([{ title: 'Medium clone' }]);
  });

  test('in Turkish', async () => {
    const { world, guild, ana } = await group('tr');
    await using _ = world;
    const form = await ana.slash('showcase submit', { app: 'Twitter clone' });
    const shown = await ana.fill(form, {
      Depo: 'https://github.com/ana/kus',
      'Yeniden yapsan neyi değiştirirdin?': 'Önbellekle başlardım.',
    });
    expect(shown.text).toContain('galeride!');
    await ana.press(shown, 'Grupla paylaş');
    expect(textOf(last(guild))).toContain('Yapan');
    expect(await bytesOf(last(guild))).toEqual([]);
  });
});

describe('the gallery', () => {
  test('turning the page of a post shows the other page to the presser only', async () => {
    const { world, guild, ana } = await three();
    await using _ = world;
    await shareGallery(ana);
    const before = JSON.stringify(last(guild));
    expect(textOf(last(guild))).toContain('## Pinterest');
    const mine = await ana.press(last(guild), 'Next');
    expect(mine.ephemeral).toBe(true);
    expect(mine.text).toContain('## Medium clone');
    expect(mine.text).toContain('2 of 3');
    expect(await bytesOf(mine.message)).toEqual([png(600, 400, 'Medium clone')]);
    expect(JSON.stringify(last(guild))).toBe(before);
    await ana.press(mine, 'Next');
    expect(mine.text).toContain('## Twitter clone');
    await ana.press(mine, 'Previous');
    expect(mine.text).toContain('## Medium clone');
    expect(await bytesOf(mine.message)).toEqual([png(600, 400, 'Medium clone')]);
  });

  test('of one app shows only that app', async () => {
    const { world, ana, ben } = await three();
    await using _ = world;
    await submit(ben, 'Twitter clone');
    const post = await ana.slash('showcase gallery', { app: 'Twitter clone' });
    expect(post.text).toContain('1 of 2');
    expect(post.ephemeral).toBe(true);
    const mine = await ana.press(post, 'Next');
    expect(mine.text).toContain('## Twitter clone');
    expect(mine.text).toContain(ana.name);
    await ana.press(mine, 'Previous');
    expect(mine.text).toContain(ben.name);
    const none = await ana.slash('showcase gallery', { app: 'YouTube clone' });
    expect(none.ephemeral).toBe(true);
    expect(none.text).toContain('Nobody has shown **YouTube clone** yet');
  });

  test('each person applauds once, takes it back by a second press, and cannot applaud themselves', async () => {
    const { world, guild, ana, ben, cem } = await three();
    await using _ = world;
    await shareGallery(ana);
    const picture = filesOf(last(guild));
    const first = await ana.press(last(guild), 'Applaud');
    expect(first.isUpdate).toBe(true);
    await ben.press(last(guild), 'Applaud · 1');
    expect(filesOf(last(guild))).toEqual(picture);
    expect(world.discord.requests.at(-1)?.files).toEqual([]);
    await ana.press(last(guild), 'Applaud · 2');
    expect(JSON.stringify(last(guild))).toContain('Applaud · 1');
    const own = await cem.press(last(guild), 'Applaud · 1');
    expect(own.text).toContain('It’s yours');
    const mine = await ana.press(last(guild), 'Next');
    await ana.press(mine, 'Applaud');
    expect(mine.buttons).toContain('Applaud · 1');
  });

  test('an applause that is delivered twice counts once', async () => {
    const { world, guild, ana } = await three();
    await using _ = world;
    await shareGallery(ana);
    const answer = await ana.press(last(guild), 'Applaud');
    await world.discord.replay(answer);
    expect(await world.app.db.selectFrom('applause').selectAll().execute()).toHaveLength(1);
    world.discord.takeRefusals();
  });

  test('an app that was withdrawn in the meantime says so, and the others can be seen', async () => {
    const { world, guild, ana, cem } = await three();
    await using _ = world;
    await shareGallery(ana);
    const post = last(guild);
    const own = await cem.slash('showcase list');
    await cem.choose(own, 'Pick an app', ['Pinterest']);
    await cem.press(own, 'See gallery');
    await cem.press(own, 'Take down');
    await cem.press(own, 'Yes, take down');
    await ana.press(post, 'Applaud');
    expect(textOf(last(guild))).toContain('has taken this down');
    const rest = await ana.press(last(guild), 'See gallery');
    expect(rest.text).toContain('## Medium clone');
    expect(rest.text).toContain('1 of 2');
  });

  test('a long text is shown in part, and can be read completely in private', async () => {
    const { world, guild, ana, ben } = await group();
    await using _ = world;
    const long = `${'öğrendim ki '.repeat(330)}SON`;
    await submit(ana, 'Twitter clone', { 'What would you do differently?': long });
    await shareGallery(ben);
    expect(textOf(last(guild))).not.toContain('SON');
    const whole = await ben.press(last(guild), 'Read all');
    expect(whole.ephemeral).toBe(true);
    const rest = await ben.press(whole, 'Read on');
    expect(
      rest.followUps
        .concat(rest.message ?? [])
        .map(textOf)
        .join(),
    ).toContain('SON');
  });
});

describe('a form that is refused comes back as it was typed', () => {
  test.each([
    [
      'a script for a repository',
      { Repository: 'javascript:alert(1)' },
      'I can’t open “javascript\\:alert\\(1\\)”',
    ],
    ['a password in an address', { Repository: 'https://user:pw@evil.example' }, 'I can’t open'],
    ['no address at all', { Repository: 'github dot com' }, 'I can’t open'],
    ['a file for a live link', { 'Live link': 'file:///etc/passwd' }, 'the live link'],
    ['nothing but space', { 'What would you do differently?': '   ' }, 'in a sentence or two'],
    ['a drawing with a script', file('<svg onload="alert(1)"/>'), 'isn’t a picture'],
    ['a program', file('MZ\x90 a program'), 'isn’t a picture'],
    ['an empty file', file(new Uint8Array()), 'isn’t a picture'],
    ['a dot', file(png(1, 1)), '32 to 8,000 pixels'],
    ['a wall', file(png(60_000, 60_000)), '32 to 8,000 pixels'],
    ['one that says to be too large', file(png(60, 60), { size: 6_000_000 }), 'larger than 5 MB'],
    [
      'one that lies about its size',
      file(png(60, 60, 'x'.repeat(5_300_000)), { size: 99 }),
      'larger than 5 MB',
    ],
    ['one that never ends', file(endless, { size: 99 }), 'larger than 5 MB'],
    ['a redirect', file(png(60, 60), { redirect: 'http://169.254.169.254/' }), 'didn’t arrive'],
    [
      'another host',
      file(png(60, 60), { url: 'https://cdn.discordapp.com.evil.test/a.png' }),
      'didn’t arrive',
    ],
    ['a file of the machine', file(png(60, 60), { url: 'file:///etc/passwd' }), 'didn’t arrive'],
  ] as const)('%s', async (_name, given, said) => {
    const { world, guild, ana } = await group();
    await using _ = world;
    const fields: Readonly<Record<string, string | readonly PersonsFile[]>> = given;
    const answer = await submit(ana, 'Twitter clone', fields);
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain('Not saved yet');
    expect(answer.text).toContain(said);
    expect(await world.app.db.selectFrom('submission').selectAll().execute()).toEqual([]);

    const again = await ana.press(answer, 'Fix it…');
    const typed = { ...FORM, ...fields };
    expect(JSON.stringify(again.modal)).toContain(JSON.stringify(typed['What’s in the picture?']));
    expect(JSON.stringify(again.modal)).toContain(JSON.stringify(typed.Repository));
    const shown = await ana.fill(again, { ...FORM, Picture: 'Picture' in fields ? [PICTURE] : [] });
    expect(shown.text).toContain('is in the gallery');
    // The picture was good. It came with a form that was not, and is not asked for again.
    await ana.press(shown, 'Share with group');
    expect(await bytesOf(last(guild))).toEqual([PICTURE.content]);
    expect(await world.app.db.selectFrom('draft').selectAll().execute()).toEqual([]);
  });
});

async function* endless(): AsyncGenerator<Uint8Array> {
  yield png(60, 60);
  for (;;) yield new Uint8Array(64 * 1024);
}

describe('who may do what', () => {
  test('builds of another server do not exist here, whatever a button says', async () => {
    const { world, guild, ana } = await group();
    await using _ = world;
    const elsewhere = world.discord.addGuild({ name: 'Elsewhere', locale: 'en-US' });
    const eve = await joined(world, elsewhere, 'Eve');
    await submit(ana);
    await eve.slash('showcase claim', { app: 'Twitter clone' });
    const eves = last(elsewhere);
    const build = await world.app.db
      .selectFrom('build')
      .select('id')
      .where('guild_id', '=', guild.id)
      .executeTakeFirstOrThrow();
    const before = await everything(world);
    for (const customId of [
      `v1:build-join:${build.id}`,
      `v1:build-leave:${build.id}`,
      `v1:build-ask:${build.id}`,
      `v1:build-read:${build.id}:0`,
      `v1:build-post:${build.id}`,
      `v1:build-withdraw:${build.id}:yes`,
      `v1:applaud:${build.id}:all`,
    ]) {
      const answer = await eve.press(eves, { customId });
      expect(answer.text).toContain('has taken this down');
    }
    const gallery = await eve.press(eves, { customId: `v1:gallery:all:${build.id}` });
    expect(gallery.text).toContain('The gallery is empty');
    expect((await eve.slash('showcase list')).text).not.toContain('to see');
    expect(await everything(world)).toEqual(before);
    expect(JSON.stringify(elsewhere.channel().messages)).not.toContain('birds');
  });

  test('only the team changes and withdraws its app', async () => {
    const { world, guild, ana, ben } = await group();
    await using _ = world;
    await submit(ana);
    const { id } = await world.app.db.selectFrom('build').select('id').executeTakeFirstOrThrow();
    await shareGallery(ana);
    const before = await everything(world);
    for (const customId of [`v1:build-withdraw:${id}:yes`, `v1:build-ask:${id}`]) {
      expect((await ben.press(last(guild), { customId })).text).toContain('Only its team');
    }
    expect(await everything(world)).toEqual(before);
  });

  test('made-up ids do nothing', async () => {
    const { world, guild, ana } = await group();
    await using _ = world;
    await submit(ana);
    await shareGallery(ana);
    const before = await everything(world);
    for (const customId of [
      'v1:showcase',
      'v1:showcase:-1',
      'v1:showcase:9999',
      'v1:app:nothing',
      'v1:build-join',
      'v1:build-claim:acid',
      'v1:build-show:x',
      'v1:build-read:x:y',
      'v1:gallery:none',
      'v1:gallery:app',
      'v1:gallery:app:x',
      'v1:applaud',
      'v1:applaud:1:2',
      `v1:build-withdraw:${'9'.repeat(80)}`,
    ]) {
      const answer = await ana.press(last(guild), { customId });
      expect({ customId, failed: answer.failed }).toEqual({ customId, failed: null });
    }
    expect(await everything(world)).toEqual(before);
  });

  test('outside of servers there is no showcase', async () => {
    const { world, ana } = await group();
    await using _ = world;
    await submit(ana);
    const { id } = await world.app.db.selectFrom('build').select('id').executeTakeFirstOrThrow();
    const here = await ana.dm.slash('help');
    for (const customId of ['v1:gallery', `v1:applaud:${id}:all`, 'v1:showcase:0', `v1:build-leave:${id}`]) {
      const answer = await ana.dm.forge(
        InteractionType.MessageComponent,
        { component_type: 2, custom_id: customId },
        { where: here },
      );
      expect(answer.text).toContain('only in a server');
    }
  });

  test('a claim and a submission that are delivered twice are made once', async () => {
    const { world, ana } = await group();
    await using _ = world;
    const claimed = await ana.slash('showcase claim', { app: 'Twitter clone' });
    await world.discord.replay(claimed);
    const shown = await submit(ana);
    await world.discord.replay(shown);
    expect(await world.app.db.selectFrom('build').selectAll().execute()).toHaveLength(1);
    expect(await world.app.db.selectFrom('submission').selectAll().execute()).toHaveLength(1);
    world.discord.takeRefusals();
  });
});

describe('people who leave', () => {
  test('the group take their name and applause along; a team of one is no longer seen', async () => {
    const { world, guild, ana, ben, cem } = await group();
    await using _ = world;
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    await ana.choose(last(guild), 'Invite others', [ben]);
    await ben.press(last(guild), 'I’m in');
    await submit(ana);
    await cem.press(await cem.slash('showcase gallery'), 'Applaud');
    await cem.slash('roadmap leave');
    await ana.slash('roadmap leave');
    const seen = await ben.slash('showcase gallery');
    expect(seen.text).toContain(ben.name);
    expect(seen.text).not.toContain(ana.name);
    expect(JSON.stringify(seen.message)).not.toContain('Applaud · 1');
    await ben.slash('roadmap leave');
    expect((await ben.slash('showcase gallery')).text).toContain('The gallery is empty');

    await ana.slash('roadmap join');
    expect((await ana.slash('showcase gallery')).text).toContain(ana.name);
  });

  test('get everything in their export, with the pictures', async () => {
    const { world, guild, ana, ben } = await group();
    await using _ = world;
    await ana.slash('showcase claim', { app: 'Medium clone' });
    await ana.choose(last(guild), 'Invite others', [ben]);
    await submit(ana);
    await ben.press(await ben.slash('showcase gallery'), 'Applaud');
    const anas = await ana.press(await ana.slash('settings'), { customId: 'v1:settings-export' });
    const [json, picture] = await bytesOf(anas.message);
    expect(picture).toEqual(PICTURE.content);
    expect(JSON.parse(Buffer.from(json ?? []).toString())).toMatchObject({
      apps: [
        { title: 'Medium clone', guildId: guild.id, shown: null },
        {
          title: 'Twitter clone',
          shown: {
            repository: 'https://github.com/ana/birds',
            picture: { file: anas.files[1]?.filename, alt: 'A timeline with three posts' },
          },
        },
      ],
      applause: [],
    });
    const bens = await ben.press(await ben.slash('settings'), { customId: 'v1:settings-export' });
    const [own] = await bytesOf(bens.message);
    expect(JSON.parse(Buffer.from(own ?? []).toString())).toMatchObject({
      apps: [{ title: 'Medium clone', joined: null }],
      applause: [{ title: 'Twitter clone', guildId: guild.id }],
    });
  });

  test('and delete their data leave their teams; a team without members is removed', async () => {
    const { world, guild, ana, ben } = await group();
    await using _ = world;
    await ana.slash('showcase claim', { app: 'Twitter clone' });
    await ana.choose(last(guild), 'Invite others', [ben]);
    await ben.press(last(guild), 'I’m in');
    await submit(ana);
    await submit(ana, 'Medium clone');
    await deleteAll(ana);
    const seen = await ben.slash('showcase gallery');
    expect(seen.text).not.toContain(' of 2');
    expect(seen.text).toContain(`Built by ${ben.name}`);
    expect(await world.app.db.selectFrom('build').selectAll().execute()).toHaveLength(1);
    await deleteAll(ben);
    const { db } = world.app;
    for (const table of ['build', 'build_member', 'submission', 'submission_picture', 'applause'] as const) {
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
  });
});

/** Every row of the showcase. */
async function everything({ app: { db } }: World): Promise<unknown> {
  const tables = ['build', 'build_member', 'submission', 'applause', 'proof', 'proof_share'] as const;
  return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
}

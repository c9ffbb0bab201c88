import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { everyComponent } from '../../playground/state/components.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { outline } from '../../src/roadmap/outline.ts';
import { claimDelivery } from '../../src/store/schedule/deliveries.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { memberOf, newcomer } from '../../src/store/members/members.ts';
import { startWorld } from '../bot.ts';

type World = Awaited<ReturnType<typeof startWorld>>;

async function server(locale = 'en-US') {
  const world = await startWorld();
  const guild = world.discord.addGuild({ name: 'Study', locale: 'en-US' });
  return { world, guild, ada: guild.addMember({ name: 'Ada', locale }) };
}

/** The chosen values in the selects of a panel, by label. */
function chosen({ message }: Answer): readonly string[] {
  return everyComponent(message?.components ?? [])
    .flatMap(({ options }) => options ?? [])
    .filter((option) => option.default)
    .map(({ label }) => label);
}

/** The files of an answer, by name. */
async function files(answer: Answer): Promise<ReadonlyMap<string, string>> {
  const all = answer.files.map(async ({ filename, url }) => {
    const response = await fetch(url);
    return [filename, await response.text()] as const;
  });
  return new Map(await Promise.all(all));
}

/** The tables that contain a text. */
async function holding({ app }: World, text: string): Promise<readonly string[]> {
  const tables = await app.db.introspection.getTables();
  const found = tables.map(async ({ name }) => {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(app.db);
    return JSON.stringify(rows).includes(text) ? [name] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Does something for every table about members. */
async function leaveTraces(person: Person) {
  await person.slash('roadmap join');
  await person.slash('settings', { 'time-zone': 'Europe/Istanbul' });
  await person.slash('done', { topic: 'ACID' });
  await person.slash('undo');
  await person.slash('done', { topic: 'REST' });
  await person.slash('today');
}

/** What a stored weekly post says about one member. */
const week = (userId: string) => ({ userId, topicIds: ['AAAAAAAAAAAA'], first: [], best: false });

describe('the panel', () => {
  test('is private, and says that it applies everywhere', async () => {
    const { world, ada } = await server();
    await using _ = world;
    const panel = await ada.slash('settings');
    expect(panel.ephemeral).toBe(true);
    expect(panel.text).toContain('For every server you’re in');
    expect(panel.text).toContain('UTC, now 09:00 (a guess)');
    expect(chosen(panel)).toEqual(['As in Discord (English)', 'Topics, progress and streak', 'Dark']);
  });

  test('a language applies at once in every server and in direct messages, until it is reset', async () => {
    const { world, ada } = await server();
    await using _ = world;
    const panel = await ada.slash('settings');
    await ada.choose(panel, 'Pick a language', ['tr']);
    expect(panel.text).toContain('## Ayarlar');
    expect(panel.text).toContain('Kaydedildi');
    expect(chosen(panel)).toEqual(['Türkçe', 'Konular, ilerleme ve seri', 'Koyu']);

    const other = world.discord.addGuild({ name: 'Other', locale: 'en-US' });
    other.addMember(ada);
    expect((await ada.slash('help', {}, { channel: other.channel() })).text).toContain('Yol haritası');
    expect((await ada.dm.slash('help')).text).toContain('Yol haritası');

    await ada.choose(panel, 'Bir dil seç', ['discord']);
    expect(panel.text).toContain('## Settings');
  });

  test('the hour at which the day starts applies from now on; days that were counted stay', async () => {
    const { world, ada } = await server();
    await using _ = world;
    world.clock.advance(-6 * 60 * 60 * 1000);
    await ada.slash('done', { topic: 'ACID' });
    // Three in the morning on Monday is still Sunday, unless the day starts at midnight.
    expect((await ada.slash('progress')).text).toContain('**Studied** Sunday');
    const panel = await ada.press(await ada.slash('settings'), 'How I study');
    await ada.choose(panel, 'Pick an hour', ['0']);
    expect(chosen(panel)).toContain('00:00');
    await ada.slash('done', { topic: 'REST' });
    const { text } = await ada.slash('progress');
    expect(text).toContain('**Studied** Monday');
    expect(text).toContain('**Streak** 2 days');
  });

  test('what groups may see is one choice', async () => {
    const { world, ada } = await server();
    await using _ = world;
    const panel = await ada.slash('settings');
    await ada.choose(panel, 'Pick what they see', ['Only topics']);
    expect(panel.text).toContain('**What groups see of me** · ✓ Saved');
    expect(await memberOf(world.app.db, ada.id)).toMatchObject({ showTopics: true, showProgress: false });
    await ada.choose(panel, 'Pick what they see', ['Nothing']);
    expect(chosen(panel)).toContain('Nothing');
    await ada.choose(panel, 'Pick what they see', ['progress']);
    expect(await memberOf(world.app.db, ada.id)).toMatchObject({ showTopics: false, showProgress: true });
    await ada.choose(panel, 'Pick what they see', ['both']);
    expect(await memberOf(world.app.db, ada.id)).toMatchObject({ showTopics: true, showProgress: true });
  });

  test('what is stored about a member is on a page of its own', async () => {
    const { world, ada } = await server();
    await using _ = world;
    const page = await ada.press(await ada.slash('settings'), 'My data');
    expect(page.buttons).toEqual(['Export my data', 'Import my data…', 'Delete my data…', 'Back']);
    expect((await ada.press(page, 'Back')).text).toContain('## Settings');
  });

  test.each([
    'v1:settings-seen',
    'v1:settings-theme',
    'v1:settings-day',
    'v1:settings-language',
    'v1:settings-zone-near',
  ])('a press tampered with as %s changes nothing', async (customId) => {
    const { world, ada } = await server();
    await using _ = world;
    const answer = await ada.press(await ada.slash('settings'), { customId });
    expect(answer.failed).toBeNull();
    expect(await memberOf(world.app.db, ada.id)).toEqual(newcomer(ada.id));
  });

  test('a value that no list offers changes nothing', async () => {
    const { world, ada } = await server();
    await using _ = world;
    const panel = await ada.slash('settings');
    const force = { force: true };
    for (const value of ['13', 'noon']) {
      const study = await ada.press(await ada.slash('settings'), 'How I study');
      expect((await ada.choose(study, 'Pick an hour', [value], force)).followUps.length).toBeLessThan(2);
    }
    for (const [name, value] of [
      ['Pick a language', '__proto__'],
      ['Pick what they see', '__proto__'],
      ['Dark or light', 'red'],
    ] as const) {
      expect((await ada.choose(panel, name, [value], force)).followUps.length).toBeLessThan(2);
    }
    expect(await memberOf(world.app.db, ada.id)).toEqual(newcomer(ada.id));
  });
});

describe('the time zone', () => {
  test('can be typed as people say it, in the form or after the command', async () => {
    const { world, ada } = await server('tr');
    await using _ = world;
    const panel = await ada.slash('settings');
    const filled = await ada.fill(await ada.press(panel, 'Değiştir…'), { zone: 'istanbul' });
    expect(filled.isUpdate).toBe(true);
    expect(panel.text).toContain('İstanbul, şu an 12:00');

    const choices = await ada.type('settings', { 'time-zone': 'berl' });
    expect(choices[0]?.value).toBe('Europe/Berlin');
    const answer = await ada.slash('settings', { 'time-zone': 'Europe/Berlin' });
    expect(answer.text).toContain('Berlin, şu an 10:00');
  });

  test('is the server’s until the member has their own', async () => {
    const { world, guild, ada } = await server();
    await using _ = world;
    await ada.slash('roadmap join');
    await changeGuild(world.app.db, guild.id, { timeZone: 'Asia/Tokyo' });
    expect((await ada.slash('settings')).text).toContain('Tokyo, now 18:00 (as in the group)');
    expect((await ada.dm.slash('settings')).text).toContain('Tokyo, now 18:00 (as in the group)');
    const eve = guild.addMember({ name: 'Eve' });
    expect((await eve.dm.slash('settings')).text).toContain('UTC, now 09:00 (a guess)');
  });

  test.each([
    ['Istambul', 'Istanbul, Türkiye'],
    ['Turkye', 'Istanbul, Türkiye'],
    ['Amerika', ''],
    ['`<@1>` x', ''],
  ])('mistyped as %s keeps the typed text and offers similar zones', async (typed, near) => {
    const { world, ada } = await server();
    await using _ = world;
    const panel = await ada.slash('settings');
    await ada.fill(await ada.press(panel, 'Change…'), { zone: typed });
    expect(panel.text).toContain('I can’t find the time zone');
    expect(panel.text).not.toContain('<@1>');
    expect((await memberOf(world.app.db, ada.id)).timeZone).toBeNull();

    const form = await ada.press(panel, 'Type again…');
    const input = everyComponent(form.modal?.components ?? []).find((part) => part.custom_id === 'zone');
    expect(input?.value).toBe(typed);
    const options = everyComponent(panel.message?.components ?? []).flatMap((part) => part.options ?? []);
    expect(options.length).toBeGreaterThan(0);
    const [first] = options;
    expect(first?.label).toContain(near);
    await ada.choose(panel, 'Is it one of these?', [first?.value ?? '']);
    expect((await memberOf(world.app.db, ada.id)).timeZone).toBe(first?.value);
  });

  // For an abbreviation or an offset, only the member knows the city.
  test.each([
    ['MST', 'America/Denver'],
    ['EET', 'Europe/Athens'],
    ['PT', 'America/Los_Angeles'],
    ['EST', 'America/New_York'],
    ['IST', 'Asia/Kolkata'],
    ['TR', 'Europe/Istanbul'],
    ['GMT+3', 'Europe/Istanbul'],
    ['Atlantis', null],
    ['Istan', 'Europe/Istanbul'],
  ])('%s asks which city is meant, and the present zone stays', async (typed, meant) => {
    const { world, ada } = await server();
    await using _ = world;
    await ada.slash('settings', { 'time-zone': 'London' });
    const panel = await ada.slash('settings', { 'time-zone': typed });
    expect(panel.text).toContain(`I can’t find the time zone “${typed}”`.replace('+', '\\+'));
    expect(panel.text).toContain('it stays London');
    expect((await memberOf(world.app.db, ada.id)).timeZone).toBe('Europe/London');
    const options = everyComponent(panel.message?.components ?? []).flatMap((part) => part.options ?? []);
    const values = options.map(({ value }) => value);
    if (meant === null) return;
    expect(values).toContain(meant);
    await ada.choose(panel, 'Is it one of these?', [meant]);
    expect((await memberOf(world.app.db, ada.id)).timeZone).toBe(meant);
  });

  test('can be typed again even if it is the longest text in the widest letters', async () => {
    const { world, ada } = await server();
    await using _ = world;
    for (const typed of ['ü'.repeat(40), '東'.repeat(40), '👩‍👩‍👧‍👦'.repeat(3), '   ']) {
      const panel = await ada.slash('settings', { 'time-zone': typed });
      const form = await ada.press(panel, 'Type again…');
      const input = everyComponent(form.modal?.components ?? []).find((part) => part.custom_id === 'zone');
      expect(typed.startsWith((input?.value ?? '').replace(/…$/, ''))).toBe(true);
    }
  });
});

describe('the member’s own data', () => {
  test('is exported completely, with the roadmap as a file that can be imported again', async () => {
    const { world, guild, ada } = await server();
    await using _ = world;
    await ada.slash('roadmap join');
    await ada.slash('settings', { 'time-zone': 'Europe/Istanbul' });
    await ada.slash('done', { topic: 'ACID' });
    await ada.slash('start', { topic: 'CDN' });
    await ada.slash('undo');
    await ada.slash('today');
    const ben = guild.addMember({ name: 'Ben' });
    await ben.slash('done', { topic: 'KISS' });

    const panel = await ada.slash('settings');
    const answer = await ada.press(panel, { customId: 'v1:settings-export' });
    expect(answer.ephemeral).toBe(true);
    const found = await files(answer);
    expect([...found.keys()]).toEqual(['roadmate.json', 'backend.md']);

    const data = JSON.parse(found.get('roadmate.json') ?? '');
    expect(data).toMatchObject({
      exported: '2026-11-23T09:00:00.000Z',
      userId: ada.id,
      settings: { timeZone: 'Europe/Istanbul', showTopics: true },
      servers: [{ guildId: guild.id, joined: '2026-11-23T09:00:00.000Z' }],
      topics: [{ roadmap: 'backend', key: 'acid', title: 'ACID', state: 'done' }],
      activity: [{ action: 'done' }, { action: 'start' }, { action: 'undo' }],
    });
    expect(data.suggestions).toHaveLength(3);
    expect(found.get('roadmate.json')).not.toContain(ben.id);

    const markdown = found.get('backend.md') ?? '';
    const ticked = outline('backend', readRoadmap(markdown).roadmap).nodes.filter(
      ({ topic }) => topic.ticked,
    );
    expect(ticked.map(({ topic }) => topic.title)).toEqual(['ACID']);
  });

  test('is compressed if Discord would not take it as it is', async () => {
    const { world, ada } = await server();
    await using _ = world;
    await ada.slash('roadmap join');
    await ada.slash('today');
    // More than anybody writes in years of picks.
    const reason = JSON.stringify({ kind: 'next', said: 'x'.repeat(5 * 1024 * 1024) });
    await world.app.db.updateTable('pick').set({ reason }).execute();
    const answer = await ada.press(await ada.slash('settings'), { customId: 'v1:settings-export' });
    const [data] = answer.files;
    expect(data?.filename).toBe('roadmate.json.gz');
    const bytes = await (await fetch(data?.url ?? '')).arrayBuffer();
    expect(JSON.parse(gunzipSync(bytes).toString())).toMatchObject({ userId: ada.id });
  });

  test('is exported even if there is almost nothing', async () => {
    const { world, ada } = await server('tr');
    await using _ = world;
    const answer = await ada.dm.press(await ada.dm.slash('settings'), { customId: 'v1:settings-export' });
    const found = await files(answer);
    expect([...found.keys()]).toEqual(['roadmate.json']);
    expect(JSON.parse(found.get('roadmate.json') ?? '')).toMatchObject({ settings: null, topics: [] });
  });

  test('is deleted from every table after a word is typed, and nobody else’s is', async () => {
    const { world, guild, ada } = await server();
    await using _ = world;
    const ben = guild.addMember({ name: 'Ben' });
    await leaveTraces(ada);
    await leaveTraces(ben);
    await claimDelivery(world.app.db, {
      guildId: guild.id,
      kind: 'weekly',
      run: { at: world.clock.now(), date: '2026-11-23' },
      channelId: guild.channel().id,
      content: {
        finished: 2,
        byMember: [week(ada.id), week(ben.id)],
        streaks: [{ userId: ada.id, days: 2 }],
      },
      at: world.clock.now(),
    });
    const before = await holding(world, ada.id);
    expect(before.toSorted()).toEqual([
      'activity',
      'delivery',
      'delivery_name',
      'member',
      'membership',
      'pick',
      'progress',
    ]);

    const panel = await ada.slash('settings');
    await ada.fill(await ada.press(panel, { customId: 'v1:settings-delete' }), { word: 'yes' });
    expect(panel.text).toContain('Nothing was deleted');
    expect(await holding(world, ada.id)).toEqual(before);

    const deleting = await ada.fill(await ada.press(panel, { customId: 'v1:settings-delete' }), {
      word: ' delete ',
    });
    expect(panel.text).toContain('All your data is deleted');
    expect(await holding(world, ada.id)).toEqual([]);
    expect(await holding(world, ben.id)).toEqual(before);
    const [kept] = await world.app.db.selectFrom('delivery').select('content').execute();
    expect(JSON.parse(kept?.content ?? '')).toEqual({ finished: 2, byMember: [week(ben.id)], streaks: [] });

    // Delivered once more, after the member has begun again, it deletes nothing.
    await ada.slash('done', { topic: 'ACID' });
    await world.discord.replay(deleting);
    world.discord.takeRefusals();
    expect(await holding(world, ada.id)).toContain('progress');
    expect((await ada.slash('help')).text).toContain('Start here');
  });

  test.each(['SİL', 'sil', 'Sıl'])('in Turkish, %s is the word', async (word) => {
    const { world, ada } = await server('tr');
    await using _ = world;
    await ada.slash('done', { topic: 'ACID' });
    const panel = await ada.dm.slash('settings');
    const form = await ada.dm.press(await ada.dm.press(panel, 'Verilerim'), 'Verilerimi sil…');
    expect(form.text).toContain('Hepsini silmek için SİL yaz');
    await ada.dm.fill(form, { word });
    expect(await holding(world, ada.id)).toEqual([]);
  });
});

test('an older choice that is delivered again does not undo a newer one', async () => {
  await using world = await startWorld();
  const alice = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Alice', locale: 'en-US' });
  const panel = await alice.press(await alice.slash('settings'), 'How I study');
  const older = await alice.choose(panel, 'v1:settings-day', ['7'], { until: 'settled' });
  await alice.choose(panel, 'v1:settings-day', ['9'], { until: 'settled' });
  await world.discord.replay(older);
  const { day_start: dayStart } = await world.app.db
    .selectFrom('member')
    .select('day_start')
    .where('user_id', '=', alice.id)
    .executeTakeFirstOrThrow();
  expect(dayStart).toBe(9);
  world.discord.takeRefusals();
});

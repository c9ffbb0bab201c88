import { describe, expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { textOf } from '../../playground/people/reading.ts';
import { record } from '../../src/store/progress/progress.ts';
import type { SEEN } from '../../src/view/settings/settings.ts';
import { startWorld } from '../bot.ts';
import { hugeRoadmap } from '../end-to-end/huge-roadmap.ts';
import { isFull } from '../size.ts';
import { follow, PLAIN } from './other-roadmap.ts';

const DAY = 24 * 60 * 60 * 1000;
/** 23 November 2026 is a Monday. */
const MONDAY = '2026-11-23T09:00:00Z';

type World = Awaited<ReturnType<typeof startWorld>>;

/**
 * Does or begins a topic a day, beginning on a Monday; `-` is a day without study. The clock ends on the last day.
 */
async function study(world: World, person: Person, days: readonly string[]) {
  for (const [index, topic] of days.entries()) {
    if (index > 0) world.clock.advance(DAY);
    if (topic !== '-') await person.slash('done', { topic });
  }
}

/** What Ben sees of Ada, who has done ACID and has begun CDN. */
async function seenByBen(world: World, shows: keyof typeof SEEN = 'both', joins = true) {
  const guild = world.discord.addGuild({ name: 'Study' });
  const ada = guild.addMember({ name: 'Ada' });
  const ben = guild.addMember({ name: 'Ben' });
  if (joins) await ada.slash('roadmap join');
  await ada.slash('done', { topic: 'ACID' });
  await ada.slash('start', { topic: 'CDN' });
  await ada.choose(await ada.slash('settings'), 'Pick what they see', [shows]);
  const answer = await ben.slash('progress', { member: ada });
  expect(answer.ephemeral).toBe(true);
  return { guild, ada, ben, answer, text: answer.text.replaceAll(ada.name, 'ADA') };
}

/** The text with the command's mention replaced by its name. */
const bare = (text: string): string => text.replaceAll(/<(\/settings):\d+>/g, '`$1`');

describe('the member’s own', () => {
  test.each([
    ['en-US', 'Nothing here yet', 'See my picks'],
    ['tr', 'Henüz bir şey yok', 'Bana öner'],
  ])('in %s, it greets a beginner kindly, with a next step', async (locale, kind, next) => {
    await using world = await startWorld(MONDAY);
    const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale });

    const answer = await ada.slash('progress');
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain(kind);
    expect(answer.text).not.toContain('▱');
    expect(answer.buttons).toEqual([next]);
  });

  test.each([
    {
      locale: 'en-US',
      says: [
        'Backend TODO · 6 of 87 done',
        '**Main Roadmap** 6 of 37\n',
        '**This week** 2 topics done · last week 4',
        '**Studied** Monday (1 topic) and Wednesday (1 topic)',
        '**Streak** 6 days',
        'Rest day: Sunday and Tuesday',
        '**In progress** · CDN\n',
        '**Just done** · YAGNI · KISS · JSON\n',
        'Backend 6 of 37, then Backend thesis',
      ],
    },
    {
      locale: 'tr',
      says: [
        ' · 6/87 bitti',
        '**Bu hafta** 2 konu bitti · geçen hafta 4',
        '**Çalıştığın günler** Pazartesi (1 konu) ve Çarşamba (1 konu)',
        '**Seri** 6 gün',
        'Dinlenme günü: Pazar ve Salı',
        '**Devam edenler** · CDN\n',
        'Backend 6/37, sonra Backend tezi',
      ],
    },
  ])(
    'in $locale, it shows sections, days, weeks, topics in progress and the stages',
    async ({ locale, says }) => {
      await using world = await startWorld(MONDAY);
      const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada', locale });
      await ada.slash('start', { topic: 'CDN' });
      await study(world, ada, ['-', '-', 'ACID', 'REST', 'Transactions', 'JSON', '-', 'KISS', '-', 'YAGNI']);

      const { text } = await ada.slash('progress');
      for (const said of says) expect(text).toContain(said);
    },
  );

  test('a streak that ended begins again, and its length is remembered', async () => {
    await using world = await startWorld(MONDAY);
    const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada' });
    await study(world, ada, ['ACID', 'REST', 'JSON', '-', '-', '-']);

    const { text } = await ada.slash('progress');
    expect(text).toContain('**Streak** starts when you study today · best 3 days');
    expect(text).toContain('**Studied** Monday (1 topic), Tuesday (1 topic) and Wednesday (1 topic)');
    expect(text).not.toContain('forgiven');
  });

  test('days follow the member’s own zone and start of the day', async () => {
    // It is two in the morning in New York, which is still Monday's study day, and ten o'clock in Istanbul.
    await using world = await startWorld('2026-11-24T07:00:00Z');
    const guild = world.discord.addGuild({ name: 'Study' });
    const studied: string[] = [];
    for (const zone of ['America/New_York', 'Europe/Istanbul']) {
      const person = guild.addMember({ name: zone });
      await person.slash('settings', { 'time-zone': zone });
      await person.slash('done', { topic: 'ACID' });
      const { text } = await person.slash('progress');
      studied.push(/\*\*Studied\*\* (.*)/.exec(text)?.[1] ?? '');
    }
    expect(studied).toEqual(['Monday', 'Tuesday']);
  });

  test('in direct messages everything is there, but no group to share it with', async () => {
    await using world = await startWorld(MONDAY);
    const ada = world.discord.addPerson({ name: 'Ada' }).install().dm;
    await ada.slash('done', { topic: 'ACID' });

    const answer = await ada.slash('progress');
    expect(answer.text).toContain('**Streak** 1 day');
    expect(answer.buttons).toEqual(['See my picks', 'My goal', 'My pace', 'Why this streak?']);
    const refused = await ada.press(answer, { customId: 'v1:progress-share' });
    expect(refused.text).toContain('This works only in a server');
  });

  test('works with a plain checklist without stages and tools', async () => {
    await using world = await startWorld(MONDAY);
    const guild = world.discord.addGuild({ name: 'Kitchen' });
    const ada = guild.addMember({ name: 'Ada' });
    await follow(world, guild, 'cooking', PLAIN);
    await ada.slash('done', { topic: 'Stock' });

    const { text } = await ada.slash('progress');
    expect(text).toContain('Cooking · 1 of 4 done');
    expect(text).not.toContain('Career');
  });
});

describe('shared', () => {
  test('is posted for everybody, once, in the language of the server', async () => {
    await using world = await startWorld(MONDAY);
    const guild = world.discord.addGuild({ name: 'Study', locale: 'tr' });
    const ada = guild.addMember({ name: 'Ada', locale: 'en-US' });
    const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
    await ada.slash('roadmap join');
    await ada.slash('done', { topic: 'ACID' });

    const preview = await ada.press(await ada.slash('progress'), 'Share with group');
    expect(preview.ephemeral).toBe(true);
    expect(preview.text).toContain(`İlerleme: ${ada.name}`);
    expect(preview.text).toContain('This is what your group will see');
    expect(guild.channel().messages).toEqual([]);

    const posting = await ada.press(preview, 'Share');
    await world.discord.quiet();
    expect(posting.text).toBe('Shared with your group.');
    const [shared, ...others] = guild.channel().messages;
    expect(others).toEqual([]);
    await world.discord.replay(posting);
    expect(guild.channel().messages).toHaveLength(1);

    if (shared === undefined) throw new Error('nothing was posted');
    expect(textOf(shared)).toContain('**Seri** 1 gün');

    // Its buttons are for the person who presses them, and about that person.
    const bens = await ben.press(shared, 'Sen ne durumdasın?');
    expect(bens.ephemeral).toBe(true);
    expect(bens.text).toContain('Nothing here yet');
  });

  test('another member’s progress cannot be shared', async () => {
    await using world = await startWorld(MONDAY);
    const guild = world.discord.addGuild({ name: 'Study' });
    const ada = guild.addMember({ name: 'Ada' });
    const eve = guild.addMember({ name: 'Eve' });
    await ada.slash('roadmap join');
    await ada.slash('done', { topic: 'ACID' });

    const seen = await eve.slash('progress', { member: ada });
    expect(seen.buttons).not.toContain('Share with group');
    const tampered = await eve.press(seen, { customId: `v1:progress-share:${ada.id}` });
    expect(tampered.ephemeral).toBe(true);
    const own = await eve.press(seen, { customId: 'v1:progress-share' });
    expect(own.text).toContain(eve.name);
    expect(own.text).not.toContain('ACID');
  });
});

describe('another member’s', () => {
  const REFUSAL = 'ADA shares nothing here. Everyone decides in `/settings` what a group sees.';

  test.each([
    ['both', { topics: true, progress: true }],
    ['progress', { topics: false, progress: true }],
    ['topics', { topics: true, progress: false }],
  ] as const)('shows %s and nothing else', async (chosen, shows) => {
    await using world = await startWorld(MONDAY);
    const { text, ben, ada } = await seenByBen(world, chosen);
    const section = (await ben.slash('progress', { member: ada, section: 'Main Roadmap' })).text;

    expect(text).toContain('ADA’s progress');
    for (const [what, shown] of [
      [/ACID/, shows.topics],
      [/CDN/, shows.topics],
      [/%|▱|Streak|This week|Career/, shows.progress],
    ] as const) {
      expect(what.test(text)).toBe(shown);
    }
    expect(/○ Testing|◐ Caching/.test(section)).toBe(shows.topics);
    expect(/%|▱| of \d/.test(section)).toBe(shows.progress);
  });

  test('a member who shows nothing, has not joined, is unknown or is asked for elsewhere looks the same', async () => {
    await using world = await startWorld(MONDAY);
    const hidden = await seenByBen(world, 'nothing');
    const stranger = await seenByBen(world, 'both', false);
    const nobody = hidden.guild.addMember({ name: 'Cem' });
    const unknown = await hidden.ben.slash('progress', { member: nobody });
    // The Ada of the third server has joined there, and only there.
    const elsewhere = await seenByBen(world);
    hidden.guild.addMember(elsewhere.ada);
    const fromHere = await hidden.ben.slash('progress', { member: elsewhere.ada });

    expect(bare(hidden.text)).toBe(REFUSAL);
    expect(bare(stranger.text)).toBe(REFUSAL);
    expect(bare(unknown.text).replaceAll(nobody.name, 'ADA')).toBe(REFUSAL);
    expect(bare(fromHere.text).replaceAll(elsewhere.ada.name, 'ADA')).toBe(REFUSAL);
    expect(new Set([hidden.answer, stranger.answer, unknown, fromHere].map((a) => a.buttons.join()))).toEqual(
      new Set(['See progress']),
    );
  });

  test('the permission ends when the member leaves the server', async () => {
    await using world = await startWorld(MONDAY);
    const { guild, ada, ben } = await seenByBen(world);
    guild.removeMember(ada);
    expect((await ben.slash('progress', { member: ada })).text).toContain('shares nothing here');
  });

  test('the permission ends when the member leaves the group', async () => {
    await using world = await startWorld(MONDAY);
    const { ada, ben } = await seenByBen(world);
    await ada.slash('roadmap leave');
    expect((await ben.slash('progress', { member: ada })).text).toContain('shares nothing here');
  });
});

describe('a section', () => {
  test('is suggested, found despite a typo, and shown in detail', async () => {
    await using world = await startWorld(MONDAY);
    const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada' });
    await ada.slash('done', { topic: 'ACID' });

    const choices = await ada.type('progress', { section: 'main r' });
    expect(choices.map(({ name }) => name)).toEqual(['Main Roadmap']);
    const shown = await ada.slash('progress', { section: choices[0]?.value ?? '' });
    expect(shown.text).toContain('◐ More on Databases · 1 of 6 done');
    expect(await ada.type('progress', { section: 'theroy' })).toEqual([
      { name: 'Theory', value: expect.any(String) },
    ]);

    const asked = await ada.slash('progress', { section: 'Theroy' });
    expect(asked.text).toContain('I don’t know the section “Theroy”');
    await ada.press(asked, 'Theory');
    expect(asked.text).toContain('**Theory** · 0 of 9 done');

    const shared = await ada.press(asked, 'Share with group');
    expect(shared.text).toContain('**Theory**');
    await ada.press(shared, 'Back');
    expect(shared.buttons).toContain('Share with group');
  });

  test('inside another one is identified by its path, even if two have its name', async () => {
    await using world = await startWorld(MONDAY);
    const guild = world.discord.addGuild({ name: 'Study' });
    const ada = guild.addMember({ name: 'Ada' });
    const markdown = [
      '# All',
      '## One',
      '### Basics',
      '- [ ] A',
      '## Two',
      '### Basics',
      '- [ ] B',
      '- [x] C',
    ];
    await follow(world, guild, 'twice', markdown.join('\n'));

    const asked = await ada.slash('progress', { section: 'basics' });
    expect(asked.buttons.slice(0, 2)).toEqual(['One › Basics', 'Two › Basics']);
    const shown = await ada.press(asked, 'Two › Basics');
    expect(shown.text).toContain('Two\n**Basics**');
    expect(shown.text).toContain('○ B\n○ C');
    const all = await ada.slash('progress', { section: 'two' });
    expect(all.text).toContain('**Basics** · 0 of 2 done');
  });

  test('of a roadmap at the limits fits in a message, for the member, for another person and for everybody', async () => {
    await using world = await startWorld(MONDAY);
    const guild = world.discord.addGuild({ name: 'Study', locale: 'tr' });
    const ada = guild.addMember({ name: 'Ada', locale: 'tr' });
    const ben = guild.addMember({ name: 'Ben', locale: 'en-US' });
    await follow(world, guild, 'huge', hugeRoadmap());
    await ada.slash('roadmap join');
    const roadmap = await world.app.library.roadmap(world.app.db, 'huge');
    const leaves = (roadmap?.nodes ?? []).filter((node) => node.children.length === 0);
    const changes = leaves.map(({ id }, index) => ({
      topicId: id,
      action: index % 2 === 0 ? ('start' as const) : ('done' as const),
    }));
    const actor = { interactionId: '1', userId: ada.id, guildId: guild.id, at: world.clock.now() };
    await record(world.app.db, actor, changes);

    const choices = await ada.type('progress', { section: '' });
    expect(choices.length).toBeGreaterThan(20);
    for (const { value } of [{ value: undefined }, ...choices.slice(0, isFull ? 4 : 1)]) {
      const section = value === undefined ? {} : { section: value };
      const own = await ada.slash('progress', section);
      expect(own.failed).toBeNull();
      expect((await ben.slash('progress', { member: ada, ...section })).failed).toBeNull();
      expect((await ada.press(own, 'Grupla paylaş')).failed).toBeNull();
    }
  });

  test('that no longer exists says that the button is outdated', async () => {
    await using world = await startWorld(MONDAY);
    const ada = world.discord.addGuild({ name: 'Study' }).addMember({ name: 'Ada' });
    const answer = await ada.slash('progress');
    const gone = await ada.press(answer, { customId: 'v1:progress:AAAAAAAAAAAA' });
    expect(gone.text).toContain('out of date');
  });
});

test('the roadmap and members of one group show in no other', async () => {
  await using world = await startWorld(MONDAY);
  const secret = world.discord.addGuild({ name: 'CANARY server' });
  const open = world.discord.addGuild({ name: 'Open' });
  const ada = secret.addMember({ name: 'Ada' });
  open.addMember(ada);
  await follow(world, open, 'plain', PLAIN);
  await follow(world, secret, 'secret', '# CANARY map\n## CANARY section\n- [ ] CANARY topic\n');
  const [there, here] = [{ channel: secret.channel() }, { channel: open.channel() }];
  await ada.slash('roadmap join', {}, there);
  await ada.slash('roadmap join', {}, here);
  await ada.slash('done', { topic: 'CANARY topic' }, there);
  expect((await ada.slash('progress', {}, there)).text).toContain('CANARY');

  const ben = open.addMember({ name: 'Ben' });
  const seen = [
    await ada.slash('progress', {}, here),
    await ben.slash('progress', { member: ada }),
    await ada.slash('progress', { section: 'CANARY section' }, here),
    await ada.slash('career', {}, here),
    await ada.slash('toolset', {}, here),
    await ada.slash('settings', {}, here),
    await ada.slash('help', {}, here),
  ];
  // The person's own typed text may appear.
  const texts = seen.map(({ text, buttons }) =>
    [text, ...buttons].join('\n').replace('“CANARY section”', ''),
  );
  for (const text of texts) expect(text).not.toContain('CANARY');
  expect(await ada.type('progress', { section: 'CAN' }, here)).toEqual([]);
});

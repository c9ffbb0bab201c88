import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { expect, test } from 'vitest';
import { METHODS } from '../../src/roadmap/roadmap.ts';
import { changeGuild, ensureGuild } from '../../src/store/members/guilds.ts';
import { join } from '../../src/store/members/memberships.ts';
import { record } from '../../src/store/progress/progress.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { shareProof } from '../../src/store/proofs/shares.ts';
import { askGap } from '../../src/store/teach-back/teach-back.ts';
import { isReviewable } from '../../src/study/review/review.ts';
import { startWorld } from '../bot.ts';
import { isFull } from '../size.ts';
import { readCsv } from '../text/rfc4180.ts';
import { hugeRoadmap, takeRemarks } from './huge-roadmap.ts';

const DAY = 24 * 60 * 60 * 1000;
/** For how many days the member studies. Each kind of question comes up within a few days. */
const MOST_DAYS = 30;
/** All days in the full size, else until each kind of question was asked. */
const isEnough = (kinds: ReadonlySet<string>): boolean => !isFull && kinds.size === 3;
/** 4,000 characters with everything that a text can contain. */
const LONG = '# İıŞğ [a](https://example.org)\n- *_~|` 👩‍👩‍👧‍👦 @everyone <b>x</b> ```x``` ve gerisi\n'
  .repeat(60)
  .slice(0, 4000);

/** A member who has done all of the huge roadmap, and has written as much as possible about one topic. */
async function full(locale: string) {
  const folder = await mkdtemp(path(tmpdir(), 'roadmate-notes-'));
  await writeFile(path(folder, 'backend.md'), hugeRoadmap());
  const world = await startWorld('2026-11-01T09:00:00Z', { roadmaps: folder });
  takeRemarks(world.logged);
  const { db } = world.app;
  const guild = world.discord.addGuild({ name: 'Ş'.repeat(100), locale });
  const ada = guild.addMember({ name: 'Ada', locale });
  const ben = guild.addMember({ name: 'Ben', locale });
  await ensureGuild(db, guild.id, locale, 0);
  await changeGuild(db, guild.id, { roadmapId: 'backend', channelId: guild.channel().id });
  const roadmap = await world.app.library.roadmap(db, 'backend');
  const topics = (roadmap?.nodes ?? []).filter(isReviewable);
  let count = 0;
  const actor = (userId: string) => {
    count += 1;
    return { interactionId: `x${count}`, userId, guildId: guild.id, at: world.clock.now() };
  };
  for (const { id } of [ada, ben]) await join(db, guild.id, id, 0);
  await record(
    db,
    actor(ada.id),
    topics.map(({ id: topicId }) => ({ topicId, action: 'done' })),
  );
  const parts = Array.from({ length: 20 }, () => LONG);
  const [first] = topics;
  const topicId = first?.id ?? '';
  for (const method of METHODS) {
    const work = { topicId, method, parts, url: `https://example.org/${'a'.repeat(480)}`, language: null };
    await writeProof(db, actor(ada.id), work);
  }
  const explained = { topicId, method: 'feynman', parts: [LONG], url: null, language: null } as const;
  const proofId = await writeProof(db, actor(ben.id), explained);
  await shareProof(db, proofId, guild.id, world.clock.now());
  await askGap(db, actor(ben.id), proofId, guild.id, LONG.slice(0, 1000));
  return { world, folder, ada, topicId };
}

/** Both languages in the full size, else the one with the longer sentences. */
const LOCALES = isFull ? ['en-US', 'tr'] : ['tr'];

test.each(LOCALES)('500 topics to review and the longest notes: in %s', async (locale) => {
  const { world, folder, ada, topicId } = await full(locale);
  await using _ = world;
  try {
    world.clock.advance(30 * DAY);
    expect((await ada.slash('review')).text).toMatch(/1 of 5|1\/5/);
    const kinds = new Set<string>();
    const shown: (string | null)[] = [];
    let day = 0;
    for (; day < MOST_DAYS && !isEnough(kinds); day += 1) {
      const asked = await ada.slash('today');
      shown.push((await ada.press(asked, { customId: `v1:review:${topicId}` })).failed);
      kinds.add(/^(?:- |> |\*\*(?:Explain|Üç))/m.exec(asked.text)?.[0] ?? '');
      shown.push((await ada.press(asked, { customId: `v1:review-show:${topicId}:${day}` })).failed);
      shown.push((await ada.press(asked, { label: asked.buttons[0] ?? '' })).failed);
      world.clock.advance(DAY);
    }
    expect(new Set(shown)).toEqual(new Set([null]));
    expect(kinds.size).toBe(3);
    const revealed = await ada.press(await ada.slash('today'), {
      customId: `v1:review-show:${topicId}:${day}`,
    });
    const opened = await ada.press(revealed, { customId: `v1:cheatcode:show:${topicId}:0` });
    expect(opened.failed).toBeNull();

    const exported = await ada.slash('notebook export');
    const files = exported.files;
    expect(files.map(({ filename }) => filename)).toEqual(['notebook.md', 'anki.csv']);
    const rows = readCsv(await (await fetch(files[1]?.url ?? '')).text());
    expect(rows.map((row) => row.length)).toEqual([4, 4, 4, 4, 4]);
    expect(world.discord.takeRefusals()).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

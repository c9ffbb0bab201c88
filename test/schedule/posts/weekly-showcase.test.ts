import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { weekly } from '../../../src/schedule/posts/weekly.ts';
import { weeklyContent } from '../../../src/schedule/posts/weekly-content.ts';
import { leave } from '../../../src/store/members/memberships.ts';
import { deletePersonalData } from '../../../src/store/members/personal-data.ts';
import { invite, joinTeam } from '../../../src/store/showcase/builds.ts';
import { claimDelivery } from '../../../src/store/schedule/deliveries.ts';
import { submitApp } from '../../../src/store/showcase/submissions.ts';
import { at } from '../setting.ts';
import { type Group, groupWith } from './group.ts';

/** A Sunday morning in Istanbul. Its summary covers Sunday the 15th to Saturday the 21st. */
const SUNDAY = { at: at('2026-11-22T06:00Z'), date: '2026-11-22' };
const backend = await readFile('data/roadmaps/backend.md', 'utf8');
const GUILD = '1001';

let group: Group;
let interactions = 0;
beforeEach(async () => {
  group = await groupWith(backend);
  await group.join('51', '52', '53');
});
afterEach(() => group.close());

const actor = (userId: string, when: number) => {
  interactions += 1;
  return { interactionId: `s${interactions}`, userId, guildId: GUILD, at: when };
};
const day = (date: string, time = '12:00'): number => at(`2026-11-${date}T${time}Z`);

async function submits(userId: string, app: string, when: number): Promise<string> {
  const node = { guildId: GUILD, topicId: group.idOf(app) };
  const work = {
    repository: 'https://github.com/a/b',
    liveUrl: null,
    differently: 'All.',
    alt: '',
    picture: null,
  };
  return (await submitApp(group.db, actor(userId, when), node, work)).buildId;
}

const told = async () => weeklyContent.parse(await group.prepare(weekly, SUNDAY));

test('names apps that were first shown in that week, with their teams, even in a quiet week', async () => {
  const build = await submits('51', 'Twitter clone', day('16'));
  await invite(group.db, actor('51', day('16')), build, ['52']);
  await joinTeam(group.db, actor('52', day('16')), GUILD, build);
  await submits('53', 'Medium clone', day('21'));
  const quiet = await group.show(weekly, await told());
  expect(quiet.text).toContain('A quiet week');
  expect(quiet.text).toContain('**New apps** · Twitter clone by <@51> and <@52> · Medium clone by <@53>');
  expect(quiet.buttons).toMatchObject({ 'See gallery': 'v1:gallery' });

  await group.does('51', 'done', 'ACID', day('16'));
  expect((await group.show(weekly, await told())).text).toContain('**New apps**');
});

test('does not name apps that were shown before or after, nor changes to apps', async () => {
  await submits('51', 'Twitter clone', day('14'));
  await submits('51', 'Twitter clone', day('17'));
  await submits('52', 'Medium clone', day('22', '01:00'));
  const { text, buttons } = await group.show(weekly, await told());
  expect(text).not.toContain('showcase');
  expect(buttons).not.toHaveProperty('See gallery');
});

test('names nobody who has left or deleted their data since', async () => {
  await submits('51', 'Twitter clone', day('16'));
  await submits('52', 'Medium clone', day('17'));
  await leave(group.db, GUILD, '51');
  const content = await told();
  expect((await group.show(weekly, content)).text).not.toContain('<@51>');
  await claimDelivery(group.db, {
    guildId: GUILD,
    kind: 'weekly',
    run: SUNDAY,
    channelId: '1',
    content,
    at: SUNDAY.at,
  });
  await deletePersonalData(group.db, actor('52', day('23')));
  const kept = await group.db.selectFrom('delivery').select('content').executeTakeFirstOrThrow();
  const { text } = await group.show(weekly, JSON.parse(kept.content ?? ''));
  expect(text).not.toContain('<@52>');
  expect(text).not.toContain('showcase');
});

test('a stored summary from before the showcase is still shown', async () => {
  const { shown: _, ...before } = await told();
  expect((await group.show(weekly, before)).text).toContain('A quiet week');
});

import { expect, test } from 'vitest';
import { record } from '../../src/store/progress/progress.ts';
import { studyGroup, type World } from './study-group.ts';
import { addLog } from '../../src/store/sessions/logs.ts';

const DAY = 24 * 60 * 60 * 1000;

let interaction = 1_000;

/** Lets members finish topics in the weeks before now, some each week, two hours apart. */
async function studyBefore(
  world: World,
  guildId: string,
  userIds: readonly string[],
  weeks: readonly number[],
) {
  const roadmap = await world.app.library.roadmap(world.app.db, 'backend');
  const leaves = (roadmap?.nodes ?? []).filter(
    ({ children, top }) => children.length === 0 && top.kind === 'track',
  );
  const now = world.clock.now();
  for (const userId of userIds) {
    let next = 0;
    for (const [index, finished] of weeks.entries()) {
      for (let topic = 0; topic < finished; topic += 1) {
        const at = now - 7 * DAY * (weeks.length - index) + topic * 2 * 60 * 60_000;
        const topicId = leaves[next]?.id ?? '';
        interaction += 2;
        const by = (id: number, when: number) => ({ interactionId: String(id), userId, guildId, at: when });
        await addLog(world.app.db, by(interaction, at), {
          topicId,
          startedAt: at - 60 * 60_000,
          minutes: 40,
        });
        await record(world.app.db, by(interaction + 1, at), [{ topicId, action: 'done' }]);
        next += 1;
      }
    }
  }
}

test('the pace tells months, how long topics take, and what a group has to do until its target', async () => {
  const { world, guild, members } = await studyGroup(['Ada', 'Ben', 'Cem']);
  await using _ = world;
  const [ada, ben, cem] = members;
  if (ada === undefined || ben === undefined || cem === undefined) throw new Error('there are three members');
  const boss = guild.addMember({ name: 'Boss', locale: 'tr', permissions: ['ManageGuild'] });
  const weeks = [2, 3, 2, 0, 4, 3];
  await studyBefore(world, guild.id, [ada.id, ben.id], weeks);

  const first = await ada.press(await ada.slash('progress'), { customId: 'v1:pace' });
  expect(first.text).toContain('**About 40 min a topic**\n-# 14 topics timed');
  expect(first.text).not.toContain('In your group');
  // The forecast draws by the member's id, which depends on the tests before: its end may lie in January.
  expect(first.text).toMatch(
    /\*\*Likely done in \w+ 202[78]\*\*\n-# Between \w+(?: 2027)? and \w+ 202[78]\n/,
  );
  expect(first.text).toContain('\n-# 73 topics left · 2.3 a week in the last 6 weeks');
  expect(first.buttons).toEqual(['My goal', 'See progress']);

  await studyBefore(world, guild.id, [cem.id], [0, 1]);
  expect((await ada.press(first, { customId: 'v1:pace' })).text).toContain(
    '-# In your group about 40 min a topic · 3 people timed',
  );
  const few = await cem.press(await cem.slash('progress'), { customId: 'v1:pace' });
  expect(few.text).toContain('No date yet: it takes 4 weeks in which you finish something, and you have');

  await boss.slash('roadmap join');
  await boss.slash('start', { topic: 'ACID' });
  const panel = await boss.press(await boss.slash('progress'), 'Hızım');
  const wrong = await boss.fill(await boss.press(panel, 'Hedef tarih…'), { date: 'yazın' });
  expect(wrong.text).toContain('“yazın” olmadı.');
  const again = await boss.press(wrong, 'Yeniden yaz…');
  expect(JSON.stringify(again.modal)).toContain('"value":"yazın"');
  const set = await boss.fill(again, { date: '30.06.2027' });
  expect(set.text).toContain('**Grubunun hedef tarihi** 30 Haziran 2027 · 31 hafta');

  await ada.press(first, { customId: 'v1:pace' });
  expect(first.text).toContain('**Your group’s target** 30 June 2027 · 31 weeks');
  expect(first.text).toMatch(/\d+ topics left for the [23] people who study/);
  expect(first.text).toMatch(/\*\*\d+ topics a week together\*\*, about \d each/);
  // Only an organiser may change it.
  const forged = await ada.press(first, { customId: 'v1:pace-target' });
  expect(forged.text).toContain('organiser');
});

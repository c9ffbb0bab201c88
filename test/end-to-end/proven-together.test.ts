import { expect, test } from 'vitest';
import { postIn, studyGroup, textOf } from '../commands/study-group.ts';

test('from /start to proven with commands and buttons: written, shared, asked about, changed, cleared, ticked off', async () => {
  const group = await studyGroup(['Ana', 'Ben', 'Can', 'Dev']);
  const { world, study, members } = group;
  await using _ = world;
  const [ana, ben, can] = members;
  if (ana === undefined || ben === undefined || can === undefined) throw new Error('they are there');
  const topic = { topic: 'ACID' };
  const ladder = async () =>
    (await ana.slash('topic', topic)).text.split('\n').filter((line) => /^◆ Proven|to prove it/i.test(line));

  await ana.slash('start', topic);
  expect(await ladder()).toEqual(['To prove it, all 3: cheat code · explanation · project']);
  await ana.fill(await ana.slash('cheatcode write', topic), { text: 'BEGIN; … COMMIT;' });
  const repository = 'https://github.com/ana/bank';
  await ana.fill(await ana.slash('project write', topic), {
    link: repository,
    text: 'Roll back on error.',
    language: ['Python'],
  });

  const written = await ana.fill(await ana.slash('feynman write', topic), {
    text: 'All of it, or nothing of it.',
  });
  await ana.press(written, 'Share with group', { until: 'settled' });
  const form = await ben.press(postIn(study), 'Ask a question…');
  await ben.fill(form, { question: 'And if two do it at once?' }, { until: 'settled' });
  const question = postIn(study.threads[0] ?? study);
  expect(textOf(question)).toContain('And if two do it at once?');

  world.clock.advance(60_000);
  const again = await ana.slash('feynman edit', topic);
  await ana.fill(again, { text: 'All of it, or nothing of it; one after the other.' }, { until: 'settled' });
  expect(textOf(postIn(study))).toContain('one after the other');
  expect(textOf(postIn(study))).toContain('Edited ·');
  await ben.press(question, 'It’s answered', { until: 'settled' });
  await ben.press(postIn(study), 'Makes sense', { until: 'settled' });
  expect(await ladder()).toEqual([
    '1 step left to prove it: ✓ cheat code · ✓ project · explanation (written; counts once shared and understood)',
  ]);
  await can.press(postIn(study, 0), 'Makes sense', { until: 'settled' });
  expect(textOf(postIn(study, 0))).toContain('It counts');
  expect(textOf(postIn(study, 0))).toContain('Questions: 1 answered');
  await ana.slash('done', topic);
  expect(await ladder()).toEqual(['◆ Proven: cheat code, explanation and project']);

  // Shared work can be deleted, and its topic is then no longer proven.
  const asked = await ana.slash('feynman remove', topic);
  await ana.press(asked, 'Yes, delete', { until: 'settled' });
  expect(textOf(postIn(study, 0))).toContain(`${ana.name} took down the explanation of **ACID**`);
  expect(await ladder()).toEqual(['1 step left to prove it: ✓ cheat code · ✓ project · explanation']);
});

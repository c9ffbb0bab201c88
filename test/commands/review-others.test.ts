import { expect, test } from 'vitest';
import { record } from '../../src/store/progress/progress.ts';
import { removeProof, writeProof } from '../../src/store/proofs/proofs.ts';
import { beginShare } from '../../src/store/proofs/shares.ts';
import { studyGroup, topicOf } from './study-group.ts';

const SHEET = '# ACID\n\n## Atomicity\n\nAll of it or nothing.\n\n## Durability\n\nIt stays.\n';

test('after one’s own reviews there are questions from others’ work, if its authors lend it', async () => {
  const { world, guild, members } = await studyGroup(['Ada', 'Ben']);
  await using _ = world;
  const [ada, ben] = members;
  if (ada === undefined || ben === undefined) throw new Error('there are two');
  const { db } = world.app;
  const topicId = await topicOf(world, 'acid');
  const by = (userId: string, interactionId: string) => ({
    interactionId,
    userId,
    guildId: guild.id,
    at: world.clock.now(),
  });
  await record(db, by(ada.id, '1'), [{ topicId, action: 'done' }]);
  const work = { topicId, method: 'cheatcode', parts: [SHEET], url: null, language: null } as const;
  const proofId = await writeProof(db, by(ben.id, '2'), work);
  await beginShare(db, by(ben.id, '3'), proofId, guild.id);

  // Shared work alone is not enough.
  expect((await ada.slash('review')).buttons).not.toContain('Others’ questions');
  const lending = await ben.slash('review');
  await ben.press(lending, 'Others’ questions');
  await ben.press(lending, 'Lend mine too');
  expect(lending.text).toContain('Others may review');

  const review = await ada.slash('review');
  await ada.press(review, 'Others’ questions');
  await ada.press(review, 'Start');
  expect(review.text).toContain('From a cheat code of Ben');
  expect(review.text).toContain('- Atomicity');
  expect(review.text).not.toContain('All of it or nothing.');
  await ada.press(review, 'Show the cheat code');
  expect(review.text).toContain('All of it or nothing.');
  expect(await db.selectFrom('review_log').select('id').where('user_id', '=', ada.id).execute()).toEqual([]);

  await removeProof(db, by(ben.id, '4'), proofId);
  const gone = await ada.slash('review');
  expect(gone.buttons).not.toContain('Others’ questions');
});

import { expect, test } from 'vitest';
import { tick } from '../../src/schedule/tick.ts';
import { postsOf } from '../../src/store/schedule/posts.ts';
import { card, picture, text } from '../../src/view/components.ts';
import { NINE } from './setting.ts';
import { guildWith, plainPost, setting } from './setting.ts';

/** A post with a picture, sent to a channel. */
async function pictured() {
  const post = plainPost('daily', {
    render: () =>
      Promise.resolve({
        ...card('neutral', text('Words'), picture('poster.png', 'The same')),
        files: [{ name: 'poster.png', content: new Uint8Array([1]) }],
      }),
  });
  const here = await setting([post]);
  await guildWith(here.db, [post]);
  return here;
}

type Here = Awaited<ReturnType<typeof pictured>>;

const sent = ({ outbox }: Here) =>
  outbox.messages.map(({ body, files }) => ({
    files,
    showsPicture: JSON.stringify(body).includes('poster.png'),
  }));

test('a picture goes with its post', async () => {
  const here = await pictured();
  expect(await tick(here.scheduler, NINE)).toEqual({ sent: 1 });
  expect(sent(here)).toEqual([{ files: ['poster.png'], showsPicture: true }]);
  await here.store.close();
});

test('without the permission for files only the words are sent, and the post is not paused', async () => {
  const here = await pictured();
  here.outbox.withoutFiles.add('channel-1001');
  expect(await tick(here.scheduler, NINE)).toEqual({ sent: 1 });
  expect(sent(here)).toEqual([{ files: [], showsPicture: false }]);
  expect(JSON.stringify(here.outbox.messages[0]?.body)).toContain('Words');
  await here.store.close();
});

test('the same if only Discord knows that files are not allowed', async () => {
  const here = await pictured();
  here.outbox.fates.push('forbidden');
  expect(await tick(here.scheduler, NINE)).toEqual({ sent: 1 });
  expect(sent(here)).toEqual([{ files: [], showsPicture: false }]);
  expect(await postsOf(here.db, '1001')).toMatchObject([{ pause: null }]);
  await here.store.close();
});

test('a channel that takes neither words nor files pauses the post', async () => {
  const here = await pictured();
  here.outbox.fates.push('forbidden', 'forbidden');
  expect(await tick(here.scheduler, NINE)).toEqual({ failed: 1 });
  expect(await postsOf(here.db, '1001')).toMatchObject([{ pause: { reason: 'forbidden' } }]);
  await here.store.close();
});

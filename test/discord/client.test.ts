import { DefaultRestOptions } from 'discord.js';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { makeClient } from '../../src/discord/client.ts';

test('a request with files has its whole body before it is sent', async () => {
  const sent = vi.spyOn(DefaultRestOptions, 'makeRequest').mockRejectedValue(new Error('not sent'));
  const client = makeClient({
    discordApi: 'https://discord.example/api',
    discordCdn: 'https://cdn.example',
    shards: [0],
    shardCount: 1,
    studyRooms: false,
  });
  client.rest.setToken('a.b.c');
  const files = [{ name: 'list.md', data: Buffer.from('- [ ] One') }];
  const posted = client.rest.post('/channels/1/messages', { body: { content: 'Here' }, files });
  await expect(posted).rejects.toThrow('not sent');
  const [, init] = sent.mock.calls[0] ?? [];
  sent.mockRestore();
  await client.destroy();
  const { body, headers } = z
    .object({ body: z.instanceof(Uint8Array), headers: z.record(z.string(), z.string()) })
    .parse(init);
  expect(headers['Content-Type']).toMatch(/^multipart\/form-data; boundary=/);
  const text = Buffer.from(body).toString();
  expect(text).toContain('{"content":"Here"}');
  expect(text).toContain('- [ ] One');
});

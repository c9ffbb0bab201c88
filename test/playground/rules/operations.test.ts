import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findOperation, table } from '../../../playground/rules/operations.ts';

// Discord's raw description is only on machines where this project is developed, and is only needed there.
const raw = new URL('../../../../shared/data/discord-openapi.json', import.meta.url);

interface Described {
  requestBody?: { content: Record<string, { schema: unknown } | undefined> };
  responses: Record<string, { content?: Record<string, { schema: unknown }> }>;
}

interface Description {
  paths: Record<string, Record<string, Described | undefined> | undefined>;
}

/** It is large, so it is read once, and only if it is there. */
const description: Description = JSON.parse(existsSync(raw) ? readFileSync(raw, 'utf8') : '{"paths":{}}');

/** The names of the schemas that a part of the description refers to, sorted. */
function named(part: unknown): string[] {
  const names = JSON.stringify(part ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g);
  return [...names].map(([, name]) => name ?? '').toSorted();
}

const namesOf = (expression: string | null): string[] => (expression?.match(/\w+/g) ?? []).toSorted();

test.skipIf(!existsSync(raw)).each(table)(
  '%s %s is as Discord describes it',
  (method, path, request, answers) => {
    const described = description.paths[path]?.[method.toLowerCase()];
    expect(named(described?.requestBody?.content['application/json'])).toEqual(namesOf(request));
    const statuses = Object.entries(described?.responses ?? {}).filter(([status]) => status.startsWith('2'));
    expect(
      Object.fromEntries(statuses.map(([status, response]) => [status, named(response.content)])),
    ).toEqual(Object.fromEntries(Object.entries(answers).map(([status, name]) => [status, namesOf(name)])));
  },
);

test.each([
  ['/webhooks/1/token/messages/@original', '/webhooks/{webhook_id}/{webhook_token}/messages/@original'],
  ['/webhooks/1/token/messages/2', '/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}'],
  ['/users/@me', '/users/@me'],
  ['/users/2', '/users/{user_id}'],
  ['/channels/1/messages/pins', '/channels/{channel_id}/messages/pins'],
])('%s is found as %s', (path, template) => {
  expect(findOperation('get', path)?.operation.template).toBe(template);
});

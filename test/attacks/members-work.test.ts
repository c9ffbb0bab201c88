import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../playground/people/answer.ts';
import type { GuildHandle } from '../../playground/people/place.ts';
import type { Person } from '../../playground/people/person.ts';
import { everyComponent } from '../../playground/state/components.ts';
import type { PersonsFile } from '../../playground/state/files.ts';
import type { MessageJson } from '../../playground/state/json.ts';
import { isSlash } from '../../src/discord/command.ts';
import { startWorld } from '../bot.ts';
import { everything, setUp, type World } from './group.ts';
import { PAYLOADS } from './payloads.ts';
import { read } from './reading.ts';
import { fill } from './walk.ts';

const CANARY = 'the canary sings';

let world: World;
let guild: GuildHandle;
let alice: Person;
let bob: Person;

beforeEach(async () => {
  world = await startWorld('2026-11-23T09:00:00Z');
  guild = world.discord.addGuild({ name: 'Study', owner: 'Owner' });
  alice = guild.addMember({ name: 'Alice' });
  bob = guild.addMember({ name: 'Bob' });
  await world.discord.quiet();
  await setUp(world, guild);
  for (const person of [alice, bob]) await person.slash('roadmap join');
});
afterEach(() => world[Symbol.asyncDispose]());

/** The first custom id in a message that matches a pattern. */
function idIn(message: MessageJson | null | undefined, pattern: RegExp): string {
  const found = everyComponent(message?.components ?? []).find(({ custom_id: id }) => pattern.test(id ?? ''));
  if (found?.custom_id === undefined)
    throw new Error(`nothing like ${pattern} in ${JSON.stringify(message)}`);
  return found.custom_id;
}

async function write(person: Person, text: string, method = 'cheatcode'): Promise<Answer> {
  const form = await person.slash(`${method} write`, { topic: 'ACID' });
  return fill(person, form, { text: () => text, topic: 'ACID', person, address: `https://example.org/work` });
}

/** What the bot sends during some work. */
async function sentDuring(work: () => Promise<unknown>): Promise<string> {
  const from = world.discord.requests.length;
  await work();
  await world.discord.quiet();
  return world.discord.requests
    .slice(from)
    .map(({ body }) => JSON.stringify(body ?? null))
    .join('\n');
}

/** Tries every way in which another person could reach the work, with every button on their screen. */
async function lookFrom(person: Person, ids: readonly string[]): Promise<string> {
  return sentDuring(async () => {
    await person.slash('cheatcode show', { topic: 'ACID', member: alice });
    await person.slash('search', { words: 'canary' });
    await person.slash('topic', { topic: 'ACID' });
    await person.slash('progress', { member: alice });
    const card = await person.slash('topic', { topic: 'Caching' });
    for (const customId of ids) expect((await person.press(card, { customId })).failed).toBeNull();
  });
}

/** Alice writes and shares work. Returns the ids by which it could be asked for. */
async function share(): Promise<readonly string[]> {
  const kept = await write(alice, CANARY);
  await alice.press(kept, { customId: idIn(kept.message, /:share:/) });
  const proof = await world.app.db.selectFrom('proof').select('id').executeTakeFirst();
  const id = proof?.id ?? '';
  return [`v1:work:${id}:0`, `v1:cheatcode:read:${id}:0`, `v1:feynman:read:${id}:0`];
}

describe('work that a member has written', () => {
  test('is seen by nobody else before it is shared', async () => {
    await write(alice, CANARY);
    const { id = '' } = (await world.app.db.selectFrom('proof').select('id').executeTakeFirst()) ?? {};
    expect(id).not.toBe('');
    expect(await lookFrom(bob, [`v1:work:${id}:0`, `v1:cheatcode:read:${id}:0`])).not.toContain(CANARY);
  });

  test('is seen by the group after it is shared (otherwise these tests could not fail)', async () => {
    const ids = await share();
    expect(guild.channel().messages.some((message) => JSON.stringify(message).includes(CANARY))).toBe(true);
    expect(await lookFrom(bob, ids)).toContain(CANARY);
  });

  test('is not seen in another server, even by a reader who is in both', async () => {
    const ids = await share();
    const other = world.discord.addGuild({ name: 'Other' });
    const [carol, there] = [other.addMember({ name: 'Carol' }), other.addMember(bob)];
    await world.discord.quiet();
    await setUp(world, other);
    other.addMember(alice);
    expect(await lookFrom(carol, ids)).not.toContain(CANARY);
    const searched = await sentDuring(() =>
      there.slash('search', { words: 'canary' }, { channel: other.channel() }),
    );
    expect(searched).not.toContain(CANARY);
    const shown = await sentDuring(() =>
      there.slash('cheatcode show', { topic: 'ACID', member: alice }, { channel: other.channel() }),
    );
    expect(shown).not.toContain(CANARY);
    expect(await lookFrom(bob.dm.install(), [])).not.toContain(CANARY);
  });

  test.each<[string, (ids: readonly string[]) => Promise<unknown>]>([
    ['has stopped to study with the group', () => alice.slash('roadmap leave')],
    [
      'has deleted all that is theirs',
      async () => {
        const settings = await alice.slash('settings');
        const form = await alice.press(settings, { customId: 'v1:settings-delete' });
        return fill(alice, form, { text: () => 'delete', topic: '', person: alice });
      },
    ],
    [
      'has removed it',
      async () => {
        const asked = await alice.slash('cheatcode remove', { topic: 'ACID' });
        return alice.press(asked, { customId: idIn(asked.message, /:removed:/) });
      },
    ],
  ])('is no longer seen after its author %s', async (_, goes) => {
    const ids = await share();
    await goes(ids);
    await world.discord.quiet();
    expect(await lookFrom(bob, ids)).not.toContain(CANARY);
    expect(world.logged).toEqual([]);
  });

  test('is not found by the command after its author has left the server', async () => {
    await share();
    guild.removeMember(alice);
    const sent = await sentDuring(() => bob.slash('cheatcode show', { topic: 'ACID', member: alice }));
    expect(sent).not.toContain(CANARY);
  });
});

describe('a long text of a member', () => {
  test.each(['cheatcode', 'feynman', 'project'])(
    'notifies nobody, and hides no address: %s',
    async (method) => {
      const text = PAYLOADS.join('\n\n');
      const sent = await sentDuring(async () => {
        const kept = await write(alice, text, method);
        expect(kept.failed).toBeNull();
        const shared = await alice.press(kept, { customId: idIn(kept.message, /:share:/) });
        expect(shared.failed).toBeNull();
        await bob.slash(`${method} show`, { topic: 'ACID', member: alice });
        await bob.slash('search', { words: 'evil safe bold' });
      });
      const contents = [...sent.matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map(([, json = '""']) =>
        String(JSON.parse(json)),
      );
      expect(contents.join('\n')).toContain('evil.example');
      const hidden = contents
        .flatMap((content) => read(content).marks)
        .filter(
          ({ kind, seen, target }) =>
            kind === 'link' && !seen.includes(new URL(target ?? '', 'http://x').host),
        )
        .filter(({ target }) => target?.includes('evil.example') === true);
      expect(hidden).toEqual([]);
    },
  );

  test.each(commands.filter((command) => !isSlash(command)))(
    'nobody makes another person’s message their own by the menu $data.name',
    async ({ data: { name } }) => {
      // The names of a person are stored at any use. This use stores them before the test compares the database.
      await bob.slash('help');
      const message = guild.channel().send(alice, `${CANARY} [x](https://evil.example)`);
      const before = await everything(world.app.db);
      const answer = await bob.menu(name, message);
      expect(answer.failed).toBeNull();
      expect(answer.modal).toBeNull();
      for (const customId of everyComponent(answer.message?.components ?? []).flatMap(
        ({ custom_id: id }) => id ?? [],
      ))
        await bob.press(answer, { customId });
      expect(await everything(world.app.db)).toEqual(before);
      // Its author can (otherwise this test could not fail).
      const own = await alice.menu(name, message);
      expect(own.text).not.toBe(answer.text);
    },
  );

  test('no message of the bot notifies anybody', async () => {
    for (const method of ['cheatcode', 'feynman', 'project']) {
      const kept = await write(alice, '@everyone <@&1> <@2>', method);
      const ids = everyComponent(kept.message?.components ?? []).flatMap(({ custom_id: id }) => id ?? []);
      for (const customId of ids.filter((id) => id.includes(':share:')))
        await alice.press(kept, { customId });
    }
    for (const post of guild.channel().messages)
      for (const customId of everyComponent(post.components).flatMap(({ custom_id: id }) => id ?? [])) {
        const pressed = await bob.press(post, { customId });
        if (pressed.modal !== null)
          await fill(bob, pressed, { text: () => '@everyone <@&1>', topic: '', person: bob });
      }
    await world.tick();
    const allowed = world.discord.requests.flatMap(({ body }) => [
      ...JSON.stringify(body ?? null).matchAll(/"allowed_mentions":(\{[^}]*\})/g),
    ]);
    expect(allowed.length).toBeGreaterThan(10);
    // Alice asked to be told of answers to her work, so she may be notified, and nobody else.
    const hers = JSON.stringify({ parse: [], users: [alice.id] });
    expect(new Set(allowed.map(([, mentions]) => mentions))).toEqual(new Set(['{"parse":[]}', hers]));
  });
});

async function upload(file: PersonsFile): Promise<Answer> {
  const form = await alice.slash('cheatcode write', { topic: 'ACID' });
  return alice.fill(form, { file: [file] }, { force: true });
}

describe('a file that a member uploads', () => {
  let trap: Server;
  let caught: string[];
  let trapped: string;

  beforeEach(async () => {
    caught = [];
    trap = createServer((request, response) => {
      caught.push(request.url ?? '');
      response.end('a secret of the machine');
    });
    await once(trap.listen(0, '127.0.0.1'), 'listening');
    const address = trap.address();
    trapped = `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  afterEach(() => {
    trap.closeAllConnections();
    trap.close();
  });

  const elsewhere = (): readonly string[] => [
    `http://${trapped}/`,
    `http://${trapped}/cdn/attachments/1/2/notes.txt`,
    `http://cdn.discordapp.com@${trapped}/attachments/notes.txt`,
    `http://${trapped}#@cdn.discordapp.com/`,
    `${world.discord.cdn}/../api/v10/users/@me`,
    `${world.discord.cdn}@${trapped}/notes.txt`,
    `${world.discord.cdn.replace('127.0.0.1', 'localhost')}/notes.txt`,
    'http://cdn.discordapp.com/attachments/notes.txt',
    'https://cdn.discordapp.com.evil.test/notes.txt',
    'https://cdn.discordapp.com:8443/notes.txt',
    'file:///etc/passwd',
    'data:text/plain,hello',
    '//evil.test/notes.txt',
    'notes.txt',
    '',
  ];

  test('is fetched from Discord only', async () => {
    // The names of a person are stored at any use. This use stores them before the test compares the database.
    await bob.slash('help');
    const before = await everything(world.app.db);
    for (const url of elsewhere()) {
      const answer = await upload({ name: 'notes.txt', content: 'A lock waits for its turn.', url });
      expect({ url, failed: answer.failed }).toEqual({ url, failed: null });
      expect(answer.text).not.toContain('secret of the machine');
    }
    const { draft: _, ...after } = await everything(world.app.db);
    expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([table]) => table !== 'draft')));
    expect(caught).toEqual([]);
    expect(world.logged).toEqual([]);
  });

  test('is not fetched from the target of a redirect', async () => {
    const redirect = `http://${trapped}/`;
    const answer = await upload({ name: 'notes.txt', content: 'A lock waits for its turn.', redirect });
    expect(answer.failed).toBeNull();
    expect(caught).toEqual([]);
    expect(await world.app.db.selectFrom('proof').selectAll().execute()).toEqual([]);
  });

  test('is read only up to the limit if it is larger than it claimed', async () => {
    let sent = 0;
    async function* endless(): AsyncIterable<Uint8Array> {
      for (;;) {
        sent += 64 * 1024;
        yield Buffer.alloc(64 * 1024, 'a');
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
    }
    const answer = await upload({ name: 'notes.txt', content: endless, size: 10 });
    expect(answer.failed).toBeNull();
    expect(await world.app.db.selectFrom('proof').selectAll().execute()).toEqual([]);
    const after = sent;
    await world.discord.quiet();
    expect(sent - after).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  test('is fetched from Discord (otherwise these tests could not fail)', async () => {
    const answer = await upload({ name: 'notes.txt', content: 'A lock waits for its turn.' });
    expect(answer.failed).toBeNull();
    expect(await world.app.db.selectFrom('proof').selectAll().execute()).toHaveLength(1);
  });

  test.each([
    '=1+1.txt',
    '../../../etc/passwd.txt',
    'a"b\r\nX: y.txt',
    `${'x'.repeat(300)}.txt`,
    '.txt',
    '\u202Etxt.exe.txt',
  ])('gets a name of plain letters, whatever it was called: %j', async (name) => {
    await upload({ name, content: 'A lock waits for its turn.' });
    const [file] = await world.app.db.selectFrom('proof_file').select('name').execute();
    expect(file?.name).toMatch(/^[\w-]{1,60}\.txt$/);
  });
});

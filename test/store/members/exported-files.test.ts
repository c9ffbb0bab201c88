import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Outline } from '../../../src/roadmap/outline.ts';
import type { Actor } from '../../../src/store/actor.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { personalData } from '../../../src/store/members/personal-data.ts';
import { proofFilesBy } from '../../../src/store/proofs/personal-data.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import type { Db } from '../../../src/store/schema.ts';
import { claimApp, invite, joinTeam } from '../../../src/store/showcase/builds.ts';
import { picturesBy } from '../../../src/store/showcase/personal-data.ts';
import { submitApp } from '../../../src/store/showcase/submissions.ts';
import { idOf, storeWith } from '../store.ts';

const TRAIL = `# Trail

## Track <!-- kind: track methods: cheatcode feynman project -->

- [ ] Caching
- [ ] ACID

## Showcase <!-- kind: showcase methods: project -->

- [ ] Chat
- [ ] Shop
`;

let db: Db;
let trail: Outline;
let close: () => Promise<void>;
let steps = 0;

beforeEach(async () => {
  ({ db, trail, close } = await storeWith(TRAIL));
  await ensureGuild(db, 'here', 'en-US', 0);
  for (const user of ['ana', 'ben']) await join(db, 'here', user, 0);
});
afterEach(() => close());

function by(userId: string): Actor {
  steps += 1;
  return { interactionId: `i${steps}`, userId, guildId: 'here', at: steps };
}

async function writeWithFile(userId: string, title: string): Promise<void> {
  const bytes = Buffer.from(`${userId} on ${title}`);
  await writeProof(db, by(userId), {
    topicId: idOf(trail, title),
    method: 'cheatcode',
    parts: [],
    url: null,
    language: null,
    file: { name: 'notes.txt', kind: 'text', size: bytes.length, bytes },
  });
}

/** Shows an app of a leader, with a picture. @returns the build's id */
async function showApp(leader: string, title: string): Promise<string> {
  const topicId = idOf(trail, title);
  const id = await claimApp(db, by(leader), 'here', topicId);
  const picture = { type: 'png' as const, bytes: Buffer.from(`${title} by ${leader}`) };
  const work = {
    repository: `https://${leader}.example`,
    liveUrl: null,
    differently: '',
    alt: `${leader}’s`,
    picture,
  };
  await submitApp(db, by(leader), { guildId: 'here', topicId }, work);
  return id;
}

const said = (files: readonly { readonly bytes: Uint8Array }[]) =>
  files.map(({ bytes }) => Buffer.from(bytes).toString());

test('of proofs: the member’s own, the latest first, as many as fit', async () => {
  for (const title of ['Caching', 'ACID']) {
    await writeWithFile('ana', title);
    await writeWithFile('ben', title);
  }
  expect(said(await proofFilesBy(db, 'ana', 10))).toEqual(['ana on ACID', 'ana on Caching']);
  expect(said(await proofFilesBy(db, 'ana', 1))).toEqual(['ana on ACID']);
  expect(await proofFilesBy(db, 'ana', 0)).toEqual([]);
  expect(await proofFilesBy(db, 'ana', -1)).toEqual([]);
});

test('of apps: a picture belongs to members of the team, and not to invited people', async () => {
  await showApp('ana', 'Chat');
  const shop = await showApp('ben', 'Shop');
  await invite(db, by('ben'), shop, ['ana']);
  const apps = async () =>
    (await personalData(db, 'ana')).showcase.apps.map(({ title, shown }) => [title, shown?.repository]);
  expect(said(await picturesBy(db, 'ana', 10))).toEqual(['Chat by ana']);
  expect(await apps()).toEqual([
    ['Chat', 'https://ana.example'],
    ['Shop', undefined],
  ]);

  await joinTeam(db, by('ana'), 'here', shop);
  expect(said(await picturesBy(db, 'ana', 10))).toEqual(['Shop by ben', 'Chat by ana']);
  expect(said(await picturesBy(db, 'ana', 1))).toEqual(['Shop by ben']);
  expect(await apps()).toEqual([
    ['Chat', 'https://ana.example'],
    ['Shop', 'https://ben.example'],
  ]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { Outline } from '../../../src/roadmap/outline.ts';
import type { Method } from '../../../src/roadmap/roadmap.ts';
import { draftOf, dropDraft, forgetDraftsBefore, keepDraft } from '../../../src/store/proofs/drafts.ts';
import { ensureGuild } from '../../../src/store/members/guilds.ts';
import { join, leave } from '../../../src/store/members/memberships.ts';
import { AlreadyHandled } from '../../../src/store/once.ts';
import { deletePersonalData } from '../../../src/store/members/personal-data.ts';
import { type ProofFile, fileOf } from '../../../src/store/proofs/files.ts';
import { QUOTA, QuotaError } from '../../../src/store/proofs/quota.ts';
import {
  changeProof,
  type Proof,
  proofOf,
  type ProofWork,
  removeProof,
  writeProof,
} from '../../../src/store/proofs/proofs.ts';
import { proofsBy, proofsOf } from '../../../src/store/proofs/roadmap-proofs.ts';
import { isShared, shareProof } from '../../../src/store/proofs/shares.ts';
import type { Db } from '../../../src/store/schema.ts';
import { declareStage, stageNotesOf } from '../../../src/store/progress/stage-notes.ts';
import { studyOf } from '../../../src/store/progress/studies.ts';
import { idOf, storeWith } from '../store.ts';
import { proofsOfGroup } from '../whole-group.ts';

const TRAIL = `# Trail
## Direction <!-- kind: career -->
- [ ] Walker <!-- stage: track path -->
- [ ] Walker Tez <!-- stage: tez path -->
- [ ] Summit <!-- stage: free -->
## Path <!-- id: path kind: track methods: cheatcode feynman -->
- [ ] Walk
- [ ] Run
`;

let db: Db;
let trail: Outline;
let interactions = 0;

beforeEach(async () => {
  const store = await storeWith(TRAIL);
  ({ db, trail } = store);
  interactions = 0;
  return () => store.close();
});

const actor = (userId: string, at = 1) => {
  interactions += 1;
  return { interactionId: `i${interactions}`, userId, guildId: null, at };
};
const work = (title: string, method: Method, more: Partial<ProofWork> = {}): ProofWork => ({
  topicId: idOf(trail, title),
  method,
  parts: ['One foot, then the other.'],
  url: null,
  language: null,
  ...more,
});
const pdf: ProofFile = { name: 'tez.pdf', kind: 'pdf', size: 3, bytes: new Uint8Array([1, 0, 255]) };
const rowsOf = async (table: 'proof' | 'proof_part' | 'proof_file' | 'draft' | 'stage_note') =>
  (await db.selectFrom(table).selectAll().execute()).length;

describe('a proof', () => {
  test('is one for each member, topic and method; writing again replaces its text', async () => {
    const id = await writeProof(db, actor('ana', 1), work('Walk', 'cheatcode', { parts: ['a', 'b'] }));
    expect(await writeProof(db, actor('ana', 2), work('Walk', 'cheatcode', { url: 'https://a.org/' }))).toBe(
      id,
    );
    await writeProof(db, actor('ben', 3), work('Walk', 'cheatcode'));
    const proof = await proofOf(db, 'ana', idOf(trail, 'Walk'), 'cheatcode');
    expect(proof).toMatchObject({
      parts: ['One foot, then the other.'],
      url: 'https://a.org/',
      file: null,
      createdAt: 1,
      updatedAt: 2,
      provenAt: 1,
    });
    expect(await rowsOf('proof')).toBe(2);
    expect(await rowsOf('proof_part')).toBe(2);
  });

  test('is proven at once by a cheat code or a project, and by others otherwise', async () => {
    for (const method of ['cheatcode', 'feynman', 'project'] as const)
      await writeProof(db, actor('ana'), work('Walk', method));
    const shown = (await proofsOf(db, 'ana', 'trail')).get(idOf(trail, 'Walk'));
    expect(shown).toEqual(
      new Map([
        ['cheatcode', 'proven'],
        ['feynman', 'written'],
        ['project', 'proven'],
      ]),
    );
  });

  test('is written once, however often the interaction is delivered', async () => {
    const same = actor('ana');
    await writeProof(db, same, work('Walk', 'cheatcode'));
    await expect(writeProof(db, same, work('Walk', 'cheatcode', { parts: ['x'] }))).rejects.toThrow(
      AlreadyHandled,
    );
    expect((await proofOf(db, 'ana', idOf(trail, 'Walk'), 'cheatcode'))?.parts).toEqual([
      'One foot, then the other.',
    ]);
  });

  test('is changed from its present state, or left alone', async () => {
    await writeProof(db, actor('ana'), work('Walk', 'tez', { parts: ['1', '2'], file: pdf }));
    const key = { topicId: idOf(trail, 'Walk'), method: 'tez' as const };
    await changeProof(db, actor('ana'), key, (before) => before && { ...work('Walk', 'tez'), parts: ['3'] });
    expect(await proofOf(db, 'ana', key.topicId, 'tez')).toMatchObject({
      parts: ['3'],
      file: { name: 'tez.pdf', size: 3 },
    });
    const ifThere = (before: Proof | null) => before && work('Walk', 'tez');
    expect(await changeProof(db, actor('ana'), { ...key, method: 'project' }, ifThere)).toBe(null);
    expect(await changeProof(db, actor('ben'), key, ifThere)).toBe(null);
    expect(await rowsOf('proof')).toBe(1);
  });

  test('keeps its file until it gets another one or none', async () => {
    const id = await writeProof(db, actor('ana'), work('Walk', 'cheatcode', { file: pdf }));
    const kept = await fileOf(db, id);
    expect(kept && { ...kept, bytes: [...kept.bytes] }).toEqual({ ...pdf, bytes: [1, 0, 255] });
    await writeProof(db, actor('ana'), work('Walk', 'cheatcode'));
    expect(await rowsOf('proof_file')).toBe(1);
    await writeProof(db, actor('ana'), work('Walk', 'cheatcode', { file: { ...pdf, name: 'b.pdf' } }));
    expect((await fileOf(db, id))?.name).toBe('b.pdf');
    await writeProof(db, actor('ana'), work('Walk', 'cheatcode', { file: null }));
    expect(await fileOf(db, id)).toBeNull();
  });

  test('is removed only by its member, with everything that belongs to it', async () => {
    const id = await writeProof(db, actor('ana'), work('Walk', 'cheatcode', { file: pdf }));
    expect(await removeProof(db, actor('ben'), id)).toBe(false);
    expect(await removeProof(db, actor('ana'), id)).toBe(true);
    expect(await removeProof(db, actor('ana'), id)).toBe(false);
    for (const table of ['proof', 'proof_part', 'proof_file'] as const) expect(await rowsOf(table)).toBe(0);
  });

  test('is seen by a guild that it was shared with, as long as its member is there', async () => {
    await ensureGuild(db, 'g', 'tr', 0);
    await ensureGuild(db, 'h', 'tr', 0);
    const id = await writeProof(db, actor('ana'), work('Walk', 'feynman'));
    await join(db, 'g', 'ana', 0);
    await join(db, 'h', 'ana', 0);
    expect(await isShared(db, id, 'g')).toBe(false);
    await shareProof(db, id, 'g', 1);
    expect([await isShared(db, id, 'g'), await isShared(db, id, 'h')]).toEqual([true, false]);
    expect([...(await proofsOfGroup(db, 'g', 'trail')).keys()]).toEqual(['ana']);
    await leave(db, 'g', 'ana');
    expect(await isShared(db, id, 'g')).toBe(false);
    expect([...(await proofsOfGroup(db, 'g', 'trail')).keys()]).toEqual([]);
  });

  test('is in the list of its method, the latest first', async () => {
    await writeProof(db, actor('ana', 1), work('Walk', 'feynman'));
    await writeProof(db, actor('ana', 2), work('Run', 'feynman'));
    await writeProof(db, actor('ana', 3), work('Run', 'cheatcode'));
    await writeProof(db, actor('ana', 4), work('Walk', 'feynman'));
    const listed = await proofsBy(db, 'ana', 'trail', 'feynman');
    expect(listed.map(({ topicId, updatedAt }) => [trail.byId.get(topicId)?.topic.title, updatedAt])).toEqual(
      [
        ['Walk', 4],
        ['Run', 2],
      ],
    );
  });
});

const quotaOf = (written: Promise<unknown>) =>
  written.then(
    () => null,
    (error: unknown) => (error instanceof QuotaError ? error.quota : error),
  );

describe('nobody can fill the store', () => {
  test('a proof has a limited number of parts', async () => {
    const parts = Array.from({ length: QUOTA.parts }, () => 'x');
    expect(await quotaOf(writeProof(db, actor('ana'), work('Walk', 'tez', { parts })))).toBeNull();
    const more = work('Walk', 'tez', { parts: [...parts, 'x'] });
    expect(await quotaOf(writeProof(db, actor('ana'), more))).toBe('parts');
    expect((await proofOf(db, 'ana', idOf(trail, 'Walk'), 'tez'))?.parts).toHaveLength(QUOTA.parts);
  });

  test('files have a limited size together, for each member', async () => {
    const half = { ...pdf, size: QUOTA.files / 2 };
    await writeProof(db, actor('ana'), work('Walk', 'cheatcode', { file: half }));
    await writeProof(db, actor('ana'), work('Run', 'cheatcode', { file: half }));
    const third = work('Run', 'feynman', { file: pdf });
    expect(await quotaOf(writeProof(db, actor('ana'), third))).toBe('files');
    expect(await quotaOf(writeProof(db, actor('ben'), third))).toBeNull();
    expect(await rowsOf('proof')).toBe(3);
  });

  test('texts have a limited length together', async () => {
    const long = 'x'.repeat(QUOTA.text / 4 + 1);
    await writeProof(db, actor('ana'), work('Walk', 'cheatcode', { parts: [long, long] }));
    const more = work('Run', 'cheatcode', { parts: [long, long] });
    expect(await quotaOf(writeProof(db, actor('ana'), more))).toBe('text');
  });

  test('the number of proofs is limited', async () => {
    await writeProof(db, actor('ana'), work('Walk', 'cheatcode'));
    const topics = Array.from({ length: QUOTA.proofs - 1 }, (_, n) => `t${n}`);
    await db
      .insertInto('topic')
      .values(topics.map((id) => ({ id, key: id, title: id, roadmap_id: 'trail' })))
      .execute();
    await db
      .insertInto('proof')
      .values(
        topics.map((id) => ({
          id,
          user_id: 'ana',
          topic_id: id,
          method: 'cheatcode' as const,
          url: null,
          language: null,
          proven_at: 1,
          created_at: 1,
          updated_at: 1,
        })),
      )
      .execute();
    expect(await quotaOf(writeProof(db, actor('ana'), work('Run', 'cheatcode')))).toBe('proofs');
    expect(await quotaOf(writeProof(db, actor('ana'), work('Walk', 'cheatcode')))).toBeNull();
  });
});

describe('a draft', () => {
  test('is stored under its key for its member until it is dropped', async () => {
    await keepDraft(db, 'ana', 'a', { text: 'one' }, 1);
    await keepDraft(db, 'ana', 'a', { text: 'two' }, 2);
    await keepDraft(db, 'ben', 'a', { text: 'other' }, 2);
    expect(await draftOf(db, 'ana', 'a')).toEqual({ text: 'two' });
    expect(await draftOf(db, 'ana', 'b')).toBeNull();
    await dropDraft(db, 'ana', 'a');
    expect(await draftOf(db, 'ana', 'a')).toBeNull();
    expect(await draftOf(db, 'ben', 'a')).toEqual({ text: 'other' });
  });

  test('is forgotten after its time, or when there are too many', async () => {
    for (let n = 0; n < 25; n += 1) await keepDraft(db, 'ana', `k${n}`, {}, n);
    expect(await rowsOf('draft')).toBe(20);
    expect(await draftOf(db, 'ana', 'k4')).toBeNull();
    expect(await draftOf(db, 'ana', 'k5')).toEqual({});
    await forgetDraftsBefore(db, 24);
    expect(await rowsOf('draft')).toBe(1);
  });
});

test('a free stage is declared with a note, and its progress changes in the same step', async () => {
  const same = actor('ana', 5);
  await declareStage(db, same, idOf(trail, 'Summit'), 'We climbed it.');
  await expect(declareStage(db, same, idOf(trail, 'Summit'), 'Twice!')).rejects.toThrow(AlreadyHandled);
  expect(await stageNotesOf(db, 'ana', 'trail')).toEqual(
    new Map([[idOf(trail, 'Summit'), 'We climbed it.']]),
  );
  expect((await studyOf(db, 'ana', trail)).progress.get(idOf(trail, 'Summit'))).toMatchObject({
    state: 'done',
    since: 5,
  });
});

test('the stage of a thesis has the thesis’s state', async () => {
  const id = idOf(trail, 'Walker Tez');
  const stateOf = async () => (await studyOf(db, 'ana', trail)).progress.get(id);
  expect(await stateOf()).toBeUndefined();
  await writeProof(db, actor('ana', 3), work('Walker Tez', 'tez'));
  expect(await stateOf()).toMatchObject({ state: 'doing', since: 3, snoozedUntil: null });
  await db.updateTable('proof').set({ proven_at: 7 }).execute();
  expect(await stateOf()).toMatchObject({ state: 'done', since: 7, snoozedUntil: null });
});

test('everything is deleted with its member', async () => {
  await writeProof(db, actor('ana'), work('Walk', 'cheatcode', { file: pdf }));
  await keepDraft(db, 'ana', 'a', {}, 1);
  await declareStage(db, actor('ana'), idOf(trail, 'Summit'), 'There.');
  await deletePersonalData(db, actor('ana'));
  for (const table of ['proof', 'proof_part', 'proof_file', 'draft', 'stage_note'] as const)
    expect(await rowsOf(table)).toBe(0);
});

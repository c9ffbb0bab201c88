import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../../src/store/actor.ts';
import {
  apartIn,
  buddyChoiceOf,
  chooseNotWith,
  chooseSlots,
  isApart,
} from '../../../src/store/company/buddies.ts';
import {
  groupOfMember,
  keepGroups,
  lacksThreads,
  lastTogether,
  noteBuddies,
  noteProvenTold,
  openGroups,
  pairingGuilds,
  planPairing,
  pairKey,
  provenInGroups,
  wantingBuddies,
} from '../../../src/store/company/buddy-groups.ts';
import {
  askForHelp,
  chooseHelps,
  ownAsk,
  passOn,
  sayToAsk,
  unaskedHelpers,
} from '../../../src/store/company/help.ts';
import { changeGuild, ensureGuild } from '../../../src/store/members/guilds.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { writeProof } from '../../../src/store/proofs/proofs.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { beginShare, withdrawShare } from '../../../src/store/proofs/shares.ts';
import { chooseLending, hasToLend, lentWork } from '../../../src/store/review/lent.ts';
import { WHOLE } from '../../../src/store/share.ts';
import { idOf, storeWith } from '../store.ts';

const DAY = 24 * 60 * 60_000;
const NOON = Temporal.Instant.from('2026-11-23T12:00Z').epochMilliseconds;
const MONDAY = '2026-11-23';

let here: Awaited<ReturnType<typeof storeWith>>;
let interactions = 0;
const by = (userId: string, at = NOON): Actor => {
  interactions += 1;
  return { interactionId: String(7_000 + interactions), userId, guildId: '1', at };
};
const prove = (userId: string, at = NOON) =>
  writeProof(here.db, by(userId, at), {
    topicId: idOf(here.trail, 'Walk'),
    method: 'cheatcode',
    parts: ['Step by step.'],
    url: null,
    language: null,
  });

beforeEach(async () => {
  here = await storeWith('# Trail\n\n## Track\n\n- [ ] Walk\n- [ ] Run\n');
  await ensureGuild(here.db, '1', 'en-US', 0);
  for (const userId of ['ana', 'ben', 'cem']) await join(here.db, '1', userId, 0);
});
afterEach(() => here.close());

test('a week is paired once, and its groups are found until it is over', async () => {
  const { db } = here;
  expect(await pairingGuilds(db, WHOLE, NOON)).toEqual([]);
  for (const userId of ['ana', 'ben']) await chooseSlots(db, by(userId), '1', ['workdays-18']);
  expect(await pairingGuilds(db, WHOLE, NOON)).toMatchObject([{ id: '1', pairedWeek: null }]);
  expect((await wantingBuddies(db, '1')).map(({ member }) => member.userId)).toEqual(['ana', 'ben']);
  const topicId = idOf(here.trail, 'Walk');
  const group = [
    { userId: 'ana', topicId },
    { userId: 'ben', topicId: null },
  ];
  const both = await Promise.all([
    keepGroups(db, '1', MONDAY, [group], NOON),
    keepGroups(db, '1', MONDAY, [group], NOON),
  ]);
  expect(both.toSorted()).toEqual([false, true]);
  expect(await lastTogether(db, '1', ['ana', 'ben'])).toEqual(new Map([[pairKey('ben', 'ana'), MONDAY]]));
  const [open] = await openGroups(db, WHOLE, '2026-11-18');
  expect(open?.members.map(({ userId }) => userId)).toEqual(['ana', 'ben']);
  await noteBuddies(db, open?.id ?? '', { place: 'thread', thread_id: 't', settled: 1 });
  expect(await openGroups(db, WHOLE, MONDAY)).toEqual([]);
  expect(await openGroups(db, WHOLE, '2026-11-24')).toHaveLength(1);
  expect(await lacksThreads(db, '1', MONDAY)).toBe(false);
  expect((await groupOfMember(db, '1', 'ben', MONDAY))?.threadId).toBe('t');
  await prove('ben', NOON + DAY);
  const [proven] = await provenInGroups(db, WHOLE);
  expect(proven).toMatchObject({ userId: 'ben', topicId });
  if (proven !== undefined) await noteProvenTold(db, proven, NOON + DAY);
  expect(await provenInGroups(db, WHOLE)).toEqual([]);
});

test('a server is looked at when its time has come, when somebody wants a buddy, and when its hour moves', async () => {
  const { db } = here;
  const due = async (now: number) => (await pairingGuilds(db, WHOLE, now)).map(({ id }) => id);
  await chooseSlots(db, by('ana'), '1', ['workdays-18']);
  expect(await due(NOON)).toEqual(['1']);
  await planPairing(db, '1', NOON + DAY, NOON);
  expect([await due(NOON), await due(NOON + DAY)]).toEqual([[], ['1']]);
  await chooseSlots(db, by('ben'), '1', ['workdays-18']);
  expect(await due(NOON)).toEqual(['1']);
  await planPairing(db, '1', NOON + DAY, NOON);
  await changeGuild(db, '1', { timeZone: 'Asia/Tokyo' });
  expect(await due(NOON)).toEqual(['1']);
  for (const userId of ['ana', 'ben']) await chooseSlots(db, by(userId), '1', null);
  await planPairing(db, '1', NOON + DAY, NOON);
  expect(await due(NOON + 9 * DAY)).toEqual([]);
  await changeGuild(db, '1', { timeZone: 'UTC' });
  expect(await due(NOON + 9 * DAY)).toEqual([]);
});

test('with whom somebody does not want to be is known only by a hash, and by nobody else', async () => {
  const { db } = here;
  await chooseNotWith(db, by('ana'), '1', ['ben', 'stranger']);
  const apart = await apartIn(db, '1');
  expect(['ben', 'stranger', 'cem'].map((other) => isApart(apart, '1', 'ana', other))).toEqual([
    true,
    true,
    false,
  ]);
  expect(isApart(apart, '1', 'ben', 'ana')).toBe(false);
  expect((await buddyChoiceOf(db, '1', 'ana')).notWith).toEqual({ count: 2, here: ['ben'] });
  // The list shows who is here. Who is not stays, unless nobody is chosen.
  await chooseNotWith(db, by('ana'), '1', ['cem']);
  const later = await apartIn(db, '1');
  expect(['ben', 'stranger', 'cem'].map((other) => isApart(later, '1', 'ana', other))).toEqual([
    false,
    true,
    true,
  ]);
  await chooseNotWith(db, by('ana'), '1', []);
  expect((await buddyChoiceOf(db, '1', 'ana')).notWith.count).toBe(0);
});

test('help is asked in turn, of who proved it and lets others ask', async () => {
  const { db } = here;
  const asked = { guild_id: '1', topic_id: idOf(here.trail, 'Walk'), question: 'Why?', locale: 'en-US' };
  expect(await askForHelp(db, by('ana'), asked)).toBe('nobody');
  for (const userId of ['ben', 'cem']) await prove(userId);
  expect(await askForHelp(db, by('ana'), asked)).toBe('nobody');
  for (const userId of ['ben', 'cem']) await chooseHelps(db, by(userId), '1', true);
  expect(await askForHelp(db, by('ana'), asked)).toBe('asked');
  expect(await askForHelp(db, by('ana'), asked)).toBe('asked-before');
  const [first] = await unaskedHelpers(db);
  expect(first?.user_id).toBe('ben');
  expect(await sayToAsk(db, by('cem'), first?.id ?? '', { kind: 'declined' })).toBe(false);
  expect(await sayToAsk(db, by('ben'), first?.id ?? '', { kind: 'declined' })).toBe(true);
  await Promise.all([passOn(db, NOON), passOn(db, NOON)]);
  const turns = await unaskedHelpers(db);
  expect(turns.map(({ user_id }) => user_id)).toEqual(['cem']);
  const answer = { kind: 'answered', text: 'Because.' } as const;
  expect(await sayToAsk(db, by('cem'), turns[0]?.id ?? '', answer)).toBe(true);
  expect(await ownAsk(db, '1', 'ana', asked.topic_id)).toMatchObject({
    isOpen: false,
    answer: { userId: 'cem', text: 'Because.' },
  });
});

test('work is lent by its author’s choice alone', async () => {
  const { db } = here;
  const topicId = idOf(here.trail, 'Walk');
  const proofId = await prove('ben');
  await record(db, by('ana'), [{ topicId, action: 'done' }]);
  const lent = () => lentWork(db, '1', 'ana', 'trail');
  expect(await hasToLend(db, '1', 'ben')).toBe(false);
  await beginShare(db, by('ben'), proofId, '1');
  expect(await hasToLend(db, '1', 'ben')).toBe(true);
  expect(await lent()).toEqual([]);
  await chooseLending(db, by('ben'), '1', true);
  expect(await lent()).toEqual([{ proofId, topicId, authorId: 'ben' }]);
  expect(await lentWork(db, '1', 'ben', 'trail')).toEqual([]);
  await withdrawShare(db, proofId, '1', NOON);
  expect(await lent()).toEqual([]);
});

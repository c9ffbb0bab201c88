import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../src/store/actor.ts';
import { celebrate, setGoal } from '../../src/store/goals/goals.ts';
import { ensureGuild } from '../../src/store/members/guilds.ts';
import { ensureMember } from '../../src/store/members/members.ts';
import { join } from '../../src/store/members/memberships.ts';
import { deletePersonalData } from '../../src/store/members/personal-data.ts';
import { draftMemo, keepMemo, MOST_MEMOS } from '../../src/store/memos/asking.ts';
import { report } from '../../src/store/moderation/reports.ts';
import { takeDownWork, takeUntold } from '../../src/store/moderation/takedowns.ts';
import { AlreadyHandled, once } from '../../src/store/once.ts';
import { undoLast } from '../../src/store/progress/history.ts';
import { progressOf, record } from '../../src/store/progress/progress.ts';
import { redo } from '../../src/store/progress/redo.ts';
import { todaysPicks } from '../../src/store/suggestions/todays-picks.ts';
import { keepDraft } from '../../src/store/proofs/drafts.ts';
import { proofWithId, removeProof, writeProof } from '../../src/store/proofs/proofs.ts';
import { beginShare } from '../../src/store/proofs/shares.ts';
import { claimNotification } from '../../src/store/proofs/notifications.ts';
import { recordRating } from '../../src/store/review/answering.ts';
import { changeImport, keepImport } from '../../src/store/roadmaps/imports.ts';
import { planVersion } from '../../src/store/roadmaps/plan.ts';
import { MOST_OPEN, propose } from '../../src/store/roadmaps/proposals.ts';
import { seedRoadmap } from '../../src/store/roadmaps/seeding.ts';
import { applyVersion } from '../../src/store/roadmaps/versions.ts';
import { beginSession, switchTopic } from '../../src/store/sessions/sessions.ts';
import { claimDelivery } from '../../src/store/schedule/deliveries.ts';
import { movePostOn, planPost } from '../../src/store/schedule/posts.ts';
import type { Db } from '../../src/store/schema.ts';
import { claimApp, invite, joinTeam } from '../../src/store/showcase/builds.ts';
import { applaud, submitApp } from '../../src/store/showcase/submissions.ts';
import {
  claimReadingReminder,
  dueReadingReminders,
  giveOpinion,
  settleReadingReminder,
  toggleOffer,
} from '../../src/store/teach-back/readings.ts';
import { toggleClear } from '../../src/store/teach-back/teach-back.ts';
import { write } from '../../src/store/write.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import { TEAM_SIZE } from '../../src/study/showcase.ts';
import { idOf, storeWith } from './store.ts';
import { WHOLE } from '../../src/store/share.ts';
import { isOnPostgres } from '../database.ts';
import { isFull } from '../size.ts';

/**
 * Pairs of writes that come at the same time from two people, two presses or two processes. Each pair is run many
 * times, and the outcome has to be the same as if one came after the other. SQLite has one writer, so there one
 * waits, and a few rounds tell. On PostgreSQL, most pairs fail in most rounds if `write` is a plain transaction.
 */
const ROUNDS = isOnPostgres || isFull ? 40 : 4;
const MARKDOWN = `# Trail

## Track <!-- kind: track methods: cheatcode feynman tez project -->

${['Walk', 'Run', 'Swim', 'Rest', 'Climb', 'Jump'].map((title) => `- [ ] ${title}`).join('\n')}
`;
const WEEK = 7 * 24 * 60 * 60_000;
const DAY = { at: 1000, date: '2026-11-26' };

let here: Awaited<ReturnType<typeof storeWith>>;
let db: Db;
beforeAll(async () => {
  here = await storeWith(MARKDOWN);
  db = here.db;
});
afterAll(() => here.close());

/** The database as another process has it open. The writes of one process come one after the other. */
const own = (): Db => db.withoutPlugins();

let count = 0;
/** A new interaction of a person. */
function by(userId: string, guildId: string | null = null, at = 10): Actor {
  count += 1;
  return { interactionId: `i${count}`, userId, guildId, at };
}

/** A new guild, and new people who have joined only this guild. */
async function group(...names: readonly string[]): Promise<{ guild: string; people: readonly string[] }> {
  count += 1;
  const guild = `g${count}`;
  const people = names.map((name) => `${name}${count}`);
  await ensureGuild(db, guild, 'en-US', 0);
  for (const person of people) await join(db, guild, person, 1);
  return { guild, people };
}

const walk = () => idOf(here.trail, 'Walk');
const work = (method: 'cheatcode' | 'feynman' | 'tez' | 'project') => ({
  topicId: walk(),
  method,
  parts: ['One foot, then the other.'],
  url: null,
  language: null,
});

/** A proof of the first person of a new group, shared with the group. */
async function shared(method: 'feynman' | 'tez', names: readonly string[]) {
  const { guild, people } = await group(...names);
  const [author = '', ...others] = people;
  const id = await writeProof(db, by(author), work(method));
  await beginShare(db, by(author), id, guild);
  return { guild, author, others, id };
}

/**
 * Runs both at once.
 * @returns what each gives or throws
 */
async function atOnce<A, B>(one: Promise<A>, other: Promise<B>): Promise<readonly unknown[]> {
  const came = await Promise.allSettled([one, other]);
  return came.map((each) => (each.status === 'fulfilled' ? each.value : each.reason));
}

/** Whether the outcomes are the expected ones, in any order. */
function are(outcomes: readonly unknown[], ...expected: readonly unknown[]): boolean {
  return inOrder(outcomes) === inOrder(expected);
}

function inOrder(outcomes: readonly unknown[]): string {
  return JSON.stringify(outcomes.map((each) => JSON.stringify(each) ?? 'nothing').toSorted());
}

function crowd(name: string): readonly string[] {
  return Array.from({ length: TEAM_SIZE - 5 }, (_, at) => `${name}${at}-${count}`);
}

/** The pairs, by name. Each function runs one round, and returns whether the outcome was right. */
const PAIRS: Readonly<Record<string, () => Promise<boolean>>> = {
  'the same topic done twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const done = () => record(own(), by(ana), [{ topicId: walk(), action: 'done' }]);
    const came = await atOnce(done(), done());
    const log = await db.selectFrom('activity').select('id').where('user_id', '=', ana).execute();
    return are(came, [walk()], []) && log.length === 1;
  },
  'an undo pressed twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    // A joined group would come first in an undo, which then asks.
    await db.deleteFrom('membership').where('user_id', '=', ana).execute();
    for (const title of ['Walk', 'Run'])
      await record(own(), by(ana, null, 20 + count), [{ topicId: idOf(here.trail, title), action: 'done' }]);
    await atOnce(undoLast(own(), by(ana, null, 9000)), undoLast(own(), by(ana, null, 9000)));
    return (await progressOf(own(), ana, 'trail')).size === 0;
  },
  'a redo pressed twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    await db.deleteFrom('membership').where('user_id', '=', ana).execute();
    await record(own(), by(ana, null, 20), [{ topicId: walk(), action: 'done' }]);
    const undoing = by(ana, null, 30);
    await undoLast(own(), undoing);
    const again = () => redo(own(), by(ana, null, 40), undoing.interactionId);
    const came = await atOnce(again(), again());
    return came.filter((redone) => redone === null).length === 1;
  },
  'a review answered twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const review = { topicId: walk(), firstDue: DAY.date, reps: 0 };
    const came = await atOnce(
      recordRating(own(), by(ana), review, 'good'),
      recordRating(own(), by(ana), review, 'easy'),
    );
    const log = await db.selectFrom('review_log').select('id').where('user_id', '=', ana).execute();
    return came.filter((card) => card === null).length === 1 && log.length === 1;
  },
  'a goal celebrated twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    await setGoal(own(), by(ana), { kind: 'topics', target: 1 }, null);
    return are(await atOnce(celebrate(own(), ana, DAY.date), celebrate(own(), ana, DAY.date)), true, false);
  },
  'the same proof written twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const [one, other] = await atOnce(
      writeProof(own(), by(ana), work('cheatcode')),
      writeProof(own(), by(ana), work('cheatcode')),
    );
    return typeof one === 'string' && one === other;
  },
  'two deciding votes': async () => {
    const { guild, others, id } = await shared('feynman', ['ana', 'ben', 'can', 'dev']);
    const [ben = '', can = ''] = others;
    const came = await atOnce(toggleClear(own(), by(ben), id, guild), toggleClear(own(), by(can), id, guild));
    return are(came, 'clear', 'proven') && (await proofWithId(own(), id))?.provenAt === 10;
  },
  'two deciding readers': async () => {
    const { guild, others, id } = await shared('tez', ['ana', 'ben', 'can', 'dev']);
    const accepting = (reader = '') =>
      giveOpinion(own(), by(reader), id, guild, { verdict: 'accept', comment: 'Yes.' });
    const came = await atOnce(accepting(others[0]), accepting(others[1]));
    return are(came, 'said', 'proven') && (await proofWithId(own(), id))?.provenAt === 10;
  },
  'a "clear" pressed twice': async () => {
    const { guild, others, id } = await shared('feynman', ['ana', 'ben', 'can', 'dev']);
    const press = () => toggleClear(own(), by(others[0] ?? ''), id, guild);
    return are(await atOnce(press(), press()), 'clear', 'withdrawn');
  },
  'an offer to read pressed twice': async () => {
    const { guild, others, id } = await shared('tez', ['ana', 'ben', 'can']);
    const press = () => toggleOffer(own(), by(others[0] ?? ''), id, guild);
    return are(await atOnce(press(), press()), 'offered', 'withdrawn');
  },
  'a vote for work that is removed': async () => {
    const { guild, author, others, id } = await shared('feynman', ['ana', 'ben', 'can', 'dev']);
    const [said, removed] = await atOnce(
      toggleClear(own(), by(others[0] ?? ''), id, guild),
      removeProof(own(), by(author), id),
    );
    return removed === true && (said === 'clear' || said === null) && (await proofWithId(own(), id)) === null;
  },
  'a reader’s reminder claimed twice': async () => {
    const { guild, others, id } = await shared('tez', ['ana', 'ben', 'can', 'dev']);
    await toggleOffer(own(), by(others[0] ?? ''), id, guild);
    const [reminder] = await dueReadingReminders(own(), WHOLE, 2 * WEEK);
    if (reminder === undefined) return false;
    const [one, other] = await atOnce(
      claimReadingReminder(own(), reminder, 2 * WEEK),
      claimReadingReminder(own(), reminder, 2 * WEEK + 1),
    );
    await settleReadingReminder(own(), reminder);
    return one === other;
  },
  'an author notified twice': async () => {
    const { guild, id } = await shared('feynman', ['ana', 'ben', 'can', 'dev']);
    return are(
      await atOnce(
        claimNotification(own(), id, guild, 5 * WEEK),
        claimNotification(own(), id, guild, 5 * WEEK),
      ),
      true,
      false,
    );
  },
  'one app begun twice': async () => {
    const { guild, people } = await group('ana');
    const [ana = ''] = people;
    const [one, other] = await atOnce(
      claimApp(own(), by(ana, guild), guild, walk()),
      claimApp(own(), by(ana, guild), guild, walk()),
    );
    return typeof one === 'string' && one === other;
  },
  'a team that gets too large': async () => {
    const { guild, people } = await group('ana');
    const [ana = ''] = people;
    const build = await claimApp(own(), by(ana, guild), guild, walk());
    const [some, others] = [crowd('x'), crowd('y')];
    for (const person of [...some, ...others]) await ensureMember(own(), person, 0);
    await atOnce(invite(own(), by(ana), build, some), invite(own(), by(ana), build, others));
    const team = await db
      .selectFrom('build_member')
      .select('user_id')
      .where('build_id', '=', build)
      .execute();
    return team.length === TEAM_SIZE;
  },
  'two teams joined at once': async () => {
    const { guild, people } = await group('ana', 'ben', 'can');
    const [ana = '', ben = '', can = ''] = people;
    const builds = [
      await claimApp(own(), by(ana, guild), guild, walk()),
      await claimApp(own(), by(ben, guild), guild, walk()),
    ];
    for (const build of builds) await invite(own(), by(ana), build, [can]);
    const joining = (build = '') => joinTeam(own(), by(can, guild), guild, build);
    return are(await atOnce(joining(builds[0]), joining(builds[1])), 'joined', 'in-another-team');
  },
  'applause pressed twice': async () => {
    const { guild, people } = await group('ana', 'ben');
    const [ana = '', ben = ''] = people;
    const app = {
      repository: 'https://x.example/app',
      liveUrl: null,
      differently: '',
      alt: '',
      picture: null,
    };
    const { buildId } = await submitApp(own(), by(ana, guild), { guildId: guild, topicId: walk() }, app);
    const came = await atOnce(applaud(own(), by(ben), buildId), applaud(own(), by(ben), buildId));
    const rows = await db.selectFrom('applause').select('at').where('build_id', '=', buildId).execute();
    return are(came, undefined, undefined) && rows.length === 0;
  },
  'an app shown by two of its team': async () => {
    const { guild, people } = await group('ana', 'ben');
    const [ana = '', ben = ''] = people;
    const build = await claimApp(own(), by(ana, guild), guild, walk());
    await invite(own(), by(ana), build, [ben]);
    await joinTeam(own(), by(ben, guild), guild, build);
    const show = (who: string) =>
      submitApp(
        own(),
        by(who, guild),
        { guildId: guild, topicId: walk() },
        { repository: `https://x.example/${who}`, liveUrl: null, differently: '', alt: '', picture: null },
      );
    const came = await atOnce(show(ana), show(ben));
    const proofs = await db.selectFrom('proof').select('url').where('user_id', 'in', [ana, ben]).execute();
    return (
      are(came, { buildId: build, isNew: true }, { buildId: build, isNew: false }) &&
      proofs.length === 2 &&
      proofs[0]?.url === proofs[1]?.url
    );
  },
  'picks asked for twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const member = { dayStart: 4 };
    const today = { userId: ana, roadmap: here.trail, member, timeZone: 'UTC', now: 10 * WEEK };
    await atOnce(todaysPicks(own(), today), todaysPicks(own(), today));
    const rows = await db.selectFrom('pick').select('position').where('user_id', '=', ana).execute();
    return are(
      rows.map(({ position }) => position),
      0,
      1,
      2,
    );
  },
  'more proposals than may be open': async () => {
    const { guild, people } = await group('ana');
    const [ana = ''] = people;
    const many = Array.from({ length: MOST_OPEN.member - 1 }, (_, at) => ({
      kind: 'topic' as const,
      text: `${at}`,
    }));
    const put = () => propose(own(), by(ana), guild, walk(), many);
    return are(await atOnce(put(), put()), true, false);
  },
  'more reminders than may be kept': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const asked = {
      what: 'Tea',
      said: 'tomorrow',
      timeZone: 'UTC',
      locale: 'en-US',
      channelId: null,
      guildId: null,
    };
    const drafts = [await draftMemo(own(), by(ana), asked), await draftMemo(own(), by(ana), asked)];
    const row = await db
      .selectFrom('memo')
      .selectAll()
      .where('id', '=', drafts[0] ?? '')
      .executeTakeFirstOrThrow();
    const kept = Array.from({ length: MOST_MEMOS - 1 }, (_, at) => ({
      ...row,
      id: `${row.id}${at}`,
      kept: 1,
    }));
    await db.insertInto('memo').values(kept).execute();
    const keep = async (id = '') =>
      (await keepMemo(own(), by(ana), id, { repeat: null, next: DAY })) !== 'full';
    return are(await atOnce(keep(drafts[0]), keep(drafts[1])), true, false);
  },
  'an import changed twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const given = { guildId: null, target: null, baseRevision: null, known: null, source: '# A', link: null };
    const waiting = await keepImport(own(), by(ana), { ...given, readAs: {} });
    const change = (source: string) => changeImport(own(), by(ana), waiting, { source });
    const came = await atOnce(change('# B'), change('# C'));
    return came.filter((one) => one === null).length === 1;
  },
  'a new version of a roadmap put into use twice': async () => {
    count += 1;
    const source = `${MARKDOWN}- [ ] More ${count}\n`;
    const { roadmap } = readRoadmap(source);
    const plan = await planVersion(own(), { roadmapId: 'trail', source, roadmap, guildId: null });
    if (plan === null) return false;
    const apply = () => applyVersion(own(), plan, new Map(), { userId: null, at: 10 });
    const kinds = (await atOnce(apply(), apply())).map((each) =>
      typeof each === 'object' && each !== null && 'kind' in each ? each.kind : each,
    );
    return are(kinds, 'applied', 'conflict');
  },
  'a roadmap seeded by two processes': async () => {
    count += 1;
    const id = `seeded${count}`;
    const seed = () => seedRoadmap(own(), id, readRoadmap(MARKDOWN).roadmap, MARKDOWN, 0);
    const came = await atOnce(seed(), seed());
    const topics = await db.selectFrom('topic').select('id').where('roadmap_id', '=', id).execute();
    return !came.some((each) => each instanceof Error) && topics.length === 6;
  },
  'a work reported twice': async () => {
    const { guild, others, id } = await shared('feynman', ['ana', 'ben', 'can', 'dev']);
    const tell = () =>
      report(own(), by(others[0] ?? ''), guild, { subject: { kind: 'work', proofId: id }, reason: 'Spam' });
    return are(await atOnce(tell(), tell()), true, false);
  },
  'a takedown announced twice': async () => {
    const { guild, author, others, id } = await shared('feynman', ['ana', 'ben', 'can', 'dev']);
    await takeDownWork(own(), by(others[0] ?? ''), guild, { proofId: id, reason: 'Spam' });
    const came = await atOnce(takeUntold(own(), author, guild, 20), takeUntold(own(), author, guild, 20));
    return came.filter((told) => Array.isArray(told) && told.length === 1).length === 1;
  },
  'a member who studies and is deleted': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const came = await atOnce(
      record(own(), by(ana), [{ topicId: walk(), action: 'done' }]),
      deletePersonalData(own(), by(ana)),
    );
    const joined = await db.selectFrom('membership').select('guild_id').where('user_id', '=', ana).execute();
    return !came.some((each) => each instanceof Error) && joined.length === 0;
  },
  'a draft kept twice': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const came = await atOnce(
      keepDraft(own(), ana, 'f', { a: '1' }, 1),
      keepDraft(own(), ana, 'f', { a: '2' }, 1),
    );
    return are(came, undefined, undefined);
  },
  'an interaction delivered twice': async () => {
    const { interactionId } = by('ana');
    const handle = () => write(own(), (trx) => once(trx, interactionId, 0));
    const came = await atOnce(handle(), handle());
    return came.filter((each) => each instanceof AlreadyHandled).length === 1;
  },
  'a due post claimed twice': async () => {
    const { guild } = await group();
    await planPost(own(), guild, 'daily', DAY);
    const due = { guildId: guild, kind: 'daily', run: DAY } as const;
    const claim = () =>
      write(own(), async (trx) => {
        if (!(await movePostOn(trx, due, null))) return null;
        return claimDelivery(trx, { ...due, channelId: 'c', content: {}, at: 10 });
      });
    const came = await atOnce(claim(), claim());
    return came.filter((each) => each === null).length === 1;
  },
  'a post claimed that names a member, and the deletion of their data': async () => {
    const { guild } = await group();
    count += 1;
    const userId = `1${String(count).padStart(17, '0')}`;
    await ensureMember(own(), userId, 0);
    const due = { guildId: guild, kind: 'daily', run: DAY } as const;
    const content = { byMember: [{ userId }] };
    await atOnce(
      write(own(), (trx) => claimDelivery(trx, { ...due, channelId: 'c', content, at: 10 })),
      deletePersonalData(own(), by(userId)),
    );
    const [post] = await db.selectFrom('delivery').select('content').where('guild_id', '=', guild).execute();
    return post?.content === '{"byMember":[]}';
  },
  'a session switched to two topics': async () => {
    const { people } = await group('ana');
    const [ana = ''] = people;
    const begun = { topicId: walk(), minutes: 25, startsTopic: true };
    const { session } = await beginSession(own(), by(ana), begun);
    const to = (key: string) =>
      switchTopic(own(), by(ana), session.id, { topicId: idOf(here.trail, key), startsTopic: true });
    const came = await atOnce(to('Run'), to('Swim'));
    const open = await db
      .selectFrom('session')
      .select('topic_id')
      .where('user_id', '=', ana)
      .where('ended_at', 'is', null)
      .execute();
    return open.length === 1 && came.filter((each) => each === null).length === 1;
  },
};

test.each(Object.keys(PAIRS))('%s', async (name) => {
  const wrong: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) if ((await PAIRS[name]?.()) !== true) wrong.push(round);
  expect(wrong).toEqual([]);
});

import { describe, expect, test, vi } from 'vitest';
import { proofWithId, removeProof, writeProof } from '../../src/store/proofs/proofs.ts';
import { leave } from '../../src/store/members/memberships.ts';
import { refusals } from '../../playground/state/refused.ts';
import { en as EN } from '../../src/words/en/index.ts';
import { removeWork } from '../../src/handlers/proofs/sharing.ts';
import {
  addGroup,
  callOf,
  postIn,
  provenAt,
  shareIt,
  type StudyGroup,
  studyGroup,
  textOf,
  topicOf,
  write,
} from '../commands/study-group.ts';

const DAY = 24 * 60 * 60_000;

/** Ana has shared a thesis with a group of these people, by default about the first track. */
async function thesisBy(names: readonly string[], key = 'career-backend-tez', locale = 'en-US') {
  const group = await studyGroup(names, { locale });
  const [ana, ben, can, dev] = group.members;
  if (ana === undefined || ben === undefined) throw new Error('there are two at least');
  const proof = await write(group.world, ana, key, 'tez', 'What a backend is for.', 'And what it is not.');
  const shared = await shareIt(await callOf(group.world, group.guild, ana, group.general), proof);
  return { ...group, proof, shared, ana, ben, can: can ?? ben, dev: dev ?? ben };
}

type ThesisGroup = Awaited<ReturnType<typeof thesisBy>>;
const post = ({ study }: StudyGroup) => postIn(study, 0);
const thread = ({ study }: StudyGroup) => {
  const [first] = study.threads;
  if (first === undefined) throw new Error('there is a thread');
  return first;
};

/** Opens the form of a verdict, with its button or in the menu of the post. */
function opened(group: ThesisGroup, who: ThesisGroup['ana'], label: string) {
  return label === 'Needs work…' ? who.choose(post(group), 'More…', [label]) : who.press(post(group), label);
}

async function say(group: ThesisGroup, who: ThesisGroup['ana'], label: string, comment: string) {
  const form = await opened(group, who, label);
  return who.fill(form, { comment }, { until: 'settled' });
}

test('a thesis is accepted by two readers, and the stage of the career direction is reached', async () => {
  const group = await thesisBy(['Ana', 'Ben', 'Can', 'Dev']);
  const { world, study, ana, ben, can, proof, shared } = group;
  await using _ = world;
  expect(shared.said).toContain('It counts once 2 readers accept it');
  expect(textOf(post(group))).toContain('What a backend is for.\\n\\nAnd what it is not.');
  expect(textOf(post(group))).toContain('Who wants to read it?');

  const offer = await ben.press(post(group), 'I’ll read it', { until: 'settled' });
  expect(textOf(offer.followUps)).toContain('I’ll remind you once');
  expect(textOf(post(group))).toContain(`reading: ${ben.name}`);

  const work = await say(group, ben, 'Needs work…', 'Sources?\n[here](https://evil.test)');
  expect(work.ephemeral).toBe(true);
  expect(work.text).toContain('Thanks for reading');
  expect(textOf(postIn(thread(group)))).toContain(`**${ben.name}: needs work**`);
  expect(textOf(postIn(thread(group)))).toContain('Sources?');
  expect(textOf(postIn(thread(group)))).not.toContain('](');
  expect(textOf(post(group))).toContain(`needs work: ${ben.name}`);

  await say(group, can, 'Accept…', 'It convinced me.');
  expect(textOf(post(group))).toContain(`1 of 2 readers has accepted: ${can.name}`);
  expect(await provenAt(world, proof.id)).toBeNull();

  const form = await ben.press(post(group), 'Accept…');
  expect(JSON.stringify(form.modal)).toContain('Sources?');
  const last = await ben.fill(form, { comment: 'Now it has them.' }, { until: 'settled' });
  expect(last.text).toContain(`${ana.name}’s work on **Backend thesis** counts now`);
  expect(await provenAt(world, proof.id)).toBe(world.clock.now());
  expect(textOf(post(group))).toContain('● Accepted by ');
  expect(textOf(post(group))).not.toContain('I’ll read it');
  const party = postIn(study);
  expect(textOf(party)).toContain(`## ${ana.name} reached Backend thesis!`);
  expect(textOf(party)).toContain(`accepted by ${ben.name} and ${can.name}`);
  expect(party.mentions).toEqual([]);

  const comments = await ana.press(post(group), 'Comments (2)');
  expect(comments.ephemeral).toBe(true);
  expect(comments.text).toContain('Now it has them.');
  expect(comments.text).toContain('It convinced me.');
});

test('an uploaded thesis is given to the person who opens it, and stays while they turn its pages', async () => {
  const group = await studyGroup(['Ana', 'Ben', 'Can']);
  const { world, guild, study, members } = group;
  await using _ = world;
  const [ana, ben] = members;
  if (ana === undefined || ben === undefined) throw new Error('both are there');
  const { actor } = await callOf(world, guild, ana);
  const bytes = new TextEncoder().encode('%PDF-1.7');
  const id = await writeProof(world.app.db, actor, {
    topicId: await topicOf(world, 'acid'),
    method: 'tez',
    parts: ['x'.repeat(3000), 'y'.repeat(3000)],
    url: 'https://example.org/thesis',
    language: null,
    file: { name: 'thesis.pdf', kind: 'pdf', size: bytes.length, bytes },
  });
  const proof = await proofWithId(world.app.db, id);
  if (proof === null) throw new Error('it was just written');
  await shareIt(await callOf(world, guild, ana), proof);
  expect(textOf(postIn(study))).toContain('File: thesis.pdf');
  const first = await ben.press(postIn(study), 'Read all');
  expect(first.files.map(({ filename }) => filename)).toEqual(['thesis.pdf']);
  const second = await ben.press(first, 'Next part');
  expect(second.text).toContain('yyy');
  expect(second.files).toEqual(first.files);
  // The file is not sent again.
  expect(world.discord.requests.at(-1)?.files).toEqual([]);
});

describe('who can judge a thesis', () => {
  test('one reader is enough in a group of three; a thesis on one topic is no stage', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can'], 'acid');
    const { world, study, ben, proof } = group;
    await using _ = world;
    await say(group, ben, 'Accept…', 'Yes.');
    expect(await provenAt(world, proof.id)).not.toBeNull();
    expect(study.messages).toHaveLength(2);
    expect(textOf(postIn(study))).toContain('Ana’s thesis is accepted: ACID!');
    expect(textOf(postIn(study))).not.toContain('has reached');
  });

  test('not the author, nor a person who has not joined', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can']);
    const { world, guild, ana } = group;
    await using _ = world;
    const stranger = guild.addMember({ name: 'Eve', locale: 'en-US' });
    for (const label of ['I’ll read it', 'Accept…', 'Needs work…']) {
      expect((await opened(group, ana, label)).text).toContain('It’s yours');
      const other = await opened(group, stranger, label);
      expect(other.text).toContain('Join this group first');
      expect(other.buttons).toEqual(['Join']);
    }
    expect(await world.app.db.selectFrom('proof_reading').selectAll().execute()).toEqual([]);
  });

  test('each reader counts once, however often they give a verdict', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, ben, proof } = group;
    await using _ = world;
    await say(group, ben, 'Accept…', 'Yes.');
    const again = await say(group, ben, 'Accept…', 'Yes, yes.');
    await world.discord.replay(again);
    expect(await provenAt(world, proof.id)).toBeNull();
    expect(thread(group).messages).toHaveLength(2);
    const offer = await ben.press(post(group), 'I’ll read it', { until: 'settled' });
    expect(textOf(offer.followUps)).toContain('You’ve already commented');
    world.discord.takeRefusals();
  });

  test('a comment of only spaces is asked for again, and a comment on a removed thesis comes back', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can']);
    const { world, guild, ana, ben, proof } = group;
    await using _ = world;
    const empty = await say(group, ben, 'Accept…', '   ');
    const again = await ben.press(empty, 'Write again…');
    expect(again.modal?.title).toBe('Accept the thesis');
    const form = await opened(group, ben, 'Needs work…');
    await removeWork(await callOf(world, guild, ana), proof);
    const lost = await ben.fill(form, { comment: 'An hour of work.' });
    expect(lost.text).toContain('no longer shared here');
    expect(lost.text).toContain('An hour of work.');
    expect(textOf(post(group))).toContain(`${ana.name} took down the thesis on **Backend thesis**`);
  });
});

/** Withdraws the thesis at the beginning of the next transaction, after everything was checked. */
function withdrawMeanwhile({ world, guild, ana, proof }: ThesisGroup): void {
  const { db } = world.app;
  const actor = { interactionId: 'withdrawn', userId: ana.id, guildId: guild.id, at: world.clock.now() };
  const begin = db.transaction.bind(db);
  const spy = vi.spyOn(db, 'transaction').mockImplementation(() => {
    spy.mockRestore();
    const transaction = begin().setIsolationLevel('serializable');
    const execute = transaction.execute.bind(transaction);
    return Object.assign(transaction, {
      setIsolationLevel: () => transaction,
      execute: (work: Parameters<typeof execute>[0]) =>
        execute(async (trx) => {
          expect(await removeProof(trx, actor, proof.id)).toBe(true);
          return work(trx);
        }),
    });
  });
}

describe('a thesis that is withdrawn at the same moment', () => {
  test('takes no offer to read it', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can']);
    const { world, ben } = group;
    await using _ = world;
    withdrawMeanwhile(group);
    const offer = await ben.press(post(group), 'I’ll read it', { until: 'settled' });
    expect(offer.text + textOf(offer.followUps)).toContain(EN.shared.gone);
  });

  test('takes no verdict, and the comment comes back', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can']);
    const { world, ben } = group;
    await using _ = world;
    const form = await ben.press(post(group), 'Accept…');
    withdrawMeanwhile(group);
    const lost = await ben.fill(form, { comment: 'It convinced me.' }, { until: 'settled' });
    expect(lost.text).toContain(EN.shared.gone);
    expect(lost.text).toContain('It convinced me.');
    expect(textOf(thread(group).messages)).not.toContain('It convinced me.');
  });
});

describe('a verdict whose thread is closed', () => {
  test('is posted in the channel if the thread is locked', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can']);
    const { world, study, ben, proof } = group;
    await using _ = world;
    thread(group).lock();
    const said = await say(group, ben, 'Accept…', 'It convinced me.');
    expect(said.text).toContain('Thanks for reading');
    expect(textOf(study.messages)).toContain('It convinced me.');
    expect(await provenAt(world, proof.id)).toBe(world.clock.now());
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([160005]);
  });

  test('is stored if Discord accepts it nowhere, and the reader is told that nobody else sees it', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can']);
    const { world, ben, proof } = group;
    await using _ = world;
    const form = await ben.press(post(group), 'Accept…');
    const refusal = refusals.form('components', 'ANY', 'Unheard of', 'nothing that is known');
    world.discord.faults.add({ method: 'POST', path: /\/messages$/, kind: 'refused', refusal, times: 9 });
    const said = await ben.fill(form, { comment: 'It convinced me.' }, { until: 'settled' });
    world.discord.faults.clear();
    expect(said.text).toContain('Thanks for reading');
    expect(said.text).toContain(EN.shared.notPosted);
    expect(await provenAt(world, proof.id)).toBe(world.clock.now());
    const logged = world.logged.splice(0);
    expect(logged.length).toBeGreaterThan(0);
    for (const line of logged) expect(line).toContain('a word on shared work was refused');
  });
});

describe('a reader who offered and has not commented', () => {
  test('is notified once by name, after a week, in the thread; nobody else is', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can', 'Dev'], 'career-backend-tez', 'tr');
    const { world, ana, ben, proof } = group;
    await using _ = world;
    await ben.press(post(group), 'Ben okurum', { until: 'settled' });
    world.clock.advance(7 * DAY - 60_000);
    await world.tick();
    expect(thread(group).messages).toEqual([]);
    world.clock.advance(60_000);
    for (let minute = 0; minute < 3; minute += 1) {
      await world.tick();
      world.clock.advance(60_000);
    }
    const lines = thread(group).messages;
    expect(lines).toHaveLength(1);
    expect(textOf(lines)).toContain(`<@${ben.id}>, şu tezi okurum demiştin`);
    expect(textOf(lines)).toContain(ana.name);
    expect(lines[0]?.mentions.map(({ id }) => id)).toEqual([ben.id]);

    const form = await ben.press(postIn(thread(group)), 'Kabul et…');
    await ben.fill(form, { comment: 'Sonunda okudum.' }, { until: 'settled' });
    expect(textOf(post(group))).toContain(`1/2 okur kabul etti: ${ben.name}`);
    expect(await provenAt(world, proof.id)).toBeNull();
    world.clock.advance(30 * DAY);
    await world.tick();
    expect(thread(group).messages).toHaveLength(2);
  });

  test.each<[string, (group: ThesisGroup) => unknown]>([
    [
      'they took the offer back',
      (group) => group.ben.press(post(group), 'I’ll read it', { until: 'settled' }),
    ],
    ['they have had their say', (group) => say(group, group.ben, 'Needs work…', 'Sources?')],
    ['they have left the group', ({ world, guild, ben }) => leave(world.app.db, guild.id, ben.id)],
    [
      'the thesis was removed',
      async ({ world, guild, ana, proof }) => removeWork(await callOf(world, guild, ana), proof),
    ],
    ['the channel is closed to the bot', ({ study }) => study.deny('bot', ['ViewChannel'])],
  ])('is not notified if %s', async (_case, before) => {
    const group = await thesisBy(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, ben, study } = group;
    await using _ = world;
    await ben.press(post(group), 'I’ll read it', { until: 'settled' });
    await before(group);
    await world.discord.quiet();
    world.clock.advance(8 * DAY);
    await world.tick();
    await world.tick();
    const said = [study, ...study.threads].flatMap(({ messages }) => messages);
    expect(textOf(said)).not.toContain('you offered to read');
    world.discord.takeRefusals();
  });

  test('is notified after an outage, and only once despite a restart', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, guild, ben } = group;
    await using _ = world;
    await ben.press(post(group), 'I’ll read it', { until: 'settled' });
    guild.outage();
    await world.discord.quiet();
    world.clock.advance(8 * DAY);
    await world.tick();
    expect(thread(group).messages).toEqual([]);
    guild.restore();
    await world.discord.quiet();
    await world.tick();
    expect(thread(group).messages).toHaveLength(1);
    // As if the process had ended between sending the reminder and noting it.
    await world.app.db.updateTable('proof_reading').set({ remind_at: 1 }).execute();
    world.clock.advance(60 * 60_000);
    await world.restart();
    await world.tick();
    await world.discord.quiet();
    expect(thread(group).messages).toHaveLength(1);
    expect(await world.app.db.selectFrom('proof_reading').select('remind_at').execute()).toEqual([
      { remind_at: null },
    ]);
  });

  test('is notified in the channel if the thread is locked, and readers of other groups are notified too', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, study, ana, ben, proof } = group;
    await using _ = world;
    const others = await addGroup(world, [ana, ben, 'Eda', 'Fay']);
    await shareIt(await callOf(world, others.guild, ana, others.general), proof);
    await ben.press(post(group), 'I’ll read it', { until: 'settled' });
    await ben.press(postIn(others.study, 0), 'I’ll read it', { until: 'settled' });
    thread(group).lock();
    world.clock.advance(8 * DAY);
    await world.tick();
    expect(textOf(postIn(study))).toContain('you offered to read');
    expect(textOf(others.study.threads.flatMap(({ messages }) => messages))).toContain('you offered to read');
    // By that time the thread is archived as well.
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([50083]);
  });

  test('does not keep others from being notified, whatever Discord answers', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, ben, can } = group;
    await using _ = world;
    for (const who of [ben, can]) await who.press(post(group), 'I’ll read it', { until: 'settled' });
    world.clock.advance(8 * DAY);
    const refusal = refusals.form('components', 'ANY', 'Unheard of', 'nothing that is known');
    world.discord.faults.add({ method: 'POST', path: /\/messages$/, kind: 'refused', refusal, times: 2 });
    await world.tick();
    expect(thread(group).messages).toHaveLength(1);
    const refused = expect.stringContaining('Discord does not take a message');
    expect(world.logged.splice(0), 'in the thread, and in the channel').toEqual([refused, refused]);
    // It is not tried again.
    await world.tick();
    expect(thread(group).messages).toHaveLength(1);
    expect(group.study.messages).toHaveLength(1);
  });

  test('is notified in the channel if the thread no longer exists', async () => {
    const group = await thesisBy(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, study, ben } = group;
    await using _ = world;
    await ben.press(post(group), 'I’ll read it', { until: 'settled' });
    thread(group).delete();
    await world.discord.quiet();
    world.clock.advance(8 * DAY);
    await world.tick();
    await world.tick();
    expect(study.messages).toHaveLength(2);
    expect(textOf(postIn(study))).toContain('you offered to read');
    expect(world.discord.takeRefusals()).toHaveLength(1);
  });
});

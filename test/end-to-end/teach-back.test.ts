import { describe, expect, test } from 'vitest';
import { progressOf } from '../../src/store/progress/progress.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { proofsOf } from '../../src/store/proofs/roadmap-proofs.ts';
import { join, leave } from '../../src/store/members/memberships.ts';
import { changeGuild } from '../../src/store/members/guilds.ts';
import { questionsOf } from '../../src/store/teach-back/teach-back.ts';
import { refreshShared, removeWork } from '../../src/handlers/proofs/sharing.ts';
import { isProven } from '../../src/study/proofs/proof.ts';
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

/** Ana has explained ACID to a group of these people. */
async function explained(names: readonly string[], options: Parameters<typeof studyGroup>[1] = {}) {
  const group = await studyGroup(names, options);
  const [ana, ben, can, dev] = group.members;
  if (ana === undefined || ben === undefined) throw new Error('there are two at least');
  const proof = await write(group.world, ana, 'acid', 'feynman', 'All of it, or **nothing** of it.');
  const call = await callOf(group.world, group.guild, ana, group.general);
  const shared = await shareIt(call, proof);
  return { ...group, proof, call, shared, ana, ben, can: can ?? ben, dev: dev ?? ben };
}

const post = ({ study }: StudyGroup) => postIn(study, 0);
const thread = ({ study }: StudyGroup) => {
  const [first] = study.threads;
  if (first === undefined) throw new Error('there is a thread');
  return first;
};

test('three people take a topic from started to proven, with a question asked and answered', async () => {
  const group = await explained(['Ana', 'Ben', 'Can', 'Dev']);
  const { world, guild, ana, ben, can, proof, shared } = group;
  await using _ = world;
  const { db } = world.app;
  expect((await ana.slash('start', { topic: 'ACID' })).text).toContain('started.');

  expect(shared.said).toContain('It counts once it makes sense to 2 members');
  expect(shared.said).toContain(`https://discord.com/channels/${guild.id}/${group.study.id}/`);
  expect(textOf(post(group))).toContain(`by ${ana.name}`);
  expect(textOf(post(group))).toContain('All of it, or **nothing** of it.');
  expect(textOf(post(group))).toContain('It counts once 2 members agree');
  expect(thread(group).name).toBe('ACID');

  const form = await ben.press(post(group), 'Ask a question…');
  const asked = await ben.fill(
    form,
    { question: 'What does *isolation* add?\n@everyone' },
    { until: 'settled' },
  );
  expect(asked.ephemeral).toBe(true);
  expect(asked.text).toContain('Question posted');
  expect(textOf(post(group))).toContain('Questions: 1 open');
  const question = postIn(thread(group));
  expect(textOf(question)).toContain('What does \\\\*isolation\\\\* add? \\\\@everyone');
  // The author wants to be told of answers, and nobody else is notified.
  expect(question.mentions.map(({ id }) => id)).toEqual([ana.id]);
  expect(question.mention_everyone).toBe(false);

  thread(group).send(ana, 'That two at once are as good as one after the other.');
  const refused = await can.press(question, 'It’s answered');
  expect(refused.ephemeral).toBe(true);
  expect(refused.text).toContain(`Only ${ben.name} can close`);
  const answered = await ben.press(question, 'It’s answered', { until: 'settled' });
  expect(answered.isUpdate).toBe(true);
  expect(textOf(postIn(thread(group), 0))).toContain('● Answered');
  expect(textOf(post(group))).toContain('Questions: 1 answered');
  expect(await questionsOf(db, guild.id, await topicOf(world, 'acid'))).toEqual([
    {
      id: expect.any(String),
      text: 'What does *isolation* add?\n@everyone',
      askerId: ben.id,
      answeredAt: world.clock.now(),
    },
  ]);

  const first = await ben.press(post(group), 'Makes sense', { until: 'settled' });
  expect(textOf(first.followUps)).toContain('Thanks, noted');
  expect(textOf(post(group))).toContain(`Makes sense to ${ben.name}. It counts once 1 more member agrees.`);
  expect(await provenAt(world, proof.id)).toBeNull();
  expect((await ana.slash('feynman list')).text).toContain('Makes sense to 1 member, 1 more to go');
  const second = await can.press(post(group), 'Makes sense', { until: 'settled' });
  expect(textOf(second.followUps)).toContain(`${ana.name}’s work on **ACID** counts now`);
  expect(textOf(post(group))).toContain(`It counts: makes sense to ${ben.name} and ${can.name}.`);
  expect(await provenAt(world, proof.id)).toBe(world.clock.now());

  // The other steps of the ladder count as soon as they are written.
  await ana.slash('done', { topic: 'ACID' });
  const roadmap = await world.app.library.roadmap(db, 'backend');
  const node = roadmap?.byId.get(proof.topicId);
  if (node === undefined) throw new Error('the topic is there');
  for (const method of ['cheatcode', 'project'] as const) {
    const { actor } = await callOf(world, guild, ana);
    await writeProof(db, actor, { topicId: proof.topicId, method, parts: ['x'], url: null, language: null });
  }
  const progress = await progressOf(db, ana.id, 'backend');
  expect(isProven(node, progress, await proofsOf(db, ana.id, 'backend'))).toBe(true);
});

describe('who can judge an explanation', () => {
  test('one other is enough in a group of three', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    await using _ = group.world;
    expect(group.shared.said).toContain('It counts once it makes sense to 1 member');
    const proving = await group.ben.press(post(group), 'Makes sense', { until: 'settled' });
    expect(textOf(proving.followUps)).toContain('counts now');
    expect(textOf(proving.followUps)).not.toContain('again to undo');
    expect(textOf(post(group))).toContain('It counts');
    expect(await provenAt(group.world, group.proof.id)).not.toBeNull();
  });

  test('a second press withdraws it; a proven topic stays proven', async () => {
    const group = await explained(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, ben, can, proof } = group;
    await using _ = world;
    await ben.press(post(group), 'Makes sense');
    const back = await ben.press(post(group), 'Makes sense', { until: 'settled' });
    expect(textOf(back.followUps)).toContain('Undone');
    expect(textOf(post(group))).toContain('It counts once 2 members agree');
    await can.press(post(group), 'Makes sense');
    await ben.press(post(group), 'Makes sense');
    const late = await can.press(post(group), 'Makes sense', { until: 'settled' });
    expect(textOf(late.followUps)).toContain('The explanation still counts');
    expect(textOf(post(group))).toContain(`It counts: makes sense to ${ben.name}.`);
    expect(await provenAt(world, proof.id)).not.toBeNull();
  });

  test('not the author, nor a person who has not joined', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, guild, ana } = group;
    await using _ = world;
    const stranger = guild.addMember({ name: 'Eve', locale: 'tr' });
    for (const label of ['Makes sense', 'Ask a question…']) {
      const own = await ana.press(post(group), label);
      expect(own.ephemeral).toBe(true);
      expect(own.text).toContain('It’s yours');
      const other = await stranger.press(post(group), label);
      expect(other.text).toContain('Önce bu gruba katıl');
      expect(other.buttons).toEqual(['Katıl']);
    }
    expect(await world.app.db.selectFrom('proof_clear').selectAll().execute()).toEqual([]);
  });

  test('a press that is delivered twice counts once', async () => {
    const group = await explained(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, ben } = group;
    await using _ = world;
    const answer = await ben.press(post(group), 'Makes sense', { until: 'settled' });
    await world.discord.replay(answer);
    expect(await world.app.db.selectFrom('proof_clear').select('user_id').execute()).toEqual([
      { user_id: ben.id },
    ]);
    const form = await ben.press(post(group), 'Ask a question…');
    const asked = await ben.fill(form, { question: 'Why?' }, { until: 'settled' });
    await world.discord.replay(asked);
    // The author is told of the first answer, and the question is asked.
    expect(thread(group).messages).toHaveLength(2);
    expect(await world.app.db.selectFrom('proof_gap').selectAll().execute()).toHaveLength(1);
    world.discord.takeRefusals();
  });

  test('not by a button of another guild, nor by a made-up one', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, proof, ana, ben } = group;
    await using _ = world;
    const other = await addGroup(world, ['Eve', 'Fay']);
    const [eve] = other.members;
    const card = await eve?.slash('topic', { topic: 'ACID' });
    if (eve === undefined || card === undefined) throw new Error('Eve is there');
    const form = await ben.press(post(group), 'Ask a question…');
    await ben.fill(form, { question: 'Why?' });
    const [gap] = await world.app.db.selectFrom('proof_gap').select('id').execute();
    const ids = ['teach:clear', 'teach:gap', 'teach:gaps', 'read:offer', 'read:accept', 'read:comments'];
    for (const id of [
      ...ids.map((each) => `${each}:${proof.id}`),
      `work:${proof.id}:0`,
      `teach:answered:${gap?.id}`,
    ]) {
      const answer = await eve.press(card, { customId: `v1:${id}` });
      expect(answer.text).toContain('no longer shared here');
    }
    for (const id of [
      'teach:answered:nothing',
      `read:accept:${proof.id}`,
      `work:${proof.id}:-1`,
      `teach:nonsense:${proof.id}`,
      'teach',
      'read:offer',
    ]) {
      const answer = await ana.press(post(group), { customId: `v1:${id}` });
      expect(answer.ephemeral).toBe(true);
      expect(answer.text).toMatch(/no longer shared here|out of date/);
    }
    expect(await world.app.db.selectFrom('proof_clear').selectAll().execute()).toEqual([]);
    expect(await world.app.db.selectFrom('proof_reading').selectAll().execute()).toEqual([]);
  });
});

describe('the question', () => {
  test('with only spaces opens the form again', async () => {
    const group = await explained(['Ana', 'Ben']);
    await using _ = group.world;
    const form = await group.ben.press(post(group), 'Ask a question…');
    const answer = await group.ben.fill(form, { question: ' \n ' });
    expect(answer.text).toContain('Write a few words');
    const again = await group.ben.press(answer, 'Write again…');
    expect(again.modal?.title).toBe('Ask a question');
  });

  test('comes back if too many are already open', async () => {
    const group = await explained(['Ana', 'Ben']);
    const { world, ben } = group;
    await using _ = world;
    const ask = async (question: string) =>
      ben.fill(await ben.press(post(group), 'Ask a question…'), { question });
    for (let nth = 0; nth < 10; nth += 1) await ask(`Question ${nth}`);
    const answer = await ask('And this?');
    expect(answer.text).toContain('You have 10 open questions');
    expect(answer.text).toContain('And this?');
    expect(thread(group).messages).toHaveLength(10);
  });

  test('comes back if the explanation was withdrawn in the meantime', async () => {
    const group = await explained(['Ana', 'Ben']);
    const { world, guild, ana, ben, proof } = group;
    await using _ = world;
    const form = await ben.press(post(group), 'Ask a question…');
    expect(await removeWork(await callOf(world, guild, ana), proof)).toBe(true);
    const answer = await ben.fill(form, { question: 'Why ``` not?' });
    expect(answer.ephemeral).toBe(true);
    expect(answer.text).toContain('no longer shared here');
    expect(answer.text).toContain('Why `\u200B`` not?');
  });

  test.each(['It’s answered', 'Still open'])(
    'can be settled a week later: "%s" opens the archived thread',
    async (label) => {
      const group = await explained(['Ana', 'Ben', 'Can']);
      const { world, ben } = group;
      await using _ = world;
      await ben.fill(
        await ben.press(post(group), 'Ask a question…'),
        { question: 'Why?' },
        { until: 'settled' },
      );
      const isOpenAgain = label === 'Still open';
      if (isOpenAgain) await ben.press(postIn(thread(group)), 'It’s answered', { until: 'settled' });
      world.clock.advance(8 * 24 * 60 * 60_000);
      expect(thread(group).json.thread_metadata?.archived).toBe(true);
      const pressed = await ben.press(postIn(thread(group)), label, { until: 'settled' });
      expect(pressed.failed).toBeNull();
      expect(pressed.isUpdate).toBe(true);
      expect(textOf(postIn(thread(group))).includes('● Answered')).toBe(!isOpenAgain);
      expect(thread(group).json.thread_metadata?.archived).toBe(false);
      expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([50083]);
    },
  );

  test('can be settled from the list while the thread is archived, and is shown as settled in the thread', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, ben } = group;
    await using _ = world;
    await ben.fill(
      await ben.press(post(group), 'Ask a question…'),
      { question: 'Why?' },
      { until: 'settled' },
    );
    thread(group).archive();
    const list = await ben.press(post(group), 'Questions (1)');
    await ben.press(list, 'It’s answered', { until: 'settled' });
    expect(textOf(postIn(thread(group)))).toContain('● Answered');
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([50083]);
  });

  test('is settled even if the thread is locked: its asker is told, and the list shows it', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, ben } = group;
    await using _ = world;
    await ben.fill(
      await ben.press(post(group), 'Ask a question…'),
      { question: 'Why?' },
      { until: 'settled' },
    );
    thread(group).lock();
    thread(group).archive();
    const pressed = await ben.press(postIn(thread(group)), 'It’s answered', { until: 'settled' });
    expect(pressed.failed).toBeNull();
    expect(pressed.ephemeral).toBe(true);
    expect((await ben.press(post(group), 'Questions (1)')).buttons).toEqual(['Still open']);
    expect(world.discord.takeRefusals().map(({ code }) => code)).toEqual([50083, 50013]);
  });

  test('can be settled from the list as well, and opened again', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, ben, can } = group;
    await using _ = world;
    const form = await ben.press(post(group), 'Ask a question…');
    await ben.fill(form, { question: 'Why?' });
    const list = await ben.press(post(group), 'Questions (1)');
    expect(list.ephemeral).toBe(true);
    expect(list.text, 'and leads to it').toContain(`/${postIn(thread(group)).id}>)`);
    const settled = await ben.press(list, 'It’s answered', { until: 'settled' });
    expect(settled.isUpdate).toBe(true);
    expect(settled.buttons).toEqual(['Still open']);
    expect(textOf(postIn(thread(group)))).toContain('● Answered');
    await ben.press(postIn(thread(group)), 'Still open', { until: 'settled' });
    expect(textOf(post(group))).toContain('Questions: 1 open');
    expect((await can.press(post(group), 'Questions (1)')).buttons).toEqual([]);
  });
});

describe('the post', () => {
  test('is in the language of the group, and answers are in the presser’s', async () => {
    const group = await explained(['Ana', 'Ben', 'Can', 'Dev'], { locale: 'tr' });
    const { world, ben } = group;
    await using _ = world;
    expect(textOf(post(group))).toContain('Yeni anlatım');
    const answer = await ben.press(post(group), 'Anladım', { until: 'settled' });
    expect(textOf(answer.followUps)).toContain('Thanks, noted');
    expect(textOf(post(group))).toContain('1 kişi daha anlarsa sayılır');
  });

  test('changes with the explanation, and keeps the group’s answers', async () => {
    const group = await explained(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, guild, ana, ben, proof } = group;
    await using _ = world;
    await ben.press(post(group), 'Makes sense');
    world.clock.advance(60_000);
    await write(world, ana, 'acid', 'feynman', 'Money never vanishes half-way.');
    await refreshShared(await callOf(world, guild, ana), proof.id);
    expect(textOf(post(group))).toContain('Money never vanishes half-way.');
    expect(textOf(post(group))).toContain('Edited ·');
    expect(textOf(post(group))).toContain(`Makes sense to ${ben.name}`);
  });

  test('says that it was withdrawn when the explanation is deleted, and its thread is left alone', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, guild, ana, ben, proof } = group;
    await using _ = world;
    await ben.press(post(group), 'Makes sense');
    const before = post(group);
    expect(await removeWork(await callOf(world, guild, ana), proof)).toBe(true);
    expect(textOf(post(group))).toContain(`${ana.name} took down the explanation of **ACID**`);
    expect(textOf(post(group))).not.toContain('Read all');
    expect(textOf(post(group))).not.toContain('custom_id');
    expect(group.study.threads).toHaveLength(1);
    const customId = /v1:teach:clear:[^"]+/.exec(textOf(before))?.[0] ?? '';
    expect((await ben.press(post(group), { customId })).text).toContain('no longer shared here');
    expect(await proofsOf(world.app.db, ana.id, 'backend')).toEqual(new Map());
  });

  test('is not made twice; a deleted one can be shared again, with the group’s answers', async () => {
    const group = await explained(['Ana', 'Ben', 'Can', 'Dev']);
    const { world, guild, study, ana, ben, proof } = group;
    await using _ = world;
    await ben.press(post(group), 'Makes sense');
    expect((await shareIt(await callOf(world, guild, ana), proof)).said).toContain('can already see it');
    expect(study.messages).toHaveLength(1);
    study.deleteMessage(post(group));
    const [one, two] = [await callOf(world, guild, ana), await callOf(world, guild, ana)];
    await Promise.all([shareIt(one, proof), shareIt(two, proof)]);
    expect(study.messages).toHaveLength(1);
    expect(textOf(post(group))).toContain(`Makes sense to ${ben.name}`);
    world.discord.takeRefusals();
  });

  test('that is deleted while somebody asks is withdrawn, and the typed question comes back', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, ben } = group;
    await using _ = world;
    const form = await ben.press(post(group), 'Ask a question…');
    group.study.deleteMessage(post(group));
    await world.discord.quiet();
    const answer = await ben.fill(form, { question: 'Why is that?' }, { until: 'settled' });
    expect(answer.text).toContain('no longer shared here');
    expect(answer.text).toContain('Why is that?');
    expect(await world.app.db.selectFrom('proof_gap').selectAll().execute()).toEqual([]);
  });

  test.each([['the thread', (group: StudyGroup) => thread(group).delete(), 'Question posted']])(
    '%s was deleted while somebody asked: a clear sentence, and the question is stored',
    async (_case, before, said) => {
      const group = await explained(['Ana', 'Ben', 'Can']);
      const { world, ben } = group;
      await using _ = world;
      const form = await ben.press(post(group), 'Ask a question…');
      before(group);
      await world.discord.quiet();
      const answer = await ben.fill(form, { question: 'Why?' }, { until: 'settled' });
      expect(answer.text).toContain(said);
      expect(await world.app.db.selectFrom('proof_gap').selectAll().execute()).toHaveLength(1);
      // Only the request shows that it no longer exists.
      expect(world.discord.takeRefusals()).toHaveLength(1);
    },
  );

  test('in a deleted channel can be shared again in another one', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, guild, study, general, ana, proof } = group;
    await using _ = world;
    study.delete();
    await world.discord.quiet();
    const call = () => callOf(world, guild, ana, general);
    expect((await shareIt(await call(), proof)).said).toContain('is gone');
    await changeGuild(world.app.db, guild.id, { channelId: general.id });
    expect((await shareIt(await call(), proof)).said).toContain('It counts once it makes sense to 1 member');
    expect(textOf(postIn(general))).toContain('An explanation to read');
    world.discord.takeRefusals();
  });

  test('is sent even without the permission to open threads, and the author is told what is missing', async () => {
    const group = await studyGroup(['Ana', 'Ben', 'Can']);
    const { world, guild, study, general, members } = group;
    await using _ = world;
    const [ana, ben] = members;
    if (ana === undefined || ben === undefined) throw new Error('both are there');
    study.deny('bot', ['CreatePublicThreads']);
    await world.discord.quiet();
    const proof = await write(world, ana, 'acid', 'feynman', 'All or nothing.');
    const { said } = await shareIt(await callOf(world, guild, ana, general), proof);
    expect(said).toContain('*Create Public Threads*');
    expect(study.threads).toHaveLength(0);
    const form = await ben.press(postIn(study), 'Ask a question…');
    const asked = await ben.fill(form, { question: 'Why?' }, { until: 'settled' });
    expect(asked.text).toContain('Question posted');
    expect(textOf(postIn(study))).toContain('Why?');

    study.allow('bot', ['CreatePublicThreads']);
    await world.discord.quiet();
    const second = await ben.press(postIn(study, 0), 'Ask a question…');
    await ben.fill(second, { question: 'And how?' }, { until: 'settled' });
    expect(textOf(postIn(study.threads[0] ?? study))).toContain('And how?');
  });

  test.each([
    [
      'the channel may not be written to',
      (g: StudyGroup) => g.study.deny('bot', ['SendMessages']),
      '*Send Messages*',
    ],
    ['the channel is gone', (g: StudyGroup) => g.study.delete(), '/setup'],
  ])('nothing is shared if %s', async (_case, before, said) => {
    const group = await studyGroup(['Ana', 'Ben']);
    const { world, guild, general, members } = group;
    await using _ = world;
    const [ana] = members;
    if (ana === undefined) throw new Error('Ana is there');
    before(group);
    await world.discord.quiet();
    const proof = await write(world, ana, 'acid', 'feynman', 'All or nothing.');
    expect((await shareIt(await callOf(world, guild, ana, general), proof)).said).toContain(said);
    expect(await world.app.db.selectFrom('proof_share').selectAll().execute()).toEqual([]);
  });

  test('goes to the present channel if the group has none of its own; only members share', async () => {
    const group = await studyGroup(['Ana', 'Ben'], { channel: false });
    const { world, guild, general, members } = group;
    await using _ = world;
    const [ana] = members;
    if (ana === undefined) throw new Error('Ana is there');
    const proof = await write(world, ana, 'acid', 'feynman', 'All or nothing.');
    await leave(world.app.db, guild.id, ana.id);
    expect((await shareIt(await callOf(world, guild, ana, general), proof)).said).toContain(
      'Join this group first',
    );
    await join(world.app.db, guild.id, ana.id, 0);
    await shareIt(await callOf(world, guild, ana, general), proof);
    expect(textOf(postIn(general))).toContain('All or nothing.');
  });

  test('no longer accepts answers after its author has left the group', async () => {
    const group = await explained(['Ana', 'Ben', 'Can']);
    const { world, guild, ana, ben } = group;
    await using _ = world;
    await leave(world.app.db, guild.id, ana.id);
    expect((await ben.press(post(group), 'Makes sense')).text).toContain('no longer shared here');
  });

  test('in an announcement channel has a thread too', async () => {
    const group = await studyGroup(['Ana', 'Ben']);
    const { world, guild, members } = group;
    await using _ = world;
    const news = guild.addChannel({ name: 'news', type: 5 });
    await changeGuild(world.app.db, guild.id, { channelId: news.id });
    await world.discord.quiet();
    const [ana] = members;
    if (ana === undefined) throw new Error('Ana is there');
    const proof = await write(world, ana, 'acid', 'feynman', 'All or nothing.');
    await shareIt(await callOf(world, guild, ana), proof);
    expect(news.threads).toHaveLength(1);
  });

  test('shows long explanations completely with a button, in pages', async () => {
    const group = await studyGroup(['Ana', 'Ben']);
    const { world, guild, study, members } = group;
    await using _ = world;
    const [ana, ben] = members;
    if (ana === undefined || ben === undefined) throw new Error('both are there');
    const long = Array.from({ length: 600 }, (__, index) => `word${index}`).join(' ');
    const proof = await write(world, ana, 'acid', 'feynman', long);
    await shareIt(await callOf(world, guild, ana), proof);
    expect(textOf(postIn(study))).not.toContain('word599');
    const first = await ben.press(postIn(study), 'Read all');
    expect(first.ephemeral).toBe(true);
    expect(first.text).toContain('word0');
    const last = await ben.press(first, 'Next part');
    expect(last.isUpdate).toBe(true);
    expect(last.text).toContain('word599');
  });
});

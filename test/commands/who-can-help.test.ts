import { expect, test } from 'vitest';
import type { Person } from '../../playground/people/person.ts';
import { writeProof } from '../../src/store/proofs/proofs.ts';
import { studyGroup, textOf, topicOf, type World } from './study-group.ts';

const DAY = 24 * 60 * 60_000;

/** A group in which everybody but Ada has shown work on ACID and lets others ask. */
async function helpers(names: readonly string[]) {
  const group = await studyGroup(['Ada', ...names]);
  const [ada, ...others] = group.members;
  if (ada === undefined) throw new Error('there is Ada');
  for (const person of others) {
    await prove(group.world, person);
    const page = await person.press(await person.slash('settings'), 'How I study');
    const offer = await person.press(page, { customId: 'v1:settings-study-set:help:on' });
    expect(offer.text).toContain('**Members may ask me for help**\nOnce a week at most · On');
  }
  return { ...group, ada, others };
}

async function prove(world: World, person: Person): Promise<void> {
  const actor = {
    interactionId: `proof ${person.id}`,
    userId: person.id,
    guildId: null,
    at: world.clock.now(),
  };
  const topicId = await topicOf(world, 'acid');
  await writeProof(world.app.db, actor, {
    topicId,
    method: 'cheatcode',
    parts: ['All or nothing.'],
    url: null,
    language: null,
  });
}

async function asks(person: Person, question: string) {
  const card = await person.slash('topic', { topic: 'ACID' });
  const form = await person.choose(card, 'More…', ['Who can help?']);
  return form.modal === null ? form : person.fill(form, { text: question });
}

test('one member who has shown work on it is asked, and the answer comes back', async () => {
  const { world, ada, others } = await helpers(['Ben', 'Cem']);
  await using _ = world;
  const asked = await asks(ada, 'What is *isolation*? @everyone');
  expect(asked.text).toContain('**Asked** one member');
  await world.tick();
  await world.tick();
  const wanted = others.filter((person) => person.dm.sees().length > 0);
  expect(wanted).toHaveLength(1);
  const [helper] = wanted;
  const [message] = helper?.dm.sees() ?? [];
  if (helper === undefined || message === undefined) throw new Error('somebody was asked');
  expect(textOf(message)).toContain('would like help with');
  expect(message.mentions).toEqual([]);
  const form = await helper.dm.press(message, 'Answer…');
  const sent = await helper.dm.fill(form, { text: 'Nobody sees half of it.' });
  // The helper sees what they were asked and what they sent.
  for (const said of ['Sent.', 'would like help with **ACID**', 'isolation', 'Nobody sees half of it.'])
    expect(sent.text).toContain(said);
  await world.tick();
  expect(textOf(ada.dm.sees())).toContain('Nobody sees half of it.');
  const card = await ada.slash('topic', { topic: 'ACID' });
  const shown = await ada.choose(card, 'More…', ['Who can help?']);
  expect(shown.text).toContain('Nobody sees half of it.');
});

test('who declines is not named, another is asked, and each only once a week', async () => {
  const { world, study, ada, others } = await helpers(['Ben', 'Cem']);
  await using _ = world;
  await asks(ada, 'Why?');
  await world.tick();
  const first = others.find((person) => person.dm.sees().length > 0);
  const [message] = first?.dm.sees() ?? [];
  if (first === undefined || message === undefined) throw new Error('somebody was asked');
  const said = await first.dm.press(message, 'Not this time');
  expect(said.text).toContain('Nobody is told.');
  await world.tick();
  expect(others.every((person) => person.dm.sees().length === 1)).toBe(true);
  // The second says nothing. Both were asked this week, so nobody is left.
  world.clock.advance(3 * DAY);
  await world.tick();
  const card = await asks(ada, 'And now?');
  expect(card.text).toContain('**Nobody is free to help with ACID right now.**');
  expect(card.text).toContain(`Ask in <#${study.id}>`);
  expect(ada.dm.sees()).toEqual([]);
  world.clock.advance(7 * DAY);
  expect((await asks(ada, 'And now?')).text).toContain('**Asked** one member');
});

test('somebody whose direct messages are closed is passed over', async () => {
  const { world, ada, others } = await helpers(['Ben', 'Cem']);
  await using _ = world;
  others[0]?.takesDms(false);
  others[1]?.takesDms(false);
  await asks(ada, 'Why?');
  for (let tick = 0; tick < 4; tick += 1) await world.tick();
  world.discord.takeRefusals();
  const turns = await world.app.db.selectFrom('help_turn').select('said').execute();
  expect(turns.map(({ said }) => said)).toEqual(['unreachable', 'unreachable']);
});

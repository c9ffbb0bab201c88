import type { Answer } from '../playground/people/answer.ts';
import type { Person } from '../playground/people/person.ts';
import { wordsFor } from '../src/words/index.ts';
import { BotProcess } from './bot-process.ts';
import { type Figure, median } from './figures.ts';
import { topics } from './contestants.ts';
import type { Subject } from './subject.ts';

/** The topics of the large roadmap, in sections of a hundred. */
const TOPICS = 5000;
const SECTION = 100;
const SUBJECTS = ['caching', 'queues', 'tls', 'sql', 'threads'];

/** How often each answer is given before it is measured; in how many rounds it is measured, and how often in each. */
const [WARM_UP, ROUNDS, PER_ROUND] = [150, 5, 60];

/** What members do, with the topic that they name in the bundled and in the large roadmap. */
const acts: readonly {
  readonly what: string;
  readonly act: (member: Person, topic: string) => Promise<unknown>;
}[] = [
  { what: '/today', act: async (member) => member.slash('today') },
  { what: '/topic', act: async (member, topic) => member.slash('topic', { topic }) },
  { what: '/roadmap view', act: async (member) => member.slash('roadmap view') },
  { what: 'autocomplete', act: async (member) => member.type('topic', { topic: 'ca' }) },
];

/**
 * Measures a roadmap of 5,000 topics: its import, a change and a merge, and what answers on it cost in comparison with
 * the bundled roadmap. The bot is a fresh process, in which Node has compiled nothing of this yet.
 */
export async function measureLargeRoadmap(subject: Subject): Promise<readonly Figure[]> {
  const large = subject.discord.addGuild({ name: 'Large' });
  const [organiser, ...readers] = Array.from({ length: 200 }, (_, index) =>
    large.addMember({ name: `Reader ${index}`, permissions: index === 0 ? ['ManageGuild'] : [] }),
  );
  if (organiser === undefined) throw new Error('nobody is there');
  await using bot = new BotProcess(subject, { withProbe: true });
  await bot.connected();
  const figures: Figure[] = [];
  const add = async (what: string, aim: number, act: () => Promise<Answer>): Promise<Answer> => {
    const { answer, taken, cpu, stall, step } = await observed(bot, act);
    figures.push(
      { what: `${what} (${cpu.toFixed(0)} ms of CPU)`, unit: 'ms', figure: taken, aim },
      { what: `${what}, longest step (stall ${stall.toFixed(0)} ms)`, unit: 'ms', figure: step, aim: 50 },
    );
    return answer;
  };

  const say = wordsFor('en-US');
  const file = { name: 'large.md', content: largeRoadmap('first') };
  const preview = await add('import: file to preview', 2000, () =>
    organiser.slash('roadmap import', { file, scope: 'server' }),
  );
  await add('import: Apply to answer', 2000, () => organiser.press(preview, say.importing.apply));
  const next = { name: 'large.md', content: largeRoadmap('second') };
  const again = await add('next version: file to preview', 2000, () =>
    organiser.slash('roadmap import', { file: next, scope: 'server' }),
  );
  await add('next version: Apply to answer', 2000, () => organiser.press(again, say.importing.apply));

  const page = await organiser.slash('roadmap edit');
  await organiser.choose(page, 'Choose a section', ['Section 7']);
  await organiser.choose(page, 'Choose a topic', [`${title(704)} · Section 7`]);
  const form = await organiser.press(page, say.editing.change);
  await add('edit of a topic', 2000, () => organiser.fill(form, { minutes: '45' }));
  await organiser.choose(page, 'More…', ['Merge']);
  await organiser.choose(page, 'Choose a section', ['Section 9']);
  await organiser.choose(page, 'Choose a topic', [`${title(905)} · Section 9`]);
  await add('merge of two topics', 2000, () => organiser.press(page, 'Merge them'));
  await add('undo of the merge', 2000, () => organiser.press(page, 'Undo'));

  const small = subject.members.slice(0, readers.length);
  for (const { what, act } of acts) {
    const cost = { small: Array<number>(), large: Array<number>() };
    const sides = { small: [small, topics[5]?.topic.title ?? ''], large: [readers, title(742)] } as const;
    for (let round = -1; round < ROUNDS; round += 1) {
      for (const side of round % 2 === 0 ? (['small', 'large'] as const) : (['large', 'small'] as const)) {
        const [members, topic] = sides[side];
        const before = await bot.ask('cpu');
        const times = round < 0 ? WARM_UP : PER_ROUND;
        for (let n = 0; n < times; n += 1) await act(members[n % members.length] ?? organiser, topic);
        if (round >= 0) cost[side].push(((await bot.ask('cpu')) - before) / times);
      }
    }
    const [a, b] = [median(cost.large), median(cost.small)];
    figures.push({
      what: `${what}: ${a.toFixed(2)} ms of CPU, ${b.toFixed(2)} on the bundled roadmap`,
      unit: 'x',
      figure: a / b,
      aim: 1.5,
    });
  }
  return figures;
}

/** How long an act takes until its answer has arrived, its CPU time, and how long it holds the bot up at most. */
async function observed(bot: BotProcess, act: () => Promise<Answer>) {
  await bot.ask('watch');
  const [cpu, from] = [await bot.ask('cpu'), performance.now()];
  const answer = await act();
  const taken = performance.now() - from;
  if (answer.failed !== null) throw new Error(answer.failed);
  const used = (await bot.ask('cpu')) - cpu;
  return { answer, taken, cpu: used, stall: await bot.ask('stall'), step: await bot.ask('step') };
}

/** A file with 5,000 topics in 50 sections. In its second version each tenth topic has another title. */
export function largeRoadmap(version: 'first' | 'second'): string {
  const lines = ['# Large roadmap'];
  for (let n = 0; n < TOPICS; n += 1) {
    if (n % SECTION === 0) lines.push('', `## Section ${n / SECTION}`, '');
    const renamed = version === 'second' && n % 10 === 3 ? ', in depth' : '';
    lines.push(`- [ ] ${title(n)}${renamed}`);
  }
  return lines.join('\n');
}

function title(n: number): string {
  const section = Math.floor(n / SECTION);
  const number = n % SECTION;
  return `Topic ${section}.${number} about ${SUBJECTS[number % SUBJECTS.length]} ${section * number}`;
}

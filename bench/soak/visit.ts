import type { Answer } from '../../playground/people/answer.ts';
import type { Person } from '../../playground/people/person.ts';
import { topics } from '../contestants.ts';

/** The interactions of a visit. */
export const A_VISIT = 20;
/** Every so many visits somebody looks at their progress, for which a picture is drawn. */
const PICTURES = 25;

const TYPED = ['ac', 'index', 'docker', 'transction', 'k', 'veri'];

/** Somebody's first visit, the n-th of all: commands, suggestions while they type, buttons, lists and forms. */
export async function visit(member: Person, n: number): Promise<void> {
  const topic = topics[n % topics.length]?.id ?? '';
  const other = topics[(n + 1) % topics.length]?.id ?? '';
  const use = async (command: string, values = {}): Promise<Answer> =>
    answered(command, await member.slash(command, values));
  const press = async (answer: Answer, label: string): Promise<Answer> =>
    answered(label, await member.press(answer, label));

  await use('roadmap join');
  await use('today');
  for (const typed of [0, 1, 2])
    await member.type('topic', { topic: TYPED[(n + typed) % TYPED.length] ?? '' });
  const card = await use('topic', { topic });
  await press(card, 'Start');
  const done = await use('done', { topic });
  await press(done, 'Undo');
  await use('skip', { topic: other });
  await use('undo');
  const form = await use('cheatcode write', { topic });
  await member.fill(form, { text: `What I know of it after ${n} visits, in a few words of my own.` });
  await use('search', { words: n % 2 === 0 ? 'know' : 'index' });
  await use('focus log', { topic, minutes: 25 });
  await use('roadmap view');
  await use(n % PICTURES === 0 ? 'progress' : 'career');
  await use('remind list');
  await use('settings');
  await use('help');
}

/** An act that fails is cheap, and so proves nothing. */
function answered(what: string, answer: Answer): Answer {
  if (answer.failed !== null) throw new Error(`${what}: ${answer.failed}`);
  return answer;
}

import { aboutRoadmap } from '../view/about-roadmap.ts';
import type { Message } from '../view/components.ts';
import type { Answer } from './answer.ts';
import type { Call } from './command.ts';

/**
 * Marks the buttons, lists and forms of an answer with the call's roadmap, so that they stay about it. A member who
 * follows only one roadmap needs no mark.
 */
export function about({ roadmap: { id }, followed }: Call, answer: Answer): Answer {
  if (followed.length < 2 && followed.includes(id)) return answer;
  const marked = (message: Message): Message => ({
    ...message,
    components: aboutRoadmap(message.components, id),
  });
  switch (answer.kind) {
    case 'ask':
      return { ...answer, form: aboutRoadmap(answer.form, id) };
    case 'publish':
      return { ...answer, message: marked(answer.message), instead: marked(answer.instead) };
    case 'refresh':
      return { ...answer, message: marked(answer.message), tell: answer.tell && marked(answer.tell) };
    case 'show':
    case 'tell':
    case 'share':
      return { ...answer, message: marked(answer.message) };
  }
}

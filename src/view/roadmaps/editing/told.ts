import type { Words } from '../../../words/index.ts';
import { card, type Message, text } from '../../components.ts';

/** For members of a server whose roadmap they would change. */
export function notToEditView({ editing }: Words): Message {
  return card('problem', text(editing.notYours));
}

import type { Words } from '../../../words/index.ts';
import { card, type Message, text } from '../../components.ts';

/** Tells a member that they may not change their server's roadmap. */
export function notToEditView({ editing }: Words): Message {
  return card('problem', text(editing.notYours));
}

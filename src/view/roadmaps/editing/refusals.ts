import type { Words } from '../../../words/index.ts';
import { button, card, type Message, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';

/** Tells a member that they may not change their server's roadmap, and leads to its topics, where they can propose. */
export function notToEditView({ editing, roadmap }: Words): Message {
  return card(
    'neutral',
    text(editing.notYours),
    row(button(roadmap.lookThrough, customId('map'), 'primary')),
  );
}

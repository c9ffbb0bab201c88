import type { Words } from '../../../words/index.ts';
import { button, card, type Message, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';

/** Tells a member that they may not change their server's roadmap, and leads to proposing a change, and to the roadmap. */
export function notToEditView({ editing, proposals, roadmap }: Words): Message {
  return card(
    'neutral',
    text(editing.notYours),
    row(
      button(proposals.toPropose, customId('propose-in'), 'primary'),
      button(roadmap.lookThrough, customId('map')),
    ),
  );
}

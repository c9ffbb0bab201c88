import { customId } from '../custom-id.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, text } from '../components.ts';

/** What joining or leaving came to, with the next sensible steps. */
export function joinedView(words: Words, said: string, notSetUp: boolean): Message {
  return card(
    'invite',
    text(said, notSetUp ? `-# ${words.roadmap.notSetUp}` : null),
    row(
      button(words.roadmap.whatNow, customId('today'), 'primary'),
      button(words.roadmap.lookThrough, customId('map')),
    ),
  );
}

/** A newcomer to a roadmap whose file has ticks: do they count as theirs? `ticked`: some titles, and how many more. */
export function askTicksView(words: Words, ticked: string): Message {
  return card(
    'invite',
    text(words.roadmap.askTicks(ticked)),
    row(
      button(words.roadmap.fromZero, customId('join', 'zero'), 'primary'),
      button(words.roadmap.fromTicks, customId('join', 'ticks')),
    ),
  );
}

export function leftView(words: Words, hadJoined: boolean): Message {
  return card(
    'neutral',
    text(hadJoined ? words.roadmap.left : words.roadmap.notJoined),
    row(button(words.act.join, customId('join'))),
  );
}

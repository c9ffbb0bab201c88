import { customId } from '../discord/custom-id.ts';
import type { Place } from '../roadmap/outline.ts';
import type { Progress } from '../study/progress.ts';
import type { Reason } from '../study/suggest.ts';
import type { Words } from '../words/index.ts';
import { button, card, type Message, row, rows, section, separator, text } from './components.ts';
import { reasonText } from './reason.ts';
import { breadcrumb, MARKS, title } from './topic-text.ts';

/** A member's topics of today, each with its reason and its next step. `note`: what has just happened. */
export function picksView(
  words: Words,
  picks: readonly { readonly place: Place; readonly reason: Reason }[],
  progress: Progress,
  note: string | null,
): Message {
  const above = note === null ? [] : [text(note)];
  if (picks.length === 0) {
    return card(
      'done',
      ...above,
      text(words.today.nothingLeft),
      row(button(words.roadmap.lookThrough, customId('map'))),
    );
  }
  const stateOf = (place: Place) => progress.get(place.id)?.state ?? 'todo';
  const open = picks.filter(({ place }) => stateOf(place) !== 'done');
  const minutes = open.reduce((sum, { place }) => sum + (place.topic.minutes ?? 0), 0);

  return card(
    open.length === 0 ? 'done' : 'doing',
    ...above,
    text(
      words.today.heading(picks.length),
      open.length === 0 ? words.today.allDone : minutes > 0 ? `-# ${words.topic.minutes(minutes)}` : null,
    ),
    separator(),
    ...picks.map(({ place, reason }) => pickLine(words, place, reason, stateOf(place))),
    separator(),
    ...(open.length === 0 ? [] : [text(`-# ${words.today.notThese}`)]),
    ...rows(
      open.length === 0
        ? [
            button(words.today.more, customId('more-picks'), 'primary'),
            button(words.act.undo, customId('undo')),
          ]
        : [
            button(words.today.swap, customId('swap')),
            button(words.act.notNow, customId('picks-later')),
            button(words.today.iKnow, customId('picks-known')),
          ],
    ),
  );
}

function pickLine(words: Words, place: Place, reason: Reason, state: keyof typeof MARKS) {
  const lines = `**${title(place)}**\n${breadcrumb(place)}\n-# ${reasonText(words, reason)}`;
  const next =
    state === 'done'
      ? button(words.today.open, customId('topic', place.id))
      : state === 'doing'
        ? button(words.act.done, customId('pick', 'done', place.id), 'success')
        : button(words.act.start, customId('pick', 'start', place.id), 'primary');
  return section(`${MARKS[state]} ${lines}`, next);
}

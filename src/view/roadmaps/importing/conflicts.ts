import type { Conflict } from '../../../roadmap/merging/wish.ts';
import type { Words } from '../../../words/index.ts';
import { button, card, type Message, rows, section, text } from '../../components.ts';
import { clip, inline, plain } from '../../escape.ts';

/** How many conflicts fit on a page of a phone. */
export const CONFLICTS_AT_ONCE = 5;

/** What both the owner of a copy and the bundled roadmap changed. The owner's stays unless they take the other. */
export function conflictsView(
  words: Words,
  shown: {
    readonly conflicts: readonly { readonly conflict: Conflict; readonly takeId: string }[];
    readonly page: number;
    readonly pages: number;
    readonly pageId: (page: number) => string;
    readonly backId: string;
    readonly note: string | null;
  },
): Message {
  const { page, pages, pageId } = shown;
  const say = words.importing.both;
  const turn = (to: number, name: string) => button(name, pageId(to), 'secondary', to < 0 || to >= pages);
  return card(
    'neutral',
    text(shown.note, say.heading, pages > 1 ? words.roadmap.page(page + 1, pages) : null),
    ...shown.conflicts.map(({ conflict, takeId }) =>
      section(
        conflictLine(words, conflict),
        button(conflict.kind === 'gone' ? say.takeRemoval : say.take, takeId),
      ),
    ),
    ...rows([
      ...(pages > 1 ? [turn(page - 1, words.roadmap.previous), turn(page + 1, words.roadmap.following)] : []),
      button(words.importing.match.back, shown.backId, 'primary'),
    ]),
  );
}

function conflictLine({ importing: { both } }: Words, { kind, title, ours, theirs }: Conflict): string {
  const shown = (value: string | null): string =>
    value === null ? both.nothing : inline(clip(plain(value), 150));
  const name = `**${inline(clip(plain(title), 100))}**`;
  if (kind === 'gone') return `${name}\n${both.removedThere}`;
  return [`${name} · ${both.kind[kind]}`, both.yours(shown(ours)), both.theirs(shown(theirs))].join('\n');
}

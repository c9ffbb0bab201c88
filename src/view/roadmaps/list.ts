import type { Words } from '../../words/index.ts';
import { aboutRoadmap } from '../about-roadmap.ts';
import { button, card, fitting, type Message, row, rows, select, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { howFarLine, type Studied } from '../progress/progress-line.ts';

/** Whether the member and their server follow a roadmap. */
export interface Standing {
  readonly follows: boolean;
  readonly isDefault: boolean;
  /** Null in direct messages. */
  readonly server: { readonly follows: boolean; readonly isDefault: boolean } | null;
}

export interface ListedRoadmap extends Standing {
  readonly id: string;
  readonly studied: Studied;
}

/** Whether the daily post takes turns; null for a person who cannot choose that. */
export type Turns = boolean | null;

/** How many roadmaps are on a page. */
export const ROADMAPS_PER_PAGE = 10;
const BUDGET = 3000;

/** A page of the roadmaps that can be followed, with the member's progress in each. */
export function roadmapsView(
  words: Words,
  shown: readonly ListedRoadmap[],
  { page, pages, turns }: { readonly page: number; readonly pages: number; readonly turns: Turns },
): Message {
  const say = words.roadmaps;
  const options = shown.map(({ id, studied }) => ({ label: plain(studied.outline.tree.title), value: id }));
  const turn = (to: number, name: string) =>
    button(name, customId('roadmaps', to), 'secondary', to < 0 || to >= pages);
  return card(
    'neutral',
    text(say.heading),
    text(
      fitting(
        shown.map((roadmap) => line(words, roadmap)),
        BUDGET,
        words.andMore,
      ),
      pages > 1 ? words.roadmap.page(page + 1, pages) : null,
    ),
    select(customId('roadmap-one'), say.choose, options),
    ...(pages > 1
      ? [row(turn(page - 1, words.roadmap.previous), turn(page + 1, words.roadmap.following))]
      : []),
    text(say.explained, turns === null ? null : `-# ${say.daily[turns ? 'turns' : 'default']}`),
    ...(turns === null
      ? []
      : [
          row(
            button(say.dailyTo[turns ? 'default' : 'turns'], customId('roadmap-turns', turns ? 'off' : 'on')),
          ),
        ]),
  );
}

/** One roadmap, with the buttons to follow it. Organisers also choose for their server. */
export function roadmapChoiceView(words: Words, roadmap: ListedRoadmap, forServer: boolean): Message {
  const say = words.roadmaps;
  const own = [
    ...(roadmap.isDefault ? [] : [does('default', say.makeDefault)]),
    roadmap.follows ? does('unfollow', say.unfollow) : does('follow', say.follow),
  ];
  const { server } = roadmap;
  const ofServer =
    server === null || !forServer || server.isDefault
      ? []
      : [
          does('server-default', say.serverMakeDefault),
          server.follows
            ? does('server-unfollow', say.serverUnfollow)
            : does('server-follow', say.serverFollow),
        ];
  const shown = card(
    'neutral',
    text(line(words, roadmap)),
    separator(),
    ...rows([button(say.open, customId('map'), 'primary'), ...own]),
    ...rows([...ofServer, button(say.all, customId('roadmaps'))]),
  );
  return { ...shown, components: aboutRoadmap(shown.components, roadmap.id) };
}

/** Says that no more roadmaps can be followed. */
export function tooManyRoadmapsView(words: Words, most: number): Message {
  return card(
    'problem',
    text(words.roadmaps.tooMany(most)),
    row(button(words.roadmaps.all, customId('roadmaps'))),
  );
}

function line(words: Words, { studied, follows, isDefault, server }: ListedRoadmap): string {
  const say = words.roadmaps;
  const marks = [
    isDefault ? say.yourDefault : follows ? say.youFollow : null,
    server?.isDefault === true ? say.serverDefault : server?.follows === true ? say.serverFollows : null,
  ].filter((mark) => mark !== null);
  const title = inline(clip(plain(studied.outline.tree.title), 80));
  return say.line(title, howFarLine(words, studied), marks.join(' · '));
}

function does(action: string, label: string) {
  return button(label, customId('roadmap-do', action));
}

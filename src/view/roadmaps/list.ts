import { tally } from '../../study/topics/status.ts';
import type { Words } from '../../words/index.ts';
import { aboutRoadmap } from '../about-roadmap.ts';
import {
  button,
  card,
  filled,
  fitting,
  type Message,
  row,
  rows,
  select,
  separator,
  text,
} from '../components.ts';
import { customId } from '../custom-id.ts';
import { plain } from '../escape.ts';
import { progressLine, type Studied } from '../progress/progress-line.ts';
import { roadmapTitle } from './title.ts';
import { tracksLine } from './tracks.ts';

/** Whether the member and their server follow a roadmap. */
export interface Standing {
  /** Whether commands are about it here, unless they name another. */
  readonly isUsual: boolean;
  /** Whether a copy of it, which has the same title, can be chosen as well. */
  readonly isOriginal: boolean;
  readonly follows: boolean;
  readonly isDefault: boolean;
  /** Null in direct messages. */
  readonly server: { readonly follows: boolean; readonly isDefault: boolean } | null;
}

export interface ListedRoadmap extends Standing {
  readonly id: string;
  readonly studied: Studied;
}

/** What a page of the list shows besides the roadmaps. */
interface RoadmapsPage {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** Whether the daily post takes turns; null for a person who cannot choose that. */
  readonly turns: boolean | null;
  /** The panel that the list was opened from, to lead back to it; null if it was opened by itself. */
  readonly from: 'setup' | null;
}

/** How many roadmaps are on a page. */
export const ROADMAPS_PER_PAGE = 10;
const BUDGET = 3000;

/** A page of the roadmaps that can be followed, with the member's progress in each. */
export function roadmapsView(
  words: Words,
  shown: readonly ListedRoadmap[],
  { page, pages, turns, from }: RoadmapsPage,
): Message {
  const say = words.roadmaps;
  const options = shown.map((each) => ({ label: plain(nameOf(words, each)), value: each.id }));
  const origin = from === null ? [] : [from];
  const turn = (to: number, name: string) =>
    button(name, customId('roadmaps', to, ...origin), 'secondary', to < 0 || to >= pages);
  return card(
    'neutral',
    text(say.heading),
    text(
      fitting(
        // A gap keeps each roadmap's lines together.
        shown.map((roadmap, at) => `${at === 0 ? '' : '\n'}${briefLine(words, roadmap)}`),
        BUDGET,
        words.andMore,
      ),
      pages > 1 ? words.roadmap.page(page + 1, pages) : null,
    ),
    select(customId('roadmap-one'), say.choose, options),
    ...(pages > 1
      ? [row(turn(page - 1, words.roadmap.previous), turn(page + 1, words.roadmap.following))]
      : []),
    ...filled(turns === null ? null : `-# ${say.daily[turns ? 'turns' : 'default']}`),
    ...(turns === null
      ? []
      : [
          row(
            button(
              say.dailyTo[turns ? 'default' : 'turns'],
              customId('roadmap-turns', turns ? 'off' : 'on', ...origin),
            ),
          ),
        ]),
    ...(from === null ? [] : [row(button(words.setup.backHere, customId('setup')))]),
  );
}

/**
 * One roadmap: what it is for the member, with the buttons to change that. Organisers also choose for their server.
 * @param removed off whose roadmaps it was just taken
 */
export function roadmapChoiceView(
  words: Words,
  roadmap: ListedRoadmap,
  forServer: boolean,
  removed: 'you' | 'group' | null = null,
): Message {
  const say = words.roadmaps;
  const { server, isUsual, isDefault, follows } = roadmap;
  // What the server follows is followed here anyway, and its default is one's own as long as one has chosen no other.
  const isMain = isDefault || (isUsual && server?.isDefault === true);
  const studies = follows || server?.follows === true;
  // One step at a time: only what is studied can become the main roadmap.
  const own = studies
    ? [
        ...(isMain ? [] : [does('default', say.makeDefault)]),
        ...(follows ? [does('unfollow', say.unfollow)] : []),
      ]
    : [does('follow', say.follow, 'primary')];
  const ofServer =
    server === null || !forServer || server.isDefault
      ? []
      : server.follows
        ? [does('server-default', say.serverMakeDefault), does('server-unfollow', say.serverUnfollow)]
        : [does('server-follow', say.serverFollow)];
  // To an organiser, the line about the server says it.
  const isSaidBelow = isUsual && !isDefault && forServer && server?.isDefault === true;
  const ofOneself = filled(
    removed === 'you' ? say.removed.you : null,
    // It was on the list a moment ago, so "not yet" would be wrong.
    isSaidBelow || (removed === 'you' && !studies) ? null : ownMark(words, roadmap),
    isDefault && !isUsual ? `-# ${say.notHere}` : null,
    isMain ? null : studies ? say.mainMeans : say.studyMeans,
  );
  const shown = card(
    'neutral',
    text(`## ${titleOf(words, roadmap)}`, tracksLine(roadmap.studied.outline), howFar(words, roadmap)),
    row(
      button(say.open, customId('map'), studies ? 'primary' : 'secondary'),
      button(say.all, customId('roadmaps')),
    ),
    ...(ofOneself.length === 0 && own.length === 0 ? [] : [separator(), ...ofOneself, ...rows(own)]),
    ...(server === null || !forServer
      ? []
      : [
          separator(),
          text(
            removed === 'group' && !server.follows ? say.removed.group : serverMark(words, server),
            server.follows ? null : say.groupMeans,
          ),
          ...rows(ofServer),
        ]),
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

/** A roadmap among others. Bars would hardly differ there. */
function briefLine(words: Words, roadmap: ListedRoadmap): string {
  const { roadmaps: say, progress } = words;
  const { done, total } = tally(roadmap.studied.outline, roadmap.studied.progress);
  const size = isStudied(roadmap) && done > 0 ? progress.doneOf(done, total) : say.size(total);
  const mark = briefMark(words, roadmap);
  return [
    `**${titleOf(words, roadmap)}** · ${size}`,
    mark === '' ? '' : `-# ${mark}`,
    tracksLine(roadmap.studied.outline),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The progress; of a roadmap that is not studied, what counts in it all the same. */
function howFar(words: Words, roadmap: ListedRoadmap): string {
  const { studied } = roadmap;
  const { done, total } = tally(studied.outline, studied.progress);
  if (isStudied(roadmap)) return progressLine(words, studied);
  return done === 0 ? words.roadmaps.size(total) : words.roadmaps.alreadyDone(total, done);
}

function isStudied({ isUsual, follows, server }: Standing): boolean {
  return isUsual || follows || server?.follows === true;
}

function titleOf(words: Words, roadmap: ListedRoadmap): string {
  return roadmapTitle(nameOf(words, roadmap));
}

function nameOf({ roadmaps: say }: Words, { studied, isOriginal }: ListedRoadmap): string {
  const { title } = studied.outline.tree;
  return isOriginal ? say.original(title) : title;
}

/** What matters of it among others. */
function briefMark({ roadmaps: say }: Words, { isUsual, follows, server }: ListedRoadmap): string {
  if (isUsual) return server === null ? say.yourDefault : say.usual;
  return follows || server?.follows === true ? say.followed : '';
}

/** What it is for the member, of whom the server's choice holds as long as they have made none. */
function ownMark({ roadmaps: say }: Words, { follows, isUsual, isDefault, server }: ListedRoadmap): string {
  if (isDefault && isUsual) return say.you.default;
  if (isUsual) return say.you.usual;
  return say.you[follows ? 'followed' : server?.follows === true ? 'withServer' : 'none'];
}

function serverMark({ roadmaps: say }: Words, server: NonNullable<Standing['server']>): string {
  return say.group[server.isDefault ? 'default' : server.follows ? 'followed' : 'none'];
}

function does(action: string, label: string, style?: 'primary') {
  return button(label, customId('roadmap-do', action), style);
}

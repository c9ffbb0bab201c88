import type { MapState } from '../../study/topics/map-states.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  filled,
  fitting,
  joined,
  LIMITS,
  type Message,
  type Option,
  rows,
  section as lineWith,
  select,
  text,
} from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { leftOutLine } from '../progress/progress-line.ts';
import { breadcrumb } from '../topics/topic-text.ts';
import { pictureParts, type ShownPicture, withPicture } from '../pictures/shown.ts';
import {
  type MapSection,
  mapCount,
  mapTitle,
  placeName,
  type RoadmapMap,
  sectionCount,
  sectionsOf,
  shortCount,
  topicTitle,
} from './map-picture.ts';

/** A page of a map that was drawn. */
export interface DrawnMap extends ShownPicture {
  readonly page: number;
  readonly pages: number;
  /** Ids of the topics on it. */
  readonly topics: readonly string[];
}

/** The context that the map's buttons need. */
interface Around {
  /** Whether there is a group's map to switch to. */
  readonly hasGroup: boolean;
}

const TITLE_LENGTH = 80;
/** The most characters that the parts may take. */
const BUDGET = { sections: 2400, state: 700, place: 250 };
const MARKS_IN_ORDER = [
  'doing',
  'some',
  'todo',
  'done',
  'proven',
  'skipped',
] as const satisfies readonly MapState['mark'][];

/** The whole roadmap as a map. If it cannot be drawn, the same in words. */
export function mapView(
  words: Words,
  map: RoadmapMap,
  drawn: DrawnMap | null,
  { hasGroup }: Around,
): Message {
  const sections = sectionsOf(words, map);
  const counts = sections.map((section) => `${short(section.title)} **${shortCount(words, map, section)}**`);
  const shown = card(
    'neutral',
    // The picture has the title and the counts, and its description says them.
    ...(drawn === null
      ? [
          text(`**${short(mapTitle(words, map))}** · ${mapCount(words, map)}`),
          text(fitting(counts, BUDGET.sections, words.andMore)),
        ]
      : pictureParts(drawn)),
    ...filled(leftOutLine(words, map.outline)),
    ...herePart(words, map),
    ...sectionSelect(
      words,
      map,
      near(sections, (section) => isOn(section, drawn)),
    ),
    ...rows([
      ...turns(words, drawn, (page) => customId('map-view', map.whose, page)),
      ...(hasGroup ? [other(words, map)] : []),
      button(words.map.asList, customId('map')),
      ...(map.here === null ? [button(words.roadmap.whatNow, customId('today'), 'primary')] : []),
    ]),
  );
  return withPicture(shown, drawn);
}

/** One section as a map, with the titles of its topics. */
export function mapSectionView(
  words: Words,
  map: RoadmapMap,
  section: MapSection,
  drawn: DrawnMap | null,
): Message {
  const nodes = section.nodes.filter(({ children }) => children.length === 0);
  const titlesOf = (mark: MapState['mark']): readonly string[] =>
    nodes
      .filter(({ id }) => map.states.get(id)?.mark === mark)
      .map((node) => withCount(map, node.id, short(topicTitle(words, node))));
  const lines = MARKS_IN_ORDER.map((mark) => ({ mark, titles: titlesOf(mark) }))
    .filter(({ titles }) => titles.length > 0)
    .map(({ mark, titles }) => `-# **${words.map.legend[map.whose][mark]}** ${joined(titles, BUDGET.state)}`);
  const shown = card(
    'neutral',
    ...(drawn === null
      ? [text(`**${short(section.title)}** · ${sectionCount(words, map, section)}`, ...lines)]
      : pictureParts(drawn)),
    ...sectionSelect(
      words,
      map,
      near(sectionsOf(words, map), ({ id }) => id === section.id),
    ),
    ...rows([
      ...turns(words, drawn, (page) => customId('map-section', map.whose, section.id, page)),
      button(words.map.whole, customId('map-view', map.whose)),
      button(words.map.asList, customId('section', section.topIndex)),
    ]),
  );
  return withPicture(shown, drawn);
}

/** The description of the picture of the whole map. */
export function mapAlt(words: Words, map: RoadmapMap): string {
  const counts = sectionsOf(words, map).map(
    (section) => `${clip(section.title, TITLE_LENGTH)} ${shortCount(words, map, section)}`,
  );
  const here =
    map.here === null ? '' : ` ${placeName(words, map.here)}: ${topicTitle(words, map.here.node)}.`;
  return clip(`${mapTitle(words, map)}, ${mapCount(words, map)}.${here} ${counts.join(', ')}.`, LIMITS.alt);
}

/** The description of a section's picture, for all its pages. */
export function mapSectionAlt(words: Words, map: RoadmapMap, section: MapSection): string {
  const topics = section.nodes
    .filter(({ children }) => children.length === 0)
    .map((node) => {
      const mark = map.states.get(node.id)?.mark ?? 'todo';
      const here = node === map.here?.node && map.here.isBegun ? `, ${words.map.here}` : '';
      return `${clip(topicTitle(words, node), TITLE_LENGTH)}: ${words.map.legend[map.whose][mark]}${here}`;
    });
  return clip(`${section.title}, ${sectionCount(words, map, section)}. ${topics.join('; ')}.`, LIMITS.alt);
}

/** The member's present topic with its place and the next step. Without one, that is among the buttons. */
function herePart(words: Words, { here }: RoadmapMap) {
  if (here === null) return [];
  const { node, isBegun } = here;
  const facts = [placeName(words, here), breadcrumb(node)].filter((fact) => fact !== '').join(' · ');
  const step = isBegun
    ? button(words.act.openTopic, customId('topic', node.id), 'primary')
    : button(words.act.start, customId('do', 'start', node.id), 'primary');
  return [lineWith(`**${short(topicTitle(words, node))}**\n-# ${clip(facts, BUDGET.place)}`, step)];
}

/** `CDN 2/5` on a group's map. */
function withCount({ whose, states }: RoadmapMap, id: string, title: string): string {
  const state = states.get(id);
  return whose === 'own' || state?.mark !== 'some' ? title : `${title} ${state.done}/${state.of}`;
}

function turns(words: Words, drawn: DrawnMap | null, to: (page: number) => string) {
  if (drawn === null || drawn.pages === 1) return [];
  const { page, pages } = drawn;
  return [
    button(words.roadmap.previous, to(Math.max(page - 1, 0)), 'secondary', page === 0),
    button(words.roadmap.following, to(page + 1), 'secondary', page === pages - 1),
  ];
}

/** The button that switches between the member's own map and the group's. */
function other(words: Words, { whose }: RoadmapMap) {
  return whose === 'own'
    ? button(words.map.ofGroup, customId('map-view', 'group'))
    : button(words.map.ofOneself, customId('map-view', 'own'));
}

function sectionSelect(words: Words, { whose }: RoadmapMap, sections: readonly MapSection[]) {
  const options = sections.map(({ id, path }): Option => ({ label: plain(path.join(' › ')), value: id }));
  return options.length === 0 ? [] : [select(customId('map-section', whose), words.map.zoom, options)];
}

/** As many sections as a select can offer, around the present one. */
function near(
  sections: readonly MapSection[],
  isLookedAt: (section: MapSection) => boolean,
): readonly MapSection[] {
  const first = Math.max(0, sections.findIndex(isLookedAt));
  const room = LIMITS.optionsPerSelect;
  const from = Math.max(0, Math.min(first - 2, sections.length - room));
  return sections.slice(from, from + room);
}

function isOn({ nodes }: MapSection, drawn: DrawnMap | null): boolean {
  return drawn !== null && nodes.some(({ id }) => drawn.topics.includes(id));
}

function short(title: string): string {
  return inline(clip(plain(title), TITLE_LENGTH));
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outlineFor } from '../../src/roadmap/localise.ts';
import { outline } from '../../src/roadmap/outline.ts';
import { readRoadmap } from '../../src/roadmap/read.ts';
import type { Theme } from '../../src/store/members/tables.ts';
import type { Commission } from '../../src/view/pictures/easel.ts';
import type { Picture } from '../../src/view/pictures/picture.ts';
import { progressPicture } from '../../src/view/progress/picture.ts';
import { overviewPicture, sectionPicture, sectionsOf } from '../../src/view/roadmaps/map-picture.ts';
import { weekPicture } from '../../src/view/schedule/weekly-picture.ts';
import { wordsFor } from '../../src/words/index.ts';
import { groupMap, ownMap, ownReport, weeklyPost } from './contents.ts';
import { sampleGroup } from './group.ts';

const ROADMAP = join(import.meta.dirname, '..', '..', 'data', 'roadmaps', 'backend.md');
/** The day of the samples, a Thursday. */
const TODAY = '2026-11-19';
const LOCALES = { en: 'en-GB', tr: 'tr' };

/** A picture to draw, under a name. */
export interface Sample {
  /** "week-dark-tr" */
  readonly name: string;
  readonly commission: Commission;
}

/** Every kind of picture in each language, for a made-up group. They are always the same. */
export function samplePictures(theme: Theme): readonly Sample[] {
  return Object.entries(LOCALES).flatMap(([language, locale]) =>
    Object.entries(picturesIn(locale)).map(([kind, picture]) => ({
      name: `${kind}-${theme}-${language}`,
      commission: { picture, theme, page: null },
    })),
  );
}

/** The picture of each kind, for a reader of a language. The first member of the group is the reader. */
function picturesIn(locale: string): Readonly<Record<string, Picture>> {
  const words = wordsFor(locale);
  const roadmap = outlineFor(outline('backend', readRoadmap(readFileSync(ROADMAP, 'utf8')).roadmap), locale);
  const members = sampleGroup(roadmap, TODAY);
  const [reader] = members;
  if (reader === undefined) throw new Error('there is nobody in the group');
  const own = ownMap(roadmap, reader);
  const section = sectionsOf(words, own).find(
    ({ nodes }) => own.here !== null && nodes.includes(own.here.node),
  );
  if (section === undefined) throw new Error('the reader is nowhere');
  const names = new Map(members.map(({ userId, person }) => [userId, person]));
  return {
    progress: progressPicture(words, ownReport(roadmap, reader, TODAY), reader.person),
    map: overviewPicture(words, own),
    'map-section': sectionPicture(words, own, section),
    'map-group': overviewPicture(words, groupMap(roadmap, members, own.here)),
    week: weekPicture(words, weeklyPost(roadmap, members, TODAY), names),
  };
}

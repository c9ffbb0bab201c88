import type { OverviewPicture } from './map-overview.ts';
import { overviewPages } from './map-overview.ts';
import { type SectionPicture, sectionPages } from './map-section.ts';
import { type ProgressPicture, progressScene } from './progress.ts';
import type { Scene } from './scene.ts';
import type { Typesetter } from './typeset.ts';
import { type WeekPicture, weekScene } from './week.ts';

/** The content of a picture: plain data, with every word in the reader's language. */
export type Picture = ProgressPicture | OverviewPicture | SectionPicture | WeekPicture;

/** A picture, or a page of it, that has been laid out. */
export interface LaidOut {
  readonly scene: Scene;
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
  /** The topics on the page. Only maps have them. */
  readonly topics: readonly string[];
}

/**
 * Lays out a picture.
 * @param page counted from 0; null means the page on which the reader is, or else the first. If there is no such page,
 * the nearest is taken
 */
export function layOut(picture: Picture, page: number | null, type: Typesetter): LaidOut {
  switch (picture.kind) {
    case 'progress':
      return { scene: progressScene(picture, type), page: 0, pages: 1, topics: [] };
    case 'week':
      return { scene: weekScene(picture, type), page: 0, pages: 1, topics: [] };
    case 'overview':
    case 'section': {
      const pages = picture.kind === 'overview' ? overviewPages(picture, type) : sectionPages(picture, type);
      const here = pages.findIndex(({ topics }) => topics.some((topic) => topic === picture.here?.topic));
      const wanted = Math.min(Math.max(page ?? here, 0), pages.length - 1);
      const shown = pages[wanted];
      if (shown === undefined) throw new Error('a map of nothing');
      return { ...shown, page: wanted, pages: pages.length };
    }
  }
}

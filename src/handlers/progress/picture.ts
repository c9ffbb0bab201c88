import type { App } from '../../app.ts';
import type { Theme } from '../../store/members/tables.ts';
import type { Person } from '../../view/pictures/typeset.ts';
import type { ShownPicture } from '../../view/pictures/shown.ts';
import { hasPicture, progressAlt, progressPicture } from '../../view/progress/picture.ts';
import type { ProgressReport } from '../../view/progress/report.ts';
import type { Words } from '../../words/index.ts';

/** Draws somebody's progress. Null if there is too little to draw, or if drawing fails. */
export async function drawnProgress(
  { pictures }: Pick<App, 'pictures'>,
  words: Words,
  theme: Theme,
  report: ProgressReport,
  person: Person,
): Promise<ShownPicture | null> {
  if (!hasPicture(report)) return null;
  const picture = progressPicture(words, report, person);
  const drawn = await pictures.draw({ picture, theme, page: null }, true);
  return drawn === null ? null : { ...drawn, alt: progressAlt(words, report, person) };
}

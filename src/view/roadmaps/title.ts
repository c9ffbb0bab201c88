import { clip, inline, plain } from '../escape.ts';

/**
 * A roadmap's title within text. Anybody's files can have long titles, so it is cut.
 * @param most how many characters it has at most: fewer among other titles, more where it stands alone
 */
export function roadmapTitle(title: string, most = 80): string {
  return inline(clip(plain(title), most));
}

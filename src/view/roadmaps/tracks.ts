import type { Outline } from '../../roadmap/outline.ts';
import { joined } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';

/** The room for what a roadmap is about, in characters: about two lines of a phone. */
const ABOUT = 90;

/** What a roadmap is about: its first tracks, in small letters. Empty if it has none. */
export function tracksLine({ tree }: Outline): string {
  const tracks = tree.sections.filter(({ kind }) => kind === 'track');
  const named = joined(
    tracks.map((track) => inline(clip(plain(track.title), ABOUT))),
    ABOUT,
  );
  return named === '' ? '' : `-# ${named}`;
}

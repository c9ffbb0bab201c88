import type { Outline, Place } from '../roadmap/outline.ts';

/** How many may build an app together. */
export const TEAM_SIZE = 20;

/** The apps that a roadmap gives to be built: the topics of its showcase sections, in file order. */
export function appsOf({ places }: Outline): readonly Place[] {
  return places.filter(isApp);
}

export function isApp(place: Place): boolean {
  return place.top.kind === 'showcase' && place.parent === null;
}

/** What stands before and after one of a list, which starts again at its ends; none for a list of one. */
export function neighbours<T>(all: readonly T[], one: T): { readonly before: T; readonly after: T } | null {
  const at = all.indexOf(one);
  const [before, after] = [all.at(at - 1), all[(at + 1) % all.length]];
  return at === -1 || all.length === 1 || before === undefined || after === undefined
    ? null
    : { before, after };
}

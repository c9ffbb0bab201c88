import type { Outline, TopicNode } from '../roadmap/outline.ts';
import { saysEnough } from '../text/substance.ts';
import { webAddress } from '../text/web-address.ts';

/** The largest number of people who may build an app together. */
export const TEAM_SIZE = 20;

/** The people of a build, by user id: its team, and those who were invited. */
interface People {
  readonly team: readonly string[];
  readonly invited: readonly string[];
}

/** Whether a team has no place left. An invitation keeps its place until it is answered. */
export function isFull({ team, invited }: People): boolean {
  return team.length + invited.length >= TEAM_SIZE;
}

/** Whether a person is the only member of a team. The team's submission is then removed with them. */
export function isLastOf({ team }: Pick<People, 'team'>, userId: string): boolean {
  return team.length === 1 && team[0] === userId;
}

/** Whether a person may applaud a build: nobody applauds their own team. */
export function mayApplaud({ team }: Pick<People, 'team'>, userId: string): boolean {
  return !team.includes(userId);
}

/**
 * What is wrong in a submission: the address of the code, the address of the running app, or the text on what they
 * would do differently.
 */
export type SubmissionFault = 'repository' | 'live' | 'differently';

/**
 * Everything that has to be corrected before a team can show its app. It needs the address of the code, and what the
 * team would do differently.
 */
export function submissionFaults(
  typed: Readonly<Record<SubmissionFault, string>>,
): readonly SubmissionFault[] {
  return [
    ...(webAddress(typed.repository) === null ? (['repository'] as const) : []),
    ...(typed.live.trim() !== '' && webAddress(typed.live) === null ? (['live'] as const) : []),
    ...(!saysEnough(typed.differently) ? (['differently'] as const) : []),
  ];
}

/** The apps that a roadmap offers to build: the topics of its showcase sections, in file order. */
export function appsOf({ nodes }: Outline): readonly TopicNode[] {
  return nodes.filter(isApp);
}

/** The apps of several roadmaps, each once, because a copy of a roadmap has the same apps. */
export function appsOfAll(roadmaps: readonly Outline[]): readonly TopicNode[] {
  return [...new Map(roadmaps.flatMap(appsOf).map((app) => [app.id, app])).values()];
}

/** Whether a topic is such an app. */
export function isApp(node: TopicNode): boolean {
  return node.top.kind === 'showcase' && node.parent === null;
}

/** The items before and after an item; null where there is none. */
export function neighbours<T>(
  all: readonly T[],
  one: T,
): { readonly before: T | null; readonly after: T | null } {
  const at = all.indexOf(one);
  if (at === -1) return { before: null, after: null };
  return { before: all[at - 1] ?? null, after: all[at + 1] ?? null };
}

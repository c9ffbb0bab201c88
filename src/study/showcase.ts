import type { Outline, TopicNode } from '../roadmap/outline.ts';
import { saysEnough } from '../text/substance.ts';
import { webAddress } from '../text/web-address.ts';

/** How many may build an app together. */
export const TEAM_SIZE = 20;

/** The people of a build, by user id: its team, and those who were asked to join it. */
interface People {
  readonly team: readonly string[];
  readonly invited: readonly string[];
}

/** Whether nobody more fits into a team; those who were asked keep their place. */
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
 * A fault of a submission: in the address of the code, in that of the running app, or in what they would do
 * differently.
 */
export type SubmissionFault = 'repository' | 'live' | 'differently';

/**
 * Everything that has to be corrected before a team can show its app: the address of the code, and what they would do
 * differently.
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

/** The apps that a roadmap gives to be built: the topics of its showcase sections, in file order. */
export function appsOf({ nodes }: Outline): readonly TopicNode[] {
  return nodes.filter(isApp);
}

export function isApp(node: TopicNode): boolean {
  return node.top.kind === 'showcase' && node.parent === null;
}

/** The items before and after an item of a list that starts again at its ends. A list of one has none. */
export function neighbours<T>(all: readonly T[], one: T): { readonly before: T; readonly after: T } | null {
  const at = all.indexOf(one);
  const [before, after] = [all.at(at - 1), all[(at + 1) % all.length]];
  return at === -1 || all.length === 1 || before === undefined || after === undefined
    ? null
    : { before, after };
}

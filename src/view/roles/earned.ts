import type { Outline } from '../../roadmap/outline.ts';
import type { Milestone } from '../../study/roles.ts';
import type { Words } from '../../words/index.ts';
import { button, card, fitting, type Message, row, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { milestoneText } from './milestone.ts';

/** A role that a member was given, and for what. */
export interface EarnedRole {
  readonly roleId: string;
  readonly milestone: Milestone | null;
}

/** The most characters that the lines may take. */
const BUDGET = 3000;

/**
 * Tells a member that they were given roles.
 * @param tells whether their groups are told already; otherwise they can choose that
 */
export function earnedNotice(
  words: Words,
  earned: readonly EarnedRole[],
  roadmaps: readonly Outline[],
  tells: boolean,
): Message {
  const { roles: say } = words;
  const lines = earned.map(({ roleId, milestone }) =>
    say.earned(`<@&${roleId}>`, milestone === null ? say.lost : milestoneText(words, milestone, roadmaps)),
  );
  return card(
    'done',
    text(fitting(lines, BUDGET, words.andMore)),
    ...(tells ? [] : [row(button(say.tell, customId('settings-study-set', 'roles', 'on')))]),
  );
}

/** Tells a group that a member was given a role. The id in the button lets the bot find the post after a crash. */
export function rolePost(
  words: Words,
  {
    userId,
    roleId,
    milestone,
    roadmaps,
    id,
  }: {
    readonly userId: string;
    readonly roleId: string;
    readonly milestone: Milestone;
    readonly roadmaps: readonly Outline[];
    readonly id: string;
  },
): Message {
  const what = milestoneText(words, milestone, roadmaps);
  return card(
    'done',
    text(words.roles.post(`<@${userId}>`, `<@&${roleId}>`, what)),
    row(button(words.roadmap.whatNow, customId('post', 'picks', id))),
  );
}

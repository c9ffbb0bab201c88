import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { RoleProblem } from '../../discord/roles.ts';
import type { Outline } from '../../roadmap/outline.ts';
import type { MilestoneRole } from '../../store/roles/milestones.ts';
import { ROLE_LIMITS } from '../../study/roles.ts';
import type { Words } from '../../words/index.ts';
import {
  button,
  card,
  filled,
  fitting,
  formTitle,
  type Message,
  type Option,
  row,
  select,
  text,
} from '../components.ts';
import { customId } from '../custom-id.ts';
import { plain } from '../escape.ts';
import { milestoneText } from './milestone.ts';

/** The ids of the form's fields. */
export const ROLE_FIELD = { role: 'role', amount: 'amount', counts: 'counts' } as const;

/** A role on the list, with what keeps the bot from giving it. */
export type ListedRole = MilestoneRole & { readonly problem: RoleProblem | 'refused' | null };

/** The page of `/setup` about roles for milestones. */
export interface RolesPage {
  readonly listed: readonly ListedRole[];
  /** The names of the roles, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly roadmaps: readonly Outline[];
  /** The milestones that a role can be added for, of the shown page, and how many pages there are. */
  readonly choices: readonly Option[];
  readonly page: number;
  readonly pages: number;
  readonly note: string | null;
}

/** The most characters that the list may take. With 25 roles in trouble it is cut, and says how many are left. */
const BUDGET = 3400;

/** The roles that the server gives, and a list to add one from. */
export function rolesView(words: Words, state: RolesPage): Message {
  const { roles: say } = words;
  const { listed, roadmaps, choices, page, pages, note } = state;
  const lines = listed.map(({ roleId, milestone, problem }) =>
    [
      say.line(`<@&${roleId}>`, milestoneText(words, milestone, roadmaps)),
      ...(problem === null ? [] : [`-# ${say.problem[problem]}`]),
    ].join('\n'),
  );
  const hasProblem = listed.some(({ problem }) => problem !== null);
  const removable = listed.map(({ id, roleId, milestone }) => ({
    label: state.names.get(roleId) ?? roleId,
    description: milestoneText(words, milestone, roadmaps, plain),
    value: id,
  }));
  return card(
    hasProblem ? 'problem' : 'neutral',
    text(say.heading, say.how),
    text(listed.length === 0 ? say.none : fitting(lines, BUDGET, words.andMore)),
    ...filled(note),
    ...(listed.length < ROLE_LIMITS.roles ? [select(customId('setup-role-for'), say.choose, choices)] : []),
    ...(removable.length > 0 ? [select(customId('setup-role-remove'), say.remove, removable)] : []),
    row(
      ...(hasProblem ? [button(words.setup.checkAgain, customId('setup-roles-check'), 'primary')] : []),
      ...(pages > 1
        ? [
            button('◀', customId('setup-roles', page - 1), 'secondary', page === 0),
            button('▶', customId('setup-roles', page + 1), 'secondary', page === pages - 1),
          ]
        : []),
      button(words.setup.backHere, customId('setup')),
    ),
  );
}

/**
 * Asks which role a milestone is for, and how much of it.
 * @param kind what the milestone is about; `canProve`: whether its section has topics to prove
 */
export function roleForm(
  { roles: say }: Words,
  formId: string,
  kind: 'streak' | 'stage' | 'section',
  canProve: boolean,
): APIModalInteractionResponseCallbackData {
  const amount: APILabelComponent = {
    type: ComponentType.Label,
    label: kind === 'streak' ? say.formDays : say.formPercent,
    description: kind === 'streak' ? say.formDaysHint : say.formPercentHint,
    component: {
      type: ComponentType.TextInput,
      custom_id: ROLE_FIELD.amount,
      style: TextInputStyle.Short,
      min_length: 1,
      max_length: 6,
      value: kind === 'streak' ? '7' : '100',
    },
  };
  const counts: APILabelComponent = {
    type: ComponentType.Label,
    label: say.formCounts,
    component: {
      type: ComponentType.StringSelect,
      custom_id: ROLE_FIELD.counts,
      options: [
        { label: say.countsDone, value: 'done', default: true },
        { label: say.countsProven, value: 'proven' },
      ],
    },
  };
  return {
    title: formTitle(say.formTitle),
    custom_id: formId,
    components: [
      {
        type: ComponentType.Label,
        label: say.formRole,
        component: { type: ComponentType.RoleSelect, custom_id: ROLE_FIELD.role },
      },
      ...(kind === 'stage' ? [] : [amount]),
      ...(kind === 'section' && canProve ? [counts] : []),
    ],
  };
}

/** Says why roles cannot be chosen. */
export function rolesNote(line: string): Message {
  return card('problem', text(line));
}

/** Tells an organiser, below any answer, that members cannot be given a role. */
export function roleTroubleNotice(words: Words, { roleId, problem }: ListedRole): Message {
  const { roles: say } = words;
  return card(
    'problem',
    text(say.notice(`<@&${roleId}>`), problem === null ? null : say.problem[problem]),
    row(button(words.setup.putRight, customId('setup-roles', 0), 'primary')),
  );
}

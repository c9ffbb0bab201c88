import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import {
  GOAL_KINDS,
  type GoalKind,
  type GoalProgress,
  isReached,
  reachedPercent,
} from '../../study/goals/goal.ts';
import type { Words } from '../../words/index.ts';
import { bar } from '../bar.ts';
import { button, card, formTitle, type Message, row, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';

/** The ids of the form's fields. */
export const GOAL_FIELD = { kind: 'kind', target: 'target' } as const;
/** How many characters of a number may be typed. */
const TYPED_LENGTH = 10;

/** `▰▰▰▰▰▱▱▱▱▱ 3 of 6 topics this week` */
export function goalLine({ goal: say }: Words, goal: GoalProgress): string {
  return `${bar(reachedPercent(goal))} ${say.sofar[goal.kind](goal.done, goal.target)}`;
}

/**
 * The member's goal with its bar, or an invitation to set one.
 * @param note what has just happened
 */
export function goalView(words: Words, goal: GoalProgress | null, note: string | null): Message {
  const { goal: say } = words;
  const back = button(words.progress.mine, customId('progress'));
  if (goal === null) {
    return card(
      'invite',
      text(say.title, note, say.none),
      row(button(say.set, customId('goal-form'), 'primary'), back),
    );
  }
  return card(
    isReached(goal) ? 'done' : 'doing',
    text(say.title, note, `**${say.eachWeek(say.amount[goal.kind](goal.target))}**`, goalLine(words, goal)),
    row(button(say.change, customId('goal-form')), button(say.remove, customId('goal-remove')), back),
  );
}

/** Asks for a goal. `typed`: its number so far. */
export function goalForm(
  { goal: say }: Words,
  kind: GoalKind,
  typed: string,
): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(say.formTitle),
    custom_id: customId('goal-form'),
    components: [
      {
        type: ComponentType.Label,
        label: say.ofWhat,
        component: {
          type: ComponentType.StringSelect,
          custom_id: GOAL_FIELD.kind,
          options: GOAL_KINDS.map((each) => ({
            label: say.kinds[each],
            value: each,
            ...(each === kind && { default: true }),
          })),
        },
      },
      {
        type: ComponentType.Label,
        label: say.howMany,
        description: say.howManyHint,
        component: {
          type: ComponentType.TextInput,
          custom_id: GOAL_FIELD.target,
          style: TextInputStyle.Short,
          min_length: 1,
          max_length: TYPED_LENGTH,
          ...(typed !== '' && { value: clip(typed, TYPED_LENGTH) }),
        },
      },
    ],
  };
}

/**
 * Says that the typed text is no number for a goal.
 * @param carried the text as a button carries it back into the form
 */
export function badTargetView(words: Words, typed: string, kind: GoalKind, carried: string): Message {
  const said = inline(clip(plain(typed), TYPED_LENGTH));
  return card(
    'problem',
    text(words.goal.badNumber(said)),
    row(button(words.settings.typeAgain, customId('goal-form', kind, carried), 'primary')),
  );
}

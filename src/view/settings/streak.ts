import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { PauseProblem } from '../../study/progress/pause.ts';
import { STREAK_UNITS, type StreakUnit } from '../../study/progress/streak.ts';
import type { Days } from '../../study/progress/week.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, type Message, row, section, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { dayRange, typedDate } from '../time.ts';

/** The ids of the form's fields. */
export const PAUSE_FIELD = { from: 'from', to: 'to' } as const;
/** How many characters of a date may be typed. */
const TYPED_LENGTH = 30;

interface StreakSettings {
  readonly unit: StreakUnit;
  /** The one that is going on or still to come; null for none. */
  readonly pause: Days | null;
  /** The member's day of study, as an ISO date. */
  readonly today: string;
  /** What has just happened. */
  readonly note: string | null;
}

/** How a member's streak is counted, and their pause. */
export function streakSettingsView(words: Words, { unit, pause, today, note }: StreakSettings): Message {
  const { streak: say } = words;
  return card(
    'neutral',
    text(say.title, note),
    text(say.unit),
    select(
      customId('streak-unit'),
      say.chooseUnit,
      STREAK_UNITS.map((each) => ({
        label: say.counted[each],
        value: each,
        chosen: each === unit,
        ...(each === 'week' && { description: say.weeksAreFor }),
      })),
    ),
    section(
      pause === null ? say.noPause : say.pause(pauseDays(words, pause)),
      button(pause === null ? say.plan : say.change, customId('streak-pause')),
    ),
    text(say.pauseMeans),
    row(
      ...(pause === null
        ? []
        : [button(pause.from > today ? say.cancelPause : say.endPause, customId('streak-pause-end'))]),
      button(say.why, customId('streak-why', 0)),
      button(words.act.back, customId('settings-study')),
    ),
  );
}

/** The days of a pause: `3 – 10 December`. */
export function pauseDays({ locale }: Words, { from, to }: Days): string {
  return dayRange(from, to, locale);
}

/**
 * Asks for the days of a pause.
 * @param typed what was typed before
 * @param today the member's study day, as an example
 */
export function pauseForm(words: Words, typed: Days, today: string): APIModalInteractionResponseCallbackData {
  const { streak: say } = words;
  const field = (id: string, label: string, value: string) => ({
    type: ComponentType.Label as const,
    label,
    description: say.dateHint(typedDate(words, today)),
    component: {
      type: ComponentType.TextInput as const,
      custom_id: id,
      style: TextInputStyle.Short as const,
      min_length: 1,
      max_length: TYPED_LENGTH,
      ...(value !== '' && { value: clip(value, TYPED_LENGTH) }),
    },
  });
  return {
    title: formTitle(say.formTitle),
    custom_id: customId('streak-pause'),
    components: [field(PAUSE_FIELD.from, say.first, typed.from), field(PAUSE_FIELD.to, say.last, typed.to)],
  };
}

/**
 * Says why a pause cannot be planned as typed.
 * @param why the problem, or the text that is no date
 * @param carried both texts as a button carries them back into the form
 */
export function badPauseView(
  words: Words,
  why: PauseProblem | { readonly typed: string },
  carried: readonly [string, string],
): Message {
  const { streak: say } = words;
  const said =
    typeof why === 'string' ? say.problem[why] : say.badDate(inline(clip(plain(why.typed), TYPED_LENGTH)));
  return card(
    'problem',
    text(said),
    row(
      button(words.settings.typeAgain, customId('streak-pause', ...carried), 'primary'),
      button(words.act.back, customId('streak-settings')),
    ),
  );
}

import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, type Message, row, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { typedDate } from '../time.ts';

/** The id of the form's field. */
export const TARGET_FIELD = 'date';
const TYPED_LENGTH = 30;

/**
 * Asks for the group's target date.
 * @param typed the present one, or what was typed before
 * @param example a day that could be typed, `YYYY-MM-DD`
 */
export function targetForm(
  words: Words,
  typed: string,
  example: string,
): APIModalInteractionResponseCallbackData {
  const { pace: say } = words;
  return {
    title: formTitle(say.formTitle),
    custom_id: customId('pace-target'),
    components: [
      {
        type: ComponentType.Label,
        label: say.when,
        description: say.whenHint(typedDate(words, example)),
        component: {
          type: ComponentType.TextInput,
          custom_id: TARGET_FIELD,
          style: TextInputStyle.Short,
          required: false,
          max_length: TYPED_LENGTH,
          ...(typed !== '' && { value: clip(typed, TYPED_LENGTH) }),
        },
      },
    ],
  };
}

/** Says that the typed text is no date for a target. `again`: the text as a button carries it. */
export function badTargetView(words: Words, typed: string, again: string): Message {
  return card(
    'problem',
    text(words.pace.badDate(inline(clip(plain(typed), TYPED_LENGTH)))),
    row(
      button(words.settings.typeAgain, customId('pace-target', again), 'primary'),
      button(words.act.back, customId('pace')),
    ),
  );
}

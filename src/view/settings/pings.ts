import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord.js';
import { type Ping, PINGS } from '../../study/pings.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, LIMITS, type Message, row, section, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip } from '../escape.ts';

/** The id of the form's field. */
export const PINGS_FIELD = 'pings';

/**
 * A member's choice of what may ping them: every kind with its state. The form says when and where each of them does.
 */
export function pingsView(words: Words, off: ReadonlySet<Ping>, note: string | null = null): Message {
  const { pings: say } = words;
  const isSilent = off.size === PINGS.length;
  const states = PINGS.map((ping) => (off.has(ping) ? say.isOff : say.isOn)(say.kind[ping]));
  return card(
    'neutral',
    text(say.heading, note ?? say.about),
    text(isSilent ? say.silent : null, ...states),
    text(say.roles),
    row(
      button(say.button, customId('pings-tick'), 'primary'),
      isSilent
        ? button(say.everything, customId('pings-set', 'all'))
        : button(say.nothing, customId('pings-set', 'none')),
      button(words.act.back, customId('settings')),
    ),
  );
}

/** Every kind with a tick if it may ping the member, and when and where it does. */
export function pingsForm(
  { pings: say }: Words,
  off: ReadonlySet<Ping>,
): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(say.formTitle),
    custom_id: customId('pings-tick'),
    components: [
      {
        type: ComponentType.Label,
        label: say.mayPing,
        component: {
          type: ComponentType.CheckboxGroup,
          custom_id: PINGS_FIELD,
          required: false,
          min_values: 0,
          options: PINGS.map((ping) => ({
            label: clip(say.kind[ping], LIMITS.optionText),
            description: clip(say.line(say.when[ping], say.where[ping]), LIMITS.optionText),
            value: ping,
            default: !off.has(ping),
          })),
        },
      },
    ],
  };
}

/** The line about pings in the settings, with a button to the choice. */
export function pingsSection({ pings: say }: Words, off: ReadonlySet<Ping>) {
  return section(
    say.inSettings(PINGS.length - off.size, PINGS.length),
    button(say.button, customId('pings')),
  );
}

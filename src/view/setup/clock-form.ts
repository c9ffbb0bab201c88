import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { carriedText, customId, textCarried } from '../custom-id.ts';
import { ZONE_LENGTH } from '../../time/time-zone.ts';
import type { Words } from '../../words/index.ts';
import { formTitle } from '../components.ts';

/** The ids of the form's fields. */
export const CLOCK = { at: 'at', zone: 'zone' } as const;

/** A time of day and a time zone, as somebody typed them. */
export interface TypedClock {
  readonly at: string;
  readonly zone: string;
}

const LENGTHS = { at: 12, zone: ZONE_LENGTH } as const;

/** Asks for the time of the posts and for the time zone. `typed`: the present texts, to be corrected. */
export function clockForm(
  words: Words,
  formId: string,
  typed: TypedClock,
): APIModalInteractionResponseCallbackData {
  const field = (id: keyof TypedClock, label: string, description: string) =>
    ({
      type: ComponentType.Label,
      label,
      description,
      component: {
        type: ComponentType.TextInput,
        custom_id: CLOCK[id],
        style: TextInputStyle.Short,
        required: true,
        max_length: LENGTHS[id],
        ...(typed[id] !== '' && { value: typed[id].slice(0, LENGTHS[id]) }),
      },
    }) as const;
  const { formTime, formTimeHint, formZone, formZoneHint } = words.setup;
  return {
    title: formTitle(words.setup.formTitle),
    custom_id: formId,
    components: [field('at', formTime, formTimeHint), field('zone', formZone, formZoneHint)],
  };
}

/** The custom id of a button that opens the form again with what was typed, so that nobody types it twice. */
export function clockButtonId(action: string, typed: TypedClock | null): string {
  if (typed === null) return customId(action);
  return customId(action, carriedText(`${typed.at}\n${typed.zone}`));
}

/** The typed texts that a button's id carries; null if it carries none. */
export function typedBefore(arg: string | undefined): TypedClock | null {
  if (arg === undefined) return null;
  const [at = '', zone = ''] = textCarried(arg).split('\n');
  return { at, zone };
}

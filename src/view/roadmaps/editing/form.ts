import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { formTitle } from '../../components.ts';

/** A field of a form of the editor. */
export interface Field {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly isLong?: boolean;
  readonly isRequired?: boolean;
  /** Beside the label: what to type, or the effect of leaving it empty. */
  readonly hint?: string;
  readonly max: number;
}

/** A form of text fields. Each contains the present text, or what was typed before. */
export function editForm({
  id,
  title,
  fields,
}: {
  readonly id: string;
  readonly title: string;
  readonly fields: readonly Field[];
}): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(title),
    custom_id: id,
    components: fields.map(({ id: field, label, value, isLong, isRequired, hint, max }) => ({
      type: ComponentType.Label,
      label,
      ...(hint !== undefined && { description: hint }),
      component: {
        type: ComponentType.TextInput,
        custom_id: field,
        style: isLong === true ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required: isRequired === true,
        max_length: max,
        ...(value !== '' && { value: value.slice(0, max) }),
      },
    })),
  };
}

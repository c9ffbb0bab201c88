import { ButtonStyle, ComponentType } from 'discord.js';
import { z } from 'zod';
import type { Message } from '../../src/view/components.ts';

const component = z.looseObject({ type: z.number() });
const textDisplay = z.object({ content: z.string() });
const button = z.object({ label: z.string(), style: z.enum(ButtonStyle) });
const select = z.object({
  options: z.array(z.object({ label: z.string(), default: z.boolean().optional() })),
});

/** The visible parts of a message that a view has made, in reading order. */
export interface Shown {
  readonly texts: readonly string[];
  readonly buttons: readonly { readonly label: string; readonly isPrimary: boolean }[];
  /** The selected values of its lists. */
  readonly chosen: readonly string[];
}

/** Reads a message as a person sees it. */
export function shown(message: Message): Shown {
  const seen = { texts: [] as string[], buttons: [] as Shown['buttons'][number][], chosen: [] as string[] };
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { data } = component.safeParse(part);
    if (data?.type === ComponentType.TextDisplay) seen.texts.push(textDisplay.parse(part).content);
    else if (data?.type === ComponentType.Button) {
      const { label, style } = button.parse(part);
      seen.buttons.push({ label, isPrimary: style === ButtonStyle.Primary });
    } else if (data?.type === ComponentType.StringSelect) {
      const { options } = select.parse(part);
      seen.chosen.push(...options.filter((option) => option.default === true).map(({ label }) => label));
    } else Object.values(part).forEach(walk);
  };
  walk(message.components);
  return seen;
}

import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  type APISectionComponent,
  type APISelectMenuOption,
  type APISeparatorComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord.js';
import { webAddress } from '../text/web-address.ts';
import { MENU_ID } from './custom-id.ts';
import { clip } from './escape.ts';

/** A message for members: its components, in Discord's form. */
export interface Message {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** What to send instead where no files can be sent, if the words beside the files say less than both together. */
  readonly inWords?: Message;
  /** Files that are sent with it. Discord shows those that a `file` component names. */
  readonly files?: readonly MessageFile[];
  /** Whether the files of the replaced message stay. The components then name them as before. */
  readonly keepsFiles?: true;
}

export interface MessageFile {
  /** Letters, digits, `_`, `-` and `.`. Discord would replace other characters. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Each colour has one meaning. */
const COLOURS = {
  neutral: 0x80848e,
  doing: 0x3b82f6,
  done: 0x22a55b,
  invite: 0x8b5cf6,
  problem: 0xe5484d,
} as const;
export type Meaning = keyof typeof COLOURS;

/** Discord's limits, to which views cut their texts (characters). */
export const LIMITS = {
  /** The texts of a message together. */
  messageText: 4000,
  buttonLabel: 80,
  optionText: 100,
  placeholder: 150,
  optionsPerSelect: 25,
  buttonsPerRow: 5,
  alt: 1024,
} as const;

type Style = 'primary' | 'secondary' | 'success' | 'danger';
const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const satisfies Record<Style, APIButtonComponentWithCustomId['style']>;

/** How long the title of a form may be, in characters. */
const FORM_TITLE = 45;

/**
 * The title of a form, cut to Discord's limit. The “…” of the button that opens it is left out, because it says that a
 * form follows.
 */
export function formTitle(title: string): string {
  return clip(title.replace(/(?<=\S)\s*…$/u, ''), FORM_TITLE);
}

/** A message with a single container: a card, with a bar in the colour of its meaning. */
export function card(meaning: Meaning, ...parts: readonly APIComponentInContainer[]): Message {
  return { components: [container(meaning, ...parts)] };
}

function container(meaning: Meaning, ...parts: readonly APIComponentInContainer[]): APIContainerComponent {
  return { type: ComponentType.Container, accent_color: COLOURS[meaning], components: [...parts] };
}

/** The message with a further line behind the first text of its card: for news that is not what was asked for. */
export function withLine(message: Message, line: string): Message {
  const [first, ...others] = message.components;
  if (first?.type !== ComponentType.Container) return message;
  const [head, ...parts] = first.components;
  const changed = { ...first, components: [...(head === undefined ? [] : [head]), text(line), ...parts] };
  return { ...message, components: [changed, ...others] };
}

/** Lines of Markdown. Lines that are null or empty are left out. */
export function text(...lines: readonly (string | null)[]): APITextDisplayComponent {
  return {
    type: ComponentType.TextDisplay,
    content: lines.filter((line) => line !== null && line !== '').join('\n'),
  };
}

/** The same as a list of components, which is empty if no line has text: Discord refuses an empty text. */
export function filled(...lines: readonly (string | null)[]): readonly APITextDisplayComponent[] {
  const part = text(...lines);
  return part.content === '' ? [] : [part];
}

/** A text with one button at its right. */
export function section(content: string, accessory: APIButtonComponent): APISectionComponent {
  return { type: ComponentType.Section, components: [text(content)], accessory };
}

/** Shows a file that is sent with the message. */
export function file(name: string): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** A picture that is sent with the message. `alt`: the same in words. */
export function picture(name: string, alt: string): APIMediaGalleryComponent {
  return {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, description: clip(alt, LIMITS.alt) }],
  };
}

/** A thin line between two parts of a card. */
export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** A button with a custom id. `label` is cut to Discord's limit. */
export function button(
  label: string,
  customId: string,
  style: Style = 'secondary',
  disabled = false,
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: STYLES[style],
    label: clip(label, LIMITS.buttonLabel),
    custom_id: customId,
    ...(disabled && { disabled }),
  };
}

/** A button that opens an address. */
export function link(label: string, url: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Link, label: clip(label, LIMITS.buttonLabel), url };
}

/**
 * Buttons for web addresses that members gave. An address that Discord would not open is left out: stored ones may be
 * older than the check, and Discord would refuse the whole message.
 */
export function memberLinks(
  ...links: readonly (readonly [label: string, url: string | null])[]
): readonly APIButtonComponent[] {
  return links.flatMap(([label, url]) => {
    const address = url === null ? null : webAddress(url);
    return address === null ? [] : [link(label, address)];
  });
}

/** Up to five buttons, or one select. */
export function row(
  ...components: readonly APIComponentInMessageActionRow[]
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [...components] };
}

/** As many rows as the buttons need, with five in each; none for no buttons. */
export function rows(
  buttons: readonly APIButtonComponent[],
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const all: APIActionRowComponent<APIComponentInMessageActionRow>[] = [];
  for (let start = 0; start < buttons.length; start += LIMITS.buttonsPerRow) {
    all.push(row(...buttons.slice(start, start + LIMITS.buttonsPerRow)));
  }
  return all;
}

export interface Option {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly chosen?: boolean;
}

/**
 * A list to choose from. Discord takes 25 options, and the rest is left out. A view with more options offers pages.
 */
export function select(
  customId: string,
  placeholder: string,
  options: readonly Option[],
  choose: { min: number; max: number } = { min: 1, max: 1 },
): APIActionRowComponent<APIStringSelectComponent> {
  const shown = options.slice(0, LIMITS.optionsPerSelect).map((option): APISelectMenuOption => ({
    label: clip(option.label, LIMITS.optionText),
    value: option.value,
    ...(option.description !== undefined && { description: clip(option.description, LIMITS.optionText) }),
    ...(option.chosen === true && { default: true }),
  }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        placeholder: clip(placeholder, LIMITS.placeholder),
        options: shown,
        min_values: Math.min(choose.min, shown.length),
        max_values: Math.min(choose.max, shown.length),
      },
    ],
  };
}

/** The buttons that have no room, as a list. Choosing one is the same as pressing it. */
export function menu(
  placeholder: string,
  buttons: readonly APIButtonComponentWithCustomId[],
): readonly APIActionRowComponent<APIStringSelectComponent>[] {
  const options = buttons.map(({ label, custom_id }) => ({ label: label ?? '', value: custom_id }));
  return options.length === 0 ? [] : [select(MENU_ID, placeholder, options)];
}

/**
 * As many of the lines as fit in `budget` characters, with a last line that counts the others. Views use it to divide
 * the 4,000 characters of a message's text between their parts.
 * @param others how many more there are that are not among the lines, and are counted with them
 */
export function fitting(
  lines: readonly string[],
  budget: number,
  more: (count: number) => string,
  others = 0,
): string {
  const kept: string[] = [];
  let used = 0;
  for (const [index, line] of lines.entries()) {
    const left = lines.length - index + others;
    const reserve = left > 1 ? more(left).length + 1 : 0;
    if (used + line.length + 1 + reserve > budget) return [...kept, more(left)].join('\n');
    kept.push(line);
    used += line.length + 1;
  }
  return [...kept, ...(others > 0 ? [more(others)] : [])].join('\n');
}

/**
 * As many of the items as fit in `budget` characters, on one line. An item is never cut, because half a link does not
 * work.
 */
export function joined(items: readonly string[], budget: number): string {
  const kept: string[] = [];
  for (const item of items) {
    if ([...kept, item].join(' · ').length > budget) break;
    kept.push(item);
  }
  return kept.join(' · ');
}

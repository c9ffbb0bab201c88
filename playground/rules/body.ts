/**
 * The parts of Discord's payloads that the rules read. Their types were checked against the description before. A null
 * that it allows means "not given".
 */
export interface MessageBody {
  content?: string | null;
  embeds?: readonly Embed[] | null;
  components?: readonly Component[] | null;
  attachments?: readonly Attachment[] | null;
  sticker_ids?: readonly string[] | null;
  poll?: object | null;
  flags?: number | null;
  allowed_mentions?: AllowedMentions | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
}

interface AllowedMentions {
  parse?: readonly (string | null)[] | null;
  users?: readonly (string | null)[] | null;
  roles?: readonly (string | null)[] | null;
}

interface Attachment {
  id: string | number;
  filename?: string | null;
}

export interface Embed {
  title?: string | null;
  description?: string | null;
  url?: string | null;
  fields?: readonly { name: string; value: string }[] | null;
  footer?: { text?: string | null; icon_url?: string | null } | null;
  author?: { name?: string | null; url?: string | null; icon_url?: string | null } | null;
  image?: { url?: string | null } | null;
  thumbnail?: { url?: string | null } | null;
}

/** Any component of a message or a modal. Its fields depend on its type. */
export interface Component {
  type: number;
  id?: number | null;
  custom_id?: string | null;
  components?: readonly Component[] | null;
  component?: Component | null;
  accessory?: Component | null;
  content?: string | null;
  style?: number | null;
  label?: string | null;
  url?: string | null;
  sku_id?: string | null;
  emoji?: { id?: string | null; name?: string | null } | null;
  options?: readonly Choice[] | null;
  default_values?: readonly { id: string; type: string }[] | null;
  min_values?: number | null;
  max_values?: number | null;
  file_types?: readonly string[] | null;
  min_length?: number | null;
  max_length?: number | null;
  value?: string | null;
  required?: boolean | null;
  disabled?: boolean | null;
  file?: { url: string } | null;
  media?: { url: string } | null;
  items?: readonly { media: { url: string } }[] | null;
}

interface Choice {
  label: string;
  value: string;
  default?: boolean | null;
  emoji?: { id?: string | null; name?: string | null } | null;
}

/**
 * Gives a value the type that Discord's description has confirmed. This is the only place where the rules trust a type.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- each rule names the part that it reads
export function asDescribed<Part>(value: unknown): Part {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema has been checked before any rule runs
  return value as Part;
}

/** The component types, by Discord's numbers. */
export const kind = {
  row: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  text: 10,
  thumbnail: 11,
  gallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

/** Message flags, by Discord's bits. */
export const flag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  suppressNotifications: 1 << 12,
  voiceMessage: 1 << 13,
  componentsV2: 1 << 15,
} as const;

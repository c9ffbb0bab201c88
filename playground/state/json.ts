import type {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionType,
  MessageType,
} from 'discord-api-types/v10';

/**
 * Discord's JSON as the playground stores and sends it. The types name only the fields that are used, but the objects
 * have every field that Discord's description requires. They are looser than discord-api-types, so that tests can walk
 * components without casts.
 */

export type Json = Record<string, unknown>;

/**
 * Every field that a payload of discord-api-types must have. REST's answers are also checked against the description;
 * the Gateway's events are not.
 */
export type Complete<Payload> = Json & {
  [Field in keyof Payload as undefined extends Payload[Field] ? never : Field]: unknown;
};

export interface UserJson {
  id: string;
  username: string;
  global_name: string | null;
  discriminator: string;
  avatar: null;
  bot?: boolean;
  public_flags: number;
  flags: number;
  primary_guild: null;
}

export interface MemberJson {
  user: UserJson;
  nick: string | null;
  avatar: null;
  banner: null;
  roles: string[];
  joined_at: string;
  premium_since: null;
  communication_disabled_until: null;
  deaf: boolean;
  mute: boolean;
  pending: boolean;
  flags: number;
  permissions?: string;
}

/** Where a member is in the voice channels of a server, as Discord keeps it. */
export interface VoiceState {
  readonly channelId: string;
  /** Discord's id of the connection, which is new whenever somebody joins. */
  readonly sessionId: string;
  readonly selfDeaf: boolean;
  readonly selfMute: boolean;
  readonly selfVideo: boolean;
  /** Deafened by a moderator. */
  readonly deaf: boolean;
  /** Whether they only listen to a stage. */
  readonly suppress: boolean;
}

export interface RoleJson {
  id: string;
  name: string;
  permissions: string;
  position: number;
  color: number;
  colors: { primary_color: number; secondary_color: null; tertiary_color: null };
  hoist: boolean;
  managed: boolean;
  mentionable: boolean;
  icon: null;
  unicode_emoji: null;
  flags: number;
  tags?: { bot_id: string };
}

export interface OverwriteJson {
  id: string;
  /** 0 for a role, 1 for a member. */
  type: 0 | 1;
  allow: string;
  deny: string;
}

export interface AttachmentJson {
  id: string;
  filename: string;
  title?: string;
  description?: string;
  size: number;
  url: string;
  proxy_url: string;
  content_type: string;
  width?: number;
  height?: number;
  ephemeral?: boolean;
}

interface EmojiJson {
  id?: string | null;
  name?: string;
  animated?: boolean;
}

interface OptionJson {
  label: string;
  value: string;
  description?: string;
  emoji?: EmojiJson;
  default?: boolean;
}

/** Any component of a message or modal, with the fields of all kinds. */
export interface Component {
  type: ComponentType;
  id?: number;
  custom_id?: string;
  components?: Component[];
  component?: Component;
  accessory?: Component;
  style?: ButtonStyle;
  label?: string;
  description?: string | null;
  emoji?: EmojiJson;
  url?: string;
  disabled?: boolean;
  placeholder?: string;
  options?: OptionJson[];
  min_values?: number;
  max_values?: number;
  file_types?: string[];
  min_length?: number;
  max_length?: number;
  required?: boolean;
  value?: string;
  default?: boolean;
  channel_types?: ChannelType[];
  default_values?: { id: string; type: string }[];
  content?: string;
  accent_color?: number | null;
  spoiler?: boolean;
  spacing?: number;
  divider?: boolean;
  media?: MediaJson;
  items?: { media: MediaJson; description?: string | null; spoiler?: boolean }[];
  file?: MediaJson;
  name?: string | null;
  size?: number | null;
}

export interface MediaJson {
  id?: string;
  url: string;
  proxy_url?: string;
  width?: number | null;
  height?: number | null;
  content_type?: string | null;
  attachment_id?: string;
}

export interface EmbedJson {
  type?: string;
  title?: string;
  description?: string;
  url?: string;
  color?: number;
  timestamp?: string;
  fields?: { name: string; value: string; inline?: boolean }[];
  author?: { name: string; url?: string; icon_url?: string };
  footer?: { text: string; icon_url?: string };
  image?: { url: string; proxy_url?: string };
  thumbnail?: { url: string; proxy_url?: string };
}

export interface InteractionMetadataJson {
  id: string;
  type: InteractionType;
  user: UserJson;
  authorizing_integration_owners: Record<string, string>;
  original_response_message_id?: string;
  interacted_message_id?: string;
  triggering_interaction_metadata?: InteractionMetadataJson;
  target_user?: UserJson;
  target_message_id?: string;
}

export interface MessageJson {
  id: string;
  channel_id: string;
  type: MessageType;
  author: UserJson;
  content: string;
  timestamp: string;
  edited_timestamp: string | null;
  tts: boolean;
  mention_everyone: boolean;
  mentions: UserJson[];
  mention_roles: string[];
  attachments: AttachmentJson[];
  embeds: EmbedJson[];
  components: Component[];
  pinned: boolean;
  flags: number;
  nonce?: string | number;
  application_id?: string;
  webhook_id?: string;
  interaction_metadata?: InteractionMetadataJson;
  message_reference?: { type: number; channel_id: string; message_id?: string; guild_id?: string };
  thread?: ChannelJson;
}

export interface ChannelJson {
  id: string;
  type: ChannelType;
  flags: number;
  guild_id?: string;
  name?: string;
  topic?: string | null;
  nsfw?: boolean;
  position?: number;
  parent_id?: string | null;
  last_message_id?: string | null;
  permission_overwrites?: OverwriteJson[];
  rate_limit_per_user?: number;
  recipients?: UserJson[];
  permissions?: string;
  owner_id?: string;
  thread_metadata?: ThreadMetadataJson;
  message_count?: number;
  member_count?: number;
  total_message_sent?: number;
  member?: ThreadMemberJson;
}

export interface ThreadMetadataJson {
  archived: boolean;
  archive_timestamp: string;
  auto_archive_duration: number;
  locked: boolean;
  invitable?: boolean;
  create_timestamp: string;
}

export interface ThreadMemberJson {
  id: string;
  user_id: string;
  join_timestamp: string;
  flags: number;
}

/** A modal as the bot sent it. */
export interface ModalJson {
  custom_id: string;
  title: string;
  components: Component[];
}

export interface ChoiceJson {
  name: string;
  value: string | number;
}

export interface CommandOptionJson {
  type: ApplicationCommandOptionType;
  name: string;
  description: string;
  required?: boolean;
  options?: CommandOptionJson[];
  choices?: ChoiceJson[];
  autocomplete?: boolean;
  channel_types?: ChannelType[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
}

export interface CommandJson {
  id: string;
  application_id: string;
  version: string;
  type: ApplicationCommandType;
  name: string;
  name_localizations: Record<string, string> | null;
  description: string;
  description_localizations: Record<string, string> | null;
  default_member_permissions: string | null;
  dm_permission: boolean;
  contexts: number[] | null;
  integration_types: number[];
  nsfw: boolean;
  options?: CommandOptionJson[];
  guild_id?: string;
}

/** How an event repeats. Discord knows no zone: it repeats in UTC. */
export interface RecurrenceJson {
  start: string;
  end: string | null;
  frequency: number;
  interval: number;
  by_weekday: number[] | null;
  by_n_weekday: { n: number; day: number }[] | null;
  by_month: number[] | null;
  by_month_day: number[] | null;
  by_year_day: number[] | null;
  count: number | null;
}

export interface ScheduledEventJson {
  id: string;
  guild_id: string;
  name: string;
  description: string | null;
  channel_id: string | null;
  creator_id: string;
  image: null;
  scheduled_start_time: string;
  scheduled_end_time: string | null;
  status: number;
  entity_type: number;
  entity_id: null;
  entity_metadata: { location: string } | null;
  recurrence_rule: RecurrenceJson | null;
  privacy_level: number;
  guild_scheduled_event_exceptions: never[];
}

/** A scheduled event, with the answers of people: 1 for who is interested, 0 for who declines this time. */
export interface ScheduledEvent {
  json: ScheduledEventJson;
  readonly answers: Map<string, 0 | 1>;
}

import type { Path } from './refusal.ts';
import { asDescribed, flag, type MessageBody } from './body.ts';

/** A file of a multipart request: the name of its part (`files[0]`), its own name, its size in bytes. */
export interface UploadedFile {
  field: string;
  name: string;
  size: number;
  contentType?: string | undefined;
}

/** What the server knows beside the request. Rules that need a missing value do not judge. */
export interface Context {
  /** The type of the answered interaction: 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  interactionType?: number | undefined;
  /** The message before the edit. */
  message?: StandingMessage | undefined;
  /** The type of the option in an autocomplete: 3 string, 4 integer, 10 number. */
  optionType?: number | undefined;
}

interface StandingMessage {
  flags?: number | undefined;
  content?: string | undefined;
  embeds?: readonly unknown[] | undefined;
  components?: readonly unknown[] | undefined;
  attachments?: readonly { id: string; filename: string }[] | undefined;
  sticker_items?: readonly unknown[] | undefined;
  poll?: unknown;
}

export interface Request {
  method: string;
  /** Without `/api/v10` and without the query. */
  path: string;
  query?: Readonly<Record<string, string>> | undefined;
  /** The parsed JSON; in a multipart request, that of `payload_json`. */
  body?: unknown;
  files?: readonly UploadedFile[] | undefined;
  context?: Context | undefined;
}

/** A message in a request, at any path of its body. */
export interface MessageWrite {
  body: MessageBody;
  /** The path of the message in the request's body. */
  path: Path;
  files: readonly UploadedFile[];
  edits: boolean;
  /** For an edit, the message before it; undefined if the server does not know it. */
  before: StandingMessage | undefined;
  /** The flags that this kind of request may set. */
  settable: number;
}

const POSTED = flag.suppressEmbeds | flag.suppressNotifications | flag.voiceMessage | flag.componentsV2;
const ANSWERED = POSTED | flag.ephemeral;
const EDITED = flag.suppressEmbeds | flag.componentsV2;

/** The message in a request, or null if there is none. The body must already match the description. */
export function messageIn(request: Request, template: string): MessageWrite | null {
  const body = asDescribed<MessageBody & { type?: number; data?: MessageBody; message?: MessageBody }>(
    request.body ?? {},
  );
  const write = (
    edits: boolean,
    settable: number,
    message: MessageBody = body,
    path: Path = [],
  ): MessageWrite => ({
    body: message,
    path,
    files: request.files ?? [],
    edits,
    before: edits ? request.context?.message : undefined,
    settable,
  });
  switch (`${request.method.toUpperCase()} ${template}`) {
    case 'POST /channels/{channel_id}/messages':
      return write(false, POSTED);
    case 'POST /webhooks/{webhook_id}/{webhook_token}':
      return write(false, ANSWERED);
    case 'POST /channels/{channel_id}/threads':
      return body.message === undefined ? null : write(false, POSTED, body.message, ['message']);
    case 'PATCH /channels/{channel_id}/messages/{message_id}':
    case 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}':
    case 'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original':
      return write(true, EDITED);
    case 'POST /interactions/{interaction_id}/{interaction_token}/callback':
      if (body.type === 4) return write(false, ANSWERED, body.data ?? {}, ['data']);
      return body.type === 7 ? write(true, EDITED, body.data ?? {}, ['data']) : null;
    default:
      return null;
  }
}

/** Whether the message is of Components V2 after this request; null if the server does not know the message before. */
export function isComponentsV2({ body, edits, before }: MessageWrite): boolean | null {
  if (((body.flags ?? 0) & flag.componentsV2) !== 0) return true;
  if (!edits) return false;
  return before === undefined ? null : ((before.flags ?? 0) & flag.componentsV2) !== 0;
}

import { flag } from './body.ts';
import { limits } from './limits.ts';
import type { Fault, Refusal } from './refusal.ts';
import { isComponentsV2, type MessageWrite } from './request.ts';

interface Part {
  readonly length: number;
}

/** Checks a message's own fields: length, flags, and fields that Components V2 excludes. */
export function* messageFaults(write: MessageWrite): Iterable<Fault> {
  const { body, path } = write;
  const { content: most, nonce } = limits.message;
  if ((body.content?.length ?? 0) > most) {
    yield {
      path: [...path, 'content'],
      code: 'BASE_TYPE_MAX_LENGTH',
      message: `Must be ${most} or fewer in length.`,
      rule: `The content of a message has at most ${most} characters`,
    };
  }
  if (String(body.nonce ?? '').length > nonce) {
    yield {
      path: [...path, 'nonce'],
      code: 'NONCE_TYPE_TOO_LONG',
      message: `Nonce must be ${nonce} or fewer in length.`,
      rule: `A nonce has at most ${nonce} characters`,
    };
  }
  yield* flagFaults(write);
  if (isComponentsV2(write) === true) yield* legacyFaults(write);
}

function* flagFaults({ body, path, edits, before, settable }: MessageWrite): Iterable<Fault> {
  if (body.flags === undefined || body.flags === null) return;
  const place = [...path, 'flags'];
  const stood = before?.flags ?? 0;
  if ((stood & flag.componentsV2) !== 0 && (body.flags & flag.componentsV2) === 0) {
    yield {
      path: place,
      code: 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      message: 'The IS_COMPONENTS_V2 flag cannot be removed',
      rule: 'A Components V2 message stays one: an edit may not take its flag away',
    };
  }
  // A request may repeat flags that the message has. If the message is unknown, that could be any flag.
  const others = body.flags & ~(settable | stood);
  if (others !== 0 && !(edits && before === undefined)) {
    yield {
      path: place,
      code: 'MESSAGE_FLAGS_INVALID',
      message: `Flags ${others} cannot be set here`,
      rule: `The message flags ${others} cannot be set by this request`,
    };
  }
}

/** Checks the fields that Components V2 excludes. Earlier content counts, so an edit to Components V2 must clear it. */
function* legacyFaults({ body, path, before }: MessageWrite): Iterable<Fault> {
  const used = {
    content: lengthAfter(body.content, before?.content) > 0,
    embeds: lengthAfter(body.embeds, before?.embeds) > 0,
    sticker_ids: lengthAfter(body.sticker_ids, before?.sticker_items) > 0,
    poll: (body.poll ?? before?.poll ?? null) !== null,
  };
  for (const [field, isUsed] of Object.entries(used)) {
    if (!isUsed) continue;
    yield {
      path: [...path, field],
      code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      rule: `A Components V2 message has no ${field}`,
    };
  }
}

/** The length of a part after the request: a part that is not given stays, and null clears it. */
function lengthAfter(given: Part | null | undefined, stood: Part | undefined): number {
  return (given === undefined ? stood : given)?.length ?? 0;
}

/** Refuses a message without any content, with code 50006. */
export function emptyMessage({ body, files, edits, before }: MessageWrite): Refusal | null {
  if (edits && before === undefined) return null;
  const content = body.content === undefined ? before?.content : body.content;
  const isFull =
    (content ?? '').trim() !== '' ||
    lengthAfter(body.embeds, before?.embeds) > 0 ||
    lengthAfter(body.components, before?.components) > 0 ||
    lengthAfter(body.sticker_ids, before?.sticker_items) > 0 ||
    lengthAfter(edits ? body.attachments : undefined, before?.attachments) > 0 ||
    files.length > 0 ||
    (body.poll ?? before?.poll ?? null) !== null;
  if (isFull) return null;
  return {
    status: 400,
    code: 50006,
    message: 'Cannot send an empty message',
    rule: 'A message has content, an embed, a component, a file, a sticker or a poll',
  };
}

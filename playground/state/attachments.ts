import { storeFile, type Upload } from './files.ts';
import type { AttachmentJson } from './json.ts';
import type { StoredMessage, World } from './world.ts';

/** An attachment in a request: an existing one by its id, or an upload by the number of its field. */
export interface ListedAttachment {
  id: string | number;
  filename?: string;
  description?: string | null;
  title?: string | null;
}

/** The attachments after a request: the existing ones that it lists (all if it has no list), then the new ones. */
export function attachmentsAfter(
  world: World,
  message: StoredMessage,
  list: readonly ListedAttachment[] | null | undefined,
  uploads: readonly Upload[],
): AttachmentJson[] {
  const listed = list ?? [];
  const kept =
    list === undefined
      ? message.json.attachments
      : message.json.attachments.filter((a) => listed.some((entry) => String(entry.id) === a.id));
  const added = uploads.map((upload) => {
    const index = /^files\[(\d+)\]$/.exec(upload.field)?.[1];
    const entry = listed.find((each) => String(each.id) === index);
    return storeFile(
      world,
      { name: entry?.filename ?? upload.name, content: upload.content, type: upload.contentType },
      {
        folder: `${message.seenBy === null ? '' : 'ephemeral-'}attachments/${message.channel.id}`,
        ...(message.seenBy === null ? {} : { ephemeral: true }),
        ...(typeof entry?.description === 'string' ? { description: entry.description } : {}),
        ...(typeof entry?.title === 'string' ? { title: entry.title } : {}),
      },
    );
  });
  return [...kept, ...added];
}

import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type Answer, ask, show } from '../../discord/answer.ts';
import type { Call, FormCall } from '../../discord/command.ts';
import { download, DownloadError } from '../../discord/download.ts';
import { Refusal } from '../../discord/refusal.ts';
import { importPersonalData } from '../../store/members/import-data.ts';
import { QuotaError } from '../../store/proofs/quota.ts';
import { readExport } from '../../study/exported-data.ts';
import { dataView } from '../../view/settings/settings.ts';
import { outdatedView } from '../../view/failure.ts';
import { alone } from '../roadmaps/importing/start.ts';
import {
  OWN_DATA_FILE,
  ownDataForm,
  type OwnDataProblem,
  ownDataRefusedView,
  ownDataTakenView,
} from '../../view/settings/own-data.ts';

/** The largest data export, unpacked as well, in bytes. */
const LARGEST = 20 * 1024 * 1024;

/** What a member can do with their data. */
export function showOwnData({ words }: Call): Promise<Answer> {
  return Promise.resolve(show(dataView(words)));
}

/** Asks for the file that `exportAll` gave. */
export function askForOwnData(call: Call): Promise<Answer> {
  return Promise.resolve(ask(ownDataForm(call.words)));
}

/** Imports a member's data export. Data that is already stored is not overwritten. */
export async function takeOwnData(call: FormCall): Promise<Answer> {
  const { app, fields, words } = call;
  const file = fields.fields.has(OWN_DATA_FILE) ? fields.getUploadedFiles(OWN_DATA_FILE)?.first() : undefined;
  if (file === undefined) throw new Refusal(outdatedView);
  try {
    const { cdn = '' } = app.client.options.rest ?? {};
    return await alone(call, async () => {
      const bytes = await unpacked(await download(file, { limit: LARGEST, cdn }));
      const data = readExport(new TextDecoder().decode(bytes));
      if ('code' in data) throw refused(data);
      return show(ownDataTakenView(words, await importPersonalData(app.db, call.actor, data)));
    });
  } catch (error) {
    if (error instanceof DownloadError) throw refused({ code: error.fault });
    if (error instanceof QuotaError) throw refused({ code: 'quota' });
    throw error;
  }
}

/** A large export is compressed. A small file that would become huge is refused before it does. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== GZIP[0] || bytes[1] !== GZIP[1]) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: LARGEST });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    throw refused({ code: isTooLarge ? 'too-large' : 'not-json' });
  }
}

/** The first bytes of a compressed file (RFC 1952, 2.3.1). */
const GZIP = [0x1f, 0x8b];

function refused(problem: OwnDataProblem): Refusal {
  return new Refusal((words) => ownDataRefusedView(words, problem));
}

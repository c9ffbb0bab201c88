import type { ProofFile } from '../../store/proofs/files.ts';
import { FILE_LIMITS, fileFault, kindByName, sendableName } from '../../files/proof-file.ts';
import type { Words } from '../../words/index.ts';
import type { Call } from '../../discord/command.ts';
import { download, DownloadError, type RemoteFile } from '../../discord/download.ts';

/** A file that can be stored, or the reason why not. */
export type Upload =
  | { readonly file: ProofFile; readonly problem: null }
  | { readonly file: null; readonly problem: (words: Words) => string };

const refused = (problem: (words: Words) => string): Upload => ({ file: null, problem });

/** Fetches a file that a member uploaded, and checks that its content matches its name. */
export async function takeUpload({ app }: Pick<Call, 'app'>, remote: RemoteFile): Promise<Upload> {
  const kind = kindByName(remote.name);
  if (kind === null) return refused((words) => words.proof.problem.kind);
  try {
    const { cdn = '' } = app.client.options.rest ?? {};
    const bytes = await download(remote, { limit: FILE_LIMITS[kind], cdn });
    const fault = fileFault(kind, bytes);
    if (fault !== null) return refused((words) => words.proof.problem[fault]);
    const name = sendableName(remote.name, kind);
    return { file: { name, kind, size: bytes.byteLength, bytes }, problem: null };
  } catch (error) {
    if (!(error instanceof DownloadError)) throw error;
    const { fault } = error;
    return refused(({ proof: { problem } }) => {
      if (fault === 'too-large') return problem['too-large'][kind];
      return fault === 'too-slow' ? problem['too-slow'] : problem['not-there'];
    });
  }
}

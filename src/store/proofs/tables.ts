import type { Generated } from 'kysely';
import type { Method } from '../../roadmap/roadmap.ts';
import type { FileKind } from '../../files/proof-file.ts';

/** The tables of proofs. The conventions are in `schema.ts`. */
export interface ProofTables {
  proof: ProofRow;
  proof_part: ProofPartRow;
  /** The other topics for which a proof counts too, after a merge or because they share a skill. */
  counted_proof: { proof_id: string; topic_id: string };
  proof_share: ProofShareRow;
  proof_words: ProofWordsRow;
  proof_file: ProofFileRow;
  draft: DraftRow;
}

/** A member's proof of a topic by one method. There is at most one for each topic and method. */
export interface ProofRow {
  id: string;
  user_id: string;
  topic_id: string;
  method: Method;
  /** The address of a repository, or of another place that has the work. */
  url: string | null;
  /** For a project: a language of the tool set. */
  language: string | null;
  /**
   * When it became proven: at once for a cheat code or a project, when others agreed for an explanation or a thesis.
   */
  proven_at: number | null;
  /** 1 if it was proven in an imported file. It counts, but is not celebrated. */
  proven_elsewhere: Generated<number>;
  created_at: number;
  updated_at: number;
}

/** Long work is stored in parts, each as long as one field of a form. */
export interface ProofPartRow {
  proof_id: string;
  /** Counted from 0. */
  position: number;
  text: string;
}

/** A guild that a proof was shared with, and the message that shows it there, if there is one. */
export interface ProofShareRow {
  proof_id: string;
  guild_id: string;
  channel_id: string | null;
  message_id: string | null;
  /** The thread in which it is discussed. */
  thread_id: string | null;
  shared_at: number;
  /** Whether the author is told of answers, when they were last told, and when they are to be told of later ones. */
  tells: number;
  told_at: Generated<number | null>;
  tell_at: Generated<number | null>;
  /** When it was hidden, because its post was deleted or organisers took it down; null if it is shown. */
  withdrawn_at: Generated<number | null>;
}

/** The words of a proof, folded for the search. */
export interface ProofWordsRow {
  number: Generated<number>;
  proof_id: string;
  title: string;
  body: string;
  /** The proof's `updated_at` when its words were read. */
  written_at: number;
}

/** The file of a proof. */
export interface ProofFileRow {
  proof_id: string;
  name: string;
  kind: FileKind;
  size: number;
  bytes: Uint8Array;
}

/** A form that was refused, so that its texts can be shown again. */
export interface DraftRow {
  user_id: string;
  /** The kind of form, and what it is about. */
  key: string;
  /** The form's values, as JSON. */
  fields: string;
  at: number;
}

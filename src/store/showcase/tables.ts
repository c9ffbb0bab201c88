import type { PictureType } from '../../files/picture.ts';

/** The tables of the showcase. The conventions are in `schema.ts`. */
export interface ShowcaseTables {
  build: BuildRow;
  build_member: BuildMemberRow;
  submission: SubmissionRow;
  submission_picture: SubmissionPictureRow;
  applause: { build_id: string; user_id: string; at: number };
}

/** An app of the showcase that members of a guild build. */
export interface BuildRow {
  id: string;
  guild_id: string;
  topic_id: string;
  created_at: number;
}

export interface BuildMemberRow {
  build_id: string;
  user_id: string;
  invited_at: number;
  /** When they joined the team; null while they are only invited. */
  joined_at: number | null;
  /** The proof that the submission made for them; null if they have a project of their own. */
  proof_id: string | null;
}

/** A team's app as the gallery shows it. */
interface SubmissionRow {
  build_id: string;
  repository: string;
  live_url: string | null;
  /** What they would do differently, as Markdown. */
  differently: string;
  submitted_at: number;
  updated_at: number;
}

/** The bytes are stored, because Discord's addresses of files expire. */
interface SubmissionPictureRow {
  build_id: string;
  type: PictureType;
  alt: string;
  at: number;
  bytes: Uint8Array;
}

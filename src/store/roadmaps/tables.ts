import type { Generated } from 'kysely';

/** The tables of roadmaps, their topics and versions. The conventions are in `schema.ts`. */
export interface RoadmapTables {
  roadmap: RoadmapRow;
  topic: TopicRow;
  guild_roadmap: GuildRoadmapRow;
  member_roadmap: MemberRoadmapRow;
  guild_follow: { guild_id: string; roadmap_id: string; since: number };
  member_follow: { user_id: string; roadmap_id: string; since: number };
  roadmap_topic: RoadmapTopicRow;
  roadmap_version: RoadmapVersionRow;
  roadmap_import: RoadmapImportRow;
  roadmap_link: RoadmapLinkRow;
  proposal: ProposalRow;
}

/** The Markdown is the roadmap. Its topics are also rows, so that progress can refer to them. */
export interface RoadmapRow {
  id: string;
  title: string;
  source: string;
  /** The number of the version in use. It grows with every change, so that parsed sources can be kept until then. */
  revision: number;
  updated_at: number;
  /** How the source is read where it does not say so itself, as JSON. Null: in the usual way. */
  read_as: Generated<string | null>;
  /** The bundled roadmap that this is a copy of, and the version of it that was last taken over. */
  base_id: string | null;
  base_revision: number | null;
}

/** A roadmap that a guild owns: an imported one, or its copy of a bundled one. */
export interface GuildRoadmapRow {
  guild_id: string;
  roadmap_id: string;
  created_at: number;
}

/** A roadmap that a member owns. */
export interface MemberRoadmapRow {
  user_id: string;
  roadmap_id: string;
  created_at: number;
}

/** A topic. It keeps its id for good, and progress, proofs and reviews refer to it. */
export interface TopicRow {
  id: string;
  /** The roadmap in which it first appeared, and its key there. */
  roadmap_id: string;
  key: string;
  /** Its title in that roadmap, or its last one. */
  title: string;
  /** The skill of the topic by the roadmap's file: the id of a topic. Null if it is the topic's own id. */
  skill_id: Generated<string | null>;
}

/** A topic's place in a roadmap, or its last one. */
export interface RoadmapTopicRow {
  topic_id: string;
  roadmap_id: string;
  key: string;
  title: string;
  position: number;
  /** The title of the topic or section that holds it; null if that was not stored. */
  holder: string | null;
  /** The addresses of its links, as JSON; null if they were not stored. */
  links: string | null;
  /** When it left the roadmap, and with which version. Its progress and activity stay. */
  archived_at: number | null;
  archived_in: number | null;
}

export interface RoadmapVersionRow {
  roadmap_id: string;
  number: number;
  source: string;
  read_as: string | null;
  /** Keys and ids of its topics in file order, as JSON. */
  topics: string;
  /** The progress that it carries to other topics, as JSON. */
  carries: string;
  /** The numbers of the versions whose carries are in force in it, as JSON. */
  in_force: string;
  /** The open questions of the match that led to it, as JSON. */
  questions: string;
  /** The number of the version that it brings back. */
  restores: number | null;
  /** Null if the program made it, or somebody who has deleted their data. */
  made_by: string | null;
  at: number;
}

/** An import that was not applied yet. */
export interface RoadmapImportRow {
  id: string;
  user_id: string;
  /** The guild that it is for; null if it is for the member. */
  guild_id: string | null;
  /** The roadmap of which it becomes a new version; null for a new roadmap. */
  target: string | null;
  /** If it updates a copy of a bundled roadmap: the version of the bundled one that it is. */
  base_revision: number | null;
  source: string;
  /** How the source is read, as JSON. */
  read_as: string;
  /** The link that it was read from; null for a file or a typed text. */
  link: string | null;
  /** What the member said about topics of the version before, as JSON. */
  answers: string;
  /** Keys and ids of its topics, as JSON, if it was merged from two versions; null otherwise. */
  known: string | null;
  /** Counts the changes, so that nobody applies an import that is not the one they see. */
  step: number;
  at: number;
}

/** The link that a roadmap was read from. */
export interface RoadmapLinkRow {
  roadmap_id: string;
  link: string;
  /** Whether it is read again once a day: 0 or 1. */
  watched: number;
  /** When the last reading began. */
  read_at: number;
  /** The hash of the text that was last applied or ignored. */
  seen: string;
  /** Its present text if that is another one, and the base for links in it. */
  found: string | null;
  base: string | null;
  /** Since when it cannot be read; null if it can. */
  failing_since: number | null;
}

export type ProposalKind = 'topic' | 'link' | 'note';

/** A member's proposal about a topic of their group's roadmap. */
export interface ProposalRow {
  id: string;
  guild_id: string;
  user_id: string;
  topic_id: string;
  kind: ProposalKind;
  text: string;
  at: number;
  /** 1 if it was accepted, 0 if it was declined, null while it is open. */
  accepted: Generated<number | null>;
  decided_at: Generated<number | null>;
  /** When its author was told. */
  told_at: Generated<number | null>;
}

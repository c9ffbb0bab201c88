import type { Outline } from '../../roadmap/outline.ts';
import { exportInSteps, type Stored } from '../../roadmap/export.ts';
import type { PersonalData } from '../../store/members/personal-data.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { standings } from '../../study/topics/status.ts';
import { jsonInSteps } from '../../text/json-in-steps.ts';
import type { MessageFile } from '../components.ts';
import { exportedCompany } from '../company/export.ts';
import { exportedModeration } from '../moderation/export.ts';
import { exportedActivity, exportedTopics } from '../progress/export.ts';
import { exportedProofs } from '../proofs/export.ts';
import { exportedReviews } from '../review/export.ts';
import { exportedSessions } from '../sessions/export.ts';
import { exportedShowcase } from '../showcase/export.ts';
import { exportedSuggestions } from '../suggestions/export.ts';
import { exportedFeedback } from '../teach-back/export.ts';

/** A roadmap on which a member has progress, with its Markdown. */
export interface OwnRoadmap extends Stored {
  readonly outline: Outline;
  readonly progress: Progress;
}

/** The room for uploaded files, in bytes. A message takes 25 MiB, and the texts may take 10 of them. */
const FILES_LIMIT = 14 * 1024 * 1024;

/**
 * Everything that is stored about a member as JSON, readable for people and programs: times are ISO 8601 in UTC. It yields
 * every few milliseconds. `at`: epoch ms.
 */
export function* dataInSteps(data: PersonalData, at: number): Generator<void, string> {
  const exported = {
    exported: time(at),
    userId: data.userId,
    settings: data.settings,
    pingsOff: data.pingsOff,
    lastChoice: data.lastChoice === null ? null : { ...data.lastChoice, at: time(data.lastChoice.at) },
    servers: data.memberships.map(({ joinedAt, onBoard, buddyOpenly, helps, lendsWork, ...membership }) => ({
      ...membership,
      joined: time(joinedAt),
      isOnBoard: onBoard === 1,
      isBuddyOpenly: buddyOpenly === 1,
      helps: helps === 1,
      lendsWork: lendsWork === 1,
    })),
    posts: data.posts,
    pictures: data.pictures.map(({ at: when, ...picture }) => ({ ...picture, posted: time(when) })),
    ...exportedTopics(data.progress, time),
    roadmaps: {
      own: data.roadmaps.own.map(({ createdAt, ...own }) => ({ ...own, created: time(createdAt) })),
      followed: data.roadmaps.followed.map(({ roadmap, since }) => ({ roadmap, since: time(since) })),
      versions: data.roadmaps.versions.map(({ at: when, ...version }) => ({ ...version, at: time(when) })),
    },
    remindMe: data.memos.map(({ what, said, rule, ...memo }) => ({
      what,
      when: said,
      repeats: rule,
      isKept: memo.kept === 1,
      asked: time(memo.asked_at),
      next: time(memo.next_at),
      channelId: memo.channel_id,
      ended: memo.ended,
    })),
    ...exportedSessions(data, time),
    roles: data.roles.map((role) => ({
      guildId: role.guild_id,
      roleId: role.role_id,
      reached: time(role.reached_at),
      given: time(role.given_at),
      serverJoined: time(role.joined_at),
      told: time(role.told_at),
      isTellingGroup: role.telling === 1,
    })),
    ...exportedCompany(data.company, time),
    imports: data.imports.map(({ at: when, ...file }) => ({ ...file, at: time(when) })),
    ...exportedActivity(data.activity, time),
    ...exportedSuggestions(data.picks, time),
    skills: data.skills.map(({ askedAt, ...said }) => ({ ...said, asked: time(askedAt) })),
    ...exportedProofs(data.work, time),
    ...exportedFeedback(data.feedback, time),
    ...exportedShowcase(data.showcase, time),
    ...exportedModeration(data.moderation, time),
    proposals: data.proposals.map(({ at: when, decidedAt, toldAt, ...proposal }) => ({
      ...proposal,
      at: time(when),
      decided: time(decidedAt),
      told: time(toldAt),
    })),
    ...exportedReviews(data.reviews, time),
  };
  return `${yield* jsonInSteps(exported)}\n`;
}

/** As many of these files as a message takes beside the texts. A file that is too large is left out. */
export function asManyAsFit(files: readonly MessageFile[], most: number): readonly MessageFile[] {
  let left = FILES_LIMIT;
  return files
    .filter(({ content }) => {
      const fits = content.length <= left;
      if (fits) left -= content.length;
      return fits;
    })
    .slice(0, most);
}

/**
 * A roadmap's own file with the member's ticks instead of its own. It can be imported again. Making it yields every few
 * milliseconds.
 */
export function* roadmapFile({
  outline,
  source,
  readAs,
  progress,
}: OwnRoadmap): Generator<void, MessageFile> {
  const all = standings(outline, progress);
  const done = outline.nodes.filter((node) => all.get(node.id)?.state === 'done');
  return {
    name: `${outline.id.replaceAll(/[^\w-]/g, '_')}.md`,
    content: yield* exportInSteps({ source, readAs }, new Set(done.map((node) => node.topic.key))),
  };
}

function time(at: number): string;
function time(at: number | null): string | null;
function time(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

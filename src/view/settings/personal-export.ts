import type { Outline } from '../../roadmap/outline.ts';
import { exportInSteps, type Stored } from '../../roadmap/export.ts';
import type { PersonalData } from '../../store/members/personal-data.ts';
import type { ShowcaseData } from '../../store/showcase/personal-data.ts';
import type { Picture } from '../../store/showcase/submissions.ts';
import type { PictureType } from '../../files/picture.ts';
import type { Progress } from '../../study/progress/progress.ts';
import { standings } from '../../study/topics/status.ts';
import { jsonInSteps } from '../../text/json-in-steps.ts';
import type { MessageFile } from '../components.ts';
import { exportedProofs } from '../proofs/export.ts';
import { exportedReviews } from '../review/export.ts';
import { PICTURE_EXTENSIONS } from '../showcase/gallery.ts';

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
    topics: data.progress.map(({ roadmap, key, title, state, since, snoozed_until, ...carried }) => ({
      roadmap,
      key,
      title,
      state,
      since: time(since),
      sinceDate: carried.since_date,
      notSuggestedBefore: time(snoozed_until),
      carriedIn: carried.carried_in,
      carriedOver: carried.carried_over === null ? null : (JSON.parse(carried.carried_over) as unknown),
    })),
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
    sessions: data.sessions.map(({ id, kind, roadmap, key, title, undoes, ...session }) => ({
      id,
      kind,
      roadmap,
      key,
      title,
      guildId: session.guild_id,
      together: session.group_id,
      started: time(session.started_at),
      planned: time(session.ends_at),
      ended: time(session.ended_at),
      date: session.study_date,
      added: time(session.logged_at),
      undoes,
    })),
    pauses: data.pauses.map(({ id, from_date: from, to_date: to, planned_at }) => ({
      id,
      from,
      to,
      planned: time(planned_at),
    })),
    goal:
      data.goal === null
        ? null
        : {
            kind: data.goal.kind,
            target: data.goal.target,
            set: time(data.goal.set_at),
            celebrated: data.goal.celebrated,
          },
    studyRooms: data.stays.map((stay) => ({
      guildId: stay.guild_id,
      channelId: stay.channel_id,
      voiceConnection: stay.voice_id,
      since: time(stay.since),
      seen: time(stay.seen_at),
      lastSign: time(stay.sign_at),
      deafenedSince: time(stay.deaf_since),
      countsSince: time(stay.counts_since),
    })),
    roles: data.roles.map((role) => ({
      guildId: role.guild_id,
      roleId: role.role_id,
      reached: time(role.reached_at),
      given: time(role.given_at),
      serverJoined: time(role.joined_at),
      told: time(role.told_at),
      isTellingGroup: role.telling === 1,
    })),
    buddies: {
      notWith: data.company.notWith,
      weeks: data.company.weeks.map(({ provenToldAt, ...week }) => ({
        ...week,
        provenTold: time(provenToldAt),
      })),
    },
    plans: data.company.plans.map(({ askedAt, nextAt, ...planned }) => ({
      ...planned,
      asked: time(askedAt),
      next: time(nextAt),
    })),
    planVisits: data.company.visits.map(({ at: when, ...visit }) => ({ ...visit, at: time(when) })),
    help: {
      asked: data.company.asked.map(({ askedAt, closedAt, ...ask }) => ({
        ...ask,
        asked: time(askedAt),
        closed: time(closedAt),
      })),
      turns: data.company.turns.map(({ turnAt, sentAt, saidAt, toldAt, ...turn }) => ({
        ...turn,
        turn: time(turnAt),
        sent: time(sentAt),
        saidAt: time(saidAt),
        told: time(toldAt),
      })),
    },
    imports: data.imports.map(({ at: when, ...file }) => ({ ...file, at: time(when) })),
    activity: data.activity.values().map(({ id, batch, roadmap, key, title, action, at: when, ...row }) => ({
      id,
      batch,
      at: time(when),
      action,
      roadmap,
      key,
      title,
      guildId: row.guild_id,
      before: row.before === null ? null : (JSON.parse(row.before) as unknown),
      undoes: row.undoes,
      skill: row.skill_id,
    })),
    suggestions: data.picks.map(({ local_date, roadmap, key, title, position, reason, ...row }) => ({
      date: local_date,
      position,
      roadmap,
      key,
      title,
      reason: JSON.parse(reason) as unknown,
      suggested: time(row.at),
      swapped: time(row.swapped_at),
    })),
    skills: data.skills.map(({ askedAt, ...said }) => ({ ...said, asked: time(askedAt) })),
    ...exportedProofs(data.work, time),
    clearToYou: data.feedback.clear.map(({ at: when, ...said }) => ({ ...said, at: time(when) })),
    questions: data.feedback.questions.map(({ askedAt, answeredAt, ...said }) => ({
      ...said,
      asked: time(askedAt),
      answered: time(answeredAt),
    })),
    readings: data.feedback.readings.map(({ offeredAt, saidAt, remindAt, remindedAt, ...said }) => ({
      ...said,
      offered: time(offeredAt),
      said: time(saidAt),
      toBeReminded: time(remindAt),
      reminded: time(remindedAt),
    })),
    apps: data.showcase.apps.map(({ invitedAt, joinedAt, shown, ...app }) => ({
      ...app,
      invited: time(invitedAt),
      joined: time(joinedAt),
      shown: shown === null ? null : shownApp(app.buildId, shown),
    })),
    applause: data.showcase.applause.map(({ at: when, ...app }) => ({ ...app, at: time(when) })),
    reports: data.moderation.reports.map(({ at: when, dismissedAt, ...reported }) => ({
      ...reported,
      at: time(when),
      dismissed: time(dismissedAt),
    })),
    takenDown: data.moderation.takedowns.map(({ at: when, toldAt, ...taken }) => ({
      ...taken,
      at: time(when),
      told: time(toldAt),
    })),
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

/** The pictures of apps, each with its own name. */
export function pictureFiles(
  pictures: readonly (Picture & { readonly buildId: string })[],
): readonly MessageFile[] {
  return pictures.map(({ buildId, type, bytes }) => ({
    name: appPictureName(buildId, type),
    content: bytes,
  }));
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

function shownApp(
  buildId: string,
  { submittedAt, updatedAt, picture, ...shown }: NonNullable<ShowcaseData['apps'][number]['shown']>,
) {
  return {
    ...shown,
    submitted: time(submittedAt),
    updated: time(updatedAt),
    picture: picture === null ? null : { file: appPictureName(buildId, picture.type), alt: picture.alt },
  };
}

function appPictureName(buildId: string, type: PictureType): string {
  return `app-${buildId}.${PICTURE_EXTENSIONS[type]}`;
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

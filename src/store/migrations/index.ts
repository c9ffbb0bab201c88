import type { Kysely } from 'kysely';
import { up as first } from './001-first.ts';
import { up as proofs } from './002-proofs.ts';
import { up as teachBack } from './003-teach-back.ts';
import { up as showcase } from './004-showcase.ts';
import { up as review } from './005-review.ts';
import { up as search } from './006-search.ts';
import { up as proofFiles } from './007-proof-files.ts';
import { up as studyDates } from './008-study-dates.ts';
import { up as pictures } from './009-pictures.ts';
import { up as onePing } from './010-one-ping.ts';
import { up as reviewDays } from './011-review-days.ts';
import { up as roadmapVersions } from './012-roadmap-versions.ts';
import { up as away } from './013-away.ts';
import { up as roadmapImports } from './014-roadmap-imports.ts';
import { up as refusedReminders } from './014-refused-reminders.ts';
import { up as telling } from './015-telling.ts';
import { up as dailyReminders } from './016-daily-reminders.ts';
import { up as moderation } from './017-moderation.ts';
import { up as followedRoadmaps } from './018-followed-roadmaps.ts';
import { up as roadmapLinks } from './019-roadmap-links.ts';
import { up as proposals } from './020-proposals.ts';
import { up as mergedTopics } from './021-merged-topics.ts';
import { up as provenElsewhere } from './022-proven-elsewhere.ts';
import { up as choosing } from './023-choosing.ts';
import { up as memos } from './024-memos.ts';
import { up as skills } from './025-skills.ts';
import { up as sessions } from './026-sessions.ts';
import { up as failuresTold } from './027-failures-told.ts';
import { up as sessionEnds } from './028-session-ends.ts';
import { up as mergedImports } from './029-merged-imports.ts';
import { up as board } from './030-board.ts';
import { up as memoGuilds } from './031-memo-guilds.ts';
import { up as identifying } from './032-identifying.ts';
import { up as goals } from './033-goals.ts';
import { up as milestoneRoles } from './034-milestone-roles.ts';
import { up as buddies } from './035-buddies.ts';
import { up as pings } from './036-pings.ts';
import { up as help } from './037-help.ts';
import { up as streakPauses } from './038-streak-pauses.ts';
import { up as studyRooms } from './039-study-rooms.ts';
import { up as plans } from './040-plans.ts';
import { up as targetDate } from './041-target-date.ts';
import { up as lending } from './042-lending.ts';
import { up as quests } from './043-quests.ts';
import { up as ticks } from './044-ticks.ts';
import { up as searching } from './045-searching.ts';
import { up as planMaker } from './046-plan-maker.ts';
import { up as pairing } from './047-pairing.ts';
import { up as topicActivities } from './048-topic-activities.ts';
import { up as deliveryNames } from './049-delivery-names.ts';

export interface Migration {
  up(db: Kysely<never>): Promise<void>;
}

/** Every migration in order. Shipped ones are frozen: a change is a new file and a new line here. */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-first': { up: first },
  '002-proofs': { up: proofs },
  '003-teach-back': { up: teachBack },
  '004-showcase': { up: showcase },
  '005-review': { up: review },
  '006-search': { up: search },
  '007-proof-files': { up: proofFiles },
  '008-study-dates': { up: studyDates },
  '009-pictures': { up: pictures },
  '010-one-ping': { up: onePing },
  '011-review-days': { up: reviewDays },
  '012-roadmap-versions': { up: roadmapVersions },
  '013-away': { up: away },
  '014-roadmap-imports': { up: roadmapImports },
  '014-refused-reminders': { up: refusedReminders },
  '015-telling': { up: telling },
  '016-daily-reminders': { up: dailyReminders },
  '017-moderation': { up: moderation },
  '018-followed-roadmaps': { up: followedRoadmaps },
  '019-roadmap-links': { up: roadmapLinks },
  '020-proposals': { up: proposals },
  '021-merged-topics': { up: mergedTopics },
  '022-proven-elsewhere': { up: provenElsewhere },
  '023-choosing': { up: choosing },
  '024-memos': { up: memos },
  '025-skills': { up: skills },
  '026-sessions': { up: sessions },
  '027-failures-told': { up: failuresTold },
  '028-session-ends': { up: sessionEnds },
  '029-merged-imports': { up: mergedImports },
  '030-board': { up: board },
  '031-memo-guilds': { up: memoGuilds },
  '032-identifying': { up: identifying },
  '033-goals': { up: goals },
  '034-milestone-roles': { up: milestoneRoles },
  '035-buddies': { up: buddies },
  '036-pings': { up: pings },
  '037-help': { up: help },
  '038-streak-pauses': { up: streakPauses },
  '039-study-rooms': { up: studyRooms },
  '040-plans': { up: plans },
  '041-target-date': { up: targetDate },
  '042-lending': { up: lending },
  '043-quests': { up: quests },
  '044-ticks': { up: ticks },
  '045-searching': { up: searching },
  '046-plan-maker': { up: planMaker },
  '047-pairing': { up: pairing },
  '048-topic-activities': { up: topicActivities },
  '049-delivery-names': { up: deliveryNames },
};

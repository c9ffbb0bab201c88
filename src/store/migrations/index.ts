import type { Kysely } from 'kysely';

export interface Migration {
  up(db: Kysely<never>): Promise<void>;
}

/**
 * Every migration in order. Shipped ones are frozen: a change is a new file and a new line here.
 *
 * Two of them have the number 014. That is harmless and stays: a store remembers migrations by their whole names, and
 * they run in the order of this list, in which the two do not depend on each other.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '001-first': step(() => import('./001-first.ts')),
  '002-proofs': step(() => import('./002-proofs.ts')),
  '003-teach-back': step(() => import('./003-teach-back.ts')),
  '004-showcase': step(() => import('./004-showcase.ts')),
  '005-review': step(() => import('./005-review.ts')),
  '006-search': step(() => import('./006-search.ts')),
  '007-proof-files': step(() => import('./007-proof-files.ts')),
  '008-study-dates': step(() => import('./008-study-dates.ts')),
  '009-pictures': step(() => import('./009-pictures.ts')),
  '010-one-ping': step(() => import('./010-one-ping.ts')),
  '011-review-days': step(() => import('./011-review-days.ts')),
  '012-roadmap-versions': step(() => import('./012-roadmap-versions.ts')),
  '013-away': step(() => import('./013-away.ts')),
  '014-roadmap-imports': step(() => import('./014-roadmap-imports.ts')),
  '014-refused-reminders': step(() => import('./014-refused-reminders.ts')),
  '015-telling': step(() => import('./015-telling.ts')),
  '016-daily-reminders': step(() => import('./016-daily-reminders.ts')),
  '017-moderation': step(() => import('./017-moderation.ts')),
  '018-followed-roadmaps': step(() => import('./018-followed-roadmaps.ts')),
  '019-roadmap-links': step(() => import('./019-roadmap-links.ts')),
  '020-proposals': step(() => import('./020-proposals.ts')),
  '021-merged-topics': step(() => import('./021-merged-topics.ts')),
  '022-proven-elsewhere': step(() => import('./022-proven-elsewhere.ts')),
  '023-choosing': step(() => import('./023-choosing.ts')),
  '024-memos': step(() => import('./024-memos.ts')),
  '025-skills': step(() => import('./025-skills.ts')),
  '026-sessions': step(() => import('./026-sessions.ts')),
  '027-failures-told': step(() => import('./027-failures-told.ts')),
  '028-session-ends': step(() => import('./028-session-ends.ts')),
  '029-merged-imports': step(() => import('./029-merged-imports.ts')),
  '030-board': step(() => import('./030-board.ts')),
  '031-memo-guilds': step(() => import('./031-memo-guilds.ts')),
  '032-identifying': step(() => import('./032-identifying.ts')),
  '033-goals': step(() => import('./033-goals.ts')),
  '034-milestone-roles': step(() => import('./034-milestone-roles.ts')),
  '035-buddies': step(() => import('./035-buddies.ts')),
  '036-pings': step(() => import('./036-pings.ts')),
  '037-help': step(() => import('./037-help.ts')),
  '038-streak-pauses': step(() => import('./038-streak-pauses.ts')),
  '039-study-rooms': step(() => import('./039-study-rooms.ts')),
  '040-plans': step(() => import('./040-plans.ts')),
  '041-target-date': step(() => import('./041-target-date.ts')),
  '042-lending': step(() => import('./042-lending.ts')),
  '043-quests': step(() => import('./043-quests.ts')),
  '044-ticks': step(() => import('./044-ticks.ts')),
  '045-searching': step(() => import('./045-searching.ts')),
  '046-plan-maker': step(() => import('./046-plan-maker.ts')),
  '047-pairing': step(() => import('./047-pairing.ts')),
  '048-topic-activities': step(() => import('./048-topic-activities.ts')),
  '049-delivery-names': step(() => import('./049-delivery-names.ts')),
  '050-who-is-here': step(() => import('./050-who-is-here.ts')),
  '051-undone': step(() => import('./051-undone.ts')),
  '052-last-choice': step(() => import('./052-last-choice.ts')),
};

/** A migration that is read when it runs. At most starts none does, and a start without them is quicker. */
function step(read: () => Promise<Migration>): Migration {
  return { up: async (db) => (await read()).up(db) };
}

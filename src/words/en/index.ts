import { commands } from './commands.ts';
import { board, buddies, helping, plan } from './company.ts';
import { editing } from './editing.ts';
import { failure, permission } from './failure.ts';
import { goal, quest } from './goals.ts';
import { help } from './help.ts';
import { importing } from './importing.ts';
import { memo } from './memos.ts';
import { moderation } from './moderation.ts';
import { notebook } from './notebook.ts';
import { proposals } from './proposals.ts';
import { ownData } from './own-data.ts';
import { pace } from './pace.ts';
import { progress, progressAlt, career, toolset } from './progress.ts';
import { pings } from './pings.ts';
import { place } from './places.ts';
import { proof, attach, shared } from './proofs.ts';
import { reading } from './reading.ts';
import { review, reviewOthers, reminder } from './review.ts';
import { roadmaps } from './roadmap-list.ts';
import { map, roadmap } from './roadmaps.ts';
import { daily, poster, weekly, schedule } from './schedule.ts';
import { roles } from './roles.ts';
import { skills } from './skills.ts';
import { search } from './search.ts';
import { focus, focusEnd, focusLog, rooms, together } from './sessions.ts';
import { settings } from './settings.ts';
import { following, setup, welcome } from './setup.ts';
import { showcase } from './showcase.ts';
import { streak } from './streak.ts';
import { status } from './status.ts';
import { today, reason } from './suggestions.ts';
import { teachBack, thesis } from './teach-back.ts';
import { states, act, topic, confirm, later, undo } from './topics.ts';
import { versions } from './versions.ts';
import { andMore, list, percent, topics } from './grammar.ts';

/** English. Every other language has to have the same sentences. */
export const en = {
  /** The locale for `Intl`. */
  locale: 'en-GB',
  /** The name of the language in that language. */
  name: 'English',
  list,
  percent,
  topics,
  andMore,
  place,
  commands,
  board,
  buddies,
  helping,
  plan,
  editing,
  failure,
  permission,
  help,
  notebook,
  progress,
  progressAlt,
  career,
  toolset,
  proof,
  attach,
  shared,
  reading,
  review,
  reviewOthers,
  reminder,
  roadmap,
  roadmaps,
  roles,
  map,
  importing,
  memo,
  goal,
  quest,
  pace,
  streak,
  focus,
  focusEnd,
  focusLog,
  rooms,
  together,
  versions,
  daily,
  weekly,
  poster,
  schedule,
  search,
  settings,
  pings,
  ownData,
  proposals,
  setup,
  welcome,
  following,
  showcase,
  status,
  today,
  reason,
  teachBack,
  moderation,
  thesis,
  state: states,
  act,
  topic,
  confirm,
  later,
  skills,
  undo,
};

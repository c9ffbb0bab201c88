import type { AnyCommand, Buttons } from '../src/discord/command.ts';
import { attachProof } from './attach-proof.ts';
import { dailyPost } from './daily-post.ts';
import { career } from './career.ts';
import { cheatcode } from './cheatcode.ts';
import { done } from './done.ts';
import { feynman } from './feynman.ts';
import { focus } from './focus.ts';
import { group } from './group.ts';
import { help } from './help.ts';
import { moderation } from './moderation.ts';
import { notebook } from './notebook.ts';
import { progress } from './progress.ts';
import { project } from './project.ts';
import { remind } from './remind.ts';
import { review } from './review.ts';
import { roadmapCommand } from './roadmap.ts';
import { schedule } from './schedule.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { setup } from './setup.ts';
import { showcase } from './showcase.ts';
import { skip } from './skip.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { teachBack } from './teach-back.ts';
import { tez } from './tez.ts';
import { today } from './today.ts';
import { toolset } from './toolset.ts';
import { topic } from './topic.ts';
import { undo } from './undo.ts';

/** Every command, in the order in which Discord lists them. */
export const commands: readonly AnyCommand[] = [
  today,
  topic,
  start,
  done,
  skip,
  undo,
  cheatcode,
  feynman,
  project,
  tez,
  attachProof,
  review,
  focus,
  remind,
  group,
  notebook,
  roadmapCommand,
  progress,
  career,
  toolset,
  showcase,
  search,
  setup,
  schedule,
  settings,
  help,
];

/** The commands that only the operator's guild has. */
export const operatorCommands: readonly AnyCommand[] = [status];

/** The buttons under posts: scheduled posts, and shared work. */
export const postButtons: readonly Buttons[] = [dailyPost, teachBack, moderation];

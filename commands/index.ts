import type { Command } from '../src/discord/command.ts';
import { done } from './done.ts';
import { roadmap } from './roadmap.ts';
import { skip } from './skip.ts';
import { start } from './start.ts';
import { today } from './today.ts';
import { topic } from './topic.ts';
import { undo } from './undo.ts';

/** Every command, in the order in which Discord lists them. */
export const commands: readonly Command[] = [today, topic, start, done, skip, undo, roadmap];

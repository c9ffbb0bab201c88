import type { Words } from '../../words/index.ts';
import { card, type Message, text } from '../components.ts';

/** Leads to a thread. */
export function discussionView(words: Words, threadId: string): Message {
  return card('invite', text(words.daily.discussHere(`<#${threadId}>`)));
}

/** Says that the bot may not open threads there. */
export function noThreadView(words: Words): Message {
  const permission = words.permission.CreatePublicThreads;
  return card('problem', text(words.daily.cannotDiscuss(permission)));
}

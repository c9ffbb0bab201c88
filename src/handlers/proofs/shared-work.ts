import type { App } from '../../app.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import type { Guild } from '../../store/members/guilds.ts';
import { hasJoined } from '../../store/members/memberships.ts';
import { readingsOf } from '../../store/teach-back/readings.ts';
import { type ShownWork, shownWork } from '../../store/proofs/shown-work.ts';
import { topicFor } from '../../store/roadmaps/topic-for.ts';
import { teachBackOf } from '../../store/teach-back/teach-back.ts';
import { noSay } from '../../study/teach-back.ts';
import type { Message } from '../../view/components.ts';
import { joinFirstView, keptView, plainPost, refusedView } from '../../view/proofs/shared-work.ts';
import { type ExplanationPost, explanationPost } from '../../view/teach-back/teach-back.ts';
import { type ThesisPost, thesisPost } from '../../view/teach-back/thesis.ts';
import type { Words } from '../../words/index.ts';
import type { Answer } from '../../discord/answer.ts';
import type { Call } from '../../discord/command.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';

/**
 * The work that a button is about, as the group of this server sees it.
 * @throws Refusal if it is not shared there, or is of another method
 */
export async function shownHere(
  call: Call,
  proofId: string | undefined,
  ...methods: Method[]
): Promise<ShownWork> {
  const guildId = memberGuild(call);
  const shown = await shownWork(call.app, proofId ?? '', guildId);
  if (shown === null || !methods.includes(shown.proof.method)) throw noLongerShared();
  return shown;
}

/** The same work with its topic's title in the reader's language, for messages to the reader only. */
export async function forReader({ app, words }: Call, shown: ShownWork): Promise<ShownWork> {
  return { ...shown, node: (await topicFor(app, shown.node.id, words.locale)) ?? shown.node };
}

/** The refusal for work that is no longer shared here. */
export function noLongerShared(): Refusal {
  return new Refusal((words) => refusedView(words.shared.gone));
}

/**
 * Checks that a person may judge the work.
 * @param own what its author reads instead
 * @throws Refusal for a person who may not
 */
export async function demandSay(
  call: Call,
  { proof, guild }: ShownWork,
  own: (words: Words) => string,
): Promise<void> {
  const { userId } = call;
  switch (noSay(proof, { userId, hasJoined: await hasJoined(call.app.db, guild.id, userId) })) {
    case 'author':
      throw new Refusal((words) => refusedView(own(words)));
    case 'not-joined':
      throw joinFirst();
    case null:
  }
}

/** @throws Refusal for a person who does not study with the group */
export async function demandMember(call: Call, guild: Guild): Promise<void> {
  if (!(await hasJoined(call.app.db, guild.id, call.userId))) throw joinFirst();
}

function joinFirst(): Refusal {
  return new Refusal((words) => joinFirstView(words, words.shared.joinToSpeak));
}

/** An explanation with the group's answers to it. */
export async function explanation(app: Pick<App, 'db'>, shown: ShownWork): Promise<ExplanationPost> {
  return { ...shown, ...(await teachBackOf(app.db, shown.proof.id, shown.guild.id)) };
}

/** A thesis with its readers. */
export async function thesis(app: Pick<App, 'db'>, shown: ShownWork): Promise<ThesisPost> {
  return { ...shown, readings: await readingsOf(app.db, shown.proof.id, shown.guild.id) };
}

/** The post as it is now, in the group's language. */
export async function postOf(app: Pick<App, 'db' | 'wordsFor'>, shown: ShownWork): Promise<Message> {
  const words = app.wordsFor(shown.guild.locale);
  switch (shown.proof.method) {
    case 'tez':
      return thesisPost(words, await thesis(app, shown));
    case 'feynman':
      return explanationPost(words, await explanation(app, shown));
    case 'cheatcode':
    case 'project':
      return plainPost(words, shown);
  }
}

/** Does the work. If it is refused, the refusal also returns what was typed. */
export async function givingBack(typed: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || typed.trim() === '') throw error;
    throw new Refusal((words) => keptView(error.explain(words), words, typed));
  }
}

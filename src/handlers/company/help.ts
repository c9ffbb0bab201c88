import { type Answer, ask, show, tell } from '../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../discord/command.ts';
import { Refusal } from '../../discord/refusal.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { askForHelp, cannotAsk, type HelpAsked, ownAsk, sayToAsk, turnOf } from '../../store/company/help.ts';
import {
  HELP_FIELD,
  HELP_LENGTH,
  helpAnswerForm,
  helpForm,
  helpNote,
  helpSent,
  helpView,
  nobodyLines,
  ownAskLines,
  quoted,
} from '../../view/company/help.ts';
import { aboutTurn } from '../../schedule/help-turn.ts';
import { outdatedView } from '../../view/failure.ts';
import { channelUrl } from '../../discord/posts.ts';
import { othersOn } from '../topics/card.ts';
import { topicWithId } from '../topics/named.ts';
import { memberOfGroup } from './member-of-group.ts';

/** *Who can help?*: opens the form for a question, or shows what became of the last one. */
export async function whoCanHelp(call: PressCall): Promise<Answer> {
  const guildId = await inGroup(call);
  const node = topicWithId(call, call.args[0]);
  const last = await ownAsk(call.app.db, guildId, call.userId, node.id);
  const isNews = last !== null && (last.isOpen || last.answer !== null);
  if (isNews && call.args[1] !== 'again')
    return show(helpPanel(call, node, ownAskLines(call.words, last), !last.isOpen));
  const why = await cannotAsk(call.app.db, call.userId, { guildId, topicId: node.id }, call.now);
  if (why !== null) return show(await askedPanel(call, node, why));
  return ask(helpForm(call.words, node));
}

/** Asks one member who has proven the topic. */
export async function askHelpers(call: FormCall): Promise<Answer> {
  const { app, actor, interaction } = call;
  const guildId = await inGroup(call);
  const node = topicWithId(call, call.args[0]);
  const question = call.fields.getTextInputValue(HELP_FIELD).trim().slice(0, HELP_LENGTH.question);
  const asked = await askForHelp(app.db, actor, {
    guild_id: guildId,
    topic_id: node.id,
    question,
    locale: interaction.locale,
  });
  return show(await askedPanel(call, node, asked, quoted(question)));
}

/** Opens the form for an answer. */
export async function writeHelp(call: PressCall): Promise<Answer> {
  const turn = await turnOf(call.app.db, call.args[0] ?? '', call.userId);
  if (turn === null) throw new Refusal(outdatedView);
  if (turn.said !== null || turn.ask.closed_at !== null) return tell(helpNote(call.words.helping.over));
  return ask(helpAnswerForm(call.words, turn.id));
}

/** Stores an answer. The member who asked gets it by direct message. */
export async function takeHelp(call: FormCall): Promise<Answer> {
  const { app, actor, args, words } = call;
  const text = call.fields.getTextInputValue(HELP_FIELD).trim().slice(0, HELP_LENGTH.answer);
  const turn = await turnOf(app.db, args[0] ?? '', call.userId);
  const isTaken = turn !== null && (await sayToAsk(app.db, actor, turn.id, { kind: 'answered', text }));
  // What somebody typed is given back if it went to nobody.
  if (!isTaken) return show(helpNote([words.helping.over, quoted(text)].join('\n')));
  const about = await aboutTurn(app, turn, call.userId, turn.ask.user_id);
  return show(helpSent(words, about, turn.ask.question, text));
}

/** Declines quietly: the member who asked is not told, and another is asked. */
export async function declineHelp(call: PressCall): Promise<Answer> {
  const { app, actor, args, words } = call;
  await sayToAsk(app.db, actor, args[0] ?? '', { kind: 'declined' });
  return show(helpNote(words.helping.declined));
}

/** What became of a question, or why there can be none. If nobody can be asked, the group's channel is named. */
async function askedPanel(call: Call, node: TopicNode, asked: HelpAsked, typed: string | null = null) {
  const { guild, words } = call;
  if (asked !== 'nobody') return helpPanel(call, node, [words.helping.asked[asked], typed]);
  const channelId = guild?.channelId ?? null;
  const { done } = await othersOn(call, node);
  const url = guild === null || channelId === null ? null : channelUrl(guild.id, channelId);
  return helpPanel(call, node, [...nobodyLines(words, node, done.length, channelId), typed], false, url);
}

function helpPanel(
  call: Call,
  node: TopicNode,
  lines: readonly (string | null)[],
  mayAskAgain = false,
  url: string | null = null,
) {
  return helpView(call.words, { lines, nodeId: node.id, mayAskAgain, channelUrl: url });
}

function inGroup(call: Call): Promise<string> {
  return memberOfGroup(call, (words) => words.helping.joinFirst);
}

import {
  askGap,
  type Gap,
  gapOf,
  placeGap,
  settleGap,
  toggleClear,
} from '../../store/teach-back/teach-back.ts';
import { MOST_OPEN_QUESTIONS, mayAskMore, maySettle } from '../../study/teach-back.ts';
import { saysAnything } from '../../text/substance.ts';
import { type ShownWork, shownWork } from '../../store/proofs/shown-work.ts';
import { nothingWrittenView, refusedView, saidView } from '../../view/proofs/shared-work.ts';
import { GAP, gapForm, gapMessage, gapsView } from '../../view/teach-back/teach-back.ts';
import { mention, title } from '../../view/topics/topic-text.ts';
import { type Answer, ask, refresh, show, tell } from '../../discord/answer.ts';
import type { FormCall, PressCall } from '../../discord/command.ts';
import { customId } from '../../view/custom-id.ts';
import { editPost, messageUrl } from '../../discord/posts.ts';
import { refreshPost, sayAbout } from '../proofs/group-posts.ts';
import { authorToPing, celebrate, notifyOfClear } from '../proofs/notifications.ts';
import { memberGuild } from '../../discord/permissions.ts';
import { Refusal } from '../../discord/refusal.ts';
import {
  demandMember,
  demandSay,
  explanation,
  forReader,
  noLongerShared,
  postOf,
  givingBack,
  shownHere,
} from '../proofs/shared-work.ts';

/** “Clear”, or its withdrawal. The post shows it at once. */
export async function sayClear(call: PressCall, proofId: string | undefined): Promise<Answer> {
  const { app, words, actor, userId } = call;
  const before = await shownHere(call, proofId, 'feynman');
  await demandSay(call, before, (own) => own.teachBack.own);
  const said = await toggleClear(app.db, actor, before.proof.id, before.guild.id);
  const shown = await shownWork(app, before.proof.id, before.guild.id);
  if (said === null || shown === null) throw noLongerShared();
  const lines = {
    clear: [words.teachBack.saidClear],
    // Once the explanation counts it stays so, and this press cannot be undone.
    proven: [
      words.shared.counts(title((await forReader(call, shown)).node), mention(shown.proof.userId)),
      words.teachBack.thanks,
    ],
    withdrawn: [words.teachBack.tookBack, shown.proof.provenAt === null ? null : words.teachBack.stillCounts],
  }[said];
  if (said !== 'withdrawn')
    await notifyOfClear(app, shown, userId, { now: actor.at, nonce: actor.interactionId });
  if (said === 'proven') await celebrate(app, shown, (await explanation(app, shown)).clear);
  return refresh(await postOf(app, shown), saidView(words, lines));
}

/** “I have a gap”: asks for the question. */
export async function openGap(call: PressCall, proofId: string | undefined): Promise<Answer> {
  const shown = await shownHere(call, proofId, 'feynman');
  await demandSay(call, shown, (own) => own.teachBack.own);
  return ask(gapForm(call.words, shown.proof.id));
}

/** Asks the question for the group to see, and counts it on the post. */
export async function submitGap(call: FormCall, proofId: string | undefined): Promise<Answer> {
  const { app, words, actor, fields } = call;
  const typed = fields.getTextInputValue(GAP.question).slice(0, GAP.length);
  return givingBack(typed, async () => {
    const before = await shownHere(call, proofId, 'feynman');
    const { proof, guild } = before;
    await demandSay(call, before, (own) => own.teachBack.own);
    if (!saysAnything(typed)) return tell(nothingWrittenView(words, customId('teach', 'gap', proof.id)));
    await demandRoom(call, before);
    const gap = await askGap(app.db, actor, proof.id, guild.id, typed.trim());
    if (gap === null) throw noLongerShared();
    const message = gapMessage(app.wordsFor(before.guild.locale), before, gap);
    const called = await authorToPing(app, before, actor.at);
    const posted = await sayAbout(app, before, message, gap.id, called);
    if (posted !== null) await placeGap(app.db, gap.id, posted);
    const post = await refreshPost(app, proof.id, guild.id);
    return tell(
      saidView(
        words,
        [
          posted === null ? words.shared.notPosted : words.teachBack.asked,
          post === 'gone' ? words.shared.postGone : null,
        ],
        posted === null ? null : messageUrl(guild.id, posted),
      ),
    );
  });
}

/** @throws Refusal for a person who already has too many open questions about the explanation */
async function demandRoom(call: FormCall, shown: ShownWork): Promise<void> {
  const { gaps } = await explanation(call.app, shown);
  if (mayAskMore(gaps, call.userId)) return;
  throw new Refusal((words) => refusedView(words.teachBack.tooMany(MOST_OPEN_QUESTIONS)));
}

/** All questions about an explanation, for the presser only. */
export async function showGaps(call: PressCall, proofId: string | undefined): Promise<Answer> {
  const shown = await forReader(call, await shownHere(call, proofId, 'feynman'));
  return tell(
    gapsView(call.words, await explanation(call.app, shown), call.userId, messageOf(shown.guild.id)),
  );
}

/** Marks a question as answered, or as open again. Only the person who asked it can. */
export async function settle(
  call: PressCall,
  gapId: string | undefined,
  isAnswered: boolean,
): Promise<Answer> {
  const { app, words, actor, interaction } = call;
  const guildId = memberGuild(call);
  const before = await gapOf(app.db, gapId ?? '', guildId);
  if (before === null) throw noLongerShared();
  if (!maySettle(before, call.userId)) {
    throw new Refusal((own) => refusedView(own.teachBack.onlyAsker(mention(before.askerId))));
  }
  const shown = await shownHere(call, before.proofId, 'feynman');
  await demandMember(call, shown.guild);
  await settleGap(app.db, actor, before.id, isAnswered);
  await refreshPost(app, shown.proof.id, guildId);
  const gap: Gap = { ...before, answeredAt: isAnswered ? actor.at : null };
  const message = gapMessage(app.wordsFor(shown.guild.locale), shown, gap);
  if (interaction.message.id === gap.post?.messageId) {
    return refresh(message, saidView(words, [words.teachBack.noted[isAnswered ? 'answered' : 'open']]));
  }
  if (gap.post !== null) await editPost(app, guildId, gap.post, message);
  const all = await explanation(app, await forReader(call, shown));
  return show(gapsView(words, all, call.userId, messageOf(guildId)));
}

/** Makes the address of a question's message; null if it could not be posted. */
function messageOf(guildId: string): (gap: Gap) => string | null {
  return ({ post }) => (post === null ? null : messageUrl(guildId, post));
}

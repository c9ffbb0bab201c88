import { giveOpinion, toggleOffer } from '../../store/teach-back/readings.ts';
import type { Verdict } from '../../store/teach-back/tables.ts';
import { saysAnything } from '../../text/substance.ts';
import { type ShownWork, shownWork } from '../../store/proofs/shown-work.ts';
import { nothingWrittenView, saidView } from '../../view/proofs/shared-work.ts';
import { COMMENT, commentsView, verdictForm, verdictMessage } from '../../view/teach-back/thesis.ts';
import { mention, title } from '../../view/topics/topic-text.ts';
import { type Answer, ask, refresh, tell } from '../../discord/answer.ts';
import type { Call, FormCall, PressCall } from '../../discord/command.ts';
import { customId } from '../../view/custom-id.ts';
import { messageUrl } from '../../discord/posts.ts';
import { refreshPost, sayAbout } from '../proofs/group-posts.ts';
import { authorToPing, celebrate } from '../proofs/notifications.ts';
import {
  forReader,
  noLongerShared,
  demandSay,
  postOf,
  givingBack,
  shownHere,
  thesis,
} from '../proofs/shared-work.ts';

/** “I'll read it”, or its withdrawal. The post shows it at once. */
export async function offerToRead(call: PressCall, proofId: string | undefined): Promise<Answer> {
  const { app, words, actor } = call;
  const before = await shownHere(call, proofId, 'tez');
  await demandSay(call, before, (own) => own.thesis.own);
  const said = await toggleOffer(app.db, actor, before.proof.id, before.guild.id);
  const shown = await shownWork(app, before.proof.id, before.guild.id);
  if (said === null || shown === null) throw noLongerShared();
  const line = {
    offered: words.thesis.offered,
    withdrawn: words.thesis.offerTakenBack,
    said: words.thesis.saidAlready,
  }[said];
  return refresh(await postOf(app, shown), saidView(words, [line]));
}

/** “Accept” and “Needs work”: asks for a comment, and shows the reader's earlier comment in the form. */
export async function openVerdict(
  call: PressCall,
  proofId: string | undefined,
  verdict: Verdict,
): Promise<Answer> {
  const shown = await shownHere(call, proofId, 'tez');
  await demandSay(call, shown, (own) => own.thesis.own);
  const { readings } = await thesis(call.app, shown);
  const before = readings.find((reading) => reading.userId === call.userId)?.opinion?.comment ?? '';
  return ask(verdictForm(call.words, shown.proof.id, verdict, before));
}

/** Stores the verdict, posts the comment for the group, and counts it on the post. */
export async function submitVerdict(
  call: FormCall,
  proofId: string | undefined,
  verdict: Verdict,
): Promise<Answer> {
  const { app, words, actor, fields } = call;
  const typed = fields.getTextInputValue(COMMENT.comment).slice(0, COMMENT.length);
  return givingBack(typed, async () => {
    const before = await shownHere(call, proofId, 'tez');
    const { proof, guild } = before;
    await demandSay(call, before, (own) => own.thesis.own);
    if (!saysAnything(typed)) return tell(nothingWrittenView(words, customId('read', verdict, proof.id)));
    const said = { verdict, comment: typed.trim() };
    const outcome = await giveOpinion(app.db, actor, proof.id, guild.id, said);
    if (outcome === null) throw noLongerShared();
    const message = verdictMessage(app.wordsFor(guild.locale), before, call.userId, said);
    const called = await authorToPing(app, before, actor.at);
    const posted = await sayAbout(app, before, message, actor.interactionId, called);
    const post = await refreshPost(app, proof.id, guild.id);
    if (outcome === 'proven') await celebrate(app, before, await acceptingReaders(call, before));
    return tell(
      saidView(
        words,
        [
          outcome === 'proven'
            ? words.shared.counts(title((await forReader(call, before)).node), mention(proof.userId))
            : null,
          words.thesis.thanks[verdict],
          posted === null ? words.shared.notPosted : null,
          post === 'gone' ? words.shared.postGone : null,
        ],
        posted === null ? null : messageUrl(guild.id, posted),
      ),
    );
  });
}

async function acceptingReaders({ app }: Call, shown: ShownWork): Promise<readonly string[]> {
  const { readings } = await thesis(app, shown);
  return readings.filter((reading) => reading.opinion?.verdict === 'accept').map(({ userId }) => userId);
}

/** The comments of a thesis's readers, for the presser only. */
export async function showComments(call: PressCall, proofId: string | undefined): Promise<Answer> {
  const shown = await forReader(call, await shownHere(call, proofId, 'tez'));
  return tell(commentsView(call.words, await thesis(call.app, shown)));
}

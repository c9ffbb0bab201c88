import { type Answer, show } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { roadmapRevision } from '../../store/roadmaps/roadmaps.ts';
import { settleQuestion, type Unsettled, unsettledOf } from '../../store/roadmaps/settling.ts';
import { carriedNumber, customId } from '../../view/custom-id.ts';
import { outdatedView } from '../../view/failure.ts';
import { ASKED_AT_ONCE, GONE, matchesView } from '../../view/roadmaps/importing/matches.ts';
import { ownRoadmap } from './own.ts';

/** Shows the removed topics that nobody has decided about: `roadmap-settle:<roadmap>:<page>`. */
export async function showUnsettled(call: PressCall): Promise<Answer> {
  const [roadmapId = '', page] = call.args;
  await ownRoadmap(call, roadmapId);
  return unsettledPage(call, roadmapId, argument(carriedNumber, page));
}

/** Takes the decision about one of them: `settle:<roadmap>:<version>:<topic>:<page>`. */
export async function settle(call: PressCall): Promise<Answer> {
  const [roadmapId = '', shown, topicId = '', page] = call.args;
  const { id } = await ownRoadmap(call, roadmapId);
  const [value = ''] = call.values;
  const question = (await unsettledOf(call.app.db, id, null)).find((one) => one.topicId === topicId);
  const isOffered = value === GONE || question?.offers.some((node) => node.id === value) === true;
  if (question === undefined || !isOffered) throw new Refusal(outdatedView);
  const becomes = value === GONE ? [] : [value];
  await settleQuestion(
    call.app.db,
    { roadmapId: id, shown: argument(carriedNumber, shown), topicId, becomes },
    call.actor,
  );
  return unsettledPage(call, roadmapId, argument(carriedNumber, page));
}

async function unsettledPage(call: Call, roadmapId: string, page: number): Promise<Answer> {
  const { app, words, guildId } = call;
  const shown = (await roadmapRevision(app.db, roadmapId)) ?? 0;
  const all = await unsettledOf(app.db, roadmapId, guildId);
  const pages = Math.max(1, Math.ceil(all.length / ASKED_AT_ONCE));
  const at = Math.min(page, pages - 1);
  const asked = all
    .slice(at * ASKED_AT_ONCE, (at + 1) * ASKED_AT_ONCE)
    .map(({ topicId, title, offers, members }: Unsettled) => ({
      title,
      holder: null,
      members,
      offers: offers.map((node) => ({ node, value: node.id })),
      chosen: null,
      parts: [],
      isSplittable: false,
      chooseId: customId('settle', roadmapId, shown, topicId, at),
      anotherId: null,
    }));
  return show(
    matchesView(words, asked, {
      page: at,
      pages,
      pageId: (to) => customId('roadmap-settle', roadmapId, Math.max(0, to)),
      back: { label: words.roadmap.lookThrough, id: customId('map') },
    }),
  );
}

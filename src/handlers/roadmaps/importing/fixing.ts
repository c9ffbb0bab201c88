import { type Answer, ask, tell } from '../../../discord/answer.ts';
import type { FormCall, PressCall } from '../../../discord/command.ts';
import { argument, Refusal } from '../../../discord/refusal.ts';
import { makeFinder } from '../../../study/topics/find.ts';
import { carriedNumber, customId } from '../../../view/custom-id.ts';
import { clip, inline, plain } from '../../../view/escape.ts';
import { outdatedView } from '../../../view/failure.ts';
import { GONE, MATCH_FIELD, matchForm, SPLIT } from '../../../view/roadmaps/importing/matches.ts';
import { unknownMatchView } from '../../../view/roadmaps/importing/answers.ts';
import { answered, matchesPage, oldTopic } from './matches-page.ts';
import { proposalFor } from './proposal.ts';
import { partsPage } from './splitting.ts';
import { waitingImport } from './waiting.ts';

/** Shows the old topics without a certain match: `import-fix:<import>:<page>`. */
export async function showMatches(call: PressCall): Promise<Answer> {
  const [id, page] = call.args;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  return matchesPage(call, proposal, argument(carriedNumber, page));
}

/** Takes the match that was chosen from the list: `import-match:<import>:<page>:<place of the old topic>`. */
export async function chooseMatch(call: PressCall): Promise<Answer> {
  const [id, page, place] = call.args;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  const old = oldTopic(proposal, place);
  const [value = ''] = call.values;
  if (value === SPLIT) return partsPage(call, proposal, old, page);
  const next = value === GONE ? null : proposal.after.nodes[argument(carriedNumber, value)];
  if (next === undefined) throw new Refusal(outdatedView);
  return answered(call, proposal, old, next === null ? [] : [next], argument(carriedNumber, page));
}

/**
 * Asks for the title of the topic that an old one became: `import-another:<import>:<page>:<place of the old topic>`.
 */
export async function askForMatch(call: PressCall): Promise<Answer> {
  const [id, page, place] = call.args;
  const old = oldTopic(await proposalFor(call, await waitingImport(call, id)), place);
  const form = customId('import-another', id ?? '', page ?? '', place ?? '');
  return ask(matchForm(call.words, form, old.topic.title));
}

/** Takes the typed title. */
export async function takeMatch(call: FormCall): Promise<Answer> {
  const [id, page, place] = call.args;
  const proposal = await proposalFor(call, await waitingImport(call, id));
  const old = oldTopic(proposal, place);
  const typed = call.fields.getTextInputValue(MATCH_FIELD);
  const finder = makeFinder(proposal.after);
  const next = finder.resolve(typed);
  if (next === null) {
    const near = finder.near(typed).map(({ topic }) => inline(clip(plain(topic.title), 80)));
    return tell(unknownMatchView(call.words, inline(clip(plain(typed), 100)), near));
  }
  return answered(call, proposal, old, [next], argument(carriedNumber, page));
}

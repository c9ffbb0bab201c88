import { z } from 'zod';
import { ask, show } from '../src/discord/answer.ts';
import type { Call, Command, FormCall } from '../src/discord/command.ts';
import { forEverybody } from '../src/discord/contexts.ts';
import { customId } from '../src/view/custom-id.ts';
import { putOffUntil } from '../src/handlers/topics/putting-off.ts';
import { argument } from '../src/discord/refusal.ts';
import { ownReviews } from '../src/handlers/review/reviews.ts';
import { morePicks, swapPicks, todaysPicks } from '../src/handlers/suggestions/todays-picks.ts';
import { changeTopic, changeOne, topicWithId } from '../src/handlers/topics/topics.ts';
import { record } from '../src/store/progress/progress.ts';
import { LATER, laterForm, whichForm } from '../src/view/topics/later-form.ts';
import { picksView } from '../src/view/suggestions/picks.ts';
import { localised } from '../src/words/localised.ts';

const step = z.enum(['start', 'done']);

/** `/today`: one's own suggestions, and what can be done with them. */
export const today: Command = {
  data: { name: 'today', ...localised((words) => words.commands.today), ...forEverybody },
  execute: (call) => picks(call),
  presses: {
    today: (call) => picks(call),
    swap: async (call) => {
      await swapPicks(call);
      return picks(call);
    },
    'more-picks': async (call) => {
      await morePicks(call);
      return picks(call);
    },
    /** `pick:<start|done>:<topic>`: as on the topic's card, but the picks stay in sight. */
    pick: async (call) => {
      const action = argument(step, call.args[0]);
      const node = topicWithId(call, call.args[1]);
      // What is a stage is not ticked off in passing.
      if (node.topic.stage !== null) return changeTopic(call, node, action);
      const changed = await record(call.app.db, call.actor, [{ topicId: node.id, action }]);
      return picks(call, changed.length > 0 ? call.words.topic.became[action] : null);
    },
    'picks-later': async (call) => {
      const open = await openPicks(call);
      return open.length === 0 ? picks(call) : ask(laterForm(call.words, customId('picks-later'), open));
    },
    'picks-known': async (call) => {
      const open = (await openPicks(call)).filter((node) => node.topic.stage === null);
      const { iKnow, which } = call.words.today;
      return open.length === 0 ? picks(call) : ask(whichForm(customId('picks-known'), iKnow, which, open));
    },
    /** `later:<topic>`, from a topic's card. */
    later: async (call) => {
      const node = topicWithId(call, call.args[0]);
      return ask(laterForm(call.words, customId('later', node.id), [node]));
    },
  },
  forms: {
    'picks-later': async (call) => {
      const until = putOffUntil(call, call.fields, 'picks-later');
      // With one topic left the form does not ask which.
      const topicIds = call.fields.fields.has(LATER.topics)
        ? chosen(call)
        : (await openPicks(call)).map(({ id }) => id);
      await record(
        call.app.db,
        call.actor,
        topicIds.map((topicId) => ({ topicId, action: 'snooze', until })),
      );
      return picks(call, call.words.topic.became.snooze);
    },
    'picks-known': async (call) => {
      await record(
        call.app.db,
        call.actor,
        chosen(call)
          .filter((topicId) => call.roadmap.byId.get(topicId)?.topic.stage === null)
          .map((topicId) => ({ topicId, action: 'done' })),
      );
      return picks(call, call.words.topic.became.done);
    },
    later: async (call) => {
      const node = topicWithId(call, call.args[0]);
      const until = putOffUntil(call, call.fields, 'later', node.id);
      return show(await changeOne(call, node, { topicId: node.id, action: 'snooze', until }));
    },
  },
};

async function picks(call: Call, note: string | null = null) {
  const { picks: shown, progress } = await todaysPicks(call);
  const { due } = await ownReviews(call);
  return show(picksView(call.words, shown, progress, due.length, note));
}

async function openPicks(call: Call) {
  const { picks: shown, progress } = await todaysPicks(call);
  return shown.map(({ node }) => node).filter((node) => progress.get(node.id)?.state !== 'done');
}

/** The topics chosen in a form; ids that are not of this roadmap are refused. */
function chosen(call: FormCall): readonly string[] {
  return call.fields.getStringSelectValues(LATER.topics).map((id) => topicWithId(call, id).id);
}

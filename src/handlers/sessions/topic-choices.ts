import type { Call } from '../../discord/command.ts';
import { todaysPicks } from '../../store/suggestions/todays-picks.ts';
import { LIMITS, type Option } from '../../view/components.ts';
import { label } from '../../view/topics/topic-text.ts';

/** The topics that the member most likely studies in a session: those in progress, then today's picks. */
export async function topicChoices(call: Call, chosenId: string | null = null): Promise<readonly Option[]> {
  const { picks, progress } = await todaysPicks(call.app.db, call);
  const doing = call.roadmap.nodes.filter(({ id }) => progress.get(id)?.state === 'doing');
  const nodes = [...new Set([...doing, ...picks.map(({ node }) => node)])];
  return nodes.map((node) => ({
    label: label(node, LIMITS.optionText),
    value: node.id,
    chosen: node.id === chosenId,
  }));
}

import type { MessageJson } from '../state/json.ts';
import type { StoredMessage, World } from '../state/world.ts';
import { Answer } from './answer.ts';
import { textOf } from './reading.ts';

/** The message of a component: an answer's, or any other. */
export type Where = Answer | MessageJson;

/** The stored message that an answer or a message's JSON stands for. */
export function messageAt(world: World, where: Where): StoredMessage {
  if (where instanceof Answer) {
    const { original, followUps } = where.interaction;
    const message = original ?? followUps[0];
    if (message) return message;
    throw new Error(`The answer has no message, but: ${where.text || (where.failed ?? 'nothing')}.`);
  }
  const message = world.channels.get(where.channel_id)?.messages.get(where.id);
  if (!message) throw new Error('The message has been deleted.');
  return message;
}

/** The first of an answer's message and follow-ups in which something is found, and what was found. */
export function findIn<Found>(
  world: World,
  where: Where,
  find: (json: MessageJson) => Found,
): { message: StoredMessage; found: Found } {
  const first = messageAt(world, where);
  const all = where instanceof Answer ? [first, ...where.interaction.followUps] : [first];
  const failures: unknown[] = [];
  for (const message of new Set(all)) {
    try {
      return { message, found: find(message.json) };
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  const texts = all.map((message) => textOf(message.json)).join('\n---\n');
  throw new AggregateError(failures, `Not found in any of these messages:\n${texts}`);
}

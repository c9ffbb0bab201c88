import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
} from 'discord.js';
import { z } from 'zod';
import type { Answer } from '../../src/discord/answer.ts';
import type { Call, Command, FormCall, PressCall, SlashCall } from '../../src/discord/command.ts';
import { forEverybody } from '../../src/discord/contexts.ts';
import { argument } from '../../src/discord/refusal.ts';
import {
  askToRemove,
  dropFile,
  editProof,
  listOwnProofs,
  removeOwnProof,
  shareOwnProof,
  showOwnProof,
  showProof,
  takePart,
  takeProof,
} from '../../src/handlers/proofs/own-work.ts';
import { completeProofTopic } from '../../src/handlers/proofs/topics.ts';
import { openPartForm, openProofForm } from '../../src/handlers/proofs/writing.ts';
import { topicNamed, topicWithId } from '../../src/handlers/topics/named.ts';
import type { Method } from '../../src/roadmap/roadmap.ts';
import { carriedNumber } from '../../src/view/custom-id.ts';
import type { Words } from '../../src/words/index.ts';
import { localised } from '../../src/words/localised.ts';
import { roadmapOption, withRoadmaps } from './roadmap-option.ts';
import { topicOption } from './topic-option.ts';

const verb = z.enum(['list', 'show', 'write', 'part', 'drop-file', 'remove', 'removed', 'share']);
const filled = z.enum(['write', 'part']);
const memberOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.User,
  name: 'member',
  ...localised((words) => words.commands.proofMember),
};
const page = carriedNumber.default(0);

/**
 * Makes the command of a method: `write`, `show`, `list`, `edit` and `remove`. The custom ids of its buttons and
 * forms are the method's name, the verb and the topic. Whoever presses a button sees their own work.
 */
export function proofCommand(method: Method): Command {
  return {
    data: {
      name: method,
      ...localised((words) => words.commands[method]),
      ...forEverybody,
      options: [
        subcommand('write', (words) => words.commands.proofWrite, topicOption, roadmapOption),
        subcommand('show', (words) => words.commands.proofShow, topicOption, memberOption, roadmapOption),
        subcommand('list', (words) => words.commands.proofList, roadmapOption),
        subcommand('edit', (words) => words.commands.proofEdit, topicOption, roadmapOption),
        subcommand('remove', (words) => words.commands.proofRemove, topicOption, roadmapOption),
      ],
    },
    execute: (call) => execute(call, method),
    complete: withRoadmaps((call) => completeProofTopic(call, method, purposeOf(call))),
    presses: { [method]: (call) => press(call, method) },
    forms: { [method]: (call) => take(call, method) },
    asks: ['write', 'edit', 'part'].map((verbName) => `${method} ${verbName}`),
  };
}

function execute(call: SlashCall, method: Method): Promise<Answer> {
  const subcommandName = call.options.getSubcommand();
  if (subcommandName === 'list') return listOwnProofs(call, method, 0);
  const node = topicNamed(call, call.options.getString('topic', true));
  switch (subcommandName) {
    case 'show':
      return showProof(call, method, node);
    case 'edit':
      return editProof(call, method, node);
    case 'remove':
      return askToRemove(call, method, node);
    default:
      return openProofForm(call, method, node);
  }
}

/** `<method>:<verb>:<topic>`, with a page or a part behind it; the topic may also be chosen from a list. */
function press(call: PressCall, method: Method): Promise<Answer> {
  const [asked, id = call.values[0], number] = call.args;
  const does = argument(verb, asked);
  if (does === 'list') return listOwnProofs(call, method, argument(page, id));
  const node = topicWithId(call, id);
  switch (does) {
    case 'show':
      return showOwnProof(call, method, node, argument(page, number));
    case 'write':
      return openProofForm(call, method, node);
    case 'part':
      return openPartForm(call, method, node, argument(carriedNumber, number));
    case 'drop-file':
      return dropFile(call, method, node);
    case 'remove':
      return askToRemove(call, method, node);
    case 'removed':
      return removeOwnProof(call, method, node);
    case 'share':
      return shareOwnProof(call, method, node);
  }
}

/** `<method>:write:<topic>`, `<method>:part:<topic>:<position>` */
function take(call: FormCall, method: Method): Promise<Answer> {
  const [asked, id, number] = call.args;
  const node = topicWithId(call, id);
  return argument(filled, asked) === 'write'
    ? takeProof(call, method, node)
    : takePart(call, method, node, argument(carriedNumber, number));
}

/** The subcommand's purpose, which decides the topics that are suggested. */
function purposeOf({ interaction }: Call): 'write' | 'show' | 'change' {
  const name = interaction.isAutocomplete() ? interaction.options.getSubcommand() : null;
  return name === 'write' || name === 'show' ? name : 'change';
}

function subcommand(
  name: string,
  say: (words: Words) => string,
  ...options: APIApplicationCommandBasicOption[]
): APIApplicationCommandSubcommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, ...localised(say), options };
}

import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
} from 'discord.js';
import { z } from 'zod';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import { sharesOf } from '../../store/proofs/shares.ts';
import { removedProofView, removeProofView } from '../../view/proofs/proof.ts';
import type { Words } from '../../words/index.ts';
import { localised } from '../../words/localised.ts';
import { type Answer, show } from '../../discord/answer.ts';
import type { Call, Command, FormCall, PressCall, SlashCall } from '../../discord/command.ts';
import { forEverybody } from '../../discord/contexts.ts';
import { carriedNumber } from '../../view/custom-id.ts';
import { completeProofTopic } from './proof-topics.ts';
import { dropProofFile, openPartForm, openProofForm, takePartForm, takeProofForm } from './writing.ts';
import { othersProofPage, ownProof, ownProofPage, ownProofs } from './reading.ts';
import { argument } from '../../discord/refusal.ts';
import { refreshShared, removeWork, shareWork } from './sharing-work.ts';
import { topicNamed, topicOption, topicWithId } from '../topics/topics.ts';

const verb = z.enum(['list', 'show', 'write', 'part', 'drop-file', 'remove', 'removed', 'share']);
const filled = z.enum(['write', 'part']);
const page = carriedNumber.default(0);

/**
 * A command for one method: `write`, `show`, `list`, `edit` and `remove`. Its buttons and forms carry the method's name
 * as their action, what is to be done, and the topic: whoever presses, it is their own work that they get.
 */
export function proofCommand(method: Method): Command {
  return {
    data: {
      name: method,
      ...localised((words) => words.commands[method]),
      ...forEverybody,
      options: [
        subcommand('write', (words) => words.commands.proofWrite, topicOption),
        subcommand('show', (words) => words.commands.proofShow, topicOption, {
          type: ApplicationCommandOptionType.User,
          name: 'member',
          ...localised((words) => words.commands.proofMember),
        }),
        subcommand('list', (words) => words.commands.proofList),
        subcommand('edit', (words) => words.commands.proofEdit, topicOption),
        subcommand('remove', (words) => words.commands.proofRemove, topicOption),
      ],
    },
    execute: (call) => execute(call, method),
    complete: (call) => completeProofTopic(call, method, purposeOf(call)),
    presses: { [method]: (call) => press(call, method) },
    forms: { [method]: (call) => take(call, method) },
  };
}

async function execute(call: SlashCall, method: Method): Promise<Answer> {
  const subcommandName = call.options.getSubcommand();
  if (subcommandName === 'list') return show(await ownProofs(call, method, 0));
  const node = topicNamed(call, call.options.getString('topic', true));
  switch (subcommandName) {
    case 'show': {
      const asked = call.options.getUser('member');
      if (asked === null || asked.id === call.userId) return show(await ownProofPage(call, method, node));
      const isHere = call.options.getMember('member') !== null;
      return show(await othersProofPage(call, method, node, asked.id, isHere));
    }
    case 'edit':
      await ownProof(call, method, node);
      return openProofForm(call, method, node);
    case 'remove':
      return askToRemove(call, method, node);
    default:
      return openProofForm(call, method, node);
  }
}

/** `<method>:<verb>:<topic>`, with a page or a part behind it; the topic may also be chosen from a list. */
async function press(call: PressCall, method: Method): Promise<Answer> {
  const [asked, id = call.values[0], number] = call.args;
  const does = argument(verb, asked);
  if (does === 'list') return show(await ownProofs(call, method, argument(page, id)));
  const node = topicWithId(call, id);
  switch (does) {
    case 'show':
      return show(await ownProofPage(call, method, node, argument(page, number)));
    case 'write':
      return openProofForm(call, method, node);
    case 'part':
      return openPartForm(call, method, node, argument(carriedNumber, number));
    case 'drop-file':
      return changed(call, await dropProofFile(call, method, node), method, node);
    case 'remove':
      return askToRemove(call, method, node);
    case 'removed': {
      const proof = await ownProof(call, method, node);
      await removeWork(call, proof);
      return show(removedProofView(call.words, method, node));
    }
    case 'share':
      return shareWork(call, await ownProof(call, method, node));
  }
}

/** `<method>:write:<topic>`, `<method>:part:<topic>:<position>` */
async function take(call: FormCall, method: Method): Promise<Answer> {
  const [asked, id, number] = call.args;
  const node = topicWithId(call, id);
  const answer =
    argument(filled, asked) === 'write'
      ? await takeProofForm(call, method, node)
      : await takePartForm(call, method, node, argument(carriedNumber, number));
  return changed(call, answer, method, node);
}

/** What the group sees of it is as the work is now. */
async function changed(call: Call, answer: Answer, method: Method, node: TopicNode): Promise<Answer> {
  const proof = await ownProof(call, method, node);
  await refreshShared(call, proof.id);
  return answer;
}

async function askToRemove(call: Call, method: Method, node: TopicNode): Promise<Answer> {
  const proof = await ownProof(call, method, node);
  const shares = await sharesOf(call.app.db, proof.id);
  return show(removeProofView(call.words, method, node, shares.length > 0));
}

/** Which topics are offered while one types depends on what is to be done with them. */
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

import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
  TextInputStyle,
} from 'discord.js';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, link, type Message, row, text } from '../components.ts';
import { roadmapMark } from '../about-roadmap.ts';
import { customId, withMark } from '../custom-id.ts';
import { inline, plain } from '../escape.ts';
import { when } from '../time.ts';
import { mention, title } from '../topics/topic-text.ts';

/** The fields of the forms, and the longest texts in them, in characters. */
export const HELP_FIELD = 'text';
export const HELP_LENGTH = { question: 300, answer: 1500 } as const;

/** The form for a question about a topic. */
export function helpForm({ helping: say }: Words, node: TopicNode): APIModalInteractionResponseCallbackData {
  return form(
    say.ask(node.topic.title),
    customId('help-ask', node.id),
    say.question,
    HELP_LENGTH.question,
    say.whoReads,
  );
}

/** The form for an answer. */
export function helpAnswerForm(
  { helping: say }: Words,
  turnId: string,
): APIModalInteractionResponseCallbackData {
  return form(say.answer, customId('help-say', turnId), say.yourAnswer, HELP_LENGTH.answer);
}

function form(
  heading: string,
  id: string,
  label: string,
  length: number,
  hint?: string,
): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(plain(heading)),
    custom_id: id,
    components: [
      {
        type: ComponentType.Label,
        label,
        ...(hint !== undefined && { description: hint }),
        component: {
          type: ComponentType.TextInput,
          custom_id: HELP_FIELD,
          style: TextInputStyle.Paragraph,
          min_length: 1,
          max_length: length,
        },
      },
    ],
  };
}

interface HelpPanel {
  readonly lines: readonly (string | null)[];
  readonly nodeId: string;
  readonly mayAskAgain: boolean;
  /** The address of a channel in which they can ask instead; null if they need none. */
  readonly channelUrl: string | null;
}

/** What a member sees after *Who can help?*. */
export function helpView(words: Words, { lines, nodeId, mayAskAgain, channelUrl }: HelpPanel): Message {
  const { helping: say } = words;
  return card(
    'neutral',
    text(...lines),
    row(
      ...(channelUrl === null ? [] : [link(say.toChannel, channelUrl)]),
      ...(mayAskAgain ? [button(say.again, customId('help-who', nodeId, 'again'))] : []),
      button(words.act.openTopic, customId('topic', nodeId)),
    ),
  );
}

/** Says that nobody can be asked, and where else to ask. `done`: how many others have done the topic. */
export function nobodyLines(
  { helping: say }: Words,
  node: TopicNode,
  done: number,
  channelId: string | null,
): readonly (string | null)[] {
  return [say.nobodyFor(title(node)), channelId === null ? null : say.askInChannel(done, `<#${channelId}>`)];
}

/** The latest question about a topic, with its answer. */
export function ownAskLines(
  words: Words,
  ask: { readonly isOpen: boolean; readonly askedAt: number; readonly answer: HelpGiven | null },
): readonly string[] {
  const { helping: say } = words;
  if (ask.answer !== null) return [say.answered(mention(ask.answer.userId)), quoted(ask.answer.text)];
  return [ask.isOpen ? say.waiting(when(ask.askedAt, 'R')) : say.nobodyLeft];
}

interface HelpGiven {
  readonly userId: string;
  readonly text: string;
}

/** Asks a member for help, by direct message. */
export function helpWanted(
  words: Words,
  asked: { readonly id: string; readonly name: string; readonly node: TopicNode; readonly question: string },
): RESTPostAPIChannelMessageJSONBody {
  const { helping: say } = words;
  return directly(
    card(
      'invite',
      text(say.wanted(inline(asked.name), title(asked.node)), quoted(asked.question)),
      text(say.whyYou),
      row(
        button(say.answer, customId('help-write', asked.id), 'primary'),
        // The id at the end lets the bot find the message after a crash.
        button(say.decline, customId('help-decline', asked.id)),
      ),
    ),
  );
}

/** What the message to a helper becomes once they have answered: the question, and what they sent. */
export function helpSent(
  { helping: say }: Words,
  about: { readonly name: string; readonly node: TopicNode } | null,
  question: string,
  answer: string,
): Message {
  return card(
    'done',
    text(
      say.sent,
      about === null ? null : say.wanted(inline(about.name), title(about.node)),
      quoted(question),
    ),
    text(say.youAnswered, quoted(answer)),
  );
}

/** Tells a member what the other answered, by direct message. */
export function helpGiven(
  words: Words,
  given: {
    readonly id: string;
    readonly name: string;
    readonly node: TopicNode;
    readonly roadmapId: string;
    readonly answer: string;
  },
): RESTPostAPIChannelMessageJSONBody {
  const { helping: say } = words;
  return directly(
    card(
      'done',
      text(say.given(inline(given.name), title(given.node)), quoted(given.answer)),
      // The id at the end lets the bot find the message after a crash.
      row(
        button(say.open, withMark(customId('topic', given.node.id, given.id), roadmapMark(given.roadmapId))),
      ),
    ),
  );
}

/** A line about help. */
export function helpNote(line: string): Message {
  return card('neutral', text(line));
}

function directly(message: Message): RESTPostAPIChannelMessageJSONBody {
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...message.components],
    allowed_mentions: { parse: [] },
  };
}

/** A member's text as a quotation. Nothing in it has an effect. */
export function quoted(said: string): string {
  return said
    .split('\n')
    .map((line) => inline(line))
    .filter((line) => line !== '')
    .map((line) => `> ${line}`)
    .join('\n');
}

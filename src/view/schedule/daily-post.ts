import type { APIComponentInContainer } from 'discord.js';
import { customId, MENU_ID } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import type { QuestProgress } from '../../study/goals/quest.ts';
import type { Reason } from '../../study/suggestions/suggest.ts';
import type { Studying } from '../../store/sessions/now.ts';
import type { Words } from '../../words/index.ts';
import { button, card, type Message, row, select, separator, text } from '../components.ts';
import { clip, inline, plain } from '../escape.ts';
import { questLine } from '../goals/quest.ts';
import { peopleLine } from '../people.ts';
import { studyingLine } from '../sessions/now.ts';
import { reasonText } from '../suggestions/reason.ts';
import { dayName } from '../time.ts';
import { breadcrumb, mention, title, toRead } from '../topics/topic-text.ts';

/** The content of a daily post. */
export interface DailyPost {
  readonly deliveryId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The title of the roadmap, if the server follows several. */
  readonly roadmap: string | null;
  /** The topic of the day, then others to choose instead. */
  readonly topics: readonly [GroupPick, ...GroupPick[]];
  /** The ids of the users who are on the topic of the day and allow to be named. */
  readonly doing: readonly string[];
  /** The members who have done it and allow to be named, with the time (epoch ms). */
  readonly done: readonly { readonly userId: string; readonly since: number }[];
  /** Who studies in the group at the moment. */
  readonly studying: readonly Studying[];
  /** The group's quest on that day; null without one. */
  readonly quest: QuestProgress | null;
}

interface GroupPick {
  readonly node: TopicNode;
  readonly reason: Reason;
}

/** The most characters that the parts may take. They stay far below the 4,000 of a message. */
const BUDGET = { path: 250, reason: 350 };
/** How many people a line names. */
const NAMED = 5;

/** The daily post. */
export function dailyPostView(words: Words, post: DailyPost): Message {
  const [main, ...others] = post.topics;
  const day = dayName(post.date, words.locale, { weekday: 'long', day: 'numeric', month: 'long' });
  const press = (action: string, label: string, style?: 'primary') =>
    button(label, customId('post', action, post.deliveryId, main.node.id), style);

  return card(
    'invite',
    text(
      `-# ${words.daily.heading(day)}`,
      `## ${title(main.node)}`,
      `-# ${path(main.node, post.roadmap)}`,
      toRead(words, main.node),
      ...whyIt(words, post),
    ),
    row(
      press('in', words.daily.imIn, 'primary'),
      press('done', words.act.done),
      press('discuss', words.daily.discuss),
    ),
    otherWays(words, others, post.deliveryId),
    ...divided(studyingLine(words, post.studying), questLine(words, post.quest)),
  );
}

/** The other topics and one's own picks, in one list: the post asks for a single thing. */
function otherWays(words: Words, others: readonly GroupPick[], deliveryId: string) {
  const { daily, focus } = words;
  const options = others.map(({ node }) => {
    const { minutes } = node.topic;
    const facts = [
      minutes === null ? '' : focus.about(focus.duration(minutes)),
      node.path.map(plain).join(' › '),
    ];
    const description = facts.filter((fact) => fact !== '').join(' · ');
    return {
      label: plain(node.topic.title),
      value: customId('post', 'in', deliveryId, node.id),
      ...(description !== '' && { description }),
    };
  });
  const picks = { label: daily.myPicks, value: customId('post', 'picks', deliveryId) };
  return select(MENU_ID, daily.other, [...options, picks]);
}

/** What the group is doing, below a separator; nothing if there is nothing. */
function divided(...lines: readonly (string | null)[]): readonly APIComponentInContainer[] {
  return lines.every((line) => line === null) ? [] : [separator(), text(...lines)];
}

function path(node: TopicNode, roadmap: string | null): string {
  const steps = [...(roadmap === null ? [] : [inline(clip(plain(roadmap), 80))]), breadcrumb(node)];
  return clip(steps.join(' › '), BUDGET.path);
}

/** Who has done the topic and who is on it; the reason for it only while there is nobody to follow. */
function whyIt(words: Words, { topics: [main], doing, done }: DailyPost): readonly (string | null)[] {
  if (doing.length + done.length === 0) return [clip(reasonText(words, main.reason), BUDGET.reason)];
  return [
    done.length === 0
      ? null
      : words.topic.doneBy(
          peopleLine(
            words,
            done.map(({ userId }) => mention(userId)),
            NAMED,
          ),
        ),
    doing.length === 0 ? null : words.topic.onIt(peopleLine(words, doing.map(mention), NAMED)),
  ];
}

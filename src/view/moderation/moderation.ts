import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import type { Report, Subject } from '../../store/moderation/reports.ts';
import type { Takedown } from '../../store/moderation/takedowns.ts';
import type { Words } from '../../words/index.ts';
import { button, card, formTitle, type Message, row, separator, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { mention } from '../topics/topic-text.ts';

/** The id of the form's field, and the longest reason in characters. */
export const REASON = { reason: 'reason', length: 300 } as const;

/** Where the form of taking down was opened: in the list of reports, or under the work itself. */
export type OpenedIn = 'list' | null;

/** How many reports are listed at once. Further ones follow when these are settled. */
const LISTED = 5;
const TITLE_LENGTH = 80;
/** The longest reason in a list, with its escapes. One full of marks is cut, so that a list fits into a message. */
const REASON_SHOWN = 400;

/** The button that opens a report. For organisers it opens the form that takes the subject down. */
export function reportButton(words: Words, subject: Subject) {
  return button(words.moderation.report, reportId(subject, null));
}

/** The id of a button that opens the form of a report or, for organisers, of taking down. */
export function reportId(subject: Subject, from: OpenedIn): string {
  return customId('report', ...subjectIds(subject), ...(from === null ? [] : [from]));
}

function subjectIds(subject: Subject): readonly [string, string] {
  return subject.kind === 'work' ? ['work', subject.proofId] : ['app', subject.buildId];
}

/** The form of a member's report. */
export function reportForm(words: Words, subject: Subject): APIModalInteractionResponseCallbackData {
  const { title, ...say } = words.moderation.reporting;
  return reasonForm(title, customId('report', ...subjectIds(subject)), say);
}

/** The form with which an organiser takes something down. `title`: of its topic or app. */
export function takeDownForm(
  words: Words,
  subject: Subject,
  title: string,
  from: OpenedIn,
): APIModalInteractionResponseCallbackData {
  const { title: naming, ...say } = words.moderation.takingDown;
  const id = customId('take-down', ...subjectIds(subject), ...(from === null ? [] : [from]));
  return reasonForm(naming(plain(title)), id, say);
}

function reasonForm(
  title: string,
  id: string,
  say: { readonly label: string; readonly hint: string },
): APIModalInteractionResponseCallbackData {
  return {
    title: formTitle(title),
    custom_id: id,
    components: [
      {
        type: ComponentType.Label,
        label: say.label,
        description: say.hint,
        component: {
          type: ComponentType.TextInput,
          custom_id: REASON.reason,
          style: TextInputStyle.Paragraph,
          max_length: REASON.length,
        },
      },
    ],
  };
}

/**
 * The open reports, for organisers only.
 * @param news what the organiser has just done: a line about it, and what they took down of the listed
 */
export function reportsView(
  words: Words,
  reports: readonly Report[],
  {
    note = null,
    takenDown = null,
  }: { readonly note?: string | null; readonly takenDown?: Subject | null } = {},
): Message {
  const say = words.moderation;
  const [, gone] = takenDown === null ? [] : subjectIds(takenDown);
  return card(
    reports.length === 0 ? 'neutral' : 'problem',
    text(note, say.heading, reports.length === 0 ? say.none : null),
    ...reports.slice(0, LISTED).flatMap((one) => {
      const ids = subjectIds(one.subject);
      if (ids[1] === gone) return [separator(), text(say.lineGone(titleOf(one.title)))];
      const open =
        one.subject.kind === 'work'
          ? customId('work', ids[1], 0, 'reported')
          : customId('gallery', 'all', ids[1], 'reported');
      return [
        separator(),
        text(say.line(titleOf(one.title), mention(one.reporterId)), reasonOf(one.reason)),
        row(button(say.look, open), ...decisions(words, one.subject)),
      ];
    }),
    ...(reports.length > LISTED ? [text(words.andMore(reports.length - LISTED))] : []),
    row(button(words.setup.backHere, customId('setup'))),
  );
}

/** What an organiser can do below something that was reported, with the way back to the list. */
export function decisionRow(words: Words, subject: Subject) {
  return row(...decisions(words, subject), button(words.moderation.back, customId('reports')));
}

function decisions({ moderation: say }: Words, subject: Subject) {
  return [
    button(say.takeDown, reportId(subject, 'list'), 'danger'),
    button(say.dismiss, customId('report-dismiss', ...subjectIds(subject))),
  ];
}

/** The button that opens the list of the open reports. */
export function reportsButton(words: Words, n: number) {
  return button(words.moderation.open(n), customId('reports'));
}

/** Tells an organiser that there are open reports. */
export function reportsNotice(words: Words, n: number): Message {
  return card(
    'problem',
    text(words.moderation.waiting(n)),
    row(button(words.moderation.see, customId('reports'), 'primary')),
  );
}

/** Takes the place of a post that organisers took down. */
export function takenDownView(words: Words, title: string): Message {
  return card('neutral', text(words.moderation.takenDown(titleOf(title))));
}

/** Tells a member which of their work organisers took down, and why. */
export function takedownsNotice(words: Words, takedowns: readonly Takedown[]): Message {
  const say = words.moderation;
  return card(
    'neutral',
    ...takedowns
      .slice(0, LISTED)
      .map(({ title, reason }) => text(say.told(titleOf(title)), reasonOf(reason))),
    text(say.stillYours),
  );
}

function titleOf(title: string): string {
  return inline(clip(plain(title), TITLE_LENGTH));
}

function reasonOf(reason: string): string {
  return clip(inline(reason), REASON_SHOWN);
}

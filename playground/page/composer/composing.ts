import type { FileView, OptionValue } from '../../web/protocol.ts';
import type { Problem } from '../problems.ts';
import {
  add,
  begin,
  change,
  drop,
  EMPTY,
  fillIn,
  firstEmpty,
  type CommandDraft,
  type Draft,
} from './draft.ts';
import type { Entry } from './entries.ts';
import type { Pick } from './offers.ts';

/** The name of the field after the last option, where people add further options, and of the field for text. */
export const TAIL = '';

/** Discord takes ten files with a message. */
const MOST_FILES = 10;

/** What is written in the composer, and where the person is in it. */
export interface Composing {
  readonly draft: Draft;
  /** The files that go with a message. */
  readonly files: readonly FileView[];
  /** The text in the field after the last option, which looks for further options. */
  readonly tail: string;
  /** What is wrong with the values, by the option's name. */
  readonly problems: ReadonlyMap<string, Problem>;
  /** The name of the field that had the focus last. */
  readonly active: string;
  /** The field that gets the focus once it is drawn. Each wish is an object of its own, so that it is fulfilled once. */
  readonly wanted: { readonly field: string } | null;
  /** The index of the highlighted offer; -1 for none. */
  readonly at: number;
  /** Whether the person closed the list of offers, or is somewhere else on the page. */
  readonly isClosed: boolean;
}

const NO_PROBLEMS: Composing['problems'] = new Map();

/** The empty composer of a person who has just come. */
export const START: Composing = {
  draft: EMPTY,
  files: [],
  tail: '',
  problems: NO_PROBLEMS,
  active: TAIL,
  wanted: null,
  at: 0,
  isClosed: true,
};

/** The offer that is highlighted first. In the last field there is none, because Enter sends there. */
const firstAt = (field: string): number => (field === TAIL ? -1 : 0);

/** Moves to a field and opens its offers. */
export const goTo = (state: Composing, field: string): Composing => ({
  ...state,
  active: field,
  wanted: { field },
  at: firstAt(field),
  isClosed: false,
});

const goOn = (state: Composing, draft: Draft, field: string): Composing =>
  goTo({ ...state, draft, tail: '', problems: NO_PROBLEMS }, field);

const goToEmpty = (state: Composing, draft: CommandDraft): Composing =>
  goOn(state, draft, firstEmpty(draft) ?? TAIL);

/** Begins a command, with values for some of its options by name. */
export const beginCommand = (
  state: Composing,
  entry: Entry,
  options: Readonly<Record<string, OptionValue>> = {},
): Composing => goToEmpty(state, fillIn(begin(entry), options));

/** Takes everything back that was written. Files stay, because they are removed one by one. */
export const clear = (state: Composing): Composing => goOn(state, EMPTY, TAIL);

/** Takes one of the offers. */
export function take(state: Composing, pick: Pick): Composing {
  const { draft, active } = state;
  if (pick.kind === 'entry') return beginCommand(state, pick.entry);
  if (draft.mode === 'text') return state;
  if (pick.kind === 'option') return goOn(state, add(draft, pick.option), pick.option.name);
  return goToEmpty(state, change(draft, active, pick.text, pick.value));
}

/** Removes an option from the command. */
export const removeOption = (state: Composing, name: string): Composing =>
  state.draft.mode === 'text' ? state : goOn(state, drop(state.draft, name), TAIL);

/** The text of the message has changed. The name of a command and a space begin that command. */
export function writeText(state: Composing, text: string, entries: readonly Entry[]): Composing {
  const named = text.startsWith('/') && text.endsWith(' ') ? text.slice(1, -1) : null;
  const entry = entries.find((each) => each.label === named || each.path === named);
  if (entry !== undefined) return beginCommand(state, entry);
  return { ...state, draft: { mode: 'text', text }, at: 0, isClosed: false };
}

/** The value of an option has changed. `chosen` is null if its text was only typed. */
export const writeOption = (
  state: Composing,
  name: string,
  text: string,
  chosen: OptionValue | null,
): Composing =>
  state.draft.mode === 'text'
    ? state
    : {
        ...state,
        draft: change(state.draft, name, text, chosen),
        problems: NO_PROBLEMS,
        at: 0,
        isClosed: false,
      };

/** A field of the command has got the focus. */
export const enterField = (state: Composing, field: string): Composing => ({
  ...state,
  active: field,
  at: state.active === field ? state.at : firstAt(field),
  isClosed: false,
});

/** Adds files to the message, up to the most that Discord takes. */
export const addFiles = (state: Composing, files: readonly FileView[]): Composing =>
  goTo({ ...state, files: [...state.files, ...files].slice(0, MOST_FILES) }, TAIL);

/** Shows what is wrong with the values, and moves to the first of them. */
export const showProblems = (state: Composing, problems: ReadonlyMap<string, Problem>): Composing =>
  goTo({ ...state, problems }, [...problems.keys()][0] ?? TAIL);

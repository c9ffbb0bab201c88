import type { Message } from '../view/components.ts';
import type { AnyCommand, Buttons, Call } from './command.ts';
import { type FloodGate, makeFloodGate, type Pace } from './flood-gate.ts';
import { makeMissedAnswers, type MissedAnswers } from './missed.ts';

/**
 * Something that a person has to know in addition to the answer to their command.
 * @returns a message to them alone, or null if there is nothing to say
 */
export type Notice = (call: Call) => Promise<Message | null>;

/** The first of several notices that has something to say. The others wait for the next command. */
export function firstOf(...notices: readonly Notice[]): Notice {
  return async (call) => {
    for (const notice of notices) {
      const said = await notice(call);
      if (said !== null) return said;
    }
    return null;
  };
}

/**
 * The first of some notices about what others have done with a member's work. They are asked only while the member has
 * not been told of something.
 */
export function ifUntold(...notices: readonly Notice[]): Notice {
  const first = firstOf(...notices);
  return (call) => (call.asking.isUntold ? first(call) : Promise.resolve(null));
}

/** All handlers and limits, made once from the list of commands. */
export interface Handlers {
  readonly commands: ReadonlyMap<string, AnyCommand>;
  readonly presses: ReadonlyMap<string, NonNullable<Buttons['presses']>[string]>;
  readonly forms: ReadonlyMap<string, NonNullable<Buttons['forms']>[string]>;
  /** The names that may open a form, see `Buttons.asks`. */
  readonly asks: ReadonlySet<string>;
  readonly notice: Notice;
  readonly missed: MissedAnswers;
  readonly acting: FloodGate;
  readonly typing: FloodGate;
  /** After how many real milliseconds the bot says that it is thinking. */
  readonly thinkingAfter: number;
}

/** Discord asks for suggestions at each keystroke, so people may do this so many times as fast as anything else. */
const TYPING = 4;

/** Discord wants a first answer within 3 s. After so many milliseconds the bot says that it is thinking. */
const THINKING_AFTER = 1500;

/**
 * @param others buttons that belong to no command's answer: those under posts
 * @param pace how fast one person may use the bot
 * @param notice what is added below the answer to a command
 * @param thinkingAfter see `Handlers`
 * @throws Error if two commands claim the same name or action, which is a mistake in the program
 */
export function handlersOf(
  commands: readonly AnyCommand[],
  others: readonly Buttons[],
  pace: Pace,
  notice: Notice,
  thinkingAfter = THINKING_AFTER,
): Handlers {
  const buttons = [...commands, ...others];
  return {
    commands: unique(commands.map((command) => [command.data.name, command])),
    presses: unique(buttons.flatMap(({ presses }) => Object.entries(presses ?? {}))),
    forms: unique(buttons.flatMap(({ forms }) => Object.entries(forms ?? {}))),
    asks: new Set(buttons.flatMap(({ asks }) => asks ?? [])),
    notice,
    missed: makeMissedAnswers(),
    acting: makeFloodGate(pace),
    typing: makeFloodGate({ burst: pace.burst * TYPING, perSecond: pace.perSecond * TYPING }),
    thinkingAfter,
  };
}

function unique<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map(entries);
  if (map.size === entries.length) return map;
  const names = entries.map(([name]) => name);
  throw new Error(`claimed twice: ${names.filter((name, index) => names.indexOf(name) < index).join(', ')}`);
}

import type { Words } from './words.ts';

/** A command as sentences name it: `` `/roadmap view` ``. */
const COMMAND = /(?<!\\)`\/([a-z][a-z -]*)`/g;

/**
 * The same words with the commands in their sentences written so that they can be pressed: `</roadmap view:123>`. A command
 * that Discord gave no id for stays as it is.
 * @param ids the commands' ids by name
 */
export function pressable(words: Words, ids: ReadonlyMap<string, string>): Words {
  const mentioned = (sentence: string): string =>
    sentence.replace(COMMAND, (named, command: string) => {
      const id = ids.get(command.split(' ')[0] ?? '');
      return id === undefined ? named : `</${command}:${id}>`;
    });
  return throughout(words, mentioned);
}

/** A catalogue with every text changed, and every text that one of its functions makes. */
function throughout<T>(part: T, change: (text: string) => string): T;
function throughout(part: unknown, change: (text: string) => string): unknown {
  if (typeof part === 'string') return change(part);
  if (typeof part === 'function')
    return (...given: readonly unknown[]) => throughout(Reflect.apply(part, undefined, given), change);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, throughout(each, change)]));
}

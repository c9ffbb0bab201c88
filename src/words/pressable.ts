import { throughout } from './unbroken.ts';
import type { Words } from './words.ts';

/** A command in a sentence: `` `/roadmap view` ``. */
const COMMAND = /(?<!\\)`\/([a-z][a-z -]*)`/g;

/**
 * The same words, with each command as a mention that people can press: `</roadmap view:123>`. A command
 * without an id from Discord stays as it is.
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

import { fold } from '../text/fold.ts';

/** The part of a proposal that says what it asks for. */
interface Asked {
  readonly topicId: string;
  readonly kind: 'topic' | 'link' | 'note';
  readonly text: string;
}

/**
 * Puts proposals together that ask for the same: about the same topic, with the same text but for capitals and spaces.
 * Addresses have to be equal, because two that differ in a capital may lead to different pages.
 * @returns the groups in the order of their first proposals, none of them empty
 */
export function mergeProposals<T extends Asked>(proposals: readonly T[]): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const proposal of proposals) {
    const { topicId, kind, text } = proposal;
    const key = JSON.stringify([
      topicId,
      kind,
      kind === 'link' ? text : fold(text).trim().replace(/\s+/g, ' '),
    ]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [proposal]);
    else group.push(proposal);
  }
  return [...groups.values()];
}

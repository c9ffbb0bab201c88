import type { APIButtonComponent } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { METHODS } from '../../roadmap/roadmap.ts';
import { ladder, nextRung, type Proofs, type Rung } from '../../study/proofs/proof.ts';
import type { Words } from '../../words/index.ts';
import { button } from '../components.ts';
import { MARKS, PROVEN_MARK } from '../topics/topic-text.ts';

/** How each step of a ladder stands, in one sign. */
const RUNG_MARKS = {
  open: MARKS.todo,
  written: MARKS.doing,
  proven: MARKS.done,
} as const satisfies Record<Rung['state'], string>;

/** A topic's ladder: whether it is done and proven, and which steps stand; null if it asks for nothing and has nothing. */
export function ladderLines(
  words: Words,
  node: TopicNode,
  proofs: Proofs,
  is: { readonly done: boolean; readonly proven: boolean },
): readonly string[] {
  const named = (rungs: readonly Rung[]): string =>
    rungs.map(({ method, state }) => `${RUNG_MARKS[state]} ${words.proof.rung[method]}`).join('\u2003');
  const asked = ladder(node, proofs);
  const extra = beside(node, proofs);
  const done = is.done ? MARKS.done : MARKS.todo;
  const proven = is.proven ? PROVEN_MARK : MARKS.todo;
  return [
    ...(asked.length === 0 ? [] : [words.proof.ladder(done, proven, named(asked))]),
    ...(extra.length === 0 ? [] : [words.proof.extra(named(extra))]),
  ];
}

/** A button for each step: what stands can be read, what does not can be written. The next step stands out. */
export function ladderButtons(words: Words, node: TopicNode, proofs: Proofs): readonly APIButtonComponent[] {
  const asked = ladder(node, proofs);
  const next = nextRung(asked);
  return [...asked, ...beside(node, proofs)].map((rung) => {
    const { method, state } = rung;
    const style = rung === next ? 'primary' : 'secondary';
    return state === 'open'
      ? button(words.proof.write[method], customId(method, 'write', node.id), style)
      : button(
          `${RUNG_MARKS[state]} ${words.proof.heading[method]}`,
          customId(method, 'show', node.id, 0),
          style,
        );
  });
}

/** Work that the topic does not ask for. */
function beside(node: TopicNode, proofs: Proofs): readonly Rung[] {
  const asked = new Set(ladder(node, proofs).map(({ method }) => method));
  const shown = proofs.get(node.id);
  return METHODS.flatMap((method) => {
    const state = shown?.get(method);
    return state === undefined || asked.has(method) ? [] : [{ method, state }];
  });
}

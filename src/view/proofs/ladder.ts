import type { APIButtonComponentWithCustomId } from 'discord.js';
import { customId } from '../custom-id.ts';
import type { TopicNode } from '../../roadmap/outline.ts';
import { METHODS } from '../../roadmap/roadmap.ts';
import { ladder, nextRung, type Proofs, type Rung } from '../../study/proofs/proof.ts';
import type { Words } from '../../words/index.ts';
import { button } from '../components.ts';

/**
 * Says in words what proves a topic: which kinds of work count, wait for others, or are still to do. Empty if the topic asks
 * for nothing and the member has written nothing.
 */
export function ladderLines(
  words: Words,
  node: TopicNode,
  proofs: Proofs,
  isWholeProven: boolean,
): readonly string[] {
  const asked = ladder(node, proofs);
  const say = words.proof;
  const named = (rungs: readonly Rung[]): string =>
    rungs.length === 0 ? '' : words.list(rungs.map(({ method }) => say.name[method]));
  const left = asked.filter(({ state }) => state !== 'proven');
  // What is left to do comes last, where a line is read for what is next.
  const steps = [...asked.filter(({ state }) => state === 'proven'), ...left]
    .map((rung) => stepOf(words, rung))
    .join(' · ');
  const proven = named(asked.filter(({ state }) => state === 'proven'));
  // What the topic does not ask for does not count for it.
  const others = named(beside(node, proofs));
  const first: Sentence = isWholeProven
    ? [proven, say.allProven]
    : hasAll(node, proofs)
      ? [proven, say.allThere]
      : [steps, (names) => say.toProve(names, left.length, asked.length)];
  return filledIn(first, [others, say.waiting]);
}

/** A kind of work, with how far it is and what makes it count. */
function stepOf({ proof: say }: Words, { method, state }: Rung): string {
  const name = say.name[method];
  if (state !== 'written') return say.step[state](name);
  return say.step.written[method === 'tez' ? 'readers' : 'listeners'](name);
}

/** Whether all the work that a topic asks for is there and counts, so that the topic is proven once it is done. */
export function hasAll(node: TopicNode, proofs: Proofs): boolean {
  const asked = ladder(node, proofs);
  return node.topic.stage === null && asked.length > 0 && asked.every(({ state }) => state === 'proven');
}

type Sentence = readonly [names: string, say: (names: string) => string];

/** The sentences whose names are there. */
function filledIn(...sentences: readonly Sentence[]) {
  return sentences.filter(([names]) => names !== '').map(([names, say]) => say(names));
}

/** A button for each step, the next one first. It opens existing work, or the form for new work. */
export function ladderButtons(
  words: Words,
  node: TopicNode,
  proofs: Proofs,
): readonly APIButtonComponentWithCustomId[] {
  const asked = ladder(node, proofs);
  const next = nextRung(asked);
  const others = [...asked, ...beside(node, proofs)].filter((rung) => rung !== next);
  return [...(next === null ? [] : [next]), ...others].map(({ method, state }) =>
    state === 'open'
      ? button(words.proof.write[method], customId(method, 'write', node.id))
      : button(words.proof.see[method], customId(method, 'show', node.id, 0)),
  );
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

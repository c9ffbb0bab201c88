import type { Outline, Place } from '../roadmap/outline.ts';
import { METHODS, type Method, type Section } from '../roadmap/roadmap.ts';
import type { Progress } from './progress.ts';
import { percent, standings } from './status.ts';

/** How far a proof is: written by the member, or proven, which for some methods takes the word of others. */
export type ProofState = 'written' | 'proven';

/** What one member has shown of the topics: by topic id, each method that there is work for. */
export type Proofs = ReadonlyMap<string, ReadonlyMap<Method, ProofState>>;

/** A step of a topic's ladder. */
export interface Rung {
  readonly method: Method;
  readonly state: ProofState | 'open';
}

/** Methods that count as soon as the work is there; the others need somebody else to say so. */
const PROVEN_BY_WRITING: ReadonlySet<Method> = new Set(['cheatcode', 'project']);

/** Whether work by this method proves a topic without the word of others. */
export function provesByItself(method: Method): boolean {
  return PROVEN_BY_WRITING.has(method);
}

/**
 * The methods that a topic asks for, in the order in which they are climbed. A stage of the career direction that is a
 * track's thesis asks for it; any other stage, and a topic with others under it, asks for nothing by itself.
 */
export function methodsOf(place: Place): readonly Method[] {
  const { stage } = place.topic;
  if (stage !== null) return stage.kind === 'tez' ? ['tez'] : [];
  if (place.children.length > 0) return [];
  return METHODS.filter((method) => place.section.methods.includes(method));
}

/** Which steps of a topic stand, and which are open. */
export function ladder(place: Place, proofs: Proofs): readonly Rung[] {
  const shown = proofs.get(place.id);
  return methodsOf(place).map((method) => ({ method, state: shown?.get(method) ?? 'open' }));
}

/** The next step to climb: the first that is not proven; null if there is none. */
export function nextRung(rungs: readonly Rung[]): Rung | null {
  return rungs.find((rung) => rung.state !== 'proven') ?? null;
}

/** Leaves that ask for proof, and how many of them are proven: ticked off, and shown by each method that they ask for. */
export interface ProofTally {
  readonly proven: number;
  readonly total: number;
  /** Whole, 0 to 100; 100 only when all is proven, 0 only when nothing is. */
  readonly percent: number;
}

/** Whether a topic is proven: ticked off, asked for at least one method, and shown by all of them. */
export function isProven(place: Place, progress: Progress, proofs: Proofs): boolean {
  const rungs = ladder(place, proofs);
  const isDone = place.topic.stage?.kind === 'tez' || progress.get(place.id)?.state === 'done';
  return isDone && rungs.length > 0 && rungs.every((rung) => rung.state === 'proven');
}

/** Counts the proven leaves of one section with its subsections, or else of all tracks; skipped ones are left out. */
export function proofTally(
  outline: Outline,
  progress: Progress,
  proofs: Proofs,
  section?: Section,
): ProofTally {
  const counted = section === undefined ? null : withSubsections(section);
  const standing = standings(outline, progress);
  const asked = outline.places.filter(
    (place) =>
      place.topic.stage === null &&
      methodsOf(place).length > 0 &&
      standing.get(place.id)?.state !== 'skipped' &&
      (counted === null ? place.top.kind === 'track' : counted.has(place.section)),
  );
  const proven = asked.filter((place) => isProven(place, progress, proofs)).length;
  return { proven, total: asked.length, percent: percent(proven, asked.length) };
}

function withSubsections(section: Section): ReadonlySet<Section> {
  return new Set([section, ...section.sections.flatMap((child) => [...withSubsections(child)])]);
}

import type { Choice, TypingCall } from '../../discord/command.ts';
import { roadmapLabels, usableTitles } from '../../discord/roadmap-of.ts';
import { words as wordsOf } from '../../text/fold.ts';

/** Suggests the roadmaps that a member may use here. Those that they follow come first. */
export async function completeRoadmap(call: TypingCall): Promise<readonly Choice[]> {
  const { app, followed, typed } = call;
  const all = await usableTitles(app, call);
  const begun = wordsOf(typed.text);
  const fitting = all.filter(({ title }) => {
    const own = wordsOf(title);
    return begun.every((part) => own.some((word) => word.startsWith(part)));
  });
  const rank = ({ id }: { readonly id: string }): number => {
    const at = followed.indexOf(id);
    return at === -1 ? followed.length : at;
  };
  return roadmapLabels(all).choices(fitting.toSorted((a, b) => rank(a) - rank(b)));
}

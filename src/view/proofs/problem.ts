import { PROOF_LENGTH, type ProofProblem } from '../../study/proofs/problems.ts';
import type { Words } from '../../words/index.ts';
import { clip, inline, plain } from '../escape.ts';

/**
 * The sentence for a thing that has to be corrected in a form.
 * @param link what was typed as its link
 */
export function problemSentence(words: Words, problem: ProofProblem, link = ''): string {
  const said = words.proof.problem;
  const count = new Intl.NumberFormat(words.locale);
  switch (problem) {
    case 'too-long':
      return said['too-long'](count.format(PROOF_LENGTH.text));
    case 'long-language':
      return said['long-language'](count.format(PROOF_LENGTH.language));
    case 'link':
      return said.link(inline(clip(plain(link), 100)));
    case 'long-link':
    case 'repository':
    case 'language':
    case 'learned':
    case 'nothing':
    case 'thin':
      return said[problem];
  }
}

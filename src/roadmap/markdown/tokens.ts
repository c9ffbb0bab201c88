import MarkdownIt, { type Env, type StateBlock, type Token } from 'markdown-it';
import { parser } from './page.ts';

/** So many lines are read in some milliseconds. */
const LINES_IN_A_STEP = 1000;

/**
 * Reads the blocks of Markdown as `parser.parse` does, and yields every so many lines between two blocks that stand in
 * no other: 5,000 items take 25 to 40 ms. A single list is read in one go, however long it is.
 * @param env is filled with the link definitions
 */
export function* tokensInSteps(
  markdown: string,
  env: Env,
  lines = LINES_IN_A_STEP,
): Generator<void, readonly Token[]> {
  const file = new parser.core.State(markdown, parser, env);
  parser.core.process(file);
  const state = new PausedState(file.src, parser, env, []);
  while (state.line < state.lineMax) {
    const from = state.line;
    state.pauseAt = from + lines;
    parser.block.tokenize(state, from, state.lineMax);
    if (state.pausedAt !== null) state.line = state.pausedAt;
    state.pausedAt = null;
    yield;
  }
  return state.tokens.filter(({ type }) => type !== 'reference_definition');
}

/** How far markdown-it reads in one go. */
class PausedState extends MarkdownIt.StateBlock {
  pauseAt = 0;
  pausedAt: number | null = null;
}

/** A rule of markdown-it that is asked about each block first. It takes all the rest, so that nothing is left to read. */
function pause(state: StateBlock, line: number, end: number): boolean {
  if (!(state instanceof PausedState) || state.level > 0 || line < state.pauseAt) return false;
  state.pausedAt = line;
  state.line = end;
  return true;
}

parser.block.ruler.before('table', 'pause', pause);

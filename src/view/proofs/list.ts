import type { TopicNode } from '../../roadmap/outline.ts';
import type { Method } from '../../roadmap/roadmap.ts';
import type { ListedProof } from '../../store/proofs/roadmap-proofs.ts';
import { unmarked } from '../../text/unmarked.ts';
import type { Words } from '../../words/index.ts';
import { button, card, filled, fitting, LIMITS, type Message, row, select, text } from '../components.ts';
import { customId } from '../custom-id.ts';
import { clip, inline, plain } from '../escape.ts';
import { near } from '../time.ts';
import { label, title } from '../topics/topic-text.ts';

interface ListedWork {
  readonly proof: ListedProof;
  readonly node: TopicNode;
  /** How its text begins; empty if it has none. */
  readonly opening: string;
  /** How many people of this group an explanation makes sense to, as far as it is not proven yet. */
  readonly clear: number;
}

/** A member's work by a method. */
export interface ProofList {
  readonly method: Method;
  /** The work with its topics. The latest comes first. */
  readonly proofs: readonly ListedWork[];
  /** How many people have to agree in this group; 0 outside of one. */
  readonly needed: number;
  /** Topics that ask for the method and have no work yet. Those that were begun or done come first. */
  readonly next: readonly TopicNode[];
  /** The counts over all topics that ask for the method. */
  readonly tally: { readonly proven: number; readonly total: number };
  readonly page: number;
  /** Epoch ms. */
  readonly now: number;
}

const LINES_BUDGET = 3200;
/** The most characters of a text that are shown. */
const BEGINNING = 40;
/** Everything on a page can be chosen from one select, so a page is no longer than that. */
const PER_PAGE = LIMITS.optionsPerSelect;

const optionOf = (node: TopicNode) => ({ label: label(node, LIMITS.optionText), value: node.id });

/** A page of a member's work by a method. */
export function proofListView(words: Words, list: ProofList): Message {
  const { method, proofs, next, tally } = list;
  const { list: said } = words.proof;
  const pages = Math.max(1, Math.ceil(proofs.length / PER_PAGE));
  const page = Math.min(Math.max(list.page, 0), pages - 1);
  const shown = proofs.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  const lines = shown.map((work) => workLines(words, work, list));
  const turn = (to: number, name: string) =>
    button(name, customId(method, 'list', to), 'secondary', to < 0 || to >= pages);
  return card(
    'neutral',
    text(said.heading[method], said.about[method], proofs.length === 0 ? said.empty[method] : null),
    ...filled(proofs.length === 0 ? null : fitting(lines, LINES_BUDGET, words.andMore)),
    ...filled(tallyLine(words, method, tally), pages > 1 ? words.roadmap.page(page + 1, pages) : null),
    ...(shown.length === 0
      ? []
      : [
          select(
            customId(method, 'show'),
            said.open,
            shown.map(({ node }) => optionOf(node)),
          ),
        ]),
    ...(next.length === 0
      ? []
      : [
          select(
            customId(method, 'write'),
            proofs.length === 0 ? said.first : said.next[method],
            next.map(optionOf),
          ),
        ]),
    row(
      ...(pages > 1 ? [turn(page - 1, words.roadmap.previous), turn(page + 1, words.roadmap.following)] : []),
      button(words.progress.mine, customId('progress')),
    ),
  );
}

/** The topic with the day of the last change, how the text begins, and what makes it count as long as it does not. */
function workLines(
  { proof: say }: Words,
  { proof, node, opening, clear }: ListedWork,
  { method, needed, now }: ProofList,
): string {
  // No word is cut in two.
  const first = inline(clip(plain(unmarked(opening)), BEGINNING).replace(/[\s.,;:]+\S*…$/u, '…'));
  const line = say.list.line(`**${title(node)}**`, near(proof.updatedAt, now));
  const open = clear > 0 && needed > clear ? say.list.clearTo(clear, needed - clear) : say.written[method];
  const waits = proof.provenAt === null ? open : '';
  return [line, ...[waits, first].filter((each) => each !== '').map((each) => `-# ${each}`)].join('\n');
}

/** How many topics are proven by the method, of those for which it can be written. */
function tallyLine({ proof }: Words, method: Method, { proven, total }: ProofList['tally']): string | null {
  if (total === 0) return null;
  if (proven === 0) return proof.list.possible[method](total);
  return proof.list.counted[method](proven, total);
}

/** Says that a topic does not allow a method. `choices` are topics to write for instead. */
export function unfitProofView(
  words: Words,
  method: Method,
  said: string,
  choices: readonly TopicNode[],
): Message {
  const options = choices.map(optionOf);
  return card(
    'problem',
    text(said),
    ...(options.length === 0 ? [] : [select(customId(method, 'write'), words.proof.unfit.choose, options)]),
  );
}

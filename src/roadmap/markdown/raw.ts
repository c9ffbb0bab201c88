/** A place in a file. */
export interface Spot {
  /** Counted from 1. */
  readonly line: number;
  /** The number of UTF-16 units before it on its line. */
  readonly column: number;
}

/** The data that all pieces of a block share. */
interface Whole {
  readonly text: string;
  readonly line: number;
  /** The offset in the text at which each line begins. */
  readonly starts: readonly number[];
  /** The column in the file at which each line of the text begins. */
  readonly columns: (number | undefined)[];
  /** The lines of the file. */
  readonly source: readonly string[];
}

/**
 * A piece of a file's text that knows where each of its letters stands. It leaves out what its block puts before its
 * lines: indentation, bullets, quote marks.
 */
export class Raw {
  readonly text: string;
  readonly #whole: Whole;
  readonly #from: number;

  private constructor(whole: Whole, from: number, to: number) {
    this.text = whole.text.slice(from, to);
    this.#whole = whole;
    this.#from = from;
  }

  /**
   * The text of a block. Each of its lines is the end of a line of the file, apart from closing marks.
   * @param source the lines of the file
   * @param line the line on which the block begins, counted from 1
   */
  static ofBlock(source: readonly string[], text: string, line: number): Raw {
    const starts = [0];
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    return new Raw({ text, line, starts, columns: [], source }, 0, text.length);
  }

  /** A piece of one line. */
  static ofLine(text: string, { line, column }: Spot): Raw {
    return new Raw({ text, line, starts: [0], columns: [column], source: [] }, 0, text.length);
  }

  /** The line on which it begins, counted from 1. */
  get line(): number {
    return this.#whole.line + this.#lineAt(this.#from);
  }

  slice(from: number, to = this.text.length): Raw {
    return new Raw(this.#whole, this.#from + from, this.#from + to);
  }

  /** The place in the file of a letter of the text. */
  spot(offset: number): Spot {
    const { line, starts } = this.#whole;
    const at = this.#from + offset;
    const index = this.#lineAt(at);
    return { line: line + index, column: this.#column(index) + at - (starts[index] ?? 0) };
  }

  #column(index: number): number {
    const { text, line, starts, columns, source } = this.#whole;
    const known = columns[index];
    if (known !== undefined) return known;
    const end = starts[index + 1];
    const own = text.slice(starts[index], end === undefined ? undefined : end - 1);
    // The file may indent differently: with tabs, or with indentation that partly belongs to the list.
    const indent = own.length - own.trimStart().length;
    const column = (source[line - 1 + index] ?? '').lastIndexOf(own.trim()) - indent;
    columns[index] = column;
    return column;
  }

  #lineAt(at: number): number {
    const { starts } = this.#whole;
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

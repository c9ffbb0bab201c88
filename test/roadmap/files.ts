import * as fc from 'fast-check';

/** A topic, and how its line is written. */
export interface WrittenTopic {
  readonly title: string;
  readonly mark: ' ' | 'x' | 'X';
  readonly bullet: '-' | '*' | '+' | '1.';
  /** By how many spaces its line is out of line with its siblings. */
  readonly shift: 0 | 1;
  readonly blankLineBefore: boolean;
  readonly children: readonly WrittenTopic[];
}

export interface WrittenSection {
  readonly title: string;
  readonly topics: readonly WrittenTopic[];
  /** Sections with a label line in place of a heading. */
  readonly labelled: readonly Omit<WrittenSection, 'labelled' | 'sections'>[];
  readonly sections: readonly WrittenSection[];
}

export interface WrittenFile {
  readonly title: string;
  readonly sections: readonly WrittenSection[];
  readonly lineEnd: '\n' | '\r\n' | '\r';
  /** The indentation of a child's bullet: a tab for each level, or so many spaces more than its parent's text. */
  readonly indent: '\t' | 0 | 1 | 2;
}

const word = fc.stringMatching(/^[a-zA-Z0-9çğıöşüÇĞİÖŞÜ日é]{1,8}$/u);
const mark = fc.constantFrom(
  '&',
  '✨',
  '👩‍👩‍👧‍👦',
  '(x)',
  'a/b',
  'C++',
  '[',
  '*',
  '_',
  '`',
  '<',
  '!',
  "API's",
  '1.',
);
const title = fc
  .tuple(
    fc.stringMatching(/^[a-zçş]{1,6}$/u),
    fc.array(fc.oneof({ weight: 4, arbitrary: word }, mark), { maxLength: 4 }),
  )
  .map(([first, others]) => [first, ...others].join(' '));

function topics(depth: number): fc.Arbitrary<readonly WrittenTopic[]> {
  const topic: fc.Arbitrary<WrittenTopic> = fc.record({
    title,
    mark: fc.constantFrom(' ', 'x', 'X'),
    bullet: fc.constantFrom('-', '*', '+', '1.'),
    shift: fc.constantFrom(0, 1),
    blankLineBefore: fc.boolean(),
    children: depth === 0 ? fc.constant([]) : topics(depth - 1),
  });
  return fc.array(topic, { maxLength: 3 });
}

const someTopics = topics(3).filter((some) => some.length > 0);

function sections(depth: number): fc.Arbitrary<readonly WrittenSection[]> {
  const section = fc.record({
    title,
    topics: someTopics,
    labelled: fc.array(fc.record({ title, topics: someTopics }), { maxLength: 1 }),
    sections: depth === 0 ? fc.constant([]) : sections(depth - 1),
  });
  return fc.array(section, { maxLength: 2 });
}

/** Roadmap files of any shape, by an author who does not indent carefully. */
export const files: fc.Arbitrary<WrittenFile> = fc.record({
  title,
  sections: sections(2).filter((some) => some.length > 0),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  indent: fc.constantFrom<WrittenFile['indent'][]>('\t', 0, 1, 2),
});

/** The file's Markdown. */
export function write({ title: name, sections: all, lineEnd, indent }: WrittenFile): string {
  const lines = [`# ${escape(name)}`, ''];
  const list = (inside: readonly WrittenTopic[], depth: number, column: number): void => {
    for (const topic of inside) {
      const start = column + (indent === '\t' ? 0 : topic.shift);
      if (topic.blankLineBefore && topic !== inside[0]) lines.push('');
      const before = indent === '\t' ? '\t'.repeat(depth) : ' '.repeat(start);
      lines.push(`${before}${topic.bullet} [${topic.mark}] ${escape(topic.title)}`);
      list(topic.children, depth + 1, start + topic.bullet.length + 1 + (indent === '\t' ? 0 : indent));
    }
  };
  const heading = (section: WrittenSection, level: number): void => {
    lines.push(`${'#'.repeat(level)} ${escape(section.title)}`);
    list(section.topics, 0, 0);
    for (const label of section.labelled) {
      lines.push('', escape(label.title));
      list(label.topics, 0, 0);
    }
    lines.push('');
    for (const inner of section.sections) heading(inner, level + 1);
  };
  for (const section of all) heading(section, 2);
  return lines.join(lineEnd);
}

/** The sketch of what the file means. */
export function meaning({ title: name, sections: all }: WrittenFile): string {
  const lines = [`= ${name}`];
  const list = (inside: readonly WrittenTopic[], indent: string): void => {
    for (const topic of inside) {
      lines.push(`${indent}${topic.mark === ' ' ? '-' : 'x'} ${topic.title}`);
      list(topic.children, `${indent}  `);
    }
  };
  const heading = (section: WrittenSection, indent: string): void => {
    lines.push(`${indent}${section.title} (track)`);
    list(section.topics, `${indent}  `);
    for (const label of section.labelled) heading({ ...label, labelled: [], sections: [] }, `${indent}  `);
    for (const inner of section.sections) heading(inner, `${indent}  `);
  };
  for (const section of all) heading(section, '');
  return lines.join('\n');
}

function escape(plain: string): string {
  return plain.replace(/[[\]*_`<!&]/gu, String.raw`\$&`);
}

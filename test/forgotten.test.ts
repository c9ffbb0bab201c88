import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { commands, operatorCommands, postButtons } from '../commands/index.ts';
import { LANGUAGES } from '../src/words/index.ts';
import { entriesOf } from './catalogue.ts';
import { filesUnder } from './imports.ts';

const ROOT = join(import.meta.dirname, '..');

/** What the code outside of the words names: members, keys and strings, and what is looked up by a computed key. */
interface Named {
  readonly names: ReadonlySet<string>;
  readonly lookedUp: ReadonlySet<string>;
}

function namedIn(files: readonly string[]): Named {
  const names = new Set<string>();
  const lookedUp = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      node.forEach(visit);
      return;
    }
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    if (node.type === 'Identifier' && 'name' in node) names.add(String(node.name));
    if (node.type === 'Literal' && 'value' in node && typeof node.value === 'string') names.add(node.value);
    if (node.type === 'MemberExpression' && 'computed' in node && node.computed === true && 'object' in node)
      lookedUp.add(lastNameOf(node.object));
    for (const [key, value] of Object.entries(node)) if (key !== 'parent') visit(value);
  };
  for (const file of files) visit(parseSync(file, readFileSync(join(ROOT, file), 'utf8')).program);
  return { names, lookedUp };
}

/** `settings` in both `words.settings` and `settings`. */
function lastNameOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('property' in node) return lastNameOf(node.property);
  return 'name' in node ? String(node.name) : '';
}

/** Every entry whose own name is used nowhere, and which no computed key on the list around it can mean. */
function unused(paths: readonly string[], { names, lookedUp }: Named): readonly string[] {
  return paths.filter((path) => {
    const steps = path.split('.');
    return !steps.every((step, index) => names.has(step) || lookedUp.has(steps[index - 1] ?? ''));
  });
}

/** The actions of all custom ids that the code makes from a literal name. */
function actionsIn(sources: readonly string[]): ReadonlySet<string> {
  return new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/\bcustomId\(\s*'([\w-]+)'/g)].map(([, name = '']) => name),
    ),
  );
}

describe('words', () => {
  const code = [...filesUnder('src'), ...filesUnder('commands')];
  const named = namedIn(code.filter((path) => !/^src\/words\/[a-z]{2}\//.test(path)));
  const paths = entriesOf(LANGUAGES.en).map(({ path }) => path);

  test('each is used somewhere', () => {
    expect(unused(paths, named)).toEqual([]);
  });

  test('an unused one would be found', () => {
    expect(unused([...paths, 'topic.sentenceThatNobodySays'], named)).toContain(
      'topic.sentenceThatNobodySays',
    );
  });
});

describe('buttons, lists and forms', () => {
  const all = [...commands, ...operatorCommands, ...postButtons];
  const handled = new Set(all.flatMap(({ presses, forms }) => Object.keys({ ...presses, ...forms })));
  const made = actionsIn(filesUnder('src').map((file) => readFileSync(join(ROOT, file), 'utf8')));

  test('each has a press or a form in a command', () => {
    // A choice from a list of buttons is handled as a press of the chosen button.
    expect([...made].filter((action) => action !== 'menu' && !handled.has(action))).toEqual([]);
  });

  test('one without would be found', () => {
    const found = actionsIn([
      "row(button(say.hello, customId('hello', id)), button(say.bye, customId(\n 'bye')))",
    ]);
    expect([...found]).toEqual(['hello', 'bye']);
    expect(made.size).toBeGreaterThan(150);
  });
});

test('the README names each command', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const missing = [...commands, ...operatorCommands]
    .map(({ data }) => data.name)
    .filter((name) => !readme.includes(`/${name}`) && !readme.includes(`_${name}_`));
  expect(missing).toEqual([]);
});

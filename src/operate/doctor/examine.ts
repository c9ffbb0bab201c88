import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';
import { loggable } from '../../discord/discord-error.ts';
import { lookOver, postingProblem } from '../../discord/look-over.ts';
import type { App } from '../../app.ts';
import type { Env } from '../../env.ts';
import { openForReading } from '../../store/open-reading.ts';
import { channelsForPosts, pausedPosts, postsSince, waitingPosts } from '../../store/overview.ts';
import type { Db } from '../../store/schema.ts';
import { WHOLE } from '../../store/share.ts';
import { examine } from '../../store/sqlite/examine.ts';
import { StoreError } from '../../store/store-error.ts';
import { snapshotsIn } from '../backup/snapshots.ts';
import { ownVersion } from '../version.ts';
import { type Finding, ofBackups, ofChannel, ofDiscord, ofFile, ofPauses, ofPosts } from './findings.ts';
import { DAY } from '../../time/units.ts';

/** Each server takes three requests. So many servers are enough to show a problem that all have. */
const SERVERS = 50;

/** What is checked. */
export interface Patient {
  readonly env: Env;
  readonly rest: App['client']['rest'];
  /** The names of the commands that should be registered. */
  readonly commands: readonly string[];
  /** The time, in epoch ms. */
  readonly now: () => number;
}

/** Checks everything that a bot needs. It changes nothing, and the bot may be running. */
export async function examineAll(patient: Patient): Promise<readonly Finding[]> {
  const { env, now } = patient;
  const versions: Finding = {
    level: 'well',
    text: `Roadmate ${ownVersion()} on Node ${process.versions.node}, time zones of ${process.versions.tz}.`,
  };
  const store = env.databaseUrl === null ? await examineFile(env, now()) : [];
  const posts = await examineStored(env.databaseUrl ?? env.databasePath, now());
  return [versions, ...store, ...posts.findings, ...(await examineDiscord(patient, posts.channels))];
}

/** Checks the posts in the database. Faults of the database itself are found elsewhere. */
async function examineStored(
  place: string,
  now: number,
): Promise<{ readonly findings: readonly Finding[]; readonly channels: readonly Channel[] }> {
  let store: ReturnType<typeof openForReading> | null = null;
  try {
    store = openForReading(place);
    return { findings: await examinePosts(store.db, now), channels: await channelsForPosts(store.db) };
  } catch (error) {
    const { message } = loggable(error);
    return {
      findings: [{ level: 'wrong', text: `What the database says of posts cannot be read (${message}).` }],
      channels: [],
    };
  } finally {
    await store?.close();
  }
}

interface Channel {
  readonly guildId: string;
  readonly channelId: string;
}

async function examineFile(env: Env, now: number): Promise<readonly Finding[]> {
  const { databasePath, backupDir } = env;
  const newest = backupDir === null ? undefined : snapshotsIn(backupDir, databasePath)[0];
  const backups = ofBackups(backupDir, newest?.at ?? null, now);
  try {
    const found = examine(databasePath);
    const { bavail, bsize } = await statfs(dirname(databasePath));
    return [...ofFile(found, bavail * bsize), backups];
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return [{ level: 'wrong', text: error.message }, backups];
  }
}

async function examineDiscord(
  { env, rest, commands, now }: Patient,
  channels: readonly Channel[],
): Promise<readonly Finding[]> {
  try {
    const facts = await lookOver(rest, now);
    const missing = commands.filter((name) => facts?.commands.includes(name) === false);
    const findings = ofDiscord(facts, missing, env.shardCount);
    return facts === null ? findings : [...findings, ...(await examineChannels(rest, channels))];
  } catch (error) {
    const { error: name, message = '', status = '' } = loggable(error);
    return [
      {
        level: 'wrong',
        text: `Discord cannot be reached at ${env.discordApi} (${name} ${status}${message}).`,
      },
    ];
  }
}

async function examineChannels(
  rest: Patient['rest'],
  channels: readonly Channel[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { guildId, channelId } of channels.slice(0, SERVERS)) {
    const problem = await postingProblem(rest, guildId, channelId);
    if (problem !== null) findings.push(ofChannel(guildId, problem));
  }
  const looked = Math.min(channels.length, SERVERS);
  const which =
    channels.length > SERVERS
      ? `the first ${SERVERS} of ${channels.length} servers`
      : `${looked} of ${looked} servers`;
  if (findings.length === 0)
    findings.push({ level: 'well', text: `The bot may post in ${which} that chose a channel.` });
  return findings;
}

async function examinePosts(db: Db, now: number): Promise<readonly Finding[]> {
  const { since } = await waitingPosts(db, WHOLE, now);
  const posts = await postsSince(db, now - DAY);
  return [
    ...ofPauses(await pausedPosts(db, WHOLE)),
    ...ofPosts(
      posts.map(({ state }) => state),
      since === null ? null : now - since,
    ),
  ];
}

import type { DiscordFacts, PostingProblem } from '../../discord/look-over.ts';
import type { Examination } from '../../store/sqlite/examine.ts';
import { HOUR, SECOND } from '../../time/units.ts';

/** A sentence for the operator. `wrong`: they have to do something; `note`: they should know it. */
export interface Finding {
  readonly level: 'well' | 'note' | 'wrong';
  readonly text: string;
}

const well = (text: string): Finding => ({ level: 'well', text });
const note = (text: string): Finding => ({ level: 'note', text });
const wrong = (text: string): Finding => ({ level: 'wrong', text });

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;

/** If this clock differs more from Discord's, posts come at wrong times. */
const CLOCK_OFF = 30 * SECOND;
const OLD_BACKUP = 26 * HOUR;
const LARGE_LOG = 256 * MEGABYTE;
const LITTLE_ROOM = GIGABYTE;
const FEW_STARTS = 50;

/** @param free the free bytes on its disk */
export function ofFile(found: Examination, free: number): readonly Finding[] {
  const { damage, loose, steps, size, log, members, engine } = found;
  return [
    damage.length === 0
      ? well(`The database is whole: ${sized(size)}, ${counted(members, 'member')}.`)
      : wrong(
          `The database is damaged (${damage.join('; ')}). Stop the bot, and restore a backup: npm run restore -- FILE`,
        ),
    ...(loose === 0
      ? []
      : [wrong(`${counted(loose, 'row')} in the database refer to nothing. Please report this.`)]),
    steps.pending === 0
      ? well(`The database is of this version, by SQLite ${engine}.`)
      : note(
          `The database is of an older version: the next start brings it ${counted(steps.pending, 'step')} further.`,
        ),
    ...(log > LARGE_LOG
      ? [
          note(
            `The log beside the database has grown to ${sized(log)}: some program has been reading for long.`,
          ),
        ]
      : []),
    free > Math.max(LITTLE_ROOM, 2 * size)
      ? well(`There is room on its disk: ${sized(free)}.`)
      : wrong(`Its disk has only ${sized(free)} left. Make room: on a full disk nothing can be saved.`),
  ];
}

/** @param newest the time of the newest backup, in epoch ms; null if there is none */
export function ofBackups(folder: string | null, newest: number | null, now: number): Finding {
  if (folder === null) return note('No backups are taken. Set BACKUP_DIR to have them.');
  if (newest === null)
    return wrong(`There is no backup in ${folder}. Look for "could not be backed up" in the log.`);
  const hours = Math.floor((now - newest) / HOUR);
  const age = `The newest backup is ${counted(hours, 'hour')} old.`;
  return now - newest > OLD_BACKUP
    ? wrong(`${age} Look for "could not be backed up" in the log.`)
    : well(age);
}

/** @param missing the names of commands that are not registered */
export function ofDiscord(facts: DiscordFacts | null, missing: readonly string[], shardCount: number | null) {
  if (facts === null)
    return [wrong('Discord refuses DISCORD_TOKEN. Make a new one on the page "Bot" of your application.')];
  const { name, clockAhead, privileged, endpoint, startsLeft, shards } = facts;
  const off = clockAhead === null ? 0 : Math.abs(clockAhead);
  return [
    well(`Discord takes the token: ${name}.`),
    off > CLOCK_OFF
      ? wrong(
          `The clock here is ${Math.round(off / SECOND)} s ${(clockAhead ?? 0) > 0 ? 'behind' : 'ahead of'} Discord’s. Set it, best by NTP: posts come by it.`,
        )
      : well('The clock is right.'),
    endpoint === null
      ? well('Discord sends what people do to the bot.')
      : wrong(
          `Discord sends what people do to ${endpoint} instead of to the bot. Empty "Interactions Endpoint URL" on the page "General Information".`,
        ),
    privileged.length === 0
      ? well('No privileged intent is switched on; none is needed.')
      : note(
          `Privileged intents are switched on that are not needed: ${privileged.join(', ')}. Switch them off on the page "Bot".`,
        ),
    missing.length === 0
      ? well('All commands are registered.')
      : note(
          `Discord does not have ${missing.map((command) => `/${command}`).join(', ')} yet: the next start registers them.`,
        ),
    startsLeft >= FEW_STARTS
      ? well(`The bot can be started ${counted(startsLeft, 'more time')} today.`)
      : wrong(
          `Only ${counted(startsLeft, 'more start')} today: something starts the bot over and over. Discord resets the token when they are used up.`,
        ),
    ...(shardCount !== null && shardCount < shards
      ? [note(`Discord recommends ${counted(shards, 'shard')}, and SHARD_COUNT is ${shardCount}.`)]
      : []),
  ] as const satisfies readonly Finding[];
}

/** Says why posts cannot reach the chosen channel of a server. */
export function ofChannel(guildId: string, problem: PostingProblem): Finding {
  if (problem === 'not-there')
    return wrong(`Server ${guildId}: the bot is not there any more. Start the bot, and it notices.`);
  if (problem === 'gone')
    return wrong(
      `Server ${guildId}: the channel for posts is gone. Its organisers choose another with /setup.`,
    );
  return wrong(`Server ${guildId}: the bot lacks ${problem.join(', ')} in the channel for posts.`);
}

const REASONS = {
  organiser: 'by their organisers',
  'channel-gone': 'because the channel is gone',
  forbidden: 'because the bot may not post there',
} as const;

/** @param paused all paused posts */
export function ofPauses(
  paused: readonly {
    readonly guildId: string;
    readonly reason: keyof typeof REASONS;
    readonly since: number;
  }[],
): readonly Finding[] {
  if (paused.length === 0) return [well('No posts are paused.')];
  return [...Map.groupBy(paused, ({ reason }) => reason)].map(([reason, all]) => {
    const guilds = [...new Map(all.map(({ guildId, since }) => [guildId, since]))];
    const named = guilds
      .slice(0, MOST)
      .map(([id, since]) => `${id} since ${new Date(since).toISOString().slice(0, 10)}`);
    const rest = guilds.length > MOST ? ` and ${guilds.length - MOST} more` : '';
    const text = `Posts are paused in ${counted(guilds.length, 'server')} ${REASONS[reason]}: ${named.join(', ')}${rest}.`;
    return reason === 'organiser' ? note(text) : wrong(`${text} Their organisers are told.`);
  });
}

const MOST = 10;

/** @param states the outcomes of the posts of the last day */
export function ofPosts(states: readonly string[], late: number | null): readonly Finding[] {
  const count = (state: string): number => states.filter((each) => each === state).length;
  const failed = count('failed');
  return [
    failed === 0
      ? well(`No post failed in the last day: ${count('sent')} sent, ${count('skipped')} skipped.`)
      : wrong(
          `${counted(failed, 'post')} of the last day failed. Look for "a scheduled post failed" in the log.`,
        ),
    late === null || late < HOUR / 6
      ? well('No post is late.')
      : wrong(
          `A post has been due for ${counted(Math.floor(late / (HOUR / 60)), 'minute')}. Is the bot running, and is Discord well?`,
        ),
  ];
}

const sized = (bytes: number): string =>
  bytes >= GIGABYTE ? `${(bytes / GIGABYTE).toFixed(1)} GB` : `${Math.ceil(bytes / MEGABYTE)} MB`;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The finding as a line, with a mark for its level. */
export function lineOf({ level, text }: Finding): string {
  return `${{ well: '✓', note: '·', wrong: '✗' }[level]} ${text}`;
}

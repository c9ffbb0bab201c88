import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { RequestMeter } from '../../discord/watch-requests.ts';
import type { Meter } from '../../meter.ts';
import { SECOND } from '../../time/units.ts';

/** What is read when Prometheus asks for the metrics. Times are in milliseconds; null if unknown. */
export interface Readings {
  readonly shards: readonly {
    readonly id: number;
    readonly isConnected: boolean;
    readonly ping: number | null;
  }[];
  readonly guilds: number;
  /** The age of the last tick. */
  readonly heartbeat: number | null;
  readonly store: {
    /** How long the database took to answer; null if it did not. */
    readonly answer: number | null;
    /** Sizes in bytes: the database `file`, its `log`, and the `free` space on the disk. */
    readonly bytes: Readonly<Record<string, number>>;
  };
  readonly posts: {
    readonly waiting: number;
    /** How late the post is that has waited longest. */
    readonly late: number;
    /** How many are paused, by the reason. */
    readonly paused: Readonly<Record<string, number>>;
  };
  /** The age of the newest backup. */
  readonly backup: number | null;
}

export interface Metrics {
  readonly meter: Meter;
  readonly requests: RequestMeter;
  readonly contentType: string;
  /** All metrics in the text format of Prometheus. */
  text(): Promise<string>;
}

/** In seconds. Discord accepts no answer after three. */
const ANSWERS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 3, 5];
/** In seconds. A post within a minute is on time. A daily post may still be sent six hours late. */
const LATENESS = [1, 5, 15, 30, 60, 180, 600, 3600, 21_600, 86_400];

/**
 * Makes all metrics. None of them names a person or a server.
 * @param read is called at each request for the metrics
 */
export function makeMetrics(version: string, read: () => Promise<Readings>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, ...labelNames: readonly string[]) =>
    new Gauge({ name, help, labelNames: [...labelNames], registers });

  gauge('roadmate_info', 'Always 1; the label has the version.', 'version').set({ version }, 1);
  const underWay = gauge('roadmate_answers_under_way', 'Interactions that are being dealt with.');
  const answers = new Histogram({
    name: 'roadmate_answer_seconds',
    help: 'How long interactions took until they were dealt with.',
    labelNames: ['kind', 'name', 'outcome'],
    buckets: ANSWERS,
    registers,
  });
  const posts = new Counter({
    name: 'roadmate_posts_total',
    help: 'Scheduled posts by what became of them.',
    labelNames: ['kind', 'outcome'],
    registers,
  });
  const lateness = new Histogram({
    name: 'roadmate_post_lateness_seconds',
    help: 'How long after they were due posts were sent.',
    labelNames: ['kind'],
    buckets: LATENESS,
    registers,
  });
  const requests = new Counter({
    name: 'roadmate_discord_requests_total',
    help: 'Answers of Discord to requests.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const limited = new Counter({
    name: 'roadmate_discord_limited_total',
    help: 'Requests that had to wait for one of the limits of Discord.',
    labelNames: ['scope', 'route'],
    registers,
  });
  const limitedFor = new Counter({
    name: 'roadmate_discord_limited_seconds_total',
    help: 'How long requests had to wait for limits of Discord.',
    labelNames: ['scope'],
    registers,
  });
  const show = makeGauges(gauge);

  return {
    meter: {
      asked() {
        underWay.inc();
        const stop = answers.startTimer();
        return (what, outcome) => {
          underWay.dec();
          stop({ ...what(), outcome });
        };
      },
      posted(kind, outcome, late) {
        posts.inc({ kind, outcome });
        if (outcome === 'sent' || outcome === 'caught-up')
          lateness.observe({ kind }, Math.max(0, late) / SECOND);
      },
    },
    requests: {
      answered: (method, route, status) => requests.inc({ method, route, status }),
      limited(scope, route, wait) {
        limited.inc({ scope, route });
        limitedFor.inc({ scope }, Math.max(0, wait) / SECOND);
      },
    },
    contentType: registry.contentType,
    async text() {
      show(await read());
      return registry.metrics();
    },
  };
}

type MakeGauge = (name: string, help: string, ...labels: readonly string[]) => Gauge;

/** Makes the metrics that are read at each request instead of counted. Unknown readings are left out. */
function makeGauges(gauge: MakeGauge): (readings: Readings) => void {
  const up = gauge('roadmate_gateway_up', 'Whether a shard is connected to Discord.', 'shard');
  const ping = gauge(
    'roadmate_gateway_ping_seconds',
    'How long Discord took to answer a sign of life.',
    'shard',
  );
  const guilds = gauge('roadmate_guilds', 'Servers that the bot is in.');
  const heartbeat = gauge('roadmate_heartbeat_age_seconds', 'How long ago the last tick began.');
  const storeUp = gauge('roadmate_store_up', 'Whether the database answers.');
  const storeAnswer = gauge('roadmate_store_answer_seconds', 'How long the database took to answer.');
  const bytes = gauge('roadmate_store_bytes', 'Bytes of the database, and free on its disk.', 'part');
  const waiting = gauge('roadmate_posts_waiting', 'Posts that are due and not settled.');
  const late = gauge('roadmate_posts_waiting_seconds', 'How late the post is that has waited longest.');
  const paused = gauge('roadmate_posts_paused', 'Posts that are paused, by the reason.', 'reason');
  const backup = gauge('roadmate_backup_age_seconds', 'How old the newest backup is.');
  return (readings) => {
    for (const each of [up, ping, heartbeat, storeAnswer, bytes, paused, backup]) each.reset();
    for (const shard of readings.shards) {
      up.set({ shard: shard.id }, shard.isConnected ? 1 : 0);
      if (shard.ping !== null) ping.set({ shard: shard.id }, shard.ping / SECOND);
    }
    guilds.set(readings.guilds);
    if (readings.heartbeat !== null) heartbeat.set(readings.heartbeat / SECOND);
    storeUp.set(readings.store.answer === null ? 0 : 1);
    if (readings.store.answer !== null) storeAnswer.set(readings.store.answer / SECOND);
    for (const [part, size] of Object.entries(readings.store.bytes)) bytes.set({ part }, size);
    waiting.set(readings.posts.waiting);
    late.set(readings.posts.late / SECOND);
    for (const [reason, count] of Object.entries(readings.posts.paused)) paused.set({ reason }, count);
    if (readings.backup !== null) backup.set(readings.backup / SECOND);
  };
}

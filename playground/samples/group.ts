import type { Outline, TopicNode } from '../../src/roadmap/outline.ts';
import type { Method } from '../../src/roadmap/roadmap.ts';
import type { Activity, Progress } from '../../src/study/progress/progress.ts';
import { progressAt } from '../../src/study/progress/replay.ts';
import { methodsOf, type Proofs, type ProofState } from '../../src/study/proofs/proof.ts';
import { dateOf, dayAfter, dayNumber } from '../../src/time/study-day.ts';
import type { Person } from '../../src/view/pictures/typeset.ts';
import { makeRandom } from '../demo/random.ts';

/** A made-up member with their study habits. All chances are from 0 to 1. */
interface Habit extends Person {
  /** How many weeks ago they began. */
  readonly weeks: number;
  /** The chance that they study on a day. They have studied on each of the last days. */
  readonly days: number;
  readonly lastDays: number;
  /** The chances that a topic is finished on its day, that it is proven then, and that it is skipped instead. */
  readonly finishes: number;
  readonly proves: number;
  readonly skips: number;
  /** The position of the track that they mostly study, counted from 0. */
  readonly track: number;
}

/**
 * The members of a made-up group. Some of their names are Turkish, and some have letters that the pictures' fonts
 * lack.
 */
const HABITS: readonly Habit[] = [
  {
    name: 'Deniz 🦊',
    username: 'deniz',
    weeks: 25,
    days: 0.48,
    lastDays: 12,
    finishes: 0.3,
    proves: 0.4,
    skips: 0.03,
    track: 0,
  },
  {
    name: 'Ana Žagar',
    username: 'ana',
    weeks: 12,
    days: 0.5,
    lastDays: 0,
    finishes: 0.7,
    proves: 0.2,
    skips: 0.05,
    track: 0,
  },
  {
    name: '田中 健',
    username: 'tanaka.k',
    weeks: 10,
    days: 0.5,
    lastDays: 8,
    finishes: 0.6,
    proves: 0.2,
    skips: 0,
    track: 2,
  },
  {
    name: 'Gülşah Işıldağ',
    username: 'gulsah',
    weeks: 18,
    days: 0.45,
    lastDays: 10,
    finishes: 0.7,
    proves: 0.4,
    skips: 0.05,
    track: 0,
  },
  {
    name: 'Оксана',
    username: 'oksana',
    weeks: 8,
    days: 0.4,
    lastDays: 0,
    finishes: 0.7,
    proves: 0.1,
    skips: 0,
    track: 1,
  },
  {
    name: 'Emeka',
    username: 'emeka',
    weeks: 14,
    days: 0.4,
    lastDays: 0,
    finishes: 0.7,
    proves: 0.2,
    skips: 0,
    track: 0,
  },
  {
    name: 'Lucía',
    username: 'lucia',
    weeks: 6,
    days: 0.4,
    lastDays: 0,
    finishes: 0.7,
    proves: 0,
    skips: 0,
    track: 2,
  },
];

/** What a made-up member did. */
export interface SampleMember {
  readonly userId: string;
  readonly person: Person;
  readonly progress: Progress;
  readonly proofs: Proofs;
  /** Oldest first. */
  readonly activity: readonly Activity[];
  /** How many topics they studied on each day (`YYYY-MM-DD`). */
  readonly studied: ReadonlyMap<string, number>;
}

/** The chance that a day's topic is from another track. */
const OTHER_TRACK = 0.3;
/** On a day of study they also review at most so many topics. */
const REVIEWS = 6;
/** Another number gives another group. */
const SEED = 50;
const HALF_AN_HOUR = 30 * 60_000;

/**
 * Makes up what the members did until a day. The same roadmap and day always give the same.
 * @param today `YYYY-MM-DD`
 */
export function sampleGroup(outline: Outline, today: string): readonly SampleMember[] {
  return HABITS.map((habit, index) => memberWith(habit, SEED + index, outline, today));
}

function memberWith(habit: Habit, seed: number, outline: Outline, today: string): SampleMember {
  const random = makeRandom(seed);
  const userId = String(seed);
  const tracks = tracksOf(outline);
  const [main = [], ...others] = [...tracks.slice(habit.track), ...tracks.slice(0, habit.track)];
  const activity: Activity[] = [];
  const studied = new Map<string, number>();
  const proofs = new Map<string, Map<Method, ProofState>>();
  let begun: TopicNode | null = null;

  const last = dayNumber(today);
  for (let day = last - 7 * habit.weeks; day <= last; day += 1) {
    if (random() > habit.days && day <= last - habit.lastDays) continue;
    const date = dateOf(day);
    let at = Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds + seed;
    const act = ({ id: topicId }: TopicNode, action: Activity['action']): void => {
      at += HALF_AN_HOUR;
      activity.push({ userId, topicId, action, at, date });
    };
    studied.set(date, 1 + Math.floor(random() ** 2 * REVIEWS));
    const track = random() < OTHER_TRACK ? (others[Math.floor(random() * others.length)] ?? []) : main;
    const topic: TopicNode | undefined = begun ?? track.shift();
    if (topic === undefined) continue;
    if (begun === null) act(topic, 'start');
    begun = null;
    if (random() < habit.skips) {
      act(topic, 'skip');
    } else if (random() < habit.finishes) {
      act(topic, 'done');
      const proven = random() < habit.proves ? methodsOf(topic) : [];
      proofs.set(topic.id, new Map(proven.map((method) => [method, 'proven'])));
    } else {
      begun = topic;
    }
  }
  const progress = progressAt(new Map(), activity, dayAfter(today));
  const { name, username } = habit;
  return { userId, person: { name, username }, progress, proofs, activity, studied };
}

/** The leaves of each track. */
function tracksOf({ nodes }: Outline): TopicNode[][] {
  const leaves = nodes.filter(({ top, children }) => top.kind === 'track' && children.length === 0);
  return [...Map.groupBy(leaves, ({ top }) => top).values()];
}

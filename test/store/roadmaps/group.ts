import type { Answers } from '../../../src/roadmap/matching/settle.ts';
import type { Outline } from '../../../src/roadmap/outline.ts';
import { progressOf, record } from '../../../src/store/progress/progress.ts';
import type { Outcome } from '../../../src/store/roadmaps/changing.ts';
import { currentVersion } from '../../../src/store/roadmaps/current.ts';
import { planVersion, type VersionPlan } from '../../../src/store/roadmaps/plan.ts';
import { applyVersion, restoreVersion } from '../../../src/store/roadmaps/versions.ts';
import type { Db } from '../../../src/store/schema.ts';
import type { Action, State } from '../../../src/study/progress/progress.ts';
import { standings } from '../../../src/study/topics/status.ts';
import { storeWith } from '../store.ts';
import { readOnce } from '../../prepared.ts';

/** A group whose roadmap changes. Topics are named by their titles. */
export interface Group {
  readonly db: Db;
  outline(): Promise<Outline>;
  say(userId: string, action: Action, ...titles: readonly string[]): Promise<void>;
  /** A member's states by title, without topics that are to do. */
  standing(userId: string): Promise<Readonly<Record<string, State>>>;
  /** Everything that everybody said, with the topic at which it is stored. */
  everything(): Promise<string>;
  plan(markdown: string): Promise<VersionPlan>;
  change(markdown: string, answers?: Answers): Promise<Outcome>;
  /** Undoes the last change. */
  undo(): Promise<Outcome>;
  close(): Promise<void>;
}

/** Opens a store with the roadmap `trail`. Each act happens a second after the one before. */
export async function groupWith(markdown: string): Promise<Group> {
  const { db, close } = await storeWith(markdown);
  let now = 1000;
  const doer = (userId: string) => {
    now += 1000;
    return { interactionId: String(now), userId, guildId: null, at: now };
  };
  const current = async () => {
    const version = await currentVersion(db, 'trail');
    if (version === null) throw new Error('the roadmap is there');
    return version;
  };
  const outline = async () => (await current()).outline;
  const plan = async (source: string) => {
    const made = await planVersion(db, {
      roadmapId: 'trail',
      source,
      roadmap: readOnce(source).roadmap,
      guildId: null,
    });
    if (made === null) throw new Error('the roadmap is there');
    return made;
  };
  const standing = async (userId: string) => {
    const laidOut = await outline();
    const all = standings(laidOut, await progressOf(db, userId, 'trail'));
    const said = laidOut.nodes.map(({ id, topic }) => [topic.title, all.get(id)?.state ?? 'todo'] as const);
    return Object.fromEntries(said.filter(([, state]) => state !== 'todo'));
  };
  return {
    db,
    outline,
    plan,
    standing,
    close,
    async say(userId, action, ...titles) {
      const { nodes } = await outline();
      const changes = nodes
        .filter(({ topic }) => titles.includes(topic.title))
        .map(({ id }) => ({ topicId: id, action }));
      if (changes.length !== titles.length) throw new Error(`${titles.join(', ')} are topics, each once`);
      await record(db, doer(userId), changes);
    },
    async everything() {
      const { nodes } = await outline();
      const rows = await db
        .selectFrom('progress')
        .selectAll()
        .orderBy('user_id')
        .orderBy('topic_id')
        .execute();
      const people = [...new Set(rows.map(({ user_id }) => user_id))];
      const stand = await Promise.all(people.map(standing));
      return JSON.stringify({
        rows,
        stand,
        topics: nodes.map(({ id, topic }) => [id, topic.key, topic.title]),
      });
    },
    async change(markdown_, answers = new Map()) {
      return applyVersion(db, await plan(markdown_), answers, doer('organiser'));
    },
    async undo() {
      const { number } = await current();
      return restoreVersion(db, { roadmapId: 'trail', shown: number, to: number - 1 }, doer('organiser'));
    },
  };
}

/** A list of topics. Parts are indented by two spaces a level. */
export const list = (...items: readonly string[]): string =>
  `# Trail\n\n## Track\n\n${items.map((item) => item.replace(/^( *)/u, '$1- [ ] ')).join('\n')}\n`;

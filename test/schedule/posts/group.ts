import { expect } from 'vitest';
import { asRead } from '../../../playground/people/reading.ts';
import { checkRequest } from '../../../playground/rules/index.ts';
import { outline, type Outline } from '../../../src/roadmap/outline.ts';
import type { ScheduledPost } from '../../../src/schedule/scheduled-post.ts';
import {
  changeGuild,
  ensureGuild,
  type Guild,
  guildOf,
  type GuildSettings,
} from '../../../src/store/members/guilds.ts';
import { makeLibrary } from '../../../src/store/roadmaps/library.ts';
import { join } from '../../../src/store/members/memberships.ts';
import { record } from '../../../src/store/progress/progress.ts';
import { seedRoadmap } from '../../../src/store/roadmaps/seeding.ts';
import type { Db } from '../../../src/store/schema.ts';
import type { Action } from '../../../src/study/progress/progress.ts';
import { wordsFor } from '../../../src/words/index.ts';
import type { Studio } from '../../../src/view/pictures/studio.ts';
import { postBody } from '../../../src/view/post-body.ts';
import { NO_PICTURES } from '../../pictures.ts';
import { emptyStore } from '../../database.ts';
import { readOnce } from '../../prepared.ts';

/** A study group with a roadmap, and the acts of its people. */
export interface Group {
  readonly db: Db;
  readonly roadmap: Outline;
  readonly guild: () => Promise<Guild>;
  set(settings: GuildSettings): Promise<void>;
  join(...userIds: readonly string[]): Promise<void>;
  /** `at`: epoch ms. */
  does(userId: string, action: Action, title: string, at: number): Promise<void>;
  idOf(title: string): string;
  /** The content that a post would choose for a run. */
  /** `now`: when it is prepared; the time of the run if nothing is said. */
  prepare(
    post: ScheduledPost,
    run: { readonly at: number; readonly date: string },
    now?: number,
  ): Promise<unknown>;
  /** The text of a post, checked against Discord's rules. */
  show(post: ScheduledPost, content: unknown): Promise<Shown>;
  close(): Promise<void>;
}

interface Shown {
  readonly text: string;
  /** The labels of its buttons, with their ids. */
  readonly buttons: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Makes a study group in a store, with its roadmap and members. */
export async function groupWith(
  markdown: string,
  settings: GuildSettings = {},
  pictures: Studio = NO_PICTURES,
): Promise<Group> {
  const store = await emptyStore();
  const { db } = store;
  const app = { db, library: makeLibrary(readOnce), pictures, wordsFor };
  const tree = readOnce(markdown).roadmap;
  await seedRoadmap(db, 'trail', tree, markdown, 0);
  await ensureGuild(db, '1001', 'en-US', 0);
  await changeGuild(db, '1001', {
    roadmapId: 'trail',
    channelId: '2002',
    timeZone: 'Europe/Istanbul',
    weeklyDay: 7,
    ...settings,
  });
  const roadmap = outline('trail', tree);
  let interactions = 1_000;

  const guild = async (): Promise<Guild> => {
    const found = await guildOf(db, '1001');
    if (found === null) throw new Error('the guild is there');
    return found;
  };
  const idOf = (title: string): string => {
    const node = roadmap.nodes.find(({ topic }) => topic.title === title);
    if (node === undefined) throw new Error(`there is no topic called ${title}`);
    return node.id;
  };
  return {
    db,
    roadmap,
    guild,
    idOf,
    set: (changes) => changeGuild(db, '1001', changes),
    async join(...userIds) {
      for (const userId of userIds) await join(db, '1001', userId, 0);
    },
    async does(userId, action, title, at) {
      interactions += 1;
      const actor = { interactionId: String(interactions), userId, guildId: '1001', at };
      await record(db, actor, [{ topicId: idOf(title), action }]);
    },
    prepare: async (post, run, now = run.at) => post.prepare(app, await guild(), run, now),
    async show(post, content) {
      const { files = [], ...message } = await post.render(
        app,
        await guild(),
        JSON.parse(JSON.stringify(content)),
        'delivery-0123456',
      );
      const { roleId } = await guild();
      const body = postBody(message, { roleId });
      const uploads = files.map(({ name, content: bytes }, index) => ({
        field: `files[${index}]`,
        name,
        size: bytes.length,
      }));
      const request = { method: 'POST', path: '/channels/2002/messages', body };
      expect(checkRequest(uploads.length === 0 ? request : { ...request, files: uploads })).toBeNull();
      return { body, ...readBody(body) };
    },
    close: () => store.close(),
  };
}

/** The text and the buttons that a person sees in a message. */
function readBody(body: unknown): Pick<Shown, 'text' | 'buttons'> {
  const lines: string[] = [];
  const buttons: Record<string, string> = {};
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('content' in part) lines.push(String(part.content));
    if ('label' in part && 'custom_id' in part) buttons[String(part.label)] = String(part.custom_id);
    for (const inner of Object.values(part)) walk(inner);
  };
  walk(body);
  return { text: asRead(lines.join('\n')), buttons };
}

const long = (n: number): string => `${n} ${'Şğüöçİı 👩‍👩‍👧‍👦 [x](y) *_~'.repeat(8)}`.slice(0, 100);

/** A roadmap at its extremes: many topics, long titles, deep nesting, and difficult letters and emoji. */
export function hugeRoadmap(topics: number): string {
  const sections = ['Ağaç', 'İkinci', 'Üçüncü'].map((name, index) => {
    const items = Array.from({ length: Math.ceil(topics / 3) }, (_, n) => {
      const link = `https://example.com/${'a'.repeat(400)}/${n}`;
      return `- [ ] ${long(index * topics + n)} [${'oku '.repeat(30)}](${link})`;
    });
    return [`## ${name} ${'Ü'.repeat(90)}`, '', ...items].join('\n');
  });
  return ['# Harita', ...sections].join('\n\n');
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deletePersonalData, personalData } from '../../../src/store/members/personal-data.ts';
import type { Store } from '../../../src/store/store.ts';
import { atOnce } from '../../../src/roadmap/in-turns.ts';
import { dataInSteps } from '../../../src/view/settings/personal-export.ts';
import { fillFor, type Marks, personalTables, type Table, tablesOf, whereStands } from './everybodys-rows.ts';
import { emptyStore } from '../../database.ts';

/**
 * For everybody who adds a table or a column: personal data has to be exported, deleted and named on the privacy
 * page. Every table is filled for two people. A table or column that was forgotten in a list, or is read without a
 * condition on the member, then shows.
 */

/** Columns with the id of a person that are not deleted by the database itself, and why that is right. */
const NOT_BY_CASCADE: Readonly<Record<string, string>> = {
  'plan.made_by': 'the event stays, for others are interested in it, and names nobody any more',
  'roadmap_version.made_by': 'the version stays, for others follow the roadmap, and names nobody any more',
};

/** Tables with a person's data that the export leaves out, and why that is right. */
const NOT_EXPORTED: Readonly<Record<string, string>> = {
  proof_words: 'the folded words of what is exported with its proof',
  delivery_name: 'it has no values of its own; the posts that it refers to are exported',
  counted_proof: 'it names topics alone, and is exported with its proof',
};

/**
 * Tables whose rows belong to no member, and what they hold. A new table either stands here or has a foreign key to
 * `member`, whatever its columns are called.
 */
const NOBODYS: Readonly<Record<string, string>> = {
  buddy_group: 'a week of a group of buddies; who is in it is elsewhere',
  build: 'a showcase app that a team builds; who is in the team is elsewhere',
  delivery: 'a post of a group; names in its content are deleted with the member, see below',
  group_session: 'the plan of a session together; who joined is elsewhere',
  guild: 'what a server has set',
  guild_follow: 'the roadmaps of a server',
  study_room: 'the voice channels that a server named',
  milestone_role: 'the roles that a server gives, and for what',
  guild_roadmap: 'which server a roadmap belongs to',
  handled_interaction: 'the ids of interactions that were carried out',
  identifying: 'when the next shard may begin its connection',
  plan: 'what groups have planned; who made a plan is taken out of it, see above',
  picture_removal: 'the places of pictures that have to be removed from messages',
  post: 'when a server’s posts are due',
  quest: 'what a group wants to reach in a week',
  roadmap: 'the roadmaps themselves',
  roadmap_link: 'the watched links of roadmaps',
  roadmap_topic: 'the places of topics in roadmaps',
  roadmap_version: 'the earlier versions of roadmaps',
  setting: 'what the bot notes for itself',
  submission: 'the shown work of a team; who is in the team is elsewhere',
  submission_picture: 'the pictures of shown work',
  topic: 'the topics to which progress refers',
};

/** A value that a column needs so that it can be read. */
function fixed(column: string, mark: string): string | null | undefined {
  if (/\.(before|reason|fields|carried_over)$/.test(column)) return JSON.stringify({ mark });
  if (column === 'delivery.content') return JSON.stringify({ byMember: [{ userId: ANA }, { userId: BEN }] });
  if (column.endsWith('undoes')) return null;
  // The place of a picture is stored until the picture is removed, and names nobody.
  if (/^named_picture\.(message|channel)_id$/.test(column)) return 'somewhere';
  return undefined;
}

const [ANA, BEN] = ['ana', 'ben'];

let store: Store;
let tables: readonly Table[];
let filled: ReadonlyMap<string, Marks>;
beforeAll(async () => {
  store = await emptyStore();
  tables = await tablesOf(store.db);
  filled = await fillFor(store.db, tables, [ANA, BEN], fixed);
});
afterAll(() => store.close());

const personal = () => [...personalTables(tables)];

test('every column with a member’s id is deleted with them', () => {
  const named = tables.flatMap(({ name, columns, references }) =>
    columns
      .filter((column) => /(^|_)(user|author|owner|member|asker|reader|by)(_id)?$/.test(column.name))
      .filter(
        (column) =>
          `${name}.${column.name}` !== 'member.user_id' &&
          !references.some(
            ({ from, table, onDelete }) =>
              from === column.name && table === 'member' && onDelete === 'CASCADE',
          ),
      )
      .map((column) => `${name}.${column.name}`),
  );
  expect(named.toSorted()).toEqual(Object.keys(NOT_BY_CASCADE).toSorted());
});

test('every table either belongs to a member, or is known to hold nobody’s data', () => {
  const others = tables.map(({ name }) => name).filter((name) => !personalTables(tables).has(name));
  expect(others.toSorted()).toEqual(Object.keys(NOBODYS).toSorted());
});

describe('the export of a member', () => {
  let exported: string;
  beforeAll(async () => {
    exported = atOnce(dataInSteps(await personalData(store.db, ANA), 0));
  });

  test('contains something of each of their tables', () => {
    const missing = personal().filter((table) => {
      const marks = filled.get(ANA)?.get(table) ?? [];
      return table !== 'member' && !(table in NOT_EXPORTED) && !marks.some((mark) => exported.includes(mark));
    });
    expect(missing).toEqual([]);
  });

  test('lists the posts that name them', () => {
    expect(JSON.parse(exported).posts).toEqual([
      {
        id: 'nobody:delivery.id',
        guildId: 'nobody:guild.id',
        kind: 'nobody:delivery.kind',
        date: expect.any(String),
      },
    ]);
  });

  test('contains nothing of anybody else', () => {
    expect(exported).toContain(`${ANA}:`);
    expect(exported).not.toContain(`${BEN}:`);
    const instants = [...(filled.get(BEN)?.values() ?? [])].flat().filter((mark) => /^\d/.test(mark));
    expect(instants.filter((instant) => exported.includes(instant))).toEqual([]);
  });
});

test('the privacy page names each table with personal data', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/privacy.md'), 'utf8');
  const named = [...page.matchAll(/<!-- tables: ([\w ]+) -->/g)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  expect(named.toSorted()).toEqual(personal().toSorted());
});

test('after a deletion nothing of the member is left, and everything of the others', async () => {
  const ofBen = await whereStands(store.db, tables, BEN);
  expect(await whereStands(store.db, tables, `${ANA}:`)).not.toEqual([]);
  await deletePersonalData(store.db, { interactionId: '1', userId: ANA, guildId: null, at: 0 });
  expect(await whereStands(store.db, tables, ANA)).toEqual([]);
  expect(await whereStands(store.db, tables, BEN)).toEqual(ofBen);
});

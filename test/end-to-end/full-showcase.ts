import type { TopicNode } from '../../src/roadmap/outline.ts';
import type { Actor } from '../../src/store/actor.ts';
import type { Db } from '../../src/store/schema.ts';
import { claimApp, invite, joinTeam } from '../../src/store/showcase/builds.ts';
import { submitApp } from '../../src/store/showcase/submissions.ts';
import { TEAM_SIZE } from '../../src/study/showcase.ts';
import { png } from '../commands/pictures.ts';

const SUBMISSIONS = 100;
/** 4,000 characters, with everything that a text may contain. */
const LONG = '# İıŞğ [a](https://example.org) ```x``` 👩‍👩‍👧‍👦 @everyone *_~| konu '.repeat(80).slice(0, 4000);
const ADDRESS = `https://example.org/${'a'.repeat(480)}`;

/**
 * A showcase at its limits: a hundred submissions with texts, addresses and descriptions of the greatest length. A team
 * of twenty made the first member's submission and that of the fourth app, and many applaud them.
 * @param at epoch ms
 */
export async function fillShowcase(
  db: Db,
  guildId: string,
  userIds: readonly string[],
  apps: readonly TopicNode[],
  at: number,
): Promise<void> {
  let interactions = 0;
  const by = (userId: string): Actor => {
    interactions += 1;
    return { interactionId: `app-${interactions}`, userId, guildId, at: at + interactions };
  };
  for (let index = 0; index < SUBMISSIONS; index += 1) {
    const app = apps[index % apps.length];
    const leader = userIds[index];
    if (app === undefined || leader === undefined) throw new Error('there are fewer than that');
    const buildId = await claimApp(db, by(leader), guildId, app.id);
    const team = index === 3 ? userIds.slice(0, 1).concat(userIds.slice(200, 200 + TEAM_SIZE - 2)) : [];
    await invite(db, by(leader), buildId, team);
    for (const userId of team) await joinTeam(db, by(userId), guildId, buildId);
    const work = {
      repository: ADDRESS,
      liveUrl: ADDRESS,
      differently: LONG,
      alt: LONG.slice(0, 300),
      picture: { type: 'png' as const, bytes: png(640, 480, String(index)) },
    };
    await submitApp(db, by(leader), { guildId, topicId: app.id }, work);
  }
  const builds = await db.selectFrom('build').select('id').orderBy('created_at').limit(3).execute();
  for (const { id } of builds) {
    const applause = userIds.slice(100, 200).map((userId) => ({ build_id: id, user_id: userId, at }));
    await db.insertInto('applause').values(applause).execute();
  }
}

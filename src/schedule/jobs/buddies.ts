import { withNames } from '../../discord/names.ts';
import { OutboxError } from '../../discord/outbox.ts';
import {
  type BuddyGroup,
  buddyGroup,
  noteProvenTold,
  openGroups,
  pairingGuilds,
  type ProvenBuddy,
  provenInGroups,
} from '../../store/company/buddy-groups.ts';
import { pinged } from '../../store/members/pings.ts';
import { guildOf } from '../../store/members/guilds.ts';
import { steadyId } from '../../store/steady-id.ts';
import { dateOf, dayNumber, utcDay, weekOf } from '../../time/study-day.ts';
import { provenNudge } from '../../view/company/buddies.ts';
import { postBody } from '../../view/post-body.ts';
import { closeBuddies, pairWeek, tellBuddies, weekToPair } from '../buddies.ts';
import { nodeIn, roadmapsOf } from '../posts/group-study.ts';
import { type Job, type Scheduler, traceOf } from '../scheduler.ts';
import { sendOnce } from '../send-once.ts';
import { spacingOf } from '../spread.ts';

/**
 * Pairs those who want buddies on Mondays, opens their threads and archives those of the week before. In the threads it
 * tells the others when one of them has proven their topic.
 */
export const buddies: Job = {
  name: 'buddies',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    for (const guild of await pairingGuilds(app.db, app.share)) {
      const monday = weekToPair(guild, now);
      if (monday !== null) await guarded(() => pairWeek(app, guild.id, monday, now));
    }
    for (const group of await openGroups(app.db, app.share, dayBefore(now)))
      await guarded(() => bring(app, group, now));
    for (const proven of await provenInGroups(app.db, app.share))
      await guarded(() => nudge(app, proven, now));

    async function guarded(work: () => Promise<void>): Promise<void> {
      if (signal?.aborted === true) return;
      try {
        await work();
      } catch (error) {
        // Without an answer of Discord, the next tick tries again.
        if (error instanceof OutboxError) return;
        app.log.error({ cause: traceOf(error) }, 'buddies could not be handled');
      }
      await scheduler.wait(spacingOf(app.share), signal);
    }
  },
};

async function bring(app: Scheduler['app'], group: BuddyGroup, now: number): Promise<void> {
  if (group.place === null) return tellBuddies(app, group, now);
  const timeZone = (await guildOf(app.db, group.guildId))?.timeZone ?? 'UTC';
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate();
  if (weekOf(today.toString()) > group.monday) await closeBuddies(app, group);
}

async function nudge(app: Scheduler['app'], proven: ProvenBuddy, now: number): Promise<void> {
  const group = await buddyGroup(app.db, proven.groupId);
  const guild = group === null ? null : await guildOf(app.db, group.guildId);
  if (group?.threadId == null || guild === null || !app.outbox.available(guild.id)) return;
  const topic = nodeIn(await roadmapsOf(app, guild), proven.topicId);
  const others = group.members.map(({ userId }) => userId).filter((userId) => userId !== proven.userId);
  if (topic !== undefined && others.length > 0) {
    const id = steadyId('proven', proven.groupId, proven.userId);
    const message = provenNudge(app.wordsFor(guild.locale), { userId: proven.userId, topic, others, id });
    const people = await pinged(app.db, 'buddies', others);
    const body = postBody(await withNames(app, guild.id, message, people.userIds), { people });
    const sent = await sendOnce(app, { id, channelId: group.threadId, claimedAt: proven.at }, body, now);
    if (sent === 'unavailable') return;
  }
  await noteProvenTold(app.db, proven, now);
}

/** So many days after its Monday a week may be over somewhere. Zones are up to a day apart. */
const NEARLY_A_WEEK = 5;

function dayBefore(now: number): string {
  return dateOf(dayNumber(utcDay(now)) - NEARLY_A_WEEK);
}

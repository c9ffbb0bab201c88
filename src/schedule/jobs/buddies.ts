import { withNames } from '../../discord/names.ts';
import {
  type BuddyGroup,
  buddyGroup,
  noteProvenTold,
  openGroups,
  pairingGuilds,
  planPairing,
  type ProvenBuddy,
  provenInGroups,
} from '../../store/company/buddy-groups.ts';
import { pinged } from '../../store/members/pings.ts';
import { guildOf } from '../../store/members/guilds.ts';
import { steadyId } from '../../store/steady-id.ts';
import { dateOf, dayNumber, utcDay, weekOf } from '../../time/study-day.ts';
import { provenNudge } from '../../view/company/buddies.ts';
import { postBody } from '../../view/post-body.ts';
import { closeBuddies, nextPairing, pairWeek, tellBuddies, weekToPair } from '../buddies.ts';
import { eachDue } from '../each-due.ts';
import { nodeIn, roadmapsOf } from '../posts/group-study.ts';
import type { Job, Scheduler } from '../scheduler.ts';
import { sendOnce } from '../send-once.ts';
import { localAt } from '../../time/local.ts';
import { NOBODYS_ZONE } from '../../store/members/clocks.ts';

/**
 * Pairs those who want buddies on Mondays, opens their threads and archives those of the week before. In the threads it
 * tells the others when one of them has proven their topic.
 */
export const buddies: Job = {
  name: 'buddies',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    const due = { job: 'buddies', signal };
    const guilds = await pairingGuilds(app.db, app.share, now);
    await eachDue(scheduler, { ...due, pieces: guilds }, async (guild) => {
      const monday = weekToPair(guild, now);
      if (monday !== null) await pairWeek(app, guild.id, monday, now);
      await planPairing(app.db, guild.id, nextPairing(guild, now), now);
    });
    const groups = await openGroups(app.db, app.share, dayBefore(now));
    await eachDue(scheduler, { ...due, pieces: groups }, (group) => bring(app, group, now));
    const proven = await provenInGroups(app.db, app.share);
    await eachDue(scheduler, { ...due, pieces: proven }, (one) => nudge(app, one, now));
  },
};

async function bring(app: Scheduler['app'], group: BuddyGroup, now: number): Promise<void> {
  if (group.place === null) return tellBuddies(app, group, now);
  const timeZone = (await guildOf(app.db, group.guildId))?.timeZone ?? NOBODYS_ZONE;
  const today = localAt(now, timeZone).toPlainDate();
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

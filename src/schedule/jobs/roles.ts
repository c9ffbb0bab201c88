import { withNames } from '../../discord/names.ts';
import { guildOf, NOBODYS_LOCALE } from '../../store/members/guilds.ts';
import {
  addReached,
  claimRole,
  dueRoles,
  noteGiven,
  noteGroupTold,
  putOffRole,
  type ReachedRole,
  rolesToTell,
} from '../../store/roles/given.ts';
import { milestoneRolesOf, noteRefusedRole } from '../../store/roles/milestones.ts';
import { dueMemberships, markTouched, noteLookedAt } from '../../store/roles/touched.ts';
import { steadyId } from '../../store/steady-id.ts';
import { postBody } from '../../view/post-body.ts';
import { rolePost } from '../../view/roles/earned.ts';
import { eachDue } from '../each-due.ts';
import { pauseAfter } from '../pauses.ts';
import { reachedRoles, roadmapsAbout } from '../roles.ts';
import type { Job, Scheduler } from '../scheduler.ts';
import { sendOnce } from '../send-once.ts';

/** So few a tick that no post is delayed: looking at a member takes some milliseconds, giving a role two requests. */
const AT_ONCE = { looks: 100, gifts: 25 };

/**
 * Gives members the roles whose milestones they have reached, one role at a time, and tells their group if they want
 * that. No role is ever taken away.
 */
export const roles: Job = {
  name: 'roles',
  of: 'guilds',
  async run(scheduler, now, signal) {
    const { app } = scheduler;
    const { share } = app;
    const due = { job: 'roles', signal };
    await markTouched(app.db, now);
    const looks = await dueMemberships(app.db, share, AT_ONCE.looks);
    await eachDue(scheduler, { ...due, pieces: looks }, async ({ guildId, userId }) => {
      await noteLookedAt(app.db, guildId, userId);
      await addReached(app.db, guildId, userId, await reachedRoles(app, guildId, userId, now), now);
    });
    const gifts = await dueRoles(app.db, share, now, AT_ONCE.gifts);
    await eachDue(scheduler, { ...due, pieces: gifts }, (role) => give(scheduler, role, now));
    const untold = await rolesToTell(app.db, share, AT_ONCE.gifts);
    await eachDue(scheduler, { ...due, pieces: untold }, (role) => tellGroup(scheduler, role, now));
  },
};

async function give({ app }: Scheduler, role: ReachedRole, now: number): Promise<void> {
  const { db, outbox } = app;
  const { guildId, userId, roleId } = role;
  if (!outbox.available(guildId)) return;
  // What Discord would refuse is not asked for, because it locks out a bot that sends too many such requests.
  if (app.roles.problem(guildId, roleId) !== null) return putOffRole(db, role, now + pauseAfter(role.tries));
  if (!(await claimRole(db, role, now))) return;
  const giving = await app.roles.give(guildId, userId, roleId);
  switch (giving.fate) {
    case 'given':
    case 'there':
      await noteRefusedRole(db, guildId, roleId, null);
      return noteGiven(db, role, { now, joinedAt: giving.joinedAt, isNew: giving.fate === 'given' });
    case 'left':
      return putOffRole(db, role, null);
    case 'refused':
    case 'gone':
      await noteRefusedRole(db, guildId, roleId, now);
      return putOffRole(db, role, now + pauseAfter(role.tries));
    case 'pending':
    case 'unavailable':
      return putOffRole(db, role, now + pauseAfter(role.tries));
  }
}

async function tellGroup(scheduler: Scheduler, role: ReachedRole, now: number): Promise<void> {
  const { app } = scheduler;
  const { guildId, userId, roleId, givenAt } = role;
  const guild = await guildOf(app.db, guildId);
  const words = app.wordsFor(guild?.locale ?? NOBODYS_LOCALE);
  const milestones = await milestoneRolesOf(app.db, guildId);
  const reached = milestones.find(({ id }) => id === role.milestoneId);
  if (guild === null || guild.channelId === null || reached === undefined || givenAt === null)
    return noteGroupTold(app.db, role);
  if (!app.outbox.available(guildId)) return;
  const id = steadyId(guildId, userId, roleId, givenAt);
  const roadmaps = await roadmapsAbout(app, [reached], words.locale);
  const message = rolePost(words, { userId, roleId, milestone: reached.milestone, roadmaps, id });
  const body = postBody(await withNames(app, guildId, message));
  const sent = await sendOnce(app, { id, channelId: guild.channelId, claimedAt: givenAt }, body, now);
  if (sent !== 'unavailable') await noteGroupTold(app.db, role);
}

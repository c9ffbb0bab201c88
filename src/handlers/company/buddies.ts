import { z } from 'zod';
import { type Answer, show, tell } from '../../discord/answer.ts';
import type { Call, PressCall } from '../../discord/command.ts';
import { channelUrl } from '../../discord/posts.ts';
import { argument, Refusal } from '../../discord/refusal.ts';
import { companionsOf } from '../../schedule/buddies.ts';
import { groupOfMember } from '../../store/company/buddy-groups.ts';
import {
  buddyChoiceOf,
  chooseNotWith,
  chooseOpenly,
  chooseSlots,
  MOST_NOT_WITH,
  readSlots,
} from '../../store/company/buddies.ts';
import { zoneAround, NOBODYS_ZONE } from '../../store/members/clocks.ts';
import { weekOf } from '../../time/study-day.ts';
import { type BuddiesPanel, buddiesView, type Companions } from '../../view/company/buddies.ts';
import type { Message } from '../../view/components.ts';
import { outdatedView } from '../../view/failure.ts';
import { memoZoneView } from '../../view/memos/asking.ts';
import { memberOfGroup } from './member-of-group.ts';
import { localAt } from '../../time/local.ts';

/** The member's buddies of this week, and what they chose about them. */
export async function showBuddies(call: Call): Promise<Answer> {
  return show(await panel(call, null));
}

/** The same as a message of its own, from the message of a group that everybody in it sees. */
export async function tellBuddies(call: PressCall): Promise<Answer> {
  return tell(await panel(call, null));
}

/** The times that suit the member. Choosing them is how one joins. */
export async function chooseBuddyHours(call: PressCall): Promise<Answer> {
  const guildId = await inGroup(call);
  const slots = readSlots(call.values);
  const before = await buddyChoiceOf(call.app.db, guildId, call.userId);
  if (slots.length > 0) await chooseSlots(call.app.db, call.actor, guildId, slots);
  const { joined, saved } = call.words.buddies;
  return show(before.slots === null ? await panel(call, joined) : await panel(call, saved, 'choices'));
}

/** Nobody is told with whom a member does not want to be paired. */
export async function chooseBuddyNot(call: PressCall): Promise<Answer> {
  // Choosing nobody forgets the list, which no other kind of press may do.
  if (!call.interaction.isUserSelectMenu()) throw new Refusal(outdatedView);
  const others = argument(z.array(z.string().regex(/^\d{1,20}$/)).max(MOST_NOT_WITH), call.values);
  await chooseNotWith(call.app.db, call.actor, await inGroup(call), others);
  return show(await panel(call, call.words.buddies.saved, 'choices'));
}

/** Whether the member may be named in the channel if there can be no private thread. */
export async function chooseBuddyOpenly(call: PressCall): Promise<Answer> {
  const isOpenly = argument(z.enum(['0', '1']), call.args[0]) === '1';
  await chooseOpenly(call.app.db, call.actor, await inGroup(call), isOpenly);
  return show(await panel(call, call.words.buddies.saved, 'choices'));
}

/** Shows the member's choices: `args[0]` is 1, or 0 to go back to their buddies. */
export async function showBuddySettings(call: PressCall): Promise<Answer> {
  const side = argument(z.enum(['0', '1']), call.args[0]) === '1' ? 'choices' : 'buddies';
  return show(await panel(call, null, side));
}

/** Ends the pairing. */
export async function leaveBuddies(call: PressCall): Promise<Answer> {
  await chooseSlots(call.app.db, call.actor, await inGroup(call), null);
  return show(await panel(call, call.words.buddies.left));
}

/** The panel, from the side that the member looks at. `note`: what has just happened. */
async function panel(
  call: Call,
  note: string | null,
  side: BuddiesPanel['side'] = 'buddies',
): Promise<Message> {
  const { app, guild, userId, member, words, now } = call;
  const guildId = await inGroup(call);
  const timeZone = member.timeZone ?? (await zoneAround(app.db, userId, guildId));
  // Hours mean nothing without a zone.
  if (timeZone === null) return memoZoneView(words);
  const local = localAt(now, guild?.timeZone ?? NOBODYS_ZONE);
  const monday = weekOf(local.toPlainDate().toString());
  const group = await groupOfMember(app.db, guildId, userId, monday);
  const week: BuddiesPanel['week'] =
    group === null || group.members.length < 2
      ? null
      : {
          companions: await companionsOf(app, guild, group),
          threadUrl: group.threadId === null ? null : channelUrl(guildId, group.threadId),
        };
  return buddiesView(words, {
    ...(await buddyChoiceOf(app.db, guildId, userId)),
    timeZone,
    week: week === null ? null : { ...week, companions: ahead(userId, week.companions, now) },
    side,
    note,
  });
}

/** The others of a group, and the times that are still to come. `now`: epoch ms. */
function ahead(userId: string, { people, times }: Companions, now: number): Companions {
  return { people: people.filter((one) => one.userId !== userId), times: times.filter((at) => at > now) };
}

function inGroup(call: Call): Promise<string> {
  return memberOfGroup(call, (words) => words.buddies.joinFirst);
}
